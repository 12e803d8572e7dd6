/** What the YAML parser says, in the words of somebody who writes a brief. */
import type { YAMLError } from 'yaml';
import type { LexemeWatch } from './lexemes.js';
import type { Range } from './places.js';
import type { SyntaxProblem } from './problem.js';
import { firstUnseen } from './unseen.js';

const QUOTES = 'Put the text in quotes, or after | on lines of its own.';

const KNOWN: Partial<Record<YAMLError['code'], { readonly message?: string; readonly hint: string }>> = {
  TAB_AS_INDENT: {
    message: 'Found a tab in the indentation; expected spaces.',
    hint: 'Indent with two spaces; most editors can turn tabs into spaces.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'Found a second ": " in one line; expected one field a line.',
    hint: 'Text that holds ": " must stand in quotes.',
  },
  BAD_SCALAR_START: { hint: QUOTES },
  MULTILINE_IMPLICIT_KEY: {
    message: 'Found text without a colon; expected `field: value`.',
    hint: 'A text over several lines needs | or > after its colon, and its lines indented.',
  },
  BAD_INDENT: { hint: 'Fields of one map, and items of one list, begin in the same column.' },
  BAD_DQ_ESCAPE: { hint: 'In double quotes a backslash is written \\\\; single quotes take it as it is.' },
  MISSING_CHAR: { hint: 'Is a quote, a bracket or a colon missing here, or just before?' },
  UNEXPECTED_TOKEN: {
    message: 'Found {token} where the value before it should have ended.',
    hint: 'Text with quotes, brackets or commas in it must stand in quotes as a whole, or after | on lines of its own.',
  },
  BLOCK_IN_FLOW: { hint: 'Close the [ or { before, or put the text that begins with it in quotes.' },
};

/** The problems behind the errors of the parser, without those that only echo another. */
export function yamlProblems(errors: readonly YAMLError[], text: string, watch: LexemeWatch): SyntaxProblem[] {
  const sorted = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  // Tags and directives were seen among the lexemes, and are reported with what they would lose.
  const known = watch.problems().map(({ range }) => range);
  const fresh = sorted.filter(({ pos: [at] }) => !known.some(([start, end]) => at >= start && at < end));
  return causes(fresh, text).map((error) => problemOf(error, text, watch));
}

/**
 * The errors that are not the echo of another: the first of each line, and, once the parser has lost the structure and
 * stumbles from token to token, none of those that follow.
 */
function causes(errors: readonly YAMLError[], text: string): YAMLError[] {
  let lineEnd = -1;
  return errors.filter(({ code, pos: [start], message }) => {
    const isLost = code === 'UNEXPECTED_TOKEN' && message.includes('token in YAML stream');
    if (start <= lineEnd || (isLost && lineEnd !== -1)) return false;
    const next = text.indexOf('\n', start);
    lineEnd = next === -1 ? text.length : next;
    return true;
  });
}

function problemOf(error: YAMLError, text: string, watch: LexemeWatch): SyntaxProblem {
  const [start, end] = error.pos;
  const comment = watch.commentBefore(start);
  if (comment !== null) return cutByComment(text.slice(...comment), comment);
  const found = inLine(lineAround(text, start));
  if (found !== null) return { code: 'syntax-yaml', ...found };
  const range = [start, Math.max(end, Math.min(start + 1, text.length))] as const;
  const known = KNOWN[error.code];
  const token = /^[^\s,[\]{}]+|^./u.exec(text.slice(start, start + 40))?.[0] ?? 'the end of the file';
  const message = known?.message?.replace('{token}', JSON.stringify(token)) ?? sentence(error.message);
  return { code: 'syntax-yaml', range, message, ...(known ? { hint: known.hint } : {}) };
}

function sentence(message: string): string {
  if (message.startsWith('Missing closing')) return 'A quoted text does not end; expected the same quote at its end.';
  return `${message.replace(/\.$/, '')}.`;
}

function cutByComment(words: string, range: Range): SyntaxProblem {
  return {
    code: 'syntax-lost-text',
    range,
    message: `The text ends before \`${words.length > 60 ? `${words.slice(0, 59)}…` : words}\`, which is a comment to YAML.`,
    hint: 'A text with " #" in it must stand in quotes as a whole, or after | on lines of its own.',
  };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function lineAround(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { text: text.slice(start, end === -1 ? text.length : end), start };
}

type Explained = Omit<SyntaxProblem, 'code'>;

/** Typographic quotes where YAML looks for its own: before a text, or at its end behind a straight one. */
const TYPOGRAPHIC_QUOTE = /(?<=^[ \t-]*|[:,[{][ \t]+)[“”„‟«»‘’‚‹›「」『』]|(?<=["'][^"']*)[“”’](?=\s*$)/u;
const FULLWIDTH_COLON = /(?<=^[ \t-]*[\w-]+)：/u;

/** What stands in a line and looks like syntax, but is text to YAML. */
function inLine({ text, start }: Line): Explained | null {
  const unseen = firstUnseen(text.slice(0, text.search(/:(?:[ \t]|$)|$/) + 2), start);
  if (unseen !== null) {
    return {
      range: unseen.range,
      message: `Found a ${unseen.name}, which nobody sees, and which is a letter to YAML; expected a space.`,
      hint: 'Delete it and type a space; it often comes along with pasted text.',
    };
  }
  if (/^---[ \t]+\S/.test(text)) {
    return {
      range: [start, start + 3],
      message: 'Found a field on the line of ---; expected the first field below it.',
      hint: 'Remove the ---: a brief needs none.',
    };
  }
  if (text.startsWith('...')) {
    return {
      range: [start, start + 3],
      message: 'Found `...` at the beginning of a line, which ends a YAML file.',
      hint: 'A text that goes on with dots must be indented, or stand in quotes.',
    };
  }
  const quote = TYPOGRAPHIC_QUOTE.exec(text);
  if (quote !== null) {
    return {
      range: [start + quote.index, start + quote.index + 1],
      message: `Found the typographic quote ${quote[0]}, which is text to YAML; its quotes are the straight ones, " and '.`,
      hint: 'Put straight quotes around the whole text; typographic ones may stand within them.',
    };
  }
  const colon = FULLWIDTH_COLON.exec(text);
  if (colon === null) return null;
  return {
    range: [start + colon.index, start + colon.index + 1],
    message: 'Found a full-width colon (：), which is text to YAML; expected ": ".',
    hint: 'Type a colon and a space.',
  };
}
