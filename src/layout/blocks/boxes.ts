import type { Alert, AlertKind, Block, Blockquote } from '../../document/tree.js';
import {
  composed,
  type Frame,
  fromField,
  GUTTER,
  headsInRail,
  indentIn,
  inside,
  type LayoutContext,
  labelText,
  movedRight,
  type SetBlock,
  withSpaceBelow,
} from '../context.js';
import type { BoxNode, Margin, PrintNode, TextNode } from '../print-nodes.js';
import { cleanText, inCapitals } from '../text/clean-text.js';
import { type Face, rounded, styleOf, styleOfText } from '../theme/typeface.js';

const BAR = 2.5;

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

/** A label in letterspaced capitals, at the top of a box: a word of the program's. */
function labelLine(text: string, face: Face, context: LayoutContext): TextNode {
  const clean = cleanText(text);
  const words = face.capitals ? inCapitals(clean, context.words.language) : clean;
  return { ...styleOfText(face, words), text: labelText(words, context), keepWithNext: true };
}

/** Someone else's words: indented, with a hairline at the left, in the size of the text. */
export function setBlockquote(quote: Blockquote, frame: Frame, context: LayoutContext): SetBlock[] {
  const { rule, muted } = context.theme.colours;
  const bar = frame.width < 60 ? null : { width: 1, color: rule };
  const { inner, close } = boxIn(frame, { fill: null, bar, padding: [13, 0, 0, 0] }, { ...frame.face, colour: muted });
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

/** A call-out shows its kind by a word and by its colour. */
export function setCallout({ kind, title, children }: Callout, frame: Frame, context: LayoutContext): SetBlock[] {
  const colour = colourOf(kind, context);
  const { label, table } = context.faces;
  const face: Face = { ...table, size: table.size + 0.5, leading: table.leading + 0.5 };
  const { inner, close } = boxIn(
    frame,
    { fill: context.theme.colours.tint, bar: { width: BAR, color: colour }, padding: [10, 5.5, 10, 6] },
    face,
  );
  const head: PrintNode[] = [withSpaceBelow(labelLine(context.words.alerts[kind], { ...label, colour }, context), 2)];
  if (title !== '') {
    head.push(withSpaceBelow({ ...styleOf({ ...face, bold: true }), text: cleanText(title), keepWithNext: true }, 2));
  }
  const box: BoxNode = {
    ...close([...head, ...composed(context.setBlocks(children, { ...inner, alignment: 'left' }))]),
    role: 'Sect',
  };
  const space = rounded(context.faces.body.leading * 0.6);
  return [{ node: movedRight(box, frame.hang), before: space, after: space }];
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
  const look: BoxLook = { fill: tint, bar: { width: 3.5, color: accent }, padding: [14, 5.5, 16, 6] };
  const { inner, close } = boxIn(whole, look, context.faces.lead);
  const head = title === '' ? [] : [withSpaceBelow(labelLine(title, context.faces.label, context), 2)];
  const content = composed(context.setBlocks(children, { ...inner, alignment: 'left' }));
  const space = rounded(context.faces.body.leading * 0.75);
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
  const face: Face = { ...table, size: table.size + 0.3, leading: table.leading + 0.3 };
  const look: BoxLook = { fill: null, bar: { width: 1, color: accent }, padding: [18.5, 2, 20, 2] };
  const { inner, close } = boxIn(whole, look, face);
  const head = title === '' ? [] : [withSpaceBelow(labelLine(title, label, context), 3)];
  const content = composed(context.setBlocks(children, { ...inner, alignment: 'left' }));
  const space = rounded(body.leading);
  const set: SetBlock = { node: { ...close([...head, ...content]), role: 'Sect' }, before: space, after: space };
  return [headsInRail(frame.hang) ? { ...set, aside: changesInRail(title, children, frame, context) } : set];
}

/** What has changed, in the smallest type, in the rail beside what the reader turns to next. */
function changesInRail(title: string, children: readonly Block[], frame: Frame, context: LayoutContext): PrintNode {
  const { faces, theme } = context;
  const rail: Frame = { ...frame, width: rounded(frame.hang - GUTTER), hang: 0, rail: 0 };
  const look: BoxLook = { fill: null, bar: { width: 1, color: theme.colours.accent }, padding: [6, 0, 0, 0] };
  const { inner, close } = boxIn(rail, look, faces.note);
  const head = title === '' ? [] : [withSpaceBelow(labelLine(title, faces.label, context), 3)];
  // Items have no bullets: their first words are bold, and there is no room.
  const items = children.flatMap((child): SetBlock[] =>
    child.type === 'list'
      ? child.children.flatMap((item) =>
          context.setBlocks(item.children, { ...inner, alignment: 'left', between: 2.5 }),
        )
      : context.setBlocks([child], { ...inner, alignment: 'left', between: 2.5 }),
  );
  return { ...close([...head, ...composed(items)]), role: 'Sect' };
}
