/** Places measured nodes on pages: one switch over their kinds, and the heights that are worked out beforehand. */
import type { BlockLines, EngineLine, EngineNode, PageItem, Vector } from '../engine/node-shapes.js';
import { childrenHeight, childrenStart, placeChildren } from './children.js';
import { columnsHeight, columnsStart, placeColumns } from './columns.js';
import { imageSize, moved, placeCanvas, placeImage } from './figures.js';
import {
  type Area,
  type Flow,
  leadingSpace,
  type Paragraph,
  type Placed,
  type Placement,
  TOLERANCE,
  trailingSpace,
  WHOLE,
} from './flow.js';
import { listHeight, listStart, placeList } from './list-flow.js';
import { type Grid, gridOf } from './placed-grid.js';
import { placeTable, tableStart } from './table-flow.js';
import { placeText, textStart } from './text-flow.js';

/** The lines of a text node at a width, aligned and justified. */
export type LineSource = (node: EngineNode, width: number) => EngineLine[];

export class Paginator implements Flow {
  items: PageItem[] = [];
  private readonly heights = new WeakMap<EngineNode, { width: number; height: number }>();
  private readonly starts = new WeakMap<EngineNode, { width: number; full: number; start: number }>();
  private readonly grids = new WeakMap<EngineNode, Grid>();

  /** @param paragraphs the lines that were made before: they are the same wherever they are placed */
  constructor(
    private readonly linesOf: LineSource,
    private readonly paragraphs = new WeakMap<EngineNode, Paragraph>(),
  ) {}

  height(node: EngineNode, width: number): number {
    const known = this.heights.get(node);
    if (known?.width === width) return known.height;
    const [left, top, right, bottom] = marginsOf(node);
    const height = isDetached(node) ? 0 : top + this.innerHeight(node, width - left - right) + bottom;
    this.heights.set(node, { width, height });
    return height;
  }

  start(node: EngineNode, width: number, full: number): number {
    const known = this.starts.get(node);
    if (known?.width === width && known.full === full) return known.start;
    const [left, top, right] = marginsOf(node);
    let start = isDetached(node) ? 0 : top + this.innerStart(node, width - left - right, full);
    if (node.unbreakable === true) {
      const whole = this.height(node, width) - trailingSpace(node);
      if (whole - leadingSpace(node) <= full + TOLERANCE) start = whole;
    }
    this.starts.set(node, { width, full, start });
    return start;
  }

  place(node: EngineNode, { area, rest, after }: Placement): Placed {
    if (rest.kind === 'whole' && !area.fresh && !this.mayBegin(node, area, after)) return { y: area.y, rest: WHOLE };
    if (isDetached(node)) return this.placeDetached(node, area);
    const [left, top, right, bottom] = marginsOf(node);
    const space = rest.kind !== 'whole' || (area.fresh && area.continued) ? 0 : top;
    const inner = { ...area, x: area.x + left, width: area.width - left - right, y: area.y + space };
    const placed = this.placeInner(node, { area: inner, rest, after: after > 0 ? after + bottom : 0 });
    if (placed.rest?.kind === 'whole') return { y: area.y, rest: WHOLE };
    if (placed.rest !== null) return placed;
    return { y: Math.max(placed.y, Math.min(placed.y + bottom, area.bottom)), rest: null };
  }

  /** A node begins here if the least part of it fits, and one that goes as a piece if what it is kept with does too. */
  private mayBegin(node: EngineNode, area: Area, after: number): boolean {
    const room = area.bottom - area.y + TOLERANCE;
    if (this.start(node, area.width, area.full) > room) return false;
    if (after === 0 || node.text !== undefined || node.stack !== undefined || node.table !== undefined) return true;
    const whole = this.height(node, area.width);
    return whole > room || whole + after <= room || whole + after > area.full;
  }

  private innerHeight(node: EngineNode, width: number): number {
    if (node.stack !== undefined) return childrenHeight(this, node.stack, width);
    if (node.columns !== undefined) return columnsHeight(this, node, width);
    if (node.ul !== undefined) return listHeight(this, node, width);
    if (node.table !== undefined) return this.grid(node, width).height;
    if (node.text !== undefined) return this.paragraph(node, width).height;
    if (node.image !== undefined || node.svg !== undefined) {
      return imageSize(node, width, Number.POSITIVE_INFINITY).height;
    }
    return node._minHeight ?? 0;
  }

  private innerStart(node: EngineNode, width: number, full: number): number {
    if (node.stack !== undefined) return childrenStart(this, node.stack, width, full);
    if (node.columns !== undefined) return columnsStart(this, node, width, full);
    if (node.ul !== undefined) return listStart(this, node, width, full);
    if (node.table !== undefined) return tableStart(this, this.grid(node, width), full);
    if (node.text !== undefined) return textStart(this.paragraph(node, width));
    if (node.image !== undefined || node.svg !== undefined) return imageSize(node, width, full).height;
    return node._minHeight ?? 0;
  }

  private placeInner(node: EngineNode, placement: Placement): Placed {
    if (node.stack !== undefined) return placeChildren(this, node.stack, placement);
    if (node.columns !== undefined) return placeColumns(this, node, placement);
    if (node.ul !== undefined) return placeList(this, node, placement);
    if (node.table !== undefined) return placeTable(this, this.grid(node, placement.area.width), placement);
    if (node.text !== undefined) return placeText(this, node, placement);
    if (node.image !== undefined || node.svg !== undefined) return placeImage(this, node, placement);
    return placeCanvas(this, node, placement);
  }

  /** Out of the flow: at an offset from where it would stand, taking no room. */
  private placeDetached(node: EngineNode, area: Area): Placed {
    const { x = 0, y = 0 } = node.relativePosition ?? {};
    const raised = node.onLineAbove === true ? this.innerHeight(node, area.width) : 0;
    const away = {
      ...area,
      x: area.x + x,
      y: area.y + y - raised,
      bottom: Number.POSITIVE_INFINITY,
      fresh: true,
      continued: false,
    };
    this.placeInner(node, { area: away, rest: WHOLE, after: 0 });
    return { y: area.y, rest: null };
  }

  paragraph(node: EngineNode, width: number): Paragraph {
    const known = this.paragraphs.get(node);
    const isBroken = known?.width === width;
    if (isBroken && known.block === node.lines) return known;
    // A word says where it is in its line, and pages that were placed before have it in another.
    if (known && !isBroken && node._inlines) node._inlines = node._inlines.map((word) => ({ ...word }));
    const lines = inBlock(isBroken ? known.lines : this.linesOf(node, width), node.lines);
    const heights = lines.map((line) => line.getHeight());
    const height = heights.reduce((total, each) => total + each, 0);
    const paragraph = { width, block: node.lines, lines, heights, height };
    this.paragraphs.set(node, paragraph);
    return paragraph;
  }

  private grid(node: EngineNode, width: number): Grid {
    const known = this.grids.get(node);
    if (known?.width === width) return known;
    const grid = gridOf(this, node, width);
    this.grids.set(node, grid);
    return grid;
  }

  addLine(line: EngineLine, x: number, y: number): void {
    const placed = line.clone();
    placed.x = x;
    placed.y = y;
    this.items.push({ type: 'line', item: placed });
  }

  addVector(vector: Vector, x: number, y: number): void {
    this.items.push({ type: 'vector', item: moved(vector, x, y) });
  }
}

/** The same lines, as far apart as their block says now; those that were placed before stay as they are. */
function inBlock(lines: readonly EngineLine[], block: BlockLines | undefined): readonly EngineLine[] {
  return lines.map((line) => (line.block === block ? line : Object.assign(line.clone(), { block })));
}

function marginsOf(node: EngineNode): readonly [number, number, number, number] {
  const [left = 0, top = 0, right = 0, bottom = 0] = node._margin ?? [];
  return [left, top, right, bottom];
}

function isDetached(node: EngineNode): boolean {
  return node.relativePosition !== undefined;
}
