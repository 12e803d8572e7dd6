import type { Block, Directive, Inline, List, ListItem } from '../markdown/tree.js';
import type { SetInner } from './boxes.js';
import { cleanText, inCapitals } from './clean-text.js';
import type { PrintNode, TableCellNode, TableNode } from './definition.js';
import { inlineText } from './inline-text.js';
import { composed, type Frame, fromField, inside, movedRight, type SetBlock, type Setter } from './setter.js';
import { longestWord, textWidth } from './text-width.js';
import { drop, rounded, styleOf } from './typeface.js';

interface FieldLine {
  readonly label: string;
  readonly value: readonly Block[];
  readonly origin: string | undefined;
}

/** Points between label and value, and between the columns of the grid. */
const GAP = 8;
const GUTTER = 18;

/** Labels and their values, aligned in columns: From, To, Date. It is read as plain text, label before value. */
export function setFields(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const inner = inside(frame, 0, setter.faces.field);
  const lists = directive.children.filter((child): child is List => child.type === 'list');
  const others = directive.children.filter((child) => child.type !== 'list');
  const lines = lists.flatMap((list) => list.children.map(fieldOf));
  const after = setter.faces.field.leading / 2;
  const set: SetBlock[] = [];
  if (lines.length > 0)
    set.push({ node: grid(lines, columnsOf(directive), inner, setter, setInner), before: 0, after });
  if (others.length > 0) set.push({ node: { stack: composed(setInner(others, inner, setter)) }, before: 0, after });
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
  return { label, value: [...blocks, ...rest], origin: item.origin };
}

function withoutColon(words: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = words;
  if (first?.type !== 'text') return words;
  const value = first.value.replace(/^\s*:?\s+/u, '').replace(/^:$/u, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

function grid(lines: readonly FieldLine[], wish: number, frame: Frame, setter: Setter, setInner: SetInner): TableNode {
  const columns = frame.width < 260 ? 1 : Math.min(wish, lines.length);
  const room = (frame.width - GUTTER * (columns - 1)) / columns;
  const label = { ...setter.faces.label, colour: setter.theme.colours.muted };
  const widest = Math.max(...lines.map((line) => textWidth(line.label, label)));
  const word = Math.max(...lines.map((line) => longestWord(line.label, label)));
  const labelWidth = Math.min(
    Math.max(Math.min(widest, room * 0.3), Math.min(word, room * 0.45)) * 1.06 + GAP,
    room / 2,
  );
  const valueWidth = room - labelWidth;
  const body: TableCellNode[][] = [];
  for (let at = 0; at < lines.length; at += columns) {
    const row = Array.from({ length: columns }, (_, column): TableCellNode[] => {
      const line = lines[at + column];
      if (line === undefined) return [EMPTY, EMPTY];
      // The gutter is part of the value's cell: the last column has none.
      const cells = fieldCells(line, valueWidth, frame, setter, setInner);
      return cells;
    });
    body.push(row.flat());
  }
  const widths = Array.from({ length: columns }, (_, column) => [
    labelWidth,
    valueWidth + (column < columns - 1 ? GUTTER : 0),
  ]).flat();
  return {
    table: { widths: widths.map((width) => Math.floor(width * 1000) / 1000), headerRows: 0, body },
    rules: {
      top: 0,
      head: 0,
      between: 0,
      bottom: 0,
      left: 0,
      inner: 0,
      right: 0,
      color: '#000000',
      padding: [0, 2, 0, 2],
    },
    presentation: true,
  };
}

const EMPTY: TableCellNode = { text: '', artifact: true };

function fieldCells(
  line: FieldLine,
  width: number,
  frame: Frame,
  setter: Setter,
  setInner: SetInner,
): [TableCellNode, TableCellNode] {
  const face = { ...setter.faces.label, colour: setter.theme.colours.muted };
  const above = drop(face, setter.faces.field);
  const label: TableCellNode =
    line.label === ''
      ? EMPTY
      : { ...styleOf(face), text: inCapitals(line.label, setter.language), margin: [0, above, GAP, 0] };
  const inner: Frame = { ...frame, width, origin: line.origin ?? frame.origin, alignment: 'left' };
  const content: readonly PrintNode[] = composed(setInner(line.value, inner, setter));
  const [only] = content;
  const value: TableCellNode =
    only === undefined ? EMPTY : { stack: content.length === 1 ? [only] : content, margin: [0, 0, rounded(GAP), 0] };
  return [label, fromField(value, line.origin)];
}
