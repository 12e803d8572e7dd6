/** Quotes and brackets that do not end, end too early, or stand where a text was meant. */
import type { YAMLError } from 'yaml';
import type { LexemeWatch } from './lexemes.js';
import { inQuotes } from './line-words.js';
import type { SyntaxProblem } from './problem.js';

/** A quoted text with a field in it that begins a line has missed its end. */
const SWALLOWS = /\n[ \t]*(?:- +)*[A-Za-z][\w-]*:(?:\s|$)/;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const BEGINS: Readonly<Record<string, string>> = {
  '[': 'begins a list',
  '{': 'begins a map of fields',
  '*': 'repeats what & has named',
  '&': 'names what * repeats',
  '!': 'is a tag',
  '-': 'begins an item of a list',
  '|': 'begins a text on lines of its own',
  '>': 'begins a text on lines of its own',
  '%': 'is reserved',
  '@': 'is reserved',
  '`': 'is reserved',
};

/** What is wrong with the quotes or brackets around the place of an error; null where it is something else. */
export function enclosureProblem(error: YAMLError, text: string, watch: LexemeWatch): SyntaxProblem | null {
  const [at] = error.pos;
  return (
    openBracket(error, text, watch) ??
    behindQuotes(at, text, watch) ??
    withinBrackets(error, text, watch) ??
    firstCharacter(at, text)
  );
}

/** Where the quote opened that has no end, or that took the fields below it for its text. */
export function openQuote({ message, pos: [at] }: YAMLError, text: string, watch: LexemeWatch): SyntaxProblem | null {
  const before = watch.quoted.filter(([start]) => start <= at);
  const swallowing = before.find((range) => SWALLOWS.test(text.slice(...range)));
  const open = swallowing ?? (message.startsWith('Missing closing') ? before.at(-1) : undefined);
  if (open === undefined) return null;
  const quote = text[open[0]] ?? '"';
  const lineEnd = endOfLine(text, open[0]);
  return {
    code: 'syntax-yaml',
    range: [open[0], Math.max(lineEnd, open[0] + 1)],
    message: `The ${quote} that opens here is not closed; expected ${quote} at the end of the text.`,
    hints: [`Put ${quote} at the end. A ${quote} within the text is written ${quote === '"' ? '\\"' : "''"}.`],
  };
}

function openBracket({ message, pos: [at] }: YAMLError, text: string, watch: LexemeWatch): SyntaxProblem | null {
  if (!/^Flow (?:map|sequence) in block|^Expected flow /.test(message)) return null;
  const open = watch.openAt(at);
  if (open === null) return null;
  const bracket = text[open] ?? '[';
  const closing = CLOSING[bracket] ?? ']';
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, endOfLine(text, at));
  const isNext = at >= text.trimEnd().length || /^[ \t]*(?:- +)*[\w-]+:(?:\s|$)/.test(line);
  return {
    code: 'syntax-yaml',
    range: [open, open + 1],
    message: isNext
      ? `The ${bracket} that opens here is not closed; expected ${closing} before the next field.`
      : `The ${bracket} that opens here goes on in lines that are indented too little.`,
    hints: [
      isNext
        ? `Put ${closing} at its end.`
        : `Indent the lines up to ${closing} further than the field, or write all of it in one line.`,
    ],
  };
}

/** `"No" said the minister` */
function behindQuotes(at: number, text: string, watch: LexemeWatch): SyntaxProblem | null {
  const quoted = watch.quoted.findLast(([, end]) => end <= at);
  if (quoted === undefined || text.slice(quoted[1], at).trim() !== '' || !/[^\s,:\]}#]/.test(text[at] ?? ' '))
    return null;
  if (text.slice(quoted[1], at).includes('\n')) return null;
  const whole = text.slice(quoted[0], endOfLine(text, at)).trim();
  const quote = whole.charAt(0);
  const inner = whole.endsWith(quote) && whole.length > 1 && at - quoted[1] === 0 ? whole.slice(1, -1) : whole;
  const isPlain = watch.openAt(at) === null && whole.length <= 100;
  const [word = ''] = /^[^\s,[\]{}]+/u.exec(text.slice(at, at + 40)) ?? [];
  return {
    code: 'syntax-yaml',
    range: [at, at + Math.max(1, word.length)],
    message: `The quoted text ends before \`${word || text[at]}\`, which follows it; expected the closing ${quote} at the end of the whole text.`,
    hints: [
      isPlain
        ? `Put the whole in quotes: ${inQuotes(inner)}`
        : 'Put the whole text in quotes; quotes of the other kind may stand in it. Between two texts of a list stands a comma.',
    ],
  };
}

function withinBrackets({ code, pos: [at] }: YAMLError, text: string, watch: LexemeWatch): SyntaxProblem | null {
  const open = watch.openAt(at);
  if (open === null) return null;
  const bracket = text[open] ?? '{';
  const around = `${bracket} ${CLOSING[bracket]}`;
  const found = text[at] ?? '';
  if (code === 'UNEXPECTED_TOKEN' && /[[\]{}]/.test(found)) {
    return {
      code: 'syntax-yaml',
      range: [at, at + 1],
      message: `Found ${found} in a text within ${around}, where brackets, braces and commas have a meaning of their own.`,
      hints: ['A text with one of them in it must stand in quotes: { en: "A visit [again]" }.'],
    };
  }
  if (code !== 'BLOCK_IN_FLOW' && code !== 'BLOCK_AS_IMPLICIT_KEY') return null;
  const rest = text.slice(at, endOfLine(text, at));
  const [, name] = /\s([\w-]+):\s/.exec(rest) ?? [];
  return {
    code: 'syntax-yaml',
    range: [at, at + Math.max(1, rest.length)],
    message: `Found ${name === undefined ? 'another field' : `\`${name}:\``} within ${around} without a comma before it.`,
    hints: ['Put a comma between the two; or, if it is one text, put the whole in quotes.'],
  };
}

/** A text that begins with a sign that YAML takes for its own. */
function firstCharacter(at: number, text: string): SyntaxProblem | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, endOfLine(text, at)).replace(/\r$/, '');
  const found =
    /^(?<head>[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(?<value>[@`%*&!|>[{].*|-(?:[ \t].*)?)$/u.exec(line)?.groups ?? null;
  const { head = '', value = '' } = found ?? {};
  if (found === null || head.trim() === '' || start + head.length > at) return null;
  const sign = value.charAt(0);
  return {
    code: 'syntax-yaml',
    range: [start + head.length, start + line.length],
    message: `A text cannot begin with ${sign}, which ${BEGINS[sign]}, unless it stands in quotes.`,
    hints: [`Put the whole in quotes: ${inQuotes(value.trim())}`],
  };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
