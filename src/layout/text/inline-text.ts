import { dotsOf } from '../../document/figures.js';
import type { Inline, Span, TableCell } from '../../document/tree.js';

/** The text of a table cell including reference marks, for estimating its width. */
export function cellText(cell: TableCell): string {
  return cell.children.map((inline) => widthText(inline, false)).join('');
}

/** The same for its longest word: the dots before a word are on one line with it. */
export function cellWords(cell: TableCell): string {
  return lineText(cell.children);
}

/** Everything that takes room in a line: the words, reference marks, and dots before words. */
export function lineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => widthText(inline, true)).join('');
}

function widthText(inline: Inline, hasDots: boolean): string {
  switch (inline.type) {
    case 'break':
      return '\n';
    case 'citation':
      return inline.items.map((item) => `${item.number ?? ''}${item.locator ?? ''}`).join();
    case 'footnoteReference':
      return '00';
    case 'image':
      return '';
    case 'text':
    case 'inlineCode':
      return inline.value;
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'span': {
      const dots = hasDots && inline.type === 'span' && inline.role === 'dots' ? dotsBefore(inline) : '';
      return dots + inline.children.map((child) => widthText(child, hasDots)).join('');
    }
  }
}

/** The words of inlines, without citation and footnote marks; the alternative text stands for a picture. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value;
    case 'image':
      return inline.alt;
    case 'break':
      return ' ';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return inlineText(inline.children);
    case 'span':
      // A mark is not part of a heading's words.
      return inline.role === 'change' || inline.role === 'sign' ? '' : inlineText(inline.children);
    case 'footnoteReference':
    case 'citation':
      return '';
  }
}

function dotsBefore({ shows }: Span): string {
  return `${dotsOf(shows?.dots ?? 0)}\u00a0`;
}
