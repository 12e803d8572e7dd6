import type { Alert, AlertKind, Block, Blockquote } from '../../document/tree.js';
import {
  composed,
  type Frame,
  fromField,
  GUTTER,
  headsInRail,
  INSET,
  indentIn,
  inside,
  type LayoutContext,
  measureOf,
  movedRight,
  narrowed,
  type SetBlock,
  withSpaceBelow,
} from '../context.js';
import type { BoxNode, Margin, PrintNode, TextNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import { textWidth } from '../text/text-width.js';
import { drop, type Face, rounded, styleOf } from '../theme/typeface.js';
import { boxHeading } from './headings.js';

const BAR = 2.5;
/** Points between the word of a call-out and its text beside it. */
const WORD_GAP = 12;
/** Large type far apart is read with ease in lines that are a little longer. */
const LARGE = 1.05;
/** The depth of boxes that are sections of their own. */
const SECTION = 2;

export interface BoxLook {
  readonly fill: string | null;
  readonly bar: { readonly width: number; readonly color: string } | null;
  readonly border?: { readonly width: number; readonly color: string };
  /** left, top, right, bottom; smaller in a narrow frame */
  readonly padding: Margin;
}

/** A box as wide as the frame, and the frame inside it. */
export function boxIn(
  frame: Frame,
  look: BoxLook,
  face: Face = frame.face,
): { inner: Frame; close: (content: readonly PrintNode[]) => BoxNode } {
  const [left, top, right, bottom] = look.padding;
  const padding: Margin = [indentIn(frame, left), top, indentIn(frame, right), bottom];
  const lines = (look.bar?.width ?? look.border?.width ?? 0) + (look.border?.width ?? 0);
  const inner = inside(frame, padding[0] + padding[2] + lines, face);
  const close = (content: readonly PrintNode[]): BoxNode =>
    fromField({ box: { content, fill: look.fill, bar: look.bar, border: look.border ?? null, padding } }, frame.origin);
  return { inner, close };
}

/** Someone else's words: indented, with a hairline at the left, in the size of the text. */
export function setBlockquote(quote: Blockquote, frame: Frame, context: LayoutContext): SetBlock[] {
  const { rule, muted } = context.theme.colours;
  const bar = frame.width < 60 ? null : { width: 1, color: rule };
  const { inner, close } = boxIn(
    frame,
    { fill: null, bar, padding: [INSET - 1, 0, 0, 0] },
    { ...frame.face, colour: muted },
  );
  const content = composed(context.setBlocks(quote.children, inner));
  if (content.length === 0) return [];
  const box: BoxNode = { ...close(content), role: 'BlockQuote' };
  return [{ node: movedRight(box, frame.hang), before: frame.face.leading / 2, after: frame.face.leading / 2 }];
}

export function setAlert(alert: Alert, frame: Frame, context: LayoutContext): SetBlock[] {
  return setCallout({ kind: alert.kind, title: '', children: alert.children }, frame, context);
}

interface Callout {
  readonly kind: AlertKind;
  readonly title: string;
  readonly children: readonly Block[];
}

/** A call-out shows its kind by a word and by its colour; the word stands beside the text where there is room. */
export function setCallout({ kind, title, children }: Callout, frame: Frame, context: LayoutContext): SetBlock[] {
  const colour = colourOf(kind, context);
  const { label, table } = context.faces;
  const face: Face = { ...table, leading: table.leading + 0.5 };
  const word = boxHeading(context.words.alerts[kind], context.levels.within(), { ...label, colour }, context);
  const wordRoom = Math.ceil(textWidth(context.words.alerts[kind], label) * 1.06);
  const lines = measureOf(face);
  const isBeside = title === '' && INSET + wordRoom + WORD_GAP + lines + 10 <= frame.width;
  const used = INSET + (isBeside ? wordRoom + WORD_GAP : 0) + lines;
  const { inner, close } = boxIn(
    frame,
    {
      fill: context.theme.colours.tint,
      bar: { width: BAR, color: colour },
      padding: [INSET - BAR, 5.5, Math.max(10, rounded(frame.width - used)), 6],
    },
    face,
  );
  const set = (width: number) => composed(context.setBlocks(children, { ...inner, width, alignment: 'left' }));
  const space = rounded(context.faces.body.leading * 0.6);
  const boxed = (content: readonly PrintNode[]): SetBlock[] => {
    const box: BoxNode = { ...close(content), role: 'Sect' };
    return [{ node: movedRight(box, frame.hang), before: space, after: space }];
  };
  if (isBeside) {
    const columns = [
      { ...word, margin: [0, drop(label, face), 0, 0] as const, width: wordRoom },
      { stack: set(lines), width: rounded(lines) },
    ];
    return boxed([{ columns, columnGap: WORD_GAP }]);
  }
  const head: PrintNode[] = [withSpaceBelow(title === '' ? word : plainLine(word), 2)];
  if (title !== '') {
    const level = context.levels.within();
    const line = { ...styleOf({ ...face, bold: true }), text: cleanText(title), keepWithNext: true } as const;
    head.push(withSpaceBelow({ ...line, role: `H${level}`, bookmark: { text: cleanText(title), level } }, 2));
  }
  return boxed([...head, ...set(inner.width)]);
}

/** The same words, where others below them are the heading. */
function plainLine({ role: _, bookmark: __, ...line }: TextNode): TextNode {
  return line;
}

function colourOf(kind: AlertKind, context: LayoutContext): string {
  switch (kind) {
    case 'note':
    case 'tip':
    case 'important':
      return context.theme.colours.accent;
    case 'warning':
    case 'caution':
      return context.theme.colours.warning;
  }
}

/** The bottom line: what the reader takes with her if she reads nothing else. It spans the rail and the text. */
export function setBottomLine(
  title: string,
  children: readonly Block[],
  frame: Frame,
  context: LayoutContext,
): SetBlock[] {
  const { tint, accent } = context.theme.colours;
  const whole: Frame = { ...frame, width: frame.width + frame.hang, hang: 0 };
  const look: BoxLook = { fill: tint, bar: { width: 3.5, color: accent }, padding: [INSET - 3.5, 5.5, 16, 6] };
  const { inner, close } = boxIn(whole, look, context.faces.lead);
  const head = sectionHead(title, context)(context.faces.label, 2);
  const width = Math.min(inner.width, rounded(measureOf(context.faces.lead) * LARGE));
  const content = composed(context.setBlocks(children, { ...inner, width, alignment: 'left' })).map((node) =>
    narrowed(node, rounded(inner.width - width)),
  );
  const space = rounded(context.faces.body.leading * 0.6);
  return [{ node: { ...close([...head, ...content]), role: 'Sect' }, before: space, after: space }];
}

/** What has changed, over rail and text, in small type beside a thin bar: less loud than the bottom line above it. */
export function setChanges(
  title: string,
  children: readonly Block[],
  frame: Frame,
  context: LayoutContext,
): SetBlock[] {
  const { accent } = context.theme.colours;
  const { label, table, body } = context.faces;
  const whole: Frame = { ...frame, width: frame.width + frame.hang, hang: 0 };
  const face: Face = table;
  const look: BoxLook = { fill: null, bar: { width: 1, color: accent }, padding: [INSET - 1, 2, 20, 2] };
  const { inner, close } = boxIn(whole, look, face);
  const headIn = sectionHead(title, context);
  const head = headIn(label, 3);
  const content = composed(context.setBlocks(children, { ...inner, alignment: 'left' }));
  const space = rounded(body.leading * 0.6);
  const set: SetBlock = { node: { ...close([...head, ...content]), role: 'Sect' }, before: space, after: space };
  return [headsInRail(frame.hang) ? { ...set, aside: changesInRail(headIn, children, frame, context) } : set];
}

type Head = (face: Face, after: number) => PrintNode[];

/** The heading of a box that is a section of its own, to be set in one face or in another. */
function sectionHead(title: string, context: LayoutContext): Head {
  if (title === '') return () => [];
  const { level } = context.levels.next(SECTION);
  return (face, after) => [withSpaceBelow(boxHeading(title, level, face, context), after)];
}

/** What has changed, in the smallest type, in the rail beside what the reader turns to next; the rail is its box. */
function changesInRail(head: Head, children: readonly Block[], frame: Frame, context: LayoutContext): PrintNode {
  const { faces } = context;
  const inner = inside({ ...frame, width: rounded(frame.hang - GUTTER) }, 0, faces.note);
  // Items have no bullets: their first words are bold, and there is no room.
  const items = children.flatMap((child): SetBlock[] =>
    child.type === 'list'
      ? child.children.flatMap((item) =>
          context.setBlocks(item.children, { ...inner, alignment: 'left', between: 2.5 }),
        )
      : context.setBlocks([child], { ...inner, alignment: 'left', between: 2.5 }),
  );
  return fromField({ stack: [...head(faces.heading[1], 3), ...composed(items)], role: 'Sect' as const }, frame.origin);
}
