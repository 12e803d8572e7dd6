import type { CitationItem, Inline, Span } from '../document/tree.js';
import type { PlainContext } from './context.js';

/** Words as they are read, with their marks in brackets; `\n` where the text has a line end. */
export function inlineText(inlines: readonly Inline[], context: PlainContext): string {
  return inlines.map((inline) => textOf(inline, context)).join('');
}

function textOf(inline: Inline, context: PlainContext): string {
  const inner = (children: readonly Inline[]) => inlineText(children, context);
  switch (inline.type) {
    case 'text':
      return inline.value.replace(/\s*\n\s*/g, ' ');
    case 'inlineCode':
      return inline.value.replace(/\n/g, ' ');
    case 'emphasis':
    case 'strong':
      return inner(inline.children);
    // Whoever reads it must see that it no longer holds.
    case 'delete':
      return `~~${inner(inline.children)}~~`;
    case 'break':
      return '\n';
    case 'link':
      return linkText(inline.url, inner(inline.children));
    case 'image':
      return inline.alt === '' ? '' : `[${inline.alt}]`;
    case 'footnoteReference':
      return ` [${context.notes.letterOf(inline.identifier) ?? inline.identifier}]`;
    case 'citation':
      return ` [${inline.items.map(sourceText).join('; ')}]`;
    case 'span':
      return spanText(inline.role, inner(inline.children));
  }
}

/** An address is written out, but for one that is there already. */
function linkText(url: string, words: string): string {
  if (url.startsWith('#')) return words;
  const address = url.replace(/^mailto:/i, '');
  return words === address || words === url ? address : `${words} <${address}>`;
}

function sourceText({ source, number, locator }: CitationItem): string {
  return [number ?? source, ...(locator === null ? [] : [locator.trim()])].join(', ');
}

function spanText(role: Span['role'], words: string): string {
  if (role === 'sign' || role === 'gauge') return '';
  if (role === 'muted') return ` (${words})`;
  return role === 'change' ? `[${words}]` : words;
}
