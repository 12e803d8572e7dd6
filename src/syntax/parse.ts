/** Text → value: YAML 1.2 and JSON through one parser, so that every value knows where it stands. */

import type { CST } from 'yaml';
import { Composer, type Document, Lexer, Parser } from 'yaml';
import { type Diagnostic, error, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { Kept } from '../kept/kept.js';
import { CONTROL_CHARACTER, construct, controlCharacter, MAX_DEPTH } from './construct.js';
import type { TextFormat } from './format.js';
import { findJsonProblem } from './json-syntax.js';
import { LexemeWatch } from './lexemes.js';
import { LineIndex, type Mark } from './places.js';
import type { SyntaxProblem } from './problem.js';
import { yamlProblems } from './yaml-errors.js';

/** A value and the places of everything in it. */
export interface ParsedText {
  readonly value: unknown;
  readonly mark: Mark;
  readonly lines: LineIndex;
}

/** More than this are no help: the first few are the cause of the rest. */
export const MAX_PROBLEMS = 100;

/** A brief is parsed when it is opened, and again for what goes into its documents. */
const kept = new Kept<Outcome<ParsedText>>(200_000);

/** Parses one document. Problems: all `syntax-*` codes but `syntax-encoding`. What comes back is shared. */
export function parseText(text: string, file: string, format: TextFormat): Outcome<ParsedText> {
  return kept.of(`${format} ${file}\n${text}`, () => parsed(text, file, format));
}

function parsed(text: string, file: string, format: TextFormat): Outcome<ParsedText> {
  const lines = new LineIndex(file, text);
  const problems: SyntaxProblem[] = [...controlCharactersIn(text)];
  const report = (): readonly Diagnostic[] =>
    problems
      .sort((a, b) => a.range[0] - b.range[0])
      .slice(0, MAX_PROBLEMS)
      .map((problem) => at(lines, problem));

  const json = format === 'json' ? findJsonProblem(text) : null;
  if (json) {
    const { offset, ...problem } = json;
    problems.push({ code: 'syntax-json', range: [offset, Math.min(offset + 1, text.length)], ...problem });
    return failure(report());
  }
  const watch = new LexemeWatch(text);
  const tokens = tokensOf(text, watch, problems);
  problems.push(...watch.problems());
  if (tokens === null) return failure(report());
  const document = compose(tokens, text, watch, problems);
  // A document with errors has values in wrong places: what it holds would only be reported twice.
  if (document === null || document.errors.length > 0) return failure(report());
  const made = construct(document.contents, text, problems);
  // The last alias of a bomb is one that nothing refers to.
  if (problems.some(({ code }) => code === 'syntax-alias-bomb')) {
    return failure(report().filter(({ code }) => code !== 'syntax-lost-text'));
  }
  return outcomeOf({ value: made.value, mark: made.mark, lines }, report());
}

/**
 * The concrete syntax, or null where it nests too deep or there is a second document. The parser keeps its own stack
 * and can be watched; the composer after it recurses, and would take the process down with it.
 */
function tokensOf(text: string, watch: LexemeWatch, problems: SyntaxProblem[]): CST.Token[] | null {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  const take = (found: Iterable<CST.Token>): boolean => {
    for (const token of found) {
      tokens.push(token);
      if (token.type === 'document' && ++documents > 1) return severalDocuments(token.offset, watch, problems);
    }
    return true;
  };
  for (const lexeme of new Lexer().lex(text)) {
    watch.see(lexeme, parser.offset);
    if (!take(parser.next(lexeme))) return null;
    if (parser.stack.length > MAX_DEPTH) {
      problems.push({
        code: 'syntax-yaml',
        range: [parser.offset, parser.offset + 1],
        message: `The values nest more than ${MAX_DEPTH} deep; a brief nests about six.`,
        hints: ['Text that begins with [ or { must stand in quotes.'],
      });
      return null;
    }
  }
  return take(parser.end()) ? tokens : null;
}

function severalDocuments(offset: number, { documentEnd }: LexemeWatch, problems: SyntaxProblem[]): false {
  const [found, range] =
    documentEnd === null
      ? ['A second document begins here (---)', [offset, offset + 3] as const]
      : ['The document ends here (...), and more follows', documentEnd];
  problems.push({
    code: 'syntax-several-documents',
    range,
    message: `${found}; expected one brief in a file.`,
    hints: ['Put each brief into a file of its own. A line --- or ... within a text needs a block scalar (|).'],
  });
  return false;
}

function compose(
  tokens: readonly CST.Token[],
  text: string,
  watch: LexemeWatch,
  problems: SyntaxProblem[],
): Document.Parsed | null {
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
  problems.push(...yamlProblems([...document.errors, ...document.warnings], text, watch));
  if (problems.length === 0 && document.contents === null) {
    problems.push({ code: 'syntax-empty', range: [0, 0], message: 'The file holds nothing but comments.' });
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

function at(lines: LineIndex, { code, range, message, hints = [] }: SyntaxProblem): Diagnostic {
  return error(code, message, { at: lines.place(range), hints });
}
