import type { Block, Directive, Inline, List, ListItem } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import { composed, type Frame, fromField, inside, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { PrintNode, Run, TableCellNode, TableNode } from '../print-nodes.js';
import { cleanText, inCapitals } from '../text/clean-text.js';
import { inlineText } from '../text/inline-text.js';
import { longestWord, textWidth } from '../text/text-width.js';
import { drop, type Face, styleOfText } from '../theme/typeface.js';
import { columnWidths, stretched } from './column-widths.js';

interface FieldLine {
  readonly label: string;
  /** The label's language, where it is not the document's. */
  readonly lang?: string;
  readonly value: readonly Block[];
  readonly origin: string | undefined;
}

/** Points between label and value, and between the columns of the grid. */
const GAP = 8;
const GUTTER = 18;
/** Estimates of widths are a little off. */
const SLACK = 1.06;

/** Labels and their values, aligned in columns: From, To, Date. It is read as plain text, label before value. */
export function setFields(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const inner = inside(frame, 0, context.faces.field);
  const lists = directive.children.filter((child): child is List => child.type === 'list');
  const others = directive.children.filter((child) => child.type !== 'list');
  const lines = lists.flatMap((list) => list.children.map(fieldOf));
  const after = context.faces.field.leading / 2;
  const set: SetBlock[] = [];
  if (lines.length > 0) set.push({ node: grid(lines, columnsOf(directive), inner, context), before: 0, after });
  if (others.length > 0) set.push({ node: { stack: composed(context.setBlocks(others, inner)) }, before: 0, after });
  return set.map((block) => ({ ...block, node: movedRight(block.node, frame.hang) }));
}

function columnsOf(directive: Directive): number {
  const columns = Number(directive.attributes.columns ?? 2);
  return columns === 1 || columns === 3 ? columns : 2;
}

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

function grid(lines: readonly FieldLine[], wish: number, frame: Frame, context: LayoutContext): TableNode {
  const count = frame.width < 260 ? 1 : Math.min(wish, lines.length);
  const columns = gridColumns(lines, count, frame, context);
  const body: TableCellNode[][] = [];
  for (let at = 0; at < lines.length; at += count) {
    const row = columns.map(({ value }, column): TableCellNode[] => {
      const line = lines[at + column];
      return line === undefined ? [EMPTY, EMPTY] : fieldCells(line, value, frame, context);
    });
    body.push(row.flat());
  }
  // The gutter is part of the value's cell; the last column has none.
  const widths = columns.flatMap(({ label, value }, column) => [label, value + (column < count - 1 ? GUTTER : 0)]);
  const none = { top: 0, head: 0, between: 0, bottom: 0, left: 0, inner: 0, right: 0 };
  return {
    table: { widths: widths.map((width) => Math.floor(width * 1000) / 1000), headerRows: 0, body },
    rules: { ...none, color: context.theme.colours.rule, padding: [0, 2, 0, 2] },
    presentation: true,
  };
}

interface GridColumn {
  readonly label: number;
  readonly value: number;
}

/** One or two columns are equal, which is calm to look at; three are as wide as what they hold, or dates would break. */
function gridColumns(lines: readonly FieldLine[], count: number, frame: Frame, context: LayoutContext): GridColumn[] {
  const room = frame.width - GUTTER * (count - 1);
  const face = labelFace(context);
  if (count < 3) {
    const label = labelWidth(lines, room / count, face);
    return Array.from({ length: count }, () => ({ label, value: room / count - label }));
  }
  const columns = Array.from({ length: count }, (_, column) => lines.filter((__, at) => at % count === column));
  const labels = columns.map((column) => labelWidth(column, room / count, face));
  const claims = columns.map((column) => {
    const texts = column.map((line) => plainText(line.value));
    return {
      min: Math.max(...texts.map((text) => longestWord(text, frame.face))) * SLACK,
      natural: Math.max(...texts.map((text) => textWidth(text, frame.face))) * SLACK,
    };
  });
  const left = room - labels.reduce((sum, width) => sum + width, 0);
  const values = stretched(columnWidths(claims, left), left);
  return labels.map((label, column) => ({ label, value: values[column] ?? 0 }));
}

function labelFace(context: LayoutContext): Face {
  return { ...context.faces.label, colour: context.theme.colours.muted };
}

/** Room for the widest label, but not more than a part of the column, unless a single word needs it. */
function labelWidth(lines: readonly FieldLine[], column: number, face: Face): number {
  const widest = Math.max(...lines.map((line) => textWidth(line.label, face)));
  const word = Math.max(...lines.map((line) => longestWord(line.label, face)));
  const wish = Math.max(Math.min(widest, column * 0.3), Math.min(word, column * 0.45));
  return Math.min(wish * SLACK + GAP, column / 2);
}

const EMPTY: TableCellNode = { text: '', artifact: true };

function fieldLabel({ label, lang }: FieldLine, { words }: LayoutContext): string | readonly Run[] {
  const text = inCapitals(label, lang ?? words.language);
  return lang === undefined ? text : [{ text, lang, isLabel: true }];
}

function fieldCells(
  line: FieldLine,
  width: number,
  frame: Frame,
  context: LayoutContext,
): [TableCellNode, TableCellNode] {
  const face = labelFace(context);
  const above = drop(face, context.faces.field);
  const label: TableCellNode =
    line.label === ''
      ? EMPTY
      : {
          ...styleOfText(face, line.label),
          text: fieldLabel(line, context),
          margin: [0, above, GAP, 0],
        };
  const inner: Frame = { ...frame, width, origin: line.origin ?? frame.origin, alignment: 'left' };
  const content: readonly PrintNode[] = composed(context.setBlocks(line.value, inner));
  const value: TableCellNode = content.length === 0 ? EMPTY : { stack: content };
  return [label, fromField(value, line.origin)];
}
