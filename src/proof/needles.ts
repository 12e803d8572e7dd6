/** What is looked for. */
import { addressesIn, namesOf, phonesIn } from './parts.js';
import { isJoined, weightOf, withoutAccents, wordsIn } from './words.js';

/** A text that may not be shown, and where it stands. */
export interface WithheldPassage {
  readonly field: string;
  readonly text: string;
  /** Whether it is the name of a person: the surname alone tells as much. */
  readonly isPerson?: boolean;
}

/** A run of words that was withheld. */
export interface Needle {
  readonly field: string;
  /** The words as they are compared, for the message. */
  readonly words: string;
  /** Their letters and digits alone. */
  readonly letters: string;
  /** How many words. */
  readonly length: number;
  /** Whether it counts in any case, as it is written or in capitals, or as digits with anything between them. */
  readonly form: 'any' | 'as-written' | 'digits';
  /** As they were written. */
  readonly written: readonly string[];
}

/** Words and letters in a fragment of a text: enough of both that a match is not a coincidence. */
const RUN_WORDS = 6;
const RUN_LETTERS = 28;
/** Letters of a name that stands alone, and of one that counts in any case: `per` is a word, and `Per` a name. */
const SHORTEST = 3;
const SHORTEST_IN_ANY_CASE = 4;
/** Characters of a name in a script without spaces. */
const SHORTEST_JOINED = 2;
/** Enough digits that a match is not a coincidence: a telephone number, not a year. */
const SHORTEST_DIGITS = 5;
/** Letters of a word that is looked for without its accents too: shorter ones are other words. */
const SHORTEST_WITHOUT_ACCENTS = 5;

/**
 * The runs to look for: a short text whole, a long one in overlapping runs of six words or more, so that any piece of it
 * is found; surnames, addresses and telephone numbers by themselves. None for a text that is too short.
 */
export function needlesOf(passage: WithheldPassage): readonly Needle[] {
  const { field, text, isPerson } = passage;
  const runs = runsOf(field, text);
  const names = isPerson ? nameNeedles(field, text) : [];
  const addresses = addressesIn(text).flatMap((address) => runsOf(field, address));
  const phones = phonesIn(text).map((digits) => digitNeedle(field, digits));
  const all = [...runs, ...names, ...addresses, ...phones];
  return [...new Map(all.map((each) => [`${each.form} ${each.words}`, each])).values()];
}

/** A surname may be a word as well, and counts only as it is written; a whole name is one in any case. */
function nameNeedles(field: string, text: string): readonly Needle[] {
  const { alone, whole } = namesOf(text);
  return [
    ...alone.map((name) => needle(field, name, 'as-written')),
    ...whole.flatMap((name) => spellings(field, name, 'any')),
  ];
}

/** Whether a text is too short to be looked for. One without a letter or digit says nothing. */
export function isTooShort(passage: WithheldPassage): boolean {
  return wordsIn(passage.text).length > 0 && needlesOf(passage).length === 0;
}

function runsOf(field: string, text: string): readonly Needle[] {
  const words = wordsIn(text).map(({ written }) => written);
  const whole = words.join('');
  if (/^\p{Nd}*$/u.test(whole)) return whole.length >= SHORTEST_DIGITS ? [digitNeedle(field, whole)] : [];
  if ([...whole].length < (isJoined(whole) ? SHORTEST_JOINED : SHORTEST)) return [];
  const pieces = piecesOf(words);
  if (pieces.length > 0) return pieces.map((piece) => needle(field, piece, 'any'));
  const isShort = whole.length < SHORTEST_IN_ANY_CASE && !isJoined(whole);
  return spellings(field, words, isShort ? 'as-written' : 'any');
}

/** Overlapping pieces of a long text; none of a short one. */
function piecesOf(words: readonly string[]): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  for (let start = 0; start < words.length; start += 1) {
    let end = start;
    let weight = 0;
    while (end < words.length && (end - start < RUN_WORDS || weight < RUN_LETTERS))
      weight += weightOf(words[end++] ?? '');
    if (end - start < RUN_WORDS || weight < RUN_LETTERS) break;
    pieces.push(words.slice(start, end));
  }
  return pieces;
}

/** As it is written, and without accents. */
function spellings(field: string, words: readonly string[], form: Needle['form']): readonly Needle[] {
  const plain = words.map(withoutAccents);
  const isOther =
    plain.join('') !== words.join('').normalize('NFKD') && plain.join('').length >= SHORTEST_WITHOUT_ACCENTS;
  return [needle(field, words, form), ...(isOther ? [needle(field, plain, form)] : [])];
}

function needle(field: string, written: readonly string[], form: Needle['form']): Needle {
  const words = written.flatMap((word) => wordsIn(word));
  const letters = words.map((word) => word.letters);
  return {
    field,
    words: letters.join(' '),
    letters: letters.join(''),
    length: words.length,
    form,
    written: words.map((word) => word.written),
  };
}

function digitNeedle(field: string, digits: string): Needle {
  return { field, words: digits, letters: digits, length: 1, form: 'digits', written: [digits] };
}
