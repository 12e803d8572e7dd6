/** Where words may be divided, by language: Liang's algorithm with the patterns of the TeX world. */
import createHyphenator, { type Patterns } from 'hyphen';

/** The places in a word where a hyphen may be put, counted in UTF-16 units, in ascending order. */
export type Hyphenation = (word: string, language: string) => readonly number[];

/** No pattern file is loaded before a text in its language is to be printed: together they are megabytes. */
const PATTERNS = {
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  'de-1901': () => import('hyphen/patterns/de-1901.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  'el-polyton': () => import('hyphen/patterns/el-polyton.js'),
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  'en-us': () => import('hyphen/patterns/en-us.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  mn: () => import('hyphen/patterns/mn-cyrl.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  nn: () => import('hyphen/patterns/nn.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  uk: () => import('hyphen/patterns/uk.js'),
} satisfies Record<string, () => Promise<unknown>>;
type PatternName = keyof typeof PATTERNS;

/** English that follows the usage of the United States; all other English is divided as in Britain. */
const AMERICAN = /^en-(?:[a-z]{4}-)?(?:us|ca|ph|pr|um|as|gu|vi)(?:-|$)/;

/**
 * The patterns for a language tag (BCP 47), or `null` where there are none: then its words are not divided. `en`
 * without a country is British English, as it is written by the institutions of Europe; `no` is Bokmål.
 */
export function patternsOf(language: string): PatternName | null {
  const tag = language.toLowerCase();
  const [primary = '', second = ''] = tag.split('-');
  // Another script than the patterns' own: Mongolian in the Mongolian script, Russian in Latin letters.
  if (/^[a-z]{4}$/.test(second) && second !== SCRIPTS[primary]) return null;
  if (primary === 'en') return AMERICAN.test(tag) ? 'en-us' : 'en-gb';
  if (primary === 'no') return 'nb';
  if (primary === 'de' && tag.split('-').includes('1901')) return 'de-1901';
  if (primary === 'el' && /-polyt(?:on|oni)(?:-|$)/.test(tag)) return 'el-polyton';
  return Object.hasOwn(PATTERNS, primary) ? (primary as PatternName) : null;
}

const SCRIPTS: Readonly<Record<string, string>> = {
  da: 'latn',
  de: 'latn',
  el: 'grek',
  en: 'latn',
  fi: 'latn',
  fr: 'latn',
  mn: 'cyrl',
  nb: 'latn',
  nn: 'latn',
  no: 'latn',
  pl: 'latn',
  ru: 'cyrl',
  sv: 'latn',
  uk: 'cyrl',
};

/** Fewer letters than these are never left alone, whatever the patterns say. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
const SHORTEST_WORD = 6;
/** No language has longer words; anything longer is not a word. */
const LONGEST_WORD = 60;

/** Loads the patterns of these languages. Words in any other language are not divided. */
export async function loadHyphenation(languages: Iterable<string>): Promise<Hyphenation> {
  const names = new Map([...languages].map((language) => [language, patternsOf(language)]));
  const dividers = new Map<PatternName, (word: string) => number[]>();
  for (const name of new Set(names.values())) {
    if (name !== null) dividers.set(name, divider(patternsIn(await PATTERNS[name]())));
  }
  return (word, language) => {
    const name = names.get(language) ?? null;
    const divide = name === null ? undefined : dividers.get(name);
    return divide === undefined || word.length < SHORTEST_WORD || word.length > LONGEST_WORD ? [] : divide(word);
  };
}

/** The patterns are CommonJS: Node hands out `{ default }`, some loaders one more of them. */
function patternsIn(module: { readonly default: Patterns }): Patterns {
  const inner = (module.default as unknown as { default?: Patterns }).default;
  return inner ?? module.default;
}

function divider([levels, patterns, exceptions]: Patterns): (word: string) => number[] {
  // A copy of the exceptions: the library keeps every word there that it was ever asked for.
  const own: Patterns = exceptions === undefined ? [levels, patterns] : [levels, patterns, { ...exceptions }];
  const hyphenate = createHyphenator(own, { html: false, minWordLength: SHORTEST_WORD, hyphenChar: '-' });
  return (word) => {
    // In small letters, so that the library's own lowering cannot depend on the machine's locale.
    const lower = word.toLowerCase();
    return lower.length === word.length ? placesOf(hyphenate(lower), word) : [];
  };
}

function placesOf(hyphenated: string, word: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const part of hyphenated.split('-').slice(0, -1)) {
    at += part.length;
    if (letters(word.slice(0, at)) >= LEAST_BEFORE && letters(word.slice(at)) >= LEAST_AFTER) places.push(at);
  }
  return places;
}

/** Letters as a reader counts them, without their accents. */
function letters(text: string): number {
  return text.replace(/\P{L}/gu, '').length;
}
