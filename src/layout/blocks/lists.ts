import type { List, ListItem } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import {
  composed,
  type Frame,
  headsInRail,
  INSET,
  indentIn,
  inside,
  type LayoutContext,
  movedRight,
  narrowed,
  type SetBlock,
  spare,
  withSpaceBelow,
} from '../context.js';
import type { ListItemNode, ListNode, PrintNode, Run } from '../print-nodes.js';
import { textWidth } from '../text/text-width.js';
import { type Face, rounded, styleOf, styleOfWords } from '../theme/typeface.js';

/** How a list differs from the usual one. */
export interface ListLook {
  /** Of the numerals or bullets. */
  readonly label?: Face;
  /** Space between items, in points. */
  readonly between?: number;
  /** Between label and text, in points. */
  readonly labelGap?: number;
  readonly before?: number;
  readonly after?: number;
  /** Its items say themselves where they begin: they have no bullets, and stand at the edge of the text. */
  readonly isPlain?: boolean;
}

/** The space between a numeral and its text, as a part of the text's size. */
const GAP = 0.3;
/** Estimates of widths are a little off, and a label that needs more room would move the text. */
const SLACK = 1.1;

/**
 * A list: its labels begin at the edge of the text around it, and its own text stands at one distance from there. Where the
 * rail is too narrow for headings, the labels hang in it instead, and all text has one edge.
 */
export function setList(list: List, frame: Frame, context: LayoutContext, look: ListLook = {}): SetBlock[] {
  const label = look.label ?? labelFace(frame.face, context);
  const labelGap = look.labelGap ?? rounded(frame.face.size * GAP);
  const wish = look.isPlain ? 0 : Math.max(INSET, labelRoom(list, label) + labelGap);
  const hangs = frame.hang >= wish && !headsInRail(frame.hang);
  const indent = hangs ? wish : indentIn(frame, wish);
  const tight = rounded(frame.face.leading / 6);
  const margin = spare(frame, hangs ? 0 : indent);
  const inner = { ...inside(frame, (hangs ? 0 : indent) + margin), rail: hangs ? frame.hang : 0 };
  const half = frame.face.leading / 2;
  const between = look.between ?? (list.spread ? half : tight);
  const items = list.children.map((item, index) => {
    const content = setItem(item, { ...inner, between: item.spread ? half : tight }, context);
    const left = list.children.length - 1 - index;
    const spaced = left === 0 ? content : spacedBelow(content, between);
    return itemNode(
      item,
      left === 1 && !list.ordered ? keptWithNext(spaced) : spaced,
      indent === 0 || item.checked !== null ? undefined : labelRun(list, index, label),
      context,
    );
  });
  const whole = frame.hang > 0 && isShort(list, inner) ? { unbreakable: true } : {};
  const node: ListNode = {
    list: look.isPlain ? 'none' : kindOf(list),
    items,
    indent: rounded(indent),
    labelGap,
    ...startOf(list),
    ...whole,
  };
  return [
    {
      node: movedRight(narrowed(node, margin), hangs ? rounded(frame.hang - indent) : frame.hang),
      before: look.before ?? 0,
      after: look.after ?? Math.max(frame.between, tight),
    },
  ];
}

/** Bullets that are taken in at a glance: a page that ended within them would hide that they belong together. */
const FEW = 4;
const FEW_LINES = 6;

function isShort({ ordered, children }: List, { width, face }: Frame): boolean {
  if (ordered || children.length > FEW || children.some((item) => item.children.length > 1)) return false;
  const linesOf = (item: ListItem) => Math.max(1, Math.ceil(textWidth(plainText(item.children), face) / width));
  return children.reduce((total, item) => total + linesOf(item), 0) <= FEW_LINES;
}

function startOf(list: List): { start?: number } {
  return list.ordered && list.start !== null && list.start !== 1 ? { start: list.start } : {};
}

function kindOf(list: List): ListNode['list'] {
  if (list.ordered) return 'ordered';
  return list.children.some((item) => item.checked !== null) ? 'none' : 'bullet';
}

/** Of the sans family, bold and coloured: a serif's small dot is lost at the edge of the text, and a number needs no full stop. */
function labelFace({ size, leading, ascent }: Face, context: LayoutContext): Face {
  const { family, stretch } = context.faces.label;
  return {
    family,
    size,
    leading,
    ascent,
    colour: context.theme.colours.accent,
    bold: true,
    ...(stretch && { stretch }),
  };
}

/** Room for the widest label of the list. */
function labelRoom(list: List, label: Face): number {
  const last = list.ordered ? `${(list.start ?? 1) + list.children.length - 1}` : '•';
  return textWidth(last, label) * SLACK;
}

function setItem(item: ListItem, frame: Frame, context: LayoutContext): PrintNode[] {
  const content = composed(context.setBlocks(item.children, { ...frame, origin: item.origin ?? frame.origin }));
  return content.length > 0 ? content : [{ ...styleOf(frame.face), text: '\u00a0', artifact: true }];
}

function spacedBelow(content: readonly PrintNode[], space: number): PrintNode[] {
  return content.map((node, index) => (index === content.length - 1 ? withSpaceBelow(node, space) : node));
}

/** The last bullet is not alone on a page; a number says what it belongs to. */
function keptWithNext(content: readonly PrintNode[]): PrintNode[] {
  return content.map((node, index) => (index === content.length - 1 ? { ...node, keepWithNext: true } : node));
}

function labelRun(list: List, index: number, face: Face): Run {
  return { ...styleOfWords(face), text: list.ordered ? `${(list.start ?? 1) + index}` : '•' };
}

function itemNode(
  item: ListItem,
  content: readonly PrintNode[],
  label: Run | undefined,
  context: LayoutContext,
): ListItemNode {
  const id = context.targets.name(item.id);
  return {
    content,
    ...(label === undefined ? {} : { label }),
    ...(id === undefined ? {} : { id }),
    ...boxOf(item, context),
  };
}

function boxOf(item: ListItem, context: LayoutContext): Pick<ListItemNode, 'box' | 'boxAlt'> {
  if (item.checked === null) return {};
  return item.checked
    ? { box: 'checked', boxAlt: context.words.boxChecked }
    : { box: 'empty', boxAlt: context.words.boxEmpty };
}
