import type { Block, Directive, Inline, List, ListItem } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import {
  composed,
  type Frame,
  fromField,
  headsInRail,
  inside,
  type LayoutContext,
  movedRight,
  type SetBlock,
} from '../context.js';
import type { PrintNode, Run, TableCellNode, TableNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import { inlineText } from '../text/inline-text.js';
import { longestWord, textWidth } from '../text/text-width.js';
import { type Face, styleOfText } from '../theme/typeface.js';
import { atEdge, type ColumnClaim, columnWidths, stretched } from './column-widths.js';

interface FieldLine {
  readonly label: string;
  /** The label's language, where it is not the document's. */
  readonly lang?: string;
  readonly value: readonly Block[];
  readonly origin: string | undefined;
}

/** Points between the columns of the grid, and below each of its rows. */
const GUTTER = 10;
const BELOW = 4;
/** Estimates of widths are a little off. */
const SLACK = 1.06;
/** Lines of a value: where one would need more, the fields stand in more rows. */
const MOST_LINES = 2;

/** Labels over their values, side by side: From, To, Date; `wide`, over the rail too. It is read as a list, label before value. */
export function setFields(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const isWide = directive.attributes.wide === 'true';
  const inner = inside(frame, isWide ? -frame.hang : 0, context.faces.field);
  const edge = isWide && headsInRail(frame.hang) ? frame.hang - GUTTER : null;
  const lists = directive.children.filter((child): child is List => child.type === 'list');
  const others = directive.children.filter((child) => child.type !== 'list');
  const lines = lists.flatMap((list) => list.children.map(fieldOf));
  const after = context.faces.field.leading / 4;
  const set: SetBlock[] = [];
  if (lines.length > 0)
    set.push({ node: grid(lines, { wish: columnsOf(directive), edge }, inner, context), before: 0, after });
  if (others.length > 0) set.push({ node: { stack: composed(context.setBlocks(others, inner)) }, before: 0, after });
  return set.map((block) => ({ ...block, node: movedRight(block.node, isWide ? 0 : frame.hang) }));
}

interface GridLook {
  /** How many stand beside each other at most. */
  readonly wish: number;
  /** Points: where the first column should end, so that the second begins where the text of the page does. */
  readonly edge: number | null;
}

/** How many stand beside each other at most. */
function columnsOf(directive: Directive): number {
  const columns = Number(directive.attributes.columns ?? 2);
  return Number.isInteger(columns) && columns >= 1 && columns <= MOST_COLUMNS ? columns : 2;
}

const MOST_COLUMNS = 8;

/** The first strong words of an item are its label; a colon after them is not needed in print. */
function fieldOf(item: ListItem): FieldLine {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'strong') {
    return { label: '', value: item.children, origin: item.origin };
  }
  const [strong, ...words] = first.children;
  const label = cleanText(inlineText(strong.children)).replace(/\s*:\s*$/u, '');
  const value = withoutColon(words);
  const blocks: Block[] = value.length === 0 ? [] : [{ ...first, children: value }];
  return { label, ...languageOf(strong.children), value: [...blocks, ...rest], origin: item.origin };
}

function languageOf([first]: readonly Inline[]): { readonly lang?: string } {
  return first?.type === 'span' && first.lang !== undefined ? { lang: first.lang } : {};
}

function withoutColon(words: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = words;
  if (first?.type !== 'text') return words;
  const value = first.value.replace(/^\s*:?\s+/u, '').replace(/^:$/u, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

function grid(lines: readonly FieldLine[], look: GridLook, frame: Frame, context: LayoutContext): TableNode {
  const widths = gridWidths(lines, look, frame, context);
  const body: TableCellNode[][] = [];
  for (let at = 0; at < lines.length; at += widths.length) {
    const row = widths.map((width, column): TableCellNode => {
      const line = lines[at + column];
      const gutter = column < widths.length - 1 ? GUTTER : 0;
      return line === undefined ? EMPTY : fieldCell(line, { width, gutter }, frame, context);
    });
    body.push(row);
  }
  const none = { top: 0, head: 0, between: 0, bottom: 0, left: 0, inner: 0, right: 0 };
  const columns = widths.map((width, column) => width + (column < widths.length - 1 ? GUTTER : 0));
  return {
    table: { widths: columns.map((width) => Math.floor(width * 1000) / 1000), headerRows: 0, body },
    rules: { ...none, color: context.theme.colours.rule, padding: [0, 0, 0, BELOW] },
    presentation: true,
    role: 'L',
  };
}

/** As many columns as there may be without a value of more than two lines, in rows that are about equally long. */
function gridWidths(
  lines: readonly FieldLine[],
  { wish, edge }: GridLook,
  frame: Frame,
  context: LayoutContext,
): readonly number[] {
  for (let rows = Math.ceil(lines.length / Math.min(wish, lines.length)); rows < lines.length; rows++) {
    const count = Math.ceil(lines.length / rows);
    const room = frame.width - GUTTER * (count - 1);
    const claims = Array.from({ length: count }, (_, column) =>
      claimOf(
        lines.filter((__, at) => at % count === column),
        frame,
        context,
      ),
    );
    const least = claims.reduce((sum, { min }) => sum + min, 0);
    const widths = columnWidths(claims, room);
    const fits = claims.every(({ natural }, column) => natural <= (widths[column] ?? 0) * MOST_LINES * LOSS);
    if (least > room || !(fits || count === 1)) continue;
    const wanted = widths.reduce((sum, width) => sum + width, 0);
    const shared = stretched(widths, Math.min(room, wanted * LOOSEST));
    return edge === null ? shared : atEdge(shared, claims, edge);
  }
  return [frame.width];
}

/** What a column gets of what it asks for: a few fields far apart would not be read as one row. */
const LOOSEST = 1.6;
/** What is left of a line whose last word did not fit. */
const LOSS = 0.85;
/** Points: a date, a number or an edition is not broken. */
const SHORT = 58;

function claimOf(lines: readonly FieldLine[], frame: Frame, context: LayoutContext): ColumnClaim {
  const label = labelFace(context);
  const texts = lines.map(({ value }) => plainText(value));
  const labels = lines.map((line) => line.label);
  const widest = (measure: (text: string, face: Face) => number) =>
    Math.max(...texts.map((text) => measure(text, frame.face)), ...labels.map((text) => measure(text, label))) * SLACK;
  const least = (text: string) => {
    const whole = textWidth(text, frame.face);
    return (whole <= SHORT ? whole : longestWord(text, frame.face)) * SLACK;
  };
  const min = Math.max(...texts.map(least), ...labels.map((text) => textWidth(text, label) * SLACK));
  return { min, natural: Math.max(min, widest(textWidth)) };
}

/** Quiet and small: it is the value that is looked for. */
function labelFace(context: LayoutContext): Face {
  const { family, ascent, size } = context.faces.label;
  return { family, ascent, size, leading: size * 1.3, colour: context.theme.colours.muted };
}

const EMPTY: TableCellNode = { text: '', artifact: true };

function fieldLabel({ label, lang }: FieldLine): string | readonly Run[] {
  return lang === undefined ? label : [{ text: label, lang, isLabel: true }];
}

function fieldCell(
  line: FieldLine,
  { width, gutter }: { readonly width: number; readonly gutter: number },
  frame: Frame,
  context: LayoutContext,
): TableCellNode {
  const face = labelFace(context);
  const label: PrintNode[] =
    line.label === ''
      ? []
      : [{ ...styleOfText(face, line.label), role: 'Lbl', text: fieldLabel(line), noHyphen: true }];
  const inner: Frame = { ...frame, width, origin: line.origin ?? frame.origin, alignment: 'left' };
  const value = composed(context.setBlocks(line.value, inner));
  if (label.length + value.length === 0) return EMPTY;
  const body: PrintNode[] = value.length === 0 ? [] : [{ stack: value, role: 'LBody' }];
  return fromField({ stack: [...label, ...body], role: 'LI', margin: [0, 0, gutter, 0] }, line.origin);
}
