/** What the YAML parser says, in the words of somebody who writes a brief. */
import type { YAMLError } from 'yaml';
import { enclosureProblem, openQuote } from './enclosures.js';
import { type MisplacedLine, misplacedLines } from './indentation.js';
import type { LexemeWatch } from './lexemes.js';
import { inQuotes, type Line, mistakeIn } from './line-words.js';
import type { Range } from './places.js';
import type { SyntaxProblem } from './problem.js';

const QUOTES = 'Put the text in quotes, or after | on lines of its own.';

const KNOWN: Partial<Record<YAMLError['code'], { readonly message?: string; readonly hints: readonly string[] }>> = {
  TAB_AS_INDENT: {
    message: 'Found a tab in the indentation; expected spaces.',
    hints: ['Indent with two spaces; most editors can turn tabs into spaces.'],
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'Found a second ": " in one line; expected one field a line.',
    hints: ['Text that holds ": " must stand in quotes.'],
  },
  BAD_SCALAR_START: { message: 'Found {token} at the beginning of a text; expected it in quotes.', hints: [QUOTES] },
  MULTILINE_IMPLICIT_KEY: {
    message: 'Found text without a colon; expected `field: value`.',
    hints: ['A text over several lines needs | or > after its colon, and its lines indented.'],
  },
  BAD_INDENT: {
    message: 'Found {token} indented otherwise than the lines above it.',
    hints: ['Fields that stand beside each other, and items of one list, begin in the same column.'],
  },
  BAD_DQ_ESCAPE: {
    message: 'Found {token} in double quotes, where a backslash begins an escape, and this is none.',
    hints: ['If it is a path, write it with /. Otherwise write the backslash twice, or put the text in single quotes.'],
  },
  MISSING_CHAR: {
    message: 'Found {token} without a colon behind it, or a comma before it; expected `field: value`.',
    hints: ['If it belongs to the text above it, indent it further. An item of a list begins with a dash and a space.'],
  },
  UNEXPECTED_TOKEN: {
    message: 'Found {token} where the value before it should have ended.',
    hints: [
      'Text with quotes, brackets or commas in it must stand in quotes as a whole, or after | on lines of its own.',
    ],
  },
  BLOCK_IN_FLOW: { hints: ['Close the [ or { before, or put the text that begins with it in quotes.'] },
};

/** The problems behind the errors of the parser, without those that only echo another. */
export function yamlProblems(errors: readonly YAMLError[], text: string, watch: LexemeWatch): SyntaxProblem[] {
  const sorted = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  // Tags and directives were seen among the lexemes, and are reported with what they would lose.
  const known = watch.problems().map(({ range }) => range);
  const fresh = sorted.filter(({ pos: [at] }) => !known.some(([start, end]) => at >= start && at < end));
  if (fresh.length === 0) return [];
  const surroundings = { text, watch, misplaced: misplacedLines(text) };
  return withoutEchoes(
    causes(fresh, text).map((error) => problemOf(error, surroundings)),
    surroundings,
  );
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

/** A line that is indented wrongly makes those after it stumble; whatever follows close behind it is said once it is right. */
const ECHO_LINES = 5;

function withoutEchoes(problems: readonly SyntaxProblem[], { text, misplaced }: Surroundings): SyntaxProblem[] {
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  const isNear = ({ range: [at] }: SyntaxProblem, cause: number) => lineAt(at) - lineAt(cause) <= ECHO_LINES;
  const kept: SyntaxProblem[] = [];
  for (const problem of problems) {
    const isEcho = kept.some(
      (each) =>
        (each.range[0] === problem.range[0] && each.message === problem.message) ||
        misplaced.some((cause) => cause === each && isNear(problem, cause.seenAt)) ||
        (each.misleads === true && problem.misleads !== true && isNear(problem, each.range[0])),
    );
    if (!isEcho) kept.push(problem);
  }
  return kept;
}

interface Surroundings {
  readonly text: string;
  readonly watch: LexemeWatch;
  /** The lines that are indented otherwise than those above them. */
  readonly misplaced: readonly MisplacedLine[];
}

function problemOf(error: YAMLError, { text, watch, misplaced }: Surroundings): SyntaxProblem {
  const [start, end] = error.pos;
  const comment = watch.commentBefore(start);
  if (comment !== null) return cutByComment(text.slice(...comment), comment);
  const found = mistakeIn(lineAround(text, start));
  if (found !== null) return { code: 'syntax-yaml', ...found };
  const cause = error.code === 'BAD_DQ_ESCAPE' ? null : causeOf(error, { text, watch, misplaced });
  if (cause !== null) return cause;
  const range = [start, Math.max(end, Math.min(start + 1, text.length))] as const;
  const known = KNOWN[error.code];
  const word = error.code === 'BAD_DQ_ESCAPE' ? /^\\?./su : /^[^\s,[\]{}]+|^\S/u;
  const token = word.exec(text.slice(start, start + 40))?.[0];
  const shown = token === undefined ? 'the end of the text' : `\`${token}\``;
  const message = known?.message?.replace('{token}', () => shown) ?? sentence(error.message);
  const quoted = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? quotedHint(text, start) : null;
  const hints = quoted === null ? (known?.hints ?? []) : [quoted];
  return { code: 'syntax-yaml', range, message, hints };
}

/** What the parser stumbles over, where that is elsewhere; a wrong escape is where it says. */
function causeOf(error: YAMLError, { text, watch, misplaced }: Surroundings): SyntaxProblem | null {
  return (
    openQuote(error, text, watch) ?? nearest(misplaced, error.pos[0], text) ?? enclosureProblem(error, text, watch)
  );
}

/** A line whose indentation is wrong, where the parser stumbles over it or over what it makes of the line before. */
function nearest(misplaced: readonly MisplacedLine[], at: number, text: string): SyntaxProblem | null {
  const { start, text: line } = lineAround(text, at);
  // The next line that is neither empty nor a comment.
  const next = /(?<=\n)[ \t]*[^\s#][^\n]*/.exec(text.slice(start + line.length));
  const end = next === null ? text.length : start + line.length + next.index + next[0].length;
  return misplaced.find(({ seenAt }) => seenAt >= start && seenAt < end) ?? null;
}

/** `"A visit: the facts"` for the text that a second colon has divided. */
function quotedHint(text: string, start: number): string | null {
  const { text: line, start: lineStart } = lineAround(text, start);
  const value = line.slice(start - lineStart).trim();
  return value === '' || value.length > 100 ? null : `Put the whole text in quotes: ${inQuotes(value)}`;
}

function sentence(message: string): string {
  return `${message.replace(/\.$/, '')}.`;
}

function cutByComment(words: string, range: Range): SyntaxProblem {
  return {
    code: 'syntax-lost-text',
    range,
    message: `The text ends before \`${words.length > 60 ? `${words.slice(0, 59)}…` : words}\`, which is a comment to YAML.`,
    hints: ['A text with " #" in it must stand in quotes as a whole, or after | on lines of its own.'],
  };
}

function lineAround(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { text: text.slice(start, end === -1 ? text.length : end), start };
}
