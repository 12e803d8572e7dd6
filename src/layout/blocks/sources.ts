import type { Directive, List, ListItem } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import {
  composed,
  type Frame,
  type LayoutContext,
  measureOf,
  narrowed,
  type SetBlock,
  wordLanguage,
} from '../context.js';
import type { ColumnsNode, ListItemNode, PrintNode, Run, TextNode } from '../print-nodes.js';
import { textWidth } from '../text/text-width.js';
import { rounded } from '../theme/typeface.js';
import { setList } from './lists.js';

/** Sources: from so many on they stand in two columns. */
const TWO_COLUMNS_FROM = 5;
/** Points between the columns, and between two sources. */
const GAP = 20;
const BETWEEN = 2;
/** Points: what is read across two columns is on one page, or the eye would have to come back. */
const HIGHEST = 480;
/** Points: about what the numbers take. */
const LABEL = 14;
/** Narrower than this, two columns would be mostly broken addresses. */
const NARROWEST = 400;

/** Sources in small type over rail and text, numbered as the marks in the text say, each with the pages that cite it. */
export function setSources(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { note, numeral } = context.faces;
  const inner: Frame = { ...frame, width: frame.width + frame.hang, hang: 0, face: note, alignment: 'left' };
  const label = { ...numeral, size: note.size, leading: note.leading };
  const set = (list: List, width: number) =>
    setList(list, { ...inner, width }, context, { label, between: BETWEEN, labelGap: 3 }).map((block) => ({
      ...block,
      node: ledBack(block.node, list, context),
    }));
  return directive.children.flatMap((child) => {
    if (child.type !== 'list') return context.setBlocks([child], inner);
    if (child.children.length < TWO_COLUMNS_FROM || inner.width < NARROWEST) {
      const width = Math.min(inner.width, rounded(measureOf(note) + LABEL));
      return set(child, width).map((block) => ({ ...block, node: narrowed(block.node, rounded(inner.width - width)) }));
    }
    const width = rounded((inner.width - GAP) / 2);
    return groups(child, width, inner).map((list) => {
      const columns = halves(list, width, inner).map((half) => ({ stack: composed(set(half, width)), width }));
      const node: ColumnsNode = { columnGap: GAP, columns, unbreakable: true };
      return { node, before: 0, after: BETWEEN };
    });
  });
}

/** Parts of a long list that two columns of a page hold. */
function groups(list: List, width: number, frame: Frame): readonly List[] {
  const parts: List[] = [];
  let [from, height] = [0, 0];
  list.children.forEach((item, index) => {
    const next = heightOf(item, width, frame);
    if (height + next > 2 * HIGHEST) {
      parts.push(part(list, from, index));
      [from, height] = [index, 0];
    }
    height += next;
  });
  return [...parts, part(list, from)];
}

/** Two lists that are about equally high. */
function halves(list: List, width: number, frame: Frame): readonly List[] {
  const heights = list.children.map((item) => heightOf(item, width, frame));
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let above = 0;
  const cut = heights.findIndex((height) => {
    above += height;
    return above >= whole / 2;
  });
  return cut + 1 >= list.children.length ? [list] : [part(list, 0, cut + 1), part(list, cut + 1)];
}

function part(list: List, from: number, to?: number): List {
  return { ...list, start: (list.start ?? 1) + from, children: list.children.slice(from, to) };
}

/** About; nothing depends on it but where the columns end. */
function heightOf(item: ListItem, width: number, { face }: Frame): number {
  const lines = Math.ceil(textWidth(plainText(item.children), face) / (width - 20));
  return Math.max(1, lines) * face.leading + BETWEEN;
}

function ledBack(node: PrintNode, list: List, context: LayoutContext): PrintNode {
  if (!('list' in node)) return node;
  const items = node.items.map((item, i) => {
    const [, number] = /^source-(\d+)$/.exec(list.children[i]?.id ?? '') ?? [];
    const isCited = number !== undefined && context.targets.isWanted(`source-${number}`);
    return isCited ? withPages(item, context.citations.blocksCiting(Number(number)), context) : item;
  });
  return { ...node, items };
}

/** `↑ 2, 5` at the end of a source, on the line of its last word. */
function withPages(item: ListItemNode, pagesOf: readonly string[], context: LayoutContext): ListItemNode {
  const last = item.content.at(-1);
  if (last === undefined || !('text' in last)) return item;
  const { muted } = context.theme.colours;
  const own = { ...wordLanguage(context), color: muted };
  const pages: Run[] = [
    { text: '\u00a0↑\u00a0', color: muted },
    { text: '0', pagesOf, role: 'Reference', linkTitle: context.words.citedOnPage, ...own },
  ];
  const ended: TextNode = { ...last, text: [...runsOf(last), ...pages] };
  return { ...item, content: [...item.content.slice(0, -1), ended] };
}

function runsOf({ text }: TextNode): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}
