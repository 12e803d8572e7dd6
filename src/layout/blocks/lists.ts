import type { List, ListItem } from '../../document/tree.js';
import {
  composed,
  type Frame,
  GUTTER,
  headsInRail,
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
  /** Of the numerals, which then have no full stop, or bullets. */
  readonly label?: Face;
  /** Space between items, in points. */
  readonly between?: number;
  /** Space for labels, in points. */
  readonly indent?: number;
  /** Between label and text, in points. */
  readonly labelGap?: number;
  readonly before?: number;
  readonly after?: number;
}

/** The space between a numeral and its text, as a part of the text's size. */
const GAP = 0.6;
/** Estimates of widths are a little off, and a label that needs more room would move the text. */
const SLACK = 1.1;

/** A list. In the text column its labels hang to the left of the text, so that all text has one edge. */
export function setList(list: List, frame: Frame, context: LayoutContext, look: ListLook = {}): SetBlock[] {
  const label = look.label ?? labelFace(list, frame.face, context);
  const wish = look.indent ?? labelRoom(list, frame.face, label, look);
  // Where headings stand in the rail, only what fits between them and the text hangs.
  const room = headsInRail(frame.hang) ? GUTTER : frame.hang;
  const hangs = frame.hang > 0 && room >= wish;
  const indent = hangs ? wish : indentIn(frame, wish);
  const tight = rounded(frame.face.leading / 6);
  const margin = spare(frame, hangs ? 0 : indent);
  const inner = { ...inside(frame, (hangs ? 0 : indent) + margin), rail: hangs ? frame.hang : 0 };
  const half = frame.face.leading / 2;
  const between = look.between ?? (list.spread ? half : tight);
  const items = list.children.map((item, index) => {
    const content = setItem(item, { ...inner, between: item.spread ? half : tight }, context);
    const isLast = index === list.children.length - 1;
    return itemNode(
      item,
      isLast ? content : spacedBelow(content, between),
      indent === 0 || item.checked !== null
        ? undefined
        : labelRun(list, index, label, look.label === undefined ? '.' : ''),
      context,
    );
  });
  const node: ListNode = { list: kindOf(list), items, indent: rounded(indent), ...startOf(list), ...gapOf(look) };
  return [
    {
      node: movedRight(narrowed(node, margin), hangs ? rounded(frame.hang - indent) : frame.hang),
      before: look.before ?? 0,
      after: look.after ?? Math.max(frame.between, tight),
    },
  ];
}

function gapOf(look: ListLook): { labelGap?: number } {
  return look.labelGap === undefined ? {} : { labelGap: look.labelGap };
}

function startOf(list: List): { start?: number } {
  return list.ordered && list.start !== null && list.start !== 1 ? { start: list.start } : {};
}

function kindOf(list: List): ListNode['list'] {
  if (list.ordered) return 'ordered';
  return list.children.some((item) => item.checked !== null) ? 'none' : 'bullet';
}

/** Bullets are of the sans family and bold: a serif's small dot is lost at the edge of the text. */
function labelFace(list: List, face: Face, context: LayoutContext): Face {
  const { muted, accent } = context.theme.colours;
  if (list.ordered) return { ...face, colour: muted };
  const { family } = context.faces.label;
  return { family, size: face.size, leading: face.leading, ascent: face.ascent, colour: accent, bold: true };
}

/** Room for the widest label of the list. */
function labelRoom(list: List, text: Face, label: Face, { labelGap: gap = text.size * GAP, label: own }: ListLook) {
  const stop = own === undefined ? '.' : '';
  if (!list.ordered) return text.size * 1.35;
  const last = (list.start ?? 1) + list.children.length - 1;
  return Math.max(text.size * 1.35, textWidth(`${last}${stop}`, label) * SLACK + gap);
}

function setItem(item: ListItem, frame: Frame, context: LayoutContext): PrintNode[] {
  const content = composed(context.setBlocks(item.children, { ...frame, origin: item.origin ?? frame.origin }));
  return content.length > 0 ? content : [{ ...styleOf(frame.face), text: '\u00a0', artifact: true }];
}

function spacedBelow(content: readonly PrintNode[], space: number): PrintNode[] {
  return content.map((node, index) => (index === content.length - 1 ? withSpaceBelow(node, space) : node));
}

function labelRun(list: List, index: number, face: Face, stop: string): Run {
  const text = list.ordered ? `${(list.start ?? 1) + index}${stop}` : '•';
  return { ...styleOfWords(face), text };
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
