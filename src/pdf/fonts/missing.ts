import { type Diagnostic, error } from '../../diagnostics/diagnostic.js';
import { familiesFor, packageOf } from '../../layout/theme/script-fonts.js';
import { codePointName, kindOf } from './characters.js';

/** How many words and how many characters a message lists. */
const MOST_NAMED = 3;
/** In a script without spaces a word may be a whole paragraph; a message shows this much of it. */
const LONGEST_WORD = 48;

/** The characters of one field of the brief that no font has. */
interface Lack {
  readonly words: Set<string>;
  readonly characters: Set<string>;
  /** The packages that have them, without duplicates. */
  readonly packages: Set<string>;
  /** The families that were tried. */
  readonly tried: readonly string[];
}

/** A text with characters that are in none of the fonts. */
export interface LackingText {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The families that were tried. */
  readonly tried: readonly string[];
}

/** The characters that are in none of the fonts, by field. */
export class MissingCharacters {
  private readonly lacks = new Map<string | undefined, Lack>();

  /** `installed`: the families for additional scripts that are already installed. */
  constructor(private readonly installed: readonly string[]) {}

  note(field: string | undefined, { text, language, tried }: LackingText, characters: readonly string[]): void {
    if (characters.length === 0) return;
    const lack = this.lacks.get(field) ?? { words: new Set(), characters: new Set(), packages: new Set(), tried };
    this.lacks.set(field, lack);
    for (const character of characters) {
      lack.characters.add(character);
      const [family] = familiesFor(character, language, text).filter((each) => !this.installed.includes(each));
      if (family !== undefined) lack.packages.add(packageOf(family));
    }
    for (const word of wordsWith(text, new Set(characters))) lack.words.add(word);
  }

  /** One error per field: the words that cannot be printed, and their missing characters. */
  problems(): Diagnostic[] {
    return [...this.lacks].map(([field, lack]) => problem(field, lack));
  }
}

function problem(field: string | undefined, { words, characters, packages, tried }: Lack): Diagnostic {
  const named = listed([...characters].map(described));
  const inWords = listed([...words].map((word) => `“${word}”`));
  return error('glyph-missing', `No font has ${named}: ${inWords} cannot be printed.`, {
    at: field,
    hints: [
      ...(packages.size === 0
        ? []
        : [`Install a font that has it: \`npm i ${[...packages].join(' ')}\`. It is found without any setting.`]),
      `Tried ${tried.map((family) => `“${family}”`).join(', ')}: add a font that has it to the theme's fallback fonts, or write it differently.`,
    ],
  });
}

/** A character with its name in Unicode's notation. */
export function described(character: string): string {
  const kind = kindOf(character);
  const name = codePointName(character.codePointAt(0) ?? 0);
  return `“${character}” (${name}${kind === null ? '' : `, ${kind}`})`;
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, MOST_NAMED);
  const more = items.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** The words of a text that contain one of the characters, without surrounding punctuation. */
function wordsWith(text: string, characters: ReadonlySet<string>): string[] {
  return text.split(/\s+/).flatMap((token) => {
    const character = [...token].find((each) => characters.has(each));
    if (character === undefined) return [];
    const word = token.replace(/^\p{P}+|\p{P}+$/gu, '');
    return [shortened(word.includes(character) ? word : token, character)];
  });
}

/** A long word as a message shows it: the part around a character. */
export function shortened(word: string, character: string): string {
  const letters = [...word];
  if (letters.length <= LONGEST_WORD) return word;
  const from = Math.max(0, Math.min(letters.indexOf(character) - LONGEST_WORD / 2, letters.length - LONGEST_WORD));
  const part = letters.slice(from, from + LONGEST_WORD).join('');
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST_WORD < letters.length ? '…' : ''}`;
}
