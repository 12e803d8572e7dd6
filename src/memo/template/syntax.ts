import { type Diagnostic, error, failure, type Outcome, type Place, success } from '../../diagnostics/diagnostic.js';

import { placeDirectives } from './directive-places.js';
import { type Program, parseTemplate } from './engine.js';

/** A template or partial of a pack, parsed. */
export interface TemplateFile {
  /** As messages name it, for example `templates/policy-memo/print.md.hbs`. */
  readonly file: string;
  readonly source: string;
  readonly program: Program;
}

/** Parses a template; a syntax error becomes a diagnostic with its line and column. */
export function readTemplate(file: string, source: string): Outcome<TemplateFile> {
  try {
    const program = parseTemplate(source);
    placeDirectives(file, program);
    return success({ file, source, program });
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return failure([syntaxProblem(file, source, thrown)]);
  }
}

interface HandlebarsError extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
  readonly endLineNumber?: number;
  readonly endColumn?: number;
}

function syntaxProblem(file: string, source: string, thrown: HandlebarsError): Diagnostic {
  const place = exceptionPlace(file, thrown) ?? parserPlace(file, source, thrown.message);
  return error('template-syntax', `The template cannot be read: ${explain(thrown.message)}.`, {
    at: place,
    hints: ['Every {{#…}} needs its {{/…}}, and every {{ its }}.'],
  });
}

/** Handlebars gives a place to what it finds after parsing, such as `if doesn't match each - 3:5`. */
function exceptionPlace(file: string, error: HandlebarsError): Place | null {
  const { lineNumber: line, column } = error;
  if (line === undefined || column === undefined) return null;
  const endLine = error.endLineNumber ?? line;
  return { file, line, column: column + 1, endLine, endColumn: (error.endColumn ?? column) + 1 };
}

/**
 * The parser itself says only the line, and draws a caret under the last twenty characters before the mistake. The
 * column is where those characters stand.
 */
function parserPlace(file: string, source: string, message: string): Place {
  const line = Number(/ on line (\d+)/.exec(message)?.[1] ?? 1);
  const [, excerpt = '', caret = ''] = message.split('\n');
  const before = excerpt.slice(0, caret.indexOf('^')).replace(/^\.\.\./, '');
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  let past = lines.slice(0, line - 1).join('');
  for (let column = 0; column <= text.length; column++) {
    if (past.endsWith(before)) return { file, line, column: column + 1, endLine: line, endColumn: column + 2 };
    past += text[column] ?? '';
  }
  return { file, line, column: 1, endLine: line, endColumn: text.length + 1 };
}

function explain(message: string): string {
  const got = /got '(\w+)'/.exec(message)?.[1];
  if (got === undefined) return (message.split('\n')[0] ?? message).replace(/ - \d+:\d+$/, '').replace(/:$/, '');
  return got === 'EOF' ? 'it ends before everything that was opened is closed' : `found ${TOKENS[got] ?? got} here`;
}

/** What the parser's names for its tokens look like in a template. */
const TOKENS: Readonly<Record<string, string>> = {
  INVALID: 'a character that means nothing',
  CLOSE: '}}',
  CLOSE_RAW_BLOCK: '}}}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  OPEN: '{{',
  OPEN_ENDBLOCK: '{{/',
  OPEN_BLOCK: '{{#',
  OPEN_SEXPR: '(',
  EQUALS: '=',
  ID: 'a name',
  SEP: 'a dot',
  STRING: 'a string',
  NUMBER: 'a number',
  DATA: '@',
  INVERSE: '{{else}}',
};

/** The place of a node of the parsed template; Handlebars counts columns from 0. */
export function placeOf(file: string, loc: hbs.AST.SourceLocation): Place {
  return {
    file,
    line: loc.start.line,
    column: loc.start.column + 1,
    endLine: loc.end.line,
    endColumn: loc.end.column + 1,
  };
}
