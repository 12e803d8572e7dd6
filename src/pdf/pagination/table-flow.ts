/**
 * Tables over pages. A row that fits a page is not torn; the header is repeated, and stays with the first row; rows
 * that a span ties together stay together. What is taller than a page is torn where its cells can be broken.
 */
import type { PageItem } from '../engine/node-shapes.js';
import { moved } from './figures.js';
import { type Area, type Flow, type Placed, type Placement, type Rest, TOLERANCE, WHOLE } from './flow.js';
import { type Cell, contentBox, type Grid, paddingOf, tornStart, type Unit } from './placed-grid.js';
import { drawRule, drawSides, groundsOf } from './table-rules.js';

/** A header higher than this share of the page is not repeated: it would leave too little room for the rows. */
const GREATEST_HEADER = 0.5;

/** The header of a table as it was drawn first, to be drawn again on every page that the table goes on. */
interface Header {
  readonly items: readonly PageItem[];
  readonly y: number;
  readonly height: number;
}
const headers = new WeakMap<Grid, Header>();

function repeats(grid: Grid, full: number): boolean {
  return grid.headerRows > 0 && grid.headerRows < grid.rows.length && grid.headerHeight <= full * GREATEST_HEADER;
}

export function tableStart(flow: Flow, grid: Grid, full: number): number {
  const withHeader = repeats(grid, full);
  const header = withHeader ? grid.headerHeight : 0;
  const first = grid.units[withHeader ? grid.headerRows : 0];
  if (first === undefined) return grid.height;
  return header + unitStart(flow, grid, first, full - header);
}

function unitStart(flow: Flow, grid: Grid, unit: Unit, room: number): number {
  const whole = unit.height + closing(grid, unit.to);
  return grid.isBox || whole > room + TOLERANCE ? Math.min(whole, leastOf(flow, grid, unit.from, room)) : whole;
}

/** The least of a row that a page may end with, and the rule that closes it there. */
function leastOf(flow: Flow, grid: Grid, row: number, room: number): number {
  return tornStart(flow, grid, row, room) + closing(grid, row + 1);
}

/** The rule that closes the table, or the page, after the row before `row`. */
const closing = (grid: Grid, row: number): number => grid.layout.hLineWidth(row, grid.node);

export function placeTable(flow: Flow, grid: Grid, { area, rest, after }: Placement): Placed {
  const begun = rest.kind === 'rows' ? rest : { row: 0, cells: null };
  const withHeader = repeats(grid, area.full);
  let state: Area = area;
  if (begun.row > 0 || begun.cells !== null) state = continueTable(flow, grid, state, withHeader && begun.row > 0);
  let row = begun.row;
  let cells = begun.cells;
  // Below a repeated header stands the header's own rule, not the one between rows.
  let topRule = state.y > area.y ? grid.headerRows : begun.row;
  while (row < grid.rows.length) {
    const unit = grid.units[row];
    if (unit === undefined) break;
    const isHeader = withHeader && row === 0;
    const first = flow.items.length;
    const top = state.y;
    const afterTable = unit.to === grid.rows.length ? after : 0;
    const below = isHeader ? firstRowStart(flow, grid, unit, state) : afterTable;
    const placed = placeUnit(flow, grid, unit, { row, cells, area: state, after: below, topRule });
    if (placed.rest !== null) {
      const isWhole = begun.row === 0 && begun.cells === null && isAtTop(placed.rest);
      return isWhole ? { y: state.y, rest: WHOLE } : closed(flow, grid, state.x, placed);
    }
    if (isHeader) headers.set(grid, { items: flow.items.slice(first), y: top, height: placed.y - top });
    row = unit.to;
    topRule = row;
    cells = null;
    const stillFresh = isHeader && state.fresh;
    state = { ...state, y: placed.y, fresh: stillFresh, full: isHeader ? state.full - grid.headerHeight : state.full };
  }
  drawRule(flow, grid, grid.rows.length, state);
  return { y: state.y + closing(grid, grid.rows.length), rest: null };
}

/** What has to fit below the header: the beginning of the first row. */
function firstRowStart(flow: Flow, grid: Grid, header: Unit, area: Area): number {
  const first = grid.units[header.to];
  return first === undefined ? 0 : unitStart(flow, grid, first, area.full - grid.headerHeight);
}

/** The table goes on at the head of a page. */
function continueTable(flow: Flow, grid: Grid, area: Area, withHeader: boolean): Area {
  const header = withHeader ? headers.get(grid) : undefined;
  if (header === undefined) return area;
  const shift = area.y - header.y;
  for (const item of header.items) flow.items.push(copyOf(item, shift));
  return { ...area, y: area.y + header.height, full: area.full - header.height };
}

function copyOf(item: PageItem, shift: number): PageItem {
  if (item.type === 'line') {
    const line = item.item.clone();
    line.y += shift;
    return { type: 'line', item: line };
  }
  if (item.type === 'vector') return { type: 'vector', item: moved(item.item, 0, shift) };
  if (item.type === 'image' || item.type === 'svg') {
    return { type: item.type, item: { ...item.item, y: (item.item.y ?? 0) + shift } };
  }
  return item;
}

/** The page ends within the table: its last row there is closed with a rule. */
function closed(flow: Flow, grid: Grid, x: number, placed: Placed): Placed {
  const { y, rest } = placed;
  if (rest?.kind !== 'rows' || rest.cells !== null || rest.row === 0) return placed;
  return { y: y + drawRule(flow, grid, rest.row, { x, y }), rest };
}

/** Nothing has been placed of the table that this is left of. */
function isAtTop(rest: Rest): boolean {
  return rest.kind === 'rows' && rest.row === 0 && rest.cells === null;
}

interface Step {
  readonly row: number;
  readonly cells: readonly (Rest | null)[] | null;
  readonly area: Area;
  readonly after: number;
  /** The index of the rule drawn above. */
  readonly topRule: number;
}

function placeUnit(flow: Flow, grid: Grid, unit: Unit, step: Step): Placed {
  const { area } = step;
  const whole = unit.height + closing(grid, unit.to);
  const after = whole + step.after <= area.full + TOLERANCE ? step.after : 0;
  const atStart = step.row === unit.from && step.cells === null;
  if (atStart && area.y + whole + after <= area.bottom + TOLERANCE) return drawUnit(flow, grid, unit, step);
  const tearable = grid.isBox || whole > area.full + TOLERANCE;
  if (atStart && !tearable && !area.fresh) return { y: area.y, rest: rowsFrom(unit.from) };
  if (atStart && !tearable && area.y + whole <= area.bottom + TOLERANCE) return drawUnit(flow, grid, unit, step);
  return tearUnit(flow, grid, unit, step);
}

const rowsFrom = (row: number, cells: readonly (Rest | null)[] | null = null): Rest => ({ kind: 'rows', row, cells });

/** A unit with room for all of it. */
function drawUnit(flow: Flow, grid: Grid, unit: Unit, { area, topRule }: Step): Placed {
  const ruleOf = (row: number): number => (row === unit.from ? topRule : row);
  const tops: number[] = [];
  let y = area.y;
  for (let row = unit.from; row < unit.to; row++) {
    y += grid.layout.hLineWidth(ruleOf(row), grid.node);
    tops.push(y);
    y += grid.rowHeights[row] ?? 0;
  }
  const cells = grid.rows.slice(unit.from, unit.to).flat();
  const band = (cell: Cell) => {
    const last = cell.row + cell.rows - 1;
    return {
      x: area.x,
      top: tops[cell.row - unit.from] ?? area.y,
      bottom: (tops[last - unit.from] ?? area.y) + (grid.rowHeights[last] ?? 0),
    };
  };
  for (const ground of groundsOf(grid, cells, band)) flow.addVector(ground, 0, 0);
  for (const cell of cells) {
    const box = contentBox(grid, cell);
    const top = band(cell).top + paddingOf(grid, cell.row).top;
    flow.place(cell.node, {
      area: {
        x: area.x + box.x,
        width: box.width,
        y: top,
        bottom: Number.POSITIVE_INFINITY,
        full: area.full,
        fresh: true,
        continued: false,
      },
      rest: WHOLE,
      after: 0,
    });
  }
  for (let row = unit.from; row < unit.to; row++) {
    const rule = ruleOf(row);
    const above = (tops[row - unit.from] ?? area.y) - grid.layout.hLineWidth(rule, grid.node);
    drawRule(flow, grid, rule, { x: area.x, y: above });
  }
  const ruleAbove = (cell: Cell): number => grid.layout.hLineWidth(ruleOf(cell.row), grid.node);
  drawSides(flow, grid, cells, (cell) => ({ ...band(cell), top: band(cell).top - ruleAbove(cell) }));
  return { y, rest: null };
}

/** A unit taller than a page, row by row; a spanning cell is then set in its first row. */
function tearUnit(flow: Flow, grid: Grid, unit: Unit, step: Step): Placed {
  let { cells, area } = step;
  for (let row = step.row; row < unit.to; row++) {
    const last = row === grid.rows.length - 1;
    const topRule = row === step.row ? step.topRule : row;
    const across = grid.rows.slice(unit.from, row).flat();
    const spanning = across.filter((cell) => cell.row + cell.rows > row);
    const here = { row, cells, area, after: last ? step.after : 0, topRule };
    const placed = tearRow(flow, grid, here, spanning);
    if (placed.rest !== null) return placed;
    cells = null;
    area = { ...area, y: placed.y, fresh: false };
  }
  return { y: area.y, rest: null };
}

/** `spanning` cells were set in a row above; their grounds and sides go on beside this one. */
function tearRow(flow: Flow, grid: Grid, step: Step, spanning: readonly Cell[]): Placed {
  const { row, area } = step;
  const { top, bottom } = paddingOf(grid, row);
  if (step.cells === null && !area.fresh) {
    const need = leastOf(flow, grid, row, area.full);
    if (area.y + need > area.bottom + TOLERANCE) return { y: area.y, rest: rowsFrom(row) };
  }
  const cells = grid.rows[row] ?? [];
  const mark = flow.items.length;
  const rule = drawRule(flow, grid, step.topRule, area);
  const upper = area.y + rule;
  let ink = upper + top;
  const rests = cells.map((cell, index): Rest | null => {
    const begun = step.cells === null ? WHOLE : (step.cells[index] ?? null);
    if (begun === null) return null;
    const box = contentBox(grid, cell);
    const placed = flow.place(cell.node, {
      area: {
        ...area,
        x: area.x + box.x,
        width: box.width,
        y: upper + top,
        bottom: area.bottom - bottom - closing(grid, row + 1),
        full: area.full - rule - top - bottom - closing(grid, row + 1),
      },
      rest: begun,
      after: step.after,
    });
    ink = Math.max(ink, placed.y);
    return placed.rest;
  });
  const finished = rests.every((rest) => rest === null);
  if (!finished && step.cells === null && rests.every((rest) => rest?.kind === 'whole')) {
    flow.items.length = mark;
    return { y: area.y, rest: rowsFrom(row) };
  }
  const lower = ink + bottom;
  const band = () => ({ x: area.x, top: upper, bottom: lower });
  flow.items.splice(
    mark,
    0,
    ...groundsOf(grid, [...cells, ...spanning], band).map((item): PageItem => ({ type: 'vector', item })),
  );
  drawSides(flow, grid, [...cells, ...spanning], () => ({ x: area.x, top: area.y, bottom: lower }));
  if (finished) return { y: lower, rest: null };
  drawRule(flow, grid, row + 1, { x: area.x, y: lower });
  return { y: lower + closing(grid, row + 1), rest: rowsFrom(row, rests) };
}
