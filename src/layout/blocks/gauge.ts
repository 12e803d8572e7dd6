import { DOTS, filledDots } from '../../document/figures.js';
import type { Directive, Shown } from '../../document/tree.js';
import { type Frame, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import { figureStyle } from '../figures/draw-figure.js';
import { drawDots, drawRange } from '../figures/gauge-drawing.js';
import type { PrintNode } from '../print-nodes.js';

/** Points: a gauge belongs to the words above it. */
const ABOVE = 0;
const BELOW = 0;
/** Between a bar and the dots beside it. */
const GAP = 8;

/** Small drawings of what the words above them say: decoration, so they have no words of their own. Nothing for what is no range. */
export function setGauge(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { range = '', level = '' } = directive.attributes;
  const [, low, high] = /(\d{1,3})\D{1,3}(\d{1,3})/.exec(range) ?? [];
  const shown = low === undefined || high === undefined ? null : ([Number(low), Number(high)] as const);
  return setShown({ range: shown, dots: filledDots(level) }, frame, context);
}

export function setShown(shows: Shown, frame: Frame, context: LayoutContext): SetBlock[] {
  const node = shownNode(shows, frame, context);
  return node === null ? [] : [{ node: movedRight(node, frame.hang), before: ABOVE, after: BELOW }];
}

/** A bar and the dots beside it, in the frame's width; null where there is neither. */
export function shownNode({ range, dots: filled }: Shown, frame: Frame, context: LayoutContext): PrintNode | null {
  const style = figureStyle(frame.width, { ...context, wordLanguage: context.words.language });
  const dots = filled === null ? null : drawDots(filled, DOTS, style);
  const room = dots === null ? style.width : style.width - dots.width - GAP;
  const bar = range === null ? null : drawRange(range[0], Math.min(100, range[1]), { ...style, width: room });
  const drawn = [bar, dots].flatMap((each) => each ?? []);
  if (drawn.length === 0) return null;
  const columns = drawn.map(({ svg, width, height }) => ({ width, svg, height, alt: '' }));
  return { columns, columnGap: GAP };
}
