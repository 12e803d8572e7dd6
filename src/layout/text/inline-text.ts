import type { Inline, TableCell } from '../../document/tree.js';

/** The text of a table cell including reference marks, for estimating its width. */
export function cellText(cell: TableCell): string {
  return cell.children.map(widthText).join('');
}

function widthText(inline: Inline): string {
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
    case 'span':
      return inline.children.map(widthText).join('');
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
