import type { Block, Directive } from '../../document/tree.js';
import { composed, type Frame, inside, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { ColumnsNode } from '../print-nodes.js';
import { rounded } from '../theme/typeface.js';
import { sectionRule } from './section-rule.js';

/** What stands in the rest of the last row, so that its columns are as wide as those above. */
const EMPTY: Directive = { type: 'directive', name: 'column', attributes: {}, children: [] };
/** Points between columns. */
const GAP = 20;

interface Column {
  readonly share: number;
  readonly children: readonly Block[];
}

/**
 * Columns beside each other, in the proportions their `width` says. What is in no column is a column of its own. With
 * `across`, no more than so many stand beside each other, and the others below them.
 */
export function setColumns(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const columns = directive.children.map(columnOf);
  const across = Math.trunc(Number(directive.attributes.across ?? 0));
  if (!(across > 0) || across >= columns.length) return setRow(columns, directive, frame, context);
  const empty = Array.from({ length: (across - (columns.length % across)) % across }, () => columnOf(EMPTY));
  const all = [...columns, ...empty];
  const rows = Array.from({ length: all.length / across }, (_, i) => all.slice(i * across, (i + 1) * across));
  return rows.flatMap((row) => setRow(row, directive, frame, context));
}

function setRow(columns: readonly Column[], directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  if (columns.length === 0) return [];
  const isWide = directive.attributes.wide === 'true' || columns.some(beginsSection);
  const hang = isWide ? 0 : frame.hang;
  const whole = frame.width + frame.hang - hang;
  const gap = Math.min(Number(directive.attributes.gap ?? GAP), whole / (columns.length * 4));
  const room = whole - gap * (columns.length - 1);
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  const node: ColumnsNode = {
    columnGap: rounded(gap),
    columns: columns.map(({ share, children }) => {
      const width = Math.floor(((room * share) / total) * 1000) / 1000;
      const inner: Frame = { ...inside(frame, frame.width - width), alignment: 'left' };
      return { stack: composed(context.setBlocks(children, inner)), width };
    }),
  };
  const set: SetBlock = { node: movedRight(node, hang), before: 0, after: frame.face.leading / 2 };
  return columns.some(beginsSection) && frame.hang > 0 ? [ruled(set, context)] : [set];
}

/** Sections have a hairline above them. */
function ruled({ node, after }: SetBlock, context: LayoutContext): SetBlock {
  const { leading } = context.faces.body;
  return { node: { stack: [sectionRule(context), node] }, before: rounded(leading * 0.7), after };
}

/** Sections beside each other begin where sections begin: at the edge of the rail. */
function beginsSection({ children }: { children: readonly Block[] }): boolean {
  const [first] = children;
  return first?.type === 'heading' && first.depth <= 2;
}

function columnOf(block: Block): Column {
  if (block.type !== 'directive' || block.name !== 'column') return { share: 1, children: [block] };
  const share = Number(block.attributes.width ?? 1);
  return { share: share > 0 && share <= 100 ? share : 1, children: block.children };
}
