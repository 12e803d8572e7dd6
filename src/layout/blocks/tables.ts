import type { Align, Table, TableCell } from '../../document/tree.js';
import { type Frame, fromField, headsInRail, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import { setPicture } from '../pictures/pictures.js';
import type { Margin, NodeCommon, PrintNode, TableCellNode, TableNode, TableRules, TextStyle } from '../print-nodes.js';
import { cellText, cellWords } from '../text/inline-text.js';
import { type Piece, setPieces } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { longestWord, textWidth } from '../text/text-width.js';
import { resized } from '../theme/faces.js';
import type { TableStyle } from '../theme/theme-type.js';
import { smallestType } from '../theme/type-scale.js';
import { type Face, rounded, styleOf } from '../theme/typeface.js';
import { atEdge, type ColumnClaim, columnWidths, sharedWidths, stretched } from './column-widths.js';
import { numericColumns, type SplitColumn, widestParts } from './decimals.js';
import { shownNode } from './gauge.js';
import { joinedLevels, withDotsAbove } from './level-columns.js';
import { besideSign, besideSigns } from './signs-aligned.js';

/** How a table differs from the theme's usual one. */
export interface TableLook {
  readonly style?: TableStyle;
  /** Proportions of the columns. */
  readonly shares?: readonly number[];
  /** The first column heads its rows. */
  readonly rowHeads?: boolean;
  readonly summary?: string;
}

const STEP = 0.5;
/** Estimates of widths are a little off, and an overfull line is ugly. */
const SLACK = 1.05;
/** Where even the smallest type is too wide, columns move together to this part of the usual distance. */
const CROWDED = 0.4;
/** Rows besides the head: a table of so many is not broken over pages. */
const LONGEST_WHOLE = 8;
/** Columns: a table of fewer stays in the text column as long as its words fit. */
const WIDE_FROM = 4;
/** A word longer than this part of the table (an address) may be broken. */
const LONGEST_WORD = 0.34;

interface Given {
  readonly table: Table;
  /** The columns of numbers. */
  readonly numeric: ReadonlyMap<number, SplitColumn>;
  readonly look: TableLook;
  readonly frame: Frame;
  readonly context: LayoutContext;
}

/** A plan of columns that fits. */
interface Plan {
  readonly widths: readonly number[];
  readonly scale: number;
  readonly rules: TableRules;
  /** The table stands over the rail too. */
  readonly wide: boolean;
  /** The dots of a level stand over its word: beside it, there is no room for them. */
  readonly dotsAbove: boolean;
  /** No word need be broken. */
  readonly fits: boolean;
}

/** A table: as wide as the text, or with the rail if it needs that; type shrinks before columns get too narrow. */
export function setTable(table: Table, look: TableLook, frame: Frame, context: LayoutContext): SetBlock[] {
  const columns = table.align.length;
  if (columns === 0 || table.children.length === 0) return [];
  const numeric = numericColumns(table);
  const plan = planTable({ table, numeric, look, frame, context });
  const joined = plan.fits ? null : joinedLevels(table, look.shares);
  if (joined !== null) {
    const { table: narrower, ...shares } = joined;
    return setTable(narrower, { ...look, ...shares }, frame, context);
  }
  const isNamed = look.rowHeads === undefined && namesItsRows(table);
  const beside = besideSigns(numeric, (column) => {
    return cellFace(plan.scale, false, column === 0 && look.rowHeads === true, context);
  });
  const cells = table.children.map((row, rowIndex) =>
    row.children.slice(0, columns).map((given, column) => {
      const cell = plan.dotsAbove ? withDotsAbove(given) : given;
      const isHead = rowIndex === 0;
      const isRowHead = !isHead && column === 0 && look.rowHeads === true;
      const face = cellFace(plan.scale, isHead, isRowHead && !marksItsOwn(cell), context);
      const numbers = numeric.get(column);
      const place: CellPlace = {
        face,
        width: plan.widths[column] ?? 0,
        align: numbers === undefined ? (table.align[column] ?? null) : 'right',
        indent: isHead ? 0 : besideSign(numbers?.[rowIndex - 1], beside.get(column), face, context),
      };
      const node = setCell(cell, place, { ...frame, origin: cell.origin ?? row.origin ?? frame.origin }, context);
      return isRowHead || (!isHead && column === 0 && isNamed) ? { ...node, scope: 'Row' as const } : node;
    }),
  );
  const hasHead = table.children[0]?.children.some((cell) => cellText(cell).trim() !== '') ?? false;
  const node: TableNode = fromField(
    {
      table: { widths: plan.widths, headerRows: hasHead ? 1 : 0, body: hasHead ? cells : cells.slice(1) },
      // A head needs no line above it: the heading is there, or the text that leads on to the table.
      rules: hasHead ? plan.rules : { ...plan.rules, top: Math.max(plan.rules.top, plan.rules.between) },
      ...(table.children.length <= LONGEST_WHOLE + 1 && { unbreakable: true }),
      ...(look.summary ? { summary: look.summary } : {}),
    },
    frame.origin,
  );
  if (node.table.body.length === 0) return [];
  const { leading } = context.faces.body;
  return [
    {
      node: plan.wide ? node : movedRight(node, frame.hang),
      before: rounded(leading * 0.4),
      after: rounded(leading * 0.6),
    },
  ];
}

/**
 * Whether the first column of a table in Markdown tells its rows apart, as a reader of the page sees without being told:
 * words, in every row others.
 */
function namesItsRows({ align, children: [head, ...rows] }: Table): boolean {
  const names = rows.map(({ children: [first] }) => (first === undefined ? '' : cellText(first).trim()));
  const areWords = names.every((name) => /\p{L}/u.test(name));
  const hasHead = head?.children.some((cell) => cellText(cell).trim() !== '') ?? false;
  return hasHead && align.length > 1 && align[0] !== 'right' && areWords && new Set(names).size === names.length;
}

function planTable(given: Given): Plan {
  const { theme, faces } = given.context;
  const { size } = faces.table;
  const least = smallestType(theme);
  for (let scale = 1; scale * size >= least; scale -= STEP / size) {
    const plan = planAt(scale, { spacing: 1, dotsAbove: false }, given);
    if (plan.fits) return plan;
  }
  const smallest = Math.min(1, least / size);
  const closer = [
    { spacing: 1, dotsAbove: false },
    { spacing: 1, dotsAbove: true },
    { spacing: CROWDED, dotsAbove: true },
  ].map((look) => planAt(smallest, look, given));
  return closer.find(({ fits }) => fits) ?? (closer.at(-1) as Plan);
}

interface Spacing {
  /** Of the usual space between columns. */
  readonly spacing: number;
  readonly dotsAbove: boolean;
}

/** The columns with type at `scale` of the theme's size. */
function planAt(scale: number, { spacing, dotsAbove }: Spacing, given: Given): Plan {
  const { table, look, frame, context } = given;
  const whole = frame.width + frame.hang;
  const columns = table.align.length;
  const rules = rulesOf(look.style ?? context.theme.table.style, columns, whole * spacing, context);
  const claims = claimsOf(given, scale, { room: whole, dotsAbove });
  const taken = outside(rules, columns);
  const least = claims.reduce((total, claim) => total + claim.min, 0);
  const natural = claims.reduce((total, claim) => total + claim.natural, 0);
  const isNarrow = headsInRail(frame.hang) && columns < WIDE_FROM && least <= frame.width - taken;
  const wide = frame.hang > 0 && natural > frame.width - taken && !isNarrow;
  const room = Math.max(0, (wide ? whole : frame.width) - taken);
  const shared = look.shares
    ? sharedWidths(fitted(look.shares, columns), claims, room)
    : stretched(columnWidths(claims, room), room, claims);
  // A table over the rail has its second column where the text stands above and below it.
  const inset = rules.left + rules.inner + rules.padding[0] + rules.padding[2];
  const widths = wide && headsInRail(frame.hang) ? atEdge(shared, claims, frame.hang - inset) : shared;
  // Over the rail, the line of the next section ends it; a second one so near would be in its way.
  const closed = wide && rules.left === 0 ? { ...rules, bottom: 0 } : rules;
  return { widths: widths.map(floored), scale, rules: closed, wide, dotsAbove, fits: least <= room };
}

/** Rounded down: many columns together must not be wider than the page. */
function floored(points: number): number {
  return Math.floor(points * 1000) / 1000;
}

/** As many shares as columns. */
function fitted(shares: readonly number[], columns: number): number[] {
  return Array.from({ length: columns }, (_, index) => shares[index] ?? 1);
}

/** What padding and vertical lines take of a table's width. */
function outside(rules: TableRules, columns: number): number {
  const [left, , right] = rules.padding;
  return columns * (left + right) + rules.left + rules.right + (columns - 1) * rules.inner;
}

function claimsOf(
  { table, numeric, look, context }: Given,
  scale: number,
  { room, dotsAbove }: { readonly room: number; readonly dotsAbove: boolean },
): ColumnClaim[] {
  return table.align.map((_, column) => {
    let min = 0;
    let natural = 0;
    table.children.forEach((row, rowIndex) => {
      const cell = row.children[column];
      if (cell === undefined) return;
      const face = cellFace(scale, rowIndex === 0, rowIndex > 0 && column === 0 && look.rowHeads === true, context);
      const text = cellText(cell);
      min = Math.max(min, longestWord(dotsAbove ? text : cellWords(cell), face));
      natural = Math.max(natural, ...text.split('\n').map((line) => textWidth(line, face)));
    });
    const numbers = numeric.get(column);
    if (numbers !== undefined) {
      const parts = widestParts(numbers, cellFace(scale, false, false, context));
      min = Math.max(min, parts.whole + parts.tail);
      natural = Math.max(natural, min);
    }
    const least = Math.min(min * SLACK + 1, room * LONGEST_WORD);
    const claim = { min: least, natural: Math.max(least, natural * SLACK + 1) };
    return numbers === undefined ? claim : { ...claim, isNumeric: true };
  });
}

/** A row head with strong words of its own is strong there only; what it adds stays quiet. */
function marksItsOwn(cell: TableCell): boolean {
  return cell.children.some((child) => child.type === 'strong');
}

function cellFace(scale: number, isHead: boolean, isRowHead: boolean, context: LayoutContext): Face {
  const face = isHead ? context.faces.tableHead : context.faces.table;
  const sized = scale === 1 ? face : resized(face, rounded(face.size * scale));
  return isRowHead ? { ...sized, bold: true } : sized;
}

/** Hairlines between rows, a stronger one under the head: no box around a number needs to be looked through. */
function rulesOf(style: TableStyle, columns: number, room: number, context: LayoutContext): TableRules {
  // However many the columns are, most of the table is text.
  const gap = Math.min(10, (room * 0.3) / columns);
  const { rule, muted } = context.theme.colours;
  const none = { top: 0, head: 0, between: 0, bottom: 0, left: 0, inner: 0, right: 0 };
  const open: Margin = [0, 2.2, rounded(gap), 2.4];
  switch (style) {
    case 'ruled':
      return {
        ...none,
        head: 0.75,
        between: 0.4,
        bottom: 0.5,
        color: muted,
        betweenColor: rule,
        padding: open,
      };
    case 'grid': {
      const half = rounded(gap / 2);
      const line = Math.min(0.4, gap / 4);
      return {
        ...none,
        top: 0.4,
        head: 0.8,
        between: 0.4,
        bottom: 0.4,
        left: line,
        inner: line,
        right: line,
        color: rule,
        padding: [half, 2.6, half, 3.2],
      };
    }
    case 'plain':
      return { ...none, color: rule, padding: [0, 1.4, rounded(gap), 1.4] };
  }
}

interface CellPlace {
  readonly face: Face;
  readonly width: number;
  readonly align: Align;
  /** Points at its right. */
  readonly indent: number;
}

function setCell(cell: TableCell, place: CellPlace, frame: Frame, context: LayoutContext): TableCellNode {
  const inner: Frame = { ...frame, width: place.width, hang: 0, face: place.face, alignment: 'left' };
  const alignment: TextStyle = place.align === null || place.align === 'left' ? {} : { alignment: place.align };
  const more = place.indent > 0 ? { ...alignment, margin: [0, 0, place.indent, 0] as const } : alignment;
  const blocks = setPieces(cell.children, place.face, context).flatMap((piece) =>
    setPiece(piece, more, inner, context),
  );
  const [only, ...others] = blocks;
  if (only === undefined) return { ...styleOf(place.face), text: '' };
  return others.length === 0 ? only : { stack: blocks };
}

function setPiece(piece: Piece, more: Partial<NodeCommon>, frame: Frame, context: LayoutContext): PrintNode[] {
  switch (piece.kind) {
    case 'picture':
      return setPicture(piece, frame, context);
    case 'gauge':
      return [shownNode(piece.shows, frame, context)].flatMap((node) =>
        node === null ? [] : [{ ...node, margin: [0, 1.5, 0, 1] as const }],
      );
    case 'runs':
      return [textBlock(piece.runs, frame, context, more)];
  }
}
