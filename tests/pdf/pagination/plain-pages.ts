/** Sets nodes on pages without fonts: every line is ten points high, so that a test can say where each thing stands. */
import type { EngineLine, EngineNode, PageItem } from '../../../src/pdf/engine/node-shapes.js';
import { type Area, type Rest, WHOLE } from '../../../src/pdf/pagination/flow.js';
import { Paginator } from '../../../src/pdf/pagination/paginator.js';

interface Lines {
  readonly name: string;
  readonly count: number;
  /** The lines, from 0, that end with half a word. */
  readonly divided: readonly number[];
}
const known = new WeakMap<EngineNode, Lines>();
const LINE = 10;

/** A paragraph of so many lines: `a0`, `a1` … */
export function para(name: string, count: number, more: Partial<EngineNode> = {}, divided: readonly number[] = []) {
  const node: EngineNode = { text: name, ...more };
  known.set(node, { name, count, divided });
  return node;
}

function lineOf(text: string, divided: boolean): EngineLine {
  const line = { x: 0, y: 0, inlines: [{ text }], divided, getHeight: () => LINE } as unknown as EngineLine;
  return Object.assign(line, { clone: () => Object.assign(lineOf(text, divided), { x: line.x, y: line.y }) });
}

export function newPaginator(): Paginator {
  return new Paginator((node) => {
    const { name, count, divided } = known.get(node) ?? { name: '?', count: 0, divided: [] };
    return Array.from({ length: count }, (_, at) => lineOf(`${name}${at}`, divided.includes(at)));
  });
}

export const FIRST: Area = { x: 0, width: 200, y: 0, bottom: 100, full: 100, fresh: true, continued: false };

/** The pages that a node takes, each with what stands on it; `height` is that of a page. */
function pagesWith(node: EngineNode, height = 100, paginator = newPaginator()): PageItem[][] {
  const pages: PageItem[][] = [];
  let rest: Rest | null = WHOLE;
  while (rest !== null) {
    if (pages.length === 40) throw new Error('it goes on and on');
    paginator.items = [];
    const area: Area = { ...FIRST, bottom: height, full: height, continued: pages.length > 0 };
    rest = paginator.place(node, { area, rest, after: 0 }).rest;
    pages.push(paginator.items);
  }
  return pages;
}

const round = (value = 0) => Math.round(value * 1000) / 1000;

/** What an item is, and where. */
export function shown(item: PageItem): string {
  if (item.type === 'line') return `${item.item.inlines[0]?.text} ${round(item.item.x)},${round(item.item.y)}`;
  if (item.type !== 'vector') return `${item.type} ${round(item.item.x)},${round(item.item.y)}`;
  const { type, x, y, w, h, x1, y1, x2, y2 } = item.item;
  const [from, to] =
    type === 'rect'
      ? [
          [x, y],
          [w, h],
        ]
      : [
          [x1, y1],
          [x2, y2],
        ];
  return `${type} ${from.map(round).join()} ${to.map(round).join()}`;
}

/** The lines on every page, by name: `a0 a1 b0`. */
export function namesOn(node: EngineNode, height?: number): string[] {
  return pagesWith(node, height).map((items) =>
    items.flatMap((item) => (item.type === 'line' ? [item.item.inlines[0]?.text] : [])).join(' '),
  );
}

/** All lines on every page, with their places. */
export function placesOn(node: EngineNode, height?: number): string[][] {
  return pagesWith(node, height).map((items) => items.map(shown));
}

interface TableSetting {
  readonly headerRows?: number;
  /** Of rules, in points. */
  readonly rule?: number;
  /** Above and below the content of a row, and at both sides of that of a cell. */
  readonly padding?: number;
  readonly width?: number;
}

/** A table of columns of one width; a cell that a span covers is null. */
export function tableOf(
  rows: readonly (readonly (EngineNode | null)[])[],
  { headerRows = 0, rule = 0, padding = 0, width = 50 }: TableSetting = {},
): EngineNode {
  const columns = rows[0]?.map(() => ({ width, _minWidth: 0, _maxWidth: width })) ?? [];
  const body = rows.map((row) => row.map((cell): EngineNode => cell ?? { _span: true }));
  const layout = {
    hLineWidth: () => rule,
    vLineWidth: () => rule,
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
  return { table: { widths: columns, headerRows, body }, _layout: layout } as unknown as EngineNode;
}
