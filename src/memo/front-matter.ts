import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';

import { plainText } from '../document/walk.js';
import { parseText } from '../syntax/parse.js';
import { writeQuoted } from '../syntax/write.js';
import type { Placeholders, Printable } from './template/placeholders.js';
import { flattenBlocks } from './tree/flatten.js';
import { inReadingOrder } from './tree/reading-order.js';

/** The output of a template, cut into its front matter (without the fences; empty if there is none) and the rest. */
export function splitFrontMatter(text: string): { readonly matter: string; readonly body: string } {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  return match === null ? { matter: '', body: text } : { matter: match[1] ?? '', body: text.slice(match[0].length) };
}

/**
 * The front matter of the memo: the template's YAML is read with the placeholders in it, then each is replaced by its
 * words, then the whole is written anew with every string quoted. No text of a brief is ever read as YAML. What is empty
 * is left out. The result ends in a line end, or is empty.
 */
export function composeFrontMatter(matter: string, placeholders: Placeholders, file: string): Outcome<string> {
  if (matter.trim() === '') return success('');
  const parsed = parseText(matter, file, 'yaml');
  if (!parsed.ok) return failure(parsed.diagnostics.map(({ message }) => problem(file, message)));
  const content = fill(parsed.value.value, placeholders);
  return success(content === undefined ? '' : `---\n${writeQuoted(content)}---\n\n`);
}

function problem(file: string, message: string): Diagnostic {
  return error('template-syntax', `The front matter of the template is not YAML: ${message}`, {
    at: wholeFile(file),
    hints: ['Between the two lines `---` every line is `key: value`.'],
  });
}

function fill(value: unknown, placeholders: Placeholders): unknown {
  if (value === null) return undefined;
  if (typeof value === 'string') return fillString(value, placeholders);
  if (Array.isArray(value)) {
    const items = value.map((each) => fill(each, placeholders)).filter((each) => each !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, fill(each, placeholders)] as const)
    .filter(([, each]) => each !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A whole number that stands alone stays a number: `edition: 1`. */
function fillString(text: string, placeholders: Placeholders): string | number | undefined {
  const segments = placeholders.segments(text);
  const words = inReadingOrder(
    segments.map((segment) => ('value' in segment ? wordsOf(segment.value) : segment.text)).join(''),
  )
    .replace(/\s+/g, ' ')
    .trim();
  const [only] = segments;
  const isNumber = segments.length === 1 && only !== undefined && 'value' in only && typeof only.value === 'string';
  if (isNumber && /^(?:0|[1-9]\d{0,8})$/.test(words)) return Number(words);
  return words === '' ? undefined : words;
}

function wordsOf(value: Printable): string {
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'plain':
      return value.text;
    case 'inline':
    case 'phrase':
      return plainText(value.nodes);
    case 'block':
      return plainText(flattenBlocks(value.nodes));
    case 'section':
      return plainText(value.title);
  }
}
