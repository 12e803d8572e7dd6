import type { Block, Directive } from '../../document/tree.js';
import {
  composed,
  type Frame,
  INSET,
  type LayoutContext,
  measureOf,
  movedRight,
  narrowed,
  type SetBlock,
} from '../context.js';
import type { PrintNode } from '../print-nodes.js';
import { type Face, rounded } from '../theme/typeface.js';
import { boxIn } from './boxes.js';

const BAR = 1.5;
/** How far the line beside a quotation stands from it, in points. */
const STAND_OFF = INSET - BAR;

/**
 * Somebody's words: the original large, translations below in italics, last who said it, where and when. One piece: an
 * attribution alone on the next page would not say whose words it names.
 */
export function setQuotation(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { lead, body, note } = context.faces;
  const attribution: Face = { ...note, colour: context.theme.colours.muted };
  const original = { ...lead, size: rounded(body.size * 1.05), leading: rounded(body.size * 1.36) };
  const translation = { ...body, size: rounded(body.size * 0.92), leading: rounded(body.size * 1.2) };
  const hangs = frame.hang >= STAND_OFF + BAR;
  const around: Frame = hangs ? { ...frame, width: frame.width + STAND_OFF + BAR } : frame;
  const bar = { width: BAR, color: context.theme.colours.accent };
  const { inner, close } = boxIn(around, { fill: null, bar, padding: [STAND_OFF, 1, 0, 2] });
  let isOriginal = true;
  const set = (blocks: readonly Block[], face: Face): PrintNode => {
    const width = Math.min(inner.width, rounded(measureOf(face)));
    const stack = composed(context.setBlocks(blocks, { ...inner, width, face, alignment: 'left' }));
    return narrowed({ stack }, rounded(inner.width - width));
  };
  const parts = directive.children.map((child): SetBlock => {
    // Names and titles are not divided.
    if (child.type !== 'blockquote') {
      return { node: { ...set([child], attribution), noHyphen: true }, before: 3, after: 2 };
    }
    const face: Face = isOriginal ? original : { ...translation, italics: true, colour: context.theme.colours.muted };
    isOriginal = false;
    return { node: { ...set(child.children, face), role: 'BlockQuote' }, before: 0, after: 3 };
  });
  if (parts.length === 0) return [];
  const node = { ...close(composed(parts)), unbreakable: true };
  const space = rounded(body.leading * 0.7);
  return [{ node: movedRight(node, hangs ? frame.hang - STAND_OFF - BAR : frame.hang), before: space, after: space }];
}
