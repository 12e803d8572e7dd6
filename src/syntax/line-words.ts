/** What stands in a line and looks like syntax to a person, but not to YAML; or the other way round. */
import type { SyntaxProblem } from './problem.js';
import { firstUnseen } from './unseen.js';

export interface Line {
  readonly text: string;
  readonly start: number;
}

type Explained = Omit<SyntaxProblem, 'code'>;

/** Typographic quotes where YAML looks for its own: before a text, or at its end behind a straight one. */
const TYPOGRAPHIC_QUOTE = /(?<=^[ \t-]*|[:,[{][ \t]+)[“”„‟«»‘’‚‹›「」『』]|(?<=["'][^"']*)[“”’](?=\s*$)/u;

interface Mistake {
  readonly pattern: RegExp;
  readonly hints: readonly string[];
}

/** Each with the place of what is wrong as its first group, or as a whole. */
const MISTAKES: readonly (Pick<SyntaxProblem, 'message' | 'misleads'> & Mistake)[] = [
  {
    pattern: /^ *(?:- *)*(\t)/,
    message: 'Found a tab in the indentation; expected spaces.',
    hints: ['Indent with two spaces; most editors can turn tabs into spaces.'],
    misleads: true,
  },
  {
    pattern: /^(?:<{7}|={7}|>{7}|\|{7})(?= |$)/,
    message: 'Found the mark of a merge that is not finished.',
    hints: ['Choose one of the two versions, and delete the lines <<<<<<<, ======= and >>>>>>>.'],
    misleads: true,
  },
  {
    pattern: /^[ \t]*(\/\/|\/\*|<!--|;)/,
    message: 'Found {} at the beginning of a line; a comment begins with #.',
    hints: ['Put # and a space in its place, or delete the line.'],
  },
  {
    pattern: /^[ \t]*(`{3,}|~{3,})/,
    message: 'Found {}, which marks code in Markdown, and is not part of a brief.',
    hints: ['Delete this line, and the one at the end that closes it.'],
  },
  {
    pattern: /^[ \t]*(?:- +)*[A-Za-z][\w-]*:[ \t]+([|>])[-+\d]*[ \t]+[^\s#]/,
    message: 'Found text behind {} in the same line; the text that {} begins stands on the lines below.',
    hints: ['Put the text on the next line, two spaces further in than the name. If it is one line, delete the {}.'],
  },
  {
    pattern: /^---(?=[ \t]+\S)/,
    message: 'Found a field on the line of ---; expected the first field below it.',
    hints: ['Remove the ---: a brief needs none.'],
  },
  {
    pattern: /^\.\.\./,
    message: 'Found `...` at the beginning of a line, which ends a YAML file.',
    hints: ['A text that goes on with dots must be indented, or stand in quotes.'],
  },
  {
    pattern: /^[ \t]*([–—−•·●▪‣◦])[ \t]/u,
    message: 'Found {} at the beginning of an item; expected a hyphen and a space.',
    hints: ['Type `- ` before each item; word processors put other dashes and bullets in its place.'],
  },
  {
    pattern: /^[ \t]*(-)(?=[^\s-][^\s:]*:(?:\s|$))/,
    message: 'Found a dash without a space behind it; expected `- ` before an item.',
    hints: ['Put a space between the dash and the name.'],
  },
  {
    pattern: /^[ \t]*(?:- +)*[A-Za-z][\w-]*(:)(?=[^\s:/])/,
    message: 'Found a colon without a space behind it; expected `field: value`.',
    hints: ['Put a space behind the colon.'],
  },
  {
    pattern: /^[ \t]*(?:- +)*[A-Za-z][\w-]*[ \t]*(=)(?=[ \t])/,
    message: 'Found = behind a name; expected `field: value`.',
    hints: ['Put a colon in its place, right behind the name.'],
  },
  {
    pattern: /(?<=^[ \t-]*[\w-]+)：/u,
    message: 'Found a full-width colon (：), which is text to YAML; expected ": ".',
    hints: ['Type a colon and a space.'],
  },
];

/** The mistake in a line where the parser got lost; null where none is known. */
export function mistakeIn({ text, start }: Line): Explained | null {
  const unseen = firstUnseen(text.slice(0, text.search(/:(?:[ \t]|$)|$/) + 2), start);
  if (unseen !== null) {
    return {
      range: unseen.range,
      message: `Found a ${unseen.name}, which nobody sees, and which is a letter to YAML; expected a space.`,
      hints: ['Delete it and type a space; it often comes along with pasted text.'],
    };
  }
  const quote = TYPOGRAPHIC_QUOTE.exec(text);
  if (quote !== null) {
    return {
      range: [start + quote.index, start + quote.index + 1],
      message: `Found the typographic quote ${quote[0]}, which is text to YAML; its quotes are the straight ones, " and '.`,
      hints: ['Put straight quotes around the whole text; typographic ones may stand within them.'],
    };
  }
  for (const { pattern, message, hints, misleads = false } of MISTAKES) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const words = found[1] ?? found[0];
    const at = start + found.index + found[0].indexOf(words);
    const filled = (sentence: string) => sentence.replaceAll('{}', () => words);
    return { range: [at, at + words.length], message: filled(message), hints: hints.map(filled), misleads };
  }
  return null;
}

/** A text in the quotes that it needs, on one line. */
export function inQuotes(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? `"${text.replace(/["\\]/g, '\\$&')}"` : `'${text}'`;
}
