import { type Diagnostic, error } from '../../diagnostics/diagnostic.js';

import { isLocalAddress, linkAddress } from '../../document/address.js';
import type { TemplateFile } from './syntax.js';

interface Opened {
  readonly colons: number;
  readonly name: string;
  readonly line: number;
}

const OPENING = /^(:{3,})([A-Za-z][\w-]*)/;
const CLOSING = /^(:{3,})[ \t]*$/;
const STEPS = /\{\{~?(#|\/|else)/g;

/**
 * What a template would print wrong without a word: a directive that is not closed in its own file, widths that are
 * not numbers, a link whose address may not be followed. All are `template-syntax`.
 */
export function checkFences({ file, source }: TemplateFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const report = (line: number, text: string, message: string, hint: string) => {
    const place = { file, line, column: 1, endLine: line, endColumn: text.length + 1 };
    problems.push(error('template-syntax', message, { at: place, hints: [hint] }));
  };
  const lines = withoutComments(source).split(/\r?\n/);
  lines.forEach((text, index) => {
    for (const [, name, numbers = ''] of text.matchAll(/(?<=^:{3,}table\{.*)\b(widths|optional)=["']([^"'{}]*)["']/g)) {
      const isNumbers = numbers
        .trim()
        .split(/\s+/)
        .every((each) => Number(each) > 0);
      const hint = name === 'widths' ? 'One number a column: widths="2 3 1".' : 'Columns by number: optional="2 3".';
      if (!isNumbers) report(index + 1, text, `\`${name}="${numbers}"\` is not a list of numbers.`, hint);
    }
    for (const [, written = '', completed] of text.matchAll(/\]\(([^\s(){}]+)(\{\{)?/g)) {
      // A value may complete the address.
      const url = completed === undefined ? written : `${written}x`;
      if (linkAddress(url) === null && !isLocalAddress(url))
        report(
          index + 1,
          text,
          `The address ${written} may not be followed.`,
          'Links begin with https:, http:, mailto: or #.',
        );
    }
  });
  for (const { line, name, colons } of unclosed(lines))
    report(
      line,
      lines[line - 1] ?? '',
      `\`:::${name}\` is not closed.`,
      `Close it with a line of ${':'.repeat(colons)}.`,
    );
  return problems;
}

/** Fences as the parser pairs them; the branches of an {{else}} begin with what was open before their {{#if}}. */
function unclosed(lines: readonly string[]): readonly Opened[] {
  let open: Opened[] = [];
  const before: Opened[][] = [];
  lines.forEach((text, index) => {
    for (const [, step] of text.matchAll(STEPS)) {
      if (step === '#') before.push([...open]);
      else if (step === '/') before.pop();
      else open = [...(before.at(-1) ?? open)];
    }
    const [, colons = '', name] = OPENING.exec(text) ?? [];
    if (name !== undefined) open.push({ colons: colons.length, name, line: index + 1 });
    const fence = CLOSING.exec(text)?.[1]?.length;
    if (fence === undefined) return;
    const same = open.findLastIndex((each) => each.colons === fence);
    const at = same >= 0 ? same : open.findLastIndex((each) => each.colons < fence);
    if (at >= 0) open = open.slice(0, at);
  });
  return open;
}

/** Comments become blank lines, so that lines keep their numbers. */
function withoutComments(source: string): string {
  return source.replace(/\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g, (comment) => comment.replace(/[^\n]/g, ''));
}
