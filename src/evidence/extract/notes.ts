/** The marks of notes on a page, and the powers that look like them. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { lowered, raised } from '../characters.js';
import type { Declarations } from './css.js';
import { classesOf } from './matching.js';

type Element = DefaultTreeAdapterTypes.Element;

export type Raised =
  /** It may be left out of a quotation. */
  | { readonly kind: 'note' }
  /** A power or an index: printed small, so that 10⁶ is not 106. */
  | { readonly kind: 'number'; readonly text: string };

const NUMBERS = /^[[(]?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\])]?$/;
const SYMBOLS = /^[[(]?[*†‡§¶#]+[\])]?$/;
const BRACKETED = /^(?:\[[^[\]]{1,40}\]\s*)+$/;

/**
 * What a raised or lowered element, or a link to a note, is; null for ordinary text.
 * @param before the end of the text that stands before it
 */
export function raisedText(element: Element, declared: Declarations, before: string): Raised | null {
  const tagName = { super: 'sup', sub: 'sub' }[declared.get('vertical-align') ?? ''] ?? element.tagName;
  if (tagName !== 'sup' && tagName !== 'sub' && tagName !== 'a') return null;
  const { text, hasLink } = shortText(element);
  if (text === null) return null;
  if (tagName === 'sub') return numberAfter(/\p{N}$/u, before, lowered(text));
  const isNamed = isNoteByName(element);
  if (tagName === 'sup') return raisedString({ text, before, isNote: hasLink || isNamed });
  return hasLink && (isNamed || SYMBOLS.test(text) || /^\[\w{1,3}\]$/.test(text)) ? { kind: 'note' } : null;
}

/** A string above the line. */
interface RaisedString {
  readonly text: string;
  /** The end of the text that stands before it. */
  readonly before: string;
  /** It is a link to a note, or says that it is the mark of one. */
  readonly isNote?: boolean;
}

export function raisedString({ text, before, isNote = false }: RaisedString): Raised | null {
  const isMark = NUMBERS.test(text) || SYMBOLS.test(text) || BRACKETED.test(text);
  if (isMark && (isNote || BRACKETED.test(text))) return { kind: 'note' };
  if (isNote && /^[a-z]{1,2}$/i.test(text)) return { kind: 'note' };
  const power = /(?:\p{N}|(?<!\p{N})10\s|(?<!\p{L})(?:\p{L}|[cdkmµ]m|ft|in|mi|yd)|[=+/*]\s?\p{L}{1,3})$/u;
  return numberAfter(power, before, raised(text)) ?? (isMark ? { kind: 'note' } : null);
}

function numberAfter(wanted: RegExp, before: string, text: string | null): Raised | null {
  return text !== null && text !== '' && wanted.test(before) ? { kind: 'number', text } : null;
}

function isNoteByName(element: Element): boolean {
  const role = element.attrs.find(({ name }) => name === 'role')?.value;
  return role === 'doc-noteref' || classesOf(element).some((name) => /^(?:reference|foot-?note|note-?ref)/i.test(name));
}

/** The most nodes in a footnote mark: a link in brackets has fewer. */
const MOST_NODES = 20;

function shortText(element: Element): { readonly text: string | null; readonly hasLink: boolean } {
  let text = '';
  let hasLink = false;
  const pending: DefaultTreeAdapterTypes.Node[] = [element];
  for (let count = 0; pending.length > 0; count += 1) {
    if (count > MOST_NODES || text.length > 60) return { text: null, hasLink };
    const node = pending.pop();
    if (node === undefined) break;
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    if (node.nodeName === 'a')
      hasLink ||= (node as Element).attrs.some(({ name, value }) => name === 'href' && value.includes('#'));
    if ('childNodes' in node) pending.push(...node.childNodes.slice(0, MOST_NODES + 1).reverse());
  }
  return { text: text.trim(), hasLink };
}
