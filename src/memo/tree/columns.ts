import { mapBlocks } from '../../document/map.js';
import type { Block, Directive, Inline, Root, Table } from '../../document/tree.js';
import { plainText, walkTree } from '../../document/walk.js';

/**
 * Tables without those columns that `:::table{optional="2 3"}` names and that have nothing under their head, and without
 * the widths of those columns. Dashes alone are nothing: they stand for what is not given.
 */
export function dropEmptyColumns(root: Root): Root {
  const block = (node: Block): Block[] | undefined =>
    node.type === 'directive' && node.attributes.optional !== undefined ? [withoutEmpty(node)] : undefined;
  return { ...root, children: mapBlocks(root.children, { block }) };
}

function withoutEmpty(directive: Directive): Directive {
  const { optional = '', widths, ...attributes } = directive.attributes;
  const named = new Set(words(optional).map((each) => Number(each) - 1));
  const table = directive.children.find((child): child is Table => child.type === 'table');
  const empty = new Set([...named].filter((column) => table !== undefined && isEmpty(table, column)));
  const isKept = (_: unknown, column: number) => !empty.has(column);
  const children = directive.children.map((child) => (child.type === 'table' ? keepColumns(child, isKept) : child));
  const kept = widths === undefined ? {} : { widths: words(widths).filter(isKept).join(' ') };
  return { ...directive, attributes: { ...kept, ...attributes }, children };
}

function isEmpty({ children: [, ...rows] }: Table, column: number): boolean {
  return rows.every(({ children }) => !saysSomething(children[column]?.children ?? []));
}

/** Whether a cell has more than dashes and blanks. */
export function saysSomething(cell: readonly Inline[]): boolean {
  let found = /[^\s\p{Dash}/]/u.test(plainText(cell));
  walkTree(cell, ({ type }) => {
    found ||= type === 'citation' || type === 'footnoteReference' || type === 'image';
  });
  return found;
}

function keepColumns(table: Table, isKept: (_: unknown, column: number) => boolean): Table {
  const rows = table.children.map((row) => ({ ...row, children: row.children.filter(isKept) }));
  return { ...table, align: table.align.filter(isKept), children: rows };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((each) => each !== '');
}
