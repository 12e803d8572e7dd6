import type { Alert, AlertKind, Block, Blockquote } from '../../document/tree.js';
import type { BoxNode, Margin, PrintNode, TextNode } from '../definition.js';
import {
  composed,
  type Frame,
  fromField,
  indentIn,
  inside,
  movedRight,
  type SetBlock,
  type Setter,
  withSpaceBelow,
} from '../setter.js';
import { cleanText, inCapitals } from '../text/clean-text.js';
import { type Face, rounded, styleOf, styleOfText } from '../theme/typeface.js';

/** Sets what is inside a block; handed on so that files by subject need not know each other. */
export type SetInner = (blocks: readonly Block[], frame: Frame, setter: Setter) => SetBlock[];

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

/** A label in letterspaced capitals, at the head of a box. */
export function labelLine(text: string, face: Face, setter: Setter): TextNode {
  const clean = cleanText(text);
  const words = face.capitals ? inCapitals(clean, setter.words.language) : clean;
  return { ...styleOfText(face, words), text: words, keepWithNext: true };
}

/** Words of somebody else: set in, with a hairline at the left, in the text's own size. */
export function setBlockquote(quote: Blockquote, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const { rule, muted } = setter.theme.colours;
  const bar = frame.width < 60 ? null : { width: 1, color: rule };
  const { inner, close } = boxIn(frame, { fill: null, bar, padding: [13, 0, 0, 0] }, { ...frame.face, colour: muted });
  const content = composed(setInner(quote.children, inner, setter));
  if (content.length === 0) return [];
  const box: BoxNode = { ...close(content), role: 'BlockQuote' };
  return [{ node: movedRight(box, frame.hang), before: frame.face.leading / 2, after: frame.face.leading / 2 }];
}

export function setAlert(alert: Alert, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  return setCallout(alert.kind, '', alert.children, frame, setter, setInner);
}

/** A call-out says its kind in a word, and again by its colour. */
export function setCallout(
  kind: AlertKind,
  title: string,
  children: readonly Block[],
  frame: Frame,
  setter: Setter,
  setInner: SetInner,
): SetBlock[] {
  const colour = colourOf(kind, setter);
  const { label, table } = setter.faces;
  const face: Face = { ...table, size: table.size + 0.5, leading: table.leading + 0.5 };
  const { inner, close } = boxIn(
    frame,
    { fill: setter.theme.colours.tint, bar: { width: BAR, color: colour }, padding: [12, 8, 12, 9] },
    face,
  );
  const head: PrintNode[] = [withSpaceBelow(labelLine(setter.words.alerts[kind], { ...label, colour }, setter), 2)];
  if (title !== '') {
    head.push(withSpaceBelow({ ...styleOf({ ...face, bold: true }), text: cleanText(title), keepWithNext: true }, 2));
  }
  const box: BoxNode = {
    ...close([...head, ...composed(setInner(children, { ...inner, alignment: 'left' }, setter))]),
    role: 'Sect',
  };
  const space = setter.faces.body.leading * 0.8;
  return [{ node: movedRight(box, frame.hang), before: space, after: space }];
}

function colourOf(kind: AlertKind, setter: Setter): string {
  switch (kind) {
    case 'note':
    case 'tip':
    case 'important':
      return setter.theme.colours.accent;
    case 'warning':
    case 'caution':
      return setter.theme.colours.warning;
  }
}

/** The bottom line: what the reader takes with her if she reads nothing else. It spans the rail and the text. */
export function setBottomLine(
  title: string,
  children: readonly Block[],
  frame: Frame,
  setter: Setter,
  setInner: SetInner,
): SetBlock[] {
  const { tint, accent } = setter.theme.colours;
  const whole: Frame = { ...frame, width: frame.width + frame.hang, hang: 0 };
  const look: BoxLook = { fill: tint, bar: { width: 3.5, color: accent }, padding: [16, 10, 20, 11] };
  const { inner, close } = boxIn(whole, look, setter.faces.lead);
  const head = title === '' ? [] : [withSpaceBelow(labelLine(title, setter.faces.label, setter), 5)];
  const content = composed(setInner(children, { ...inner, alignment: 'left' }, setter));
  const space = rounded(setter.faces.body.leading * 0.9);
  return [{ node: { ...close([...head, ...content]), role: 'Sect' }, before: space, after: space }];
}

/** What has changed, over rail and text, in small type beside a thin bar: less loud than the bottom line above it. */
export function setChanges(
  title: string,
  children: readonly Block[],
  frame: Frame,
  setter: Setter,
  setInner: SetInner,
): SetBlock[] {
  const { accent } = setter.theme.colours;
  const { label, table, body } = setter.faces;
  const whole: Frame = { ...frame, width: frame.width + frame.hang, hang: 0 };
  const face: Face = { ...table, size: table.size + 0.3, leading: table.leading + 0.3 };
  const look: BoxLook = { fill: null, bar: { width: 1, color: accent }, padding: [18.5, 2, 20, 2] };
  const { inner, close } = boxIn(whole, look, face);
  const head = title === '' ? [] : [withSpaceBelow(labelLine(title, label, setter), 3)];
  const content = composed(setInner(children, { ...inner, alignment: 'left' }, setter));
  const space = rounded(body.leading);
  return [{ node: { ...close([...head, ...content]), role: 'Sect' }, before: space, after: space }];
}
