import type { Directive } from '../../document/tree.js';
import type { Frame, LayoutContext, SetBlock } from '../context.js';
import { figureStyle } from '../figures/draw-figure.js';
import type { DrawnFigure, FigureStyle } from '../figures/figure.js';
import { drawDots, drawRange } from '../figures/gauge-drawing.js';
import type { PrintNode } from '../print-nodes.js';

/** How sure, from the least; `moderate` and `medium` are the same place. */
const LEVELS: Readonly<Record<string, number>> = { low: 1, moderate: 2, medium: 2, high: 3 };
const DOTS = 3;
/** Points: a gauge belongs to the words above it. */
const ABOVE = 0;
const BELOW = 0;
/** Between a bar and the dots beside it. */
const GAP = 8;

/** Small drawings of what the words above them say: decoration, so they have no words of their own. Nothing for what is no range. */
export function setGauge(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { range = '', level = '' } = directive.attributes;
  const style = figureStyle(frame.width, { ...context, wordLanguage: context.words.language });
  const filled = Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined;
  const dots = filled === undefined ? null : drawDots(filled, DOTS, style);
  const room = dots === null ? style.width : style.width - dots.width - GAP;
  const bar = drawBar(range, { ...style, width: room });
  const drawn = [bar, dots].flatMap((each) => each ?? []);
  if (drawn.length === 0) return [];
  const columns = drawn.map(({ svg, width, height }) => ({ width, svg, height, alt: '' }));
  const node: PrintNode = { columns, columnGap: GAP };
  return [{ node, before: ABOVE, after: BELOW }];
}

function drawBar(range: string, style: FigureStyle): DrawnFigure | null {
  const [, low, high] = /^(\d{1,3})\D{1,3}(\d{1,3})/.exec(range) ?? [];
  return low === undefined || high === undefined ? null : drawRange(Number(low), Math.min(100, Number(high)), style);
}
