/** Text → value: YAML 1.2 and JSON through one parser, so that every value knows where it stands. */

import type { CST } from 'yaml';
import { Composer, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import { type Diagnostic, error, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { CONTROL_CHARACTER, construct, controlCharacter, MAX_DEPTH, type SyntaxProblem } from './construct.js';
import type { TextFormat } from './format.js';
import { findJsonProblem } from './json-syntax.js';
import { LineIndex, type Mark } from './places.js';

/** A value and the places of everything in it. */
export interface ParsedText {
  readonly value: unknown;
  readonly mark: Mark;
  readonly lines: LineIndex;
}

/** More than this helps nobody: the first few of them are the cause of the rest. */
export const MAX_PROBLEMS = 100;

/** Parses one document. Problems: all `syntax-*` codes but `syntax-encoding`. */
export function parseText(text: string, file: string, format: TextFormat): Outcome<ParsedText> {
  const lines = new LineIndex(file, text);
  const problems: SyntaxProblem[] = [...controlCharactersIn(text)];
  const report = (): readonly Diagnostic[] =>
    problems
      .sort((a, b) => a.range[0] - b.range[0])
      .slice(0, MAX_PROBLEMS)
      .map((problem) => at(lines, problem));

  const json = format === 'json' ? findJsonProblem(text) : null;
  if (json) {
    const { offset, ...said } = json;
    problems.push({ code: 'syntax-json', range: [offset, Math.min(offset + 1, text.length)], ...said });
    return failure(report());
  }
  const tokens = tokensOf(text, problems);
  if (tokens === null) return failure(report());
  const document = compose(tokens, text, problems);
  // A document with errors has values in wrong places: what it holds would only be reported twice.
  if (document === null || problems.some((problem) => problem.code === 'syntax-yaml')) return failure(report());
  const made = construct(document.contents, problems);
  return outcomeOf({ value: made.value, mark: made.mark, lines }, report());
}

/**
 * The concrete syntax, or null where it nests too deep or there is a second document. The parser keeps its own stack
 * and can be watched; the composer after it recurses, and would take the process down with it.
 */
function tokensOf(text: string, problems: SyntaxProblem[]): CST.Token[] | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  const take = (found: Iterable<CST.Token>): boolean => {
    for (const token of found) {
      tokens.push(token);
      if (token.type === 'document' && ++documents > 1) return severalDocuments(token.offset, problems);
    }
    return true;
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (!take(parser.next(lexeme))) return null;
    if (parser.stack.length > MAX_DEPTH) {
      problems.push({
        code: 'syntax-yaml',
        range: [parser.offset, parser.offset + 1],
        message: `The values nest more than ${MAX_DEPTH} deep; a brief nests about six.`,
        hint: 'Text that begins with [ or { must stand in quotes.',
      });
      return null;
    }
  }
  return take(parser.end()) ? tokens : null;
}

function severalDocuments(offset: number, problems: SyntaxProblem[]): false {
  problems.push({
    code: 'syntax-several-documents',
    range: [offset, offset + 3],
    message: 'A second document begins here (---); expected one brief in a file.',
    hint: 'Put each brief into a file of its own. A line --- within a text needs a block scalar (|).',
  });
  return false;
}

function compose(tokens: readonly CST.Token[], text: string, problems: SyntaxProblem[]): Document.Parsed | null {
  // Keys are compared in construct.ts: the composer compares every key with every other.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: true,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [document] = composer.compose(tokens, true, text.length);
  if (!document) return null;
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  problems.push(...causes(errors, text).map((error) => problemOf(error, text)));
  if (problems.length === 0 && document.contents === null) {
    problems.push({ code: 'syntax-empty', range: [0, 0], message: 'The file holds comments alone.' });
  }
  return document;
}

function controlCharactersIn(text: string): SyntaxProblem[] {
  if (!CONTROL_CHARACTER.test(text)) return [];
  const all = new RegExp(CONTROL_CHARACTER, 'gu');
  const found: SyntaxProblem[] = [];
  for (let match = all.exec(text); match && found.length < MAX_PROBLEMS; match = all.exec(text)) {
    found.push(controlCharacter(match[0].charCodeAt(0), [match.index, match.index + 1]));
  }
  return found;
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

/** What the parser says, in the words of somebody who writes a brief. */
function problemOf(error: YAMLError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  const range = [start, Math.max(end, Math.min(start + 1, text.length))] as const;
  const said = SAID[error.code];
  const token = /^[^\s,[\]{}]+|^./u.exec(text.slice(start, start + 40))?.[0] ?? 'the end of the file';
  const message = said?.message?.replace('{token}', JSON.stringify(token)) ?? `${error.message.replace(/\.$/, '')}.`;
  return { code: 'syntax-yaml', range, message, ...(said ? { hint: said.hint } : {}) };
}

const QUOTES = 'Put the text in quotes, or after | on lines of its own.';

const SAID: Partial<Record<YAMLError['code'], { readonly message?: string; readonly hint: string }>> = {
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
  TAG_RESOLVE_FAILED: { hint: 'Text that begins with ! must stand in quotes.' },
  MISSING_CHAR: { hint: 'Is a quote, a bracket or a colon missing here, or just before?' },
  UNEXPECTED_TOKEN: {
    message: 'Found {token} where the value before it should have ended.',
    hint: 'Text with quotes, brackets or commas in it must stand in quotes as a whole, or after | on lines of its own.',
  },
  BLOCK_IN_FLOW: { hint: 'Close the [ or { before, or put the text that begins with it in quotes.' },
};

function at(lines: LineIndex, { code, range, message, hint }: SyntaxProblem): Diagnostic {
  return error(code, message, { at: lines.place(range), hints: [hint] });
}
