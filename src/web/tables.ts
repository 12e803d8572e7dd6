import type { Align, Table, TableCell } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import type { WebContext } from './context.js';
import { inlineMarkup } from './inlines.js';
import { element, type Markup, NOTHING, text } from './markup.js';

interface TableLook {
  /** What the table is about. */
  readonly summary?: string;
  /** The first column heads its rows. */
  readonly rowHeads?: boolean;
}

/** A table in a frame that scrolls by itself where it is wider than the page, by keyboard too. */
export function tableMarkup(table: Table, { summary, rowHeads = false }: TableLook, context: WebContext): Markup {
  const [head, ...rows] = table.children;
  const hasHead = head?.children.some((cell) => !isEmpty(cell)) ?? false;
  const caption = summary ? element('caption', {}, element('span', { class: 'unseen' }, text(summary))) : NOTHING;
  const headRow = (head?.children ?? []).map((cell, column) => {
    const name = isEmpty(cell) ? 'td' : 'th';
    const scope = name === 'th' ? 'col' : undefined;
    return element(name, { scope, class: classOf(table.align[column]) }, inlineMarkup(cell.children, context));
  });
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.children.map((cell, column) => {
        const isHead = rowHeads && column === 0 && !isEmpty(cell);
        const attributes = { scope: isHead ? 'row' : undefined, class: classOf(table.align[column]) };
        return element(isHead ? 'th' : 'td', attributes, inlineMarkup(cell.children, context));
      }),
    ),
  );
  const parts = [
    caption,
    hasHead ? element('thead', {}, element('tr', {}, headRow)) : NOTHING,
    body.length > 0 ? element('tbody', {}, body) : NOTHING,
  ];
  return element('div', { class: 'table', tabindex: 0 }, element('table', {}, parts));
}

function isEmpty(cell: TableCell): boolean {
  return plainText(cell.children).trim() === '';
}

function classOf(align: Align | undefined): string | undefined {
  return align === 'right' || align === 'center' ? align : undefined;
}
