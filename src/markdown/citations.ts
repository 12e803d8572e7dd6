import type { CitationItem } from '../document/tree.js';
import { cleanText, decodeString, foldLines } from './characters.js';
import type { MarkdownProblem } from './problem.js';

/**
 * A citation key as Pandoc reads it: a letter, digit or `_`, then letters, digits and single punctuation marks inside;
 * `@{…}` for any other key. A placeholder is a key too: the template engine printed it for a source's id.
 */
const KEY = /^@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*|\uE000\d+\uE001))/u;

/** How far a citation may reach, in characters: beyond it a bracket is not a citation, so the search stays cheap. */
const LONGEST = 2000;

export interface CitationText {
  readonly raw: string;
  readonly items: readonly CitationItem[];
}

/**
 * The citation that `source` begins with: `[@id]`, `[@id, art. 87(7)]`, `[@a; @b, p. 3]`; null if it begins with none.
 * Follows Pandoc's manual, "Citation syntax". A locator may hold balanced brackets.
 */
export function readCitation(source: string): CitationText | null {
  if (!source.startsWith('[@')) return null;
  const end = closingBracket(source);
  // `[@a](…)` and `[@a][…]` are a link's text.
  if (end < 0 || source[end + 1] === '(' || source[end + 1] === '[') return null;
  const items: CitationItem[] = [];
  for (const part of splitItems(source.slice(1, end))) {
    const item = readItem(part.trim());
    if (item === null) return null;
    items.push(item);
  }
  return { raw: source.slice(0, end + 1), items };
}

/** Where the bracket that opens at 0 closes; -1 if it does not, or a blank line stands in between. */
function closingBracket(source: string): number {
  let depth = 0;
  for (let i = 0; i < Math.min(source.length, LONGEST); i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return i;
  }
  return -1;
}

/** Parts between semicolons that stand outside brackets. */
function splitItems(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    else if (character === ';' && depth === 0 && /^\s*@/.test(text.slice(i + 1, i + 100))) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function readItem(text: string): CitationItem | null {
  const key = KEY.exec(text);
  const source = key?.[1] ?? key?.[2];
  if (key === null || source === undefined) return null;
  const rest = text.slice(key[0].length);
  if (rest !== '' && !/^\s*,|^\s/.test(rest)) return null;
  const locator = foldLines(cleanText(decodeString(rest.replace(/^\s*,?\s*/, '')))).trim();
  return { source, locator: locator === '' ? null : locator, number: null };
}

/** Text within brackets, and a citation in the text (`@id says`); what stands before the @ is not part of an address. */
const BRACKETS_OR_KEY =
  /\[[^[\]]{0,700}\]|(?<![\p{L}\p{N}_@.\\])@([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*)/gu;

/** Finds what cites in Pandoc, and not here: `[see @id, p. 3]`, `[-@id]`, `@id says`, in text that no citation was read in. */
export function findUnreadCitations(text: string, problems: MarkdownProblem[]): void {
  if (!text.includes('@')) return;
  for (const [written, bare] of text.matchAll(BRACKETS_OR_KEY)) {
    const key = bare ?? [...written.slice(1).matchAll(BRACKETS_OR_KEY)][0]?.[1];
    if (key !== undefined) problems.push({ kind: 'unread-citation', written, key });
  }
}
