import type { Directive } from '../../document/tree.js';
import type { Frame, LayoutContext, SetBlock } from '../context.js';
import { figureStyle } from '../figures/draw-figure.js';
import type { DrawnFigure, FigureStyle } from '../figures/figure.js';
import { drawDots, drawRange } from '../figures/gauge.js';
import type { PrintNode } from '../print-nodes.js';

/** How sure, from the least; `moderate` and `medium` are the same place. */
const LEVELS: Readonly<Record<string, number>> = { low: 1, moderate: 2, medium: 2, high: 3 };
const DOTS = 3;
/** Points: a gauge belongs to the words above it. */
const ABOVE = 2;
const BELOW = 3;

/** A small drawing of what the words above it say: decoration, so it has no words of its own. Nothing for what is no range. */
export function setGauge(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const style = figureStyle(frame.width, { ...context, wordLanguage: context.words.language });
  const drawn = drawGauge(directive.attributes, style);
  if (drawn === null) return [];
  const node: PrintNode = { svg: drawn.svg, width: drawn.width, height: drawn.height, alt: '' };
  return [{ node, before: ABOVE, after: BELOW }];
}

function drawGauge({ range = '', level = '' }: Directive['attributes'], style: FigureStyle): DrawnFigure | null {
  const [, low, high] = /^(\d{1,3})\D{1,3}(\d{1,3})/.exec(range) ?? [];
  if (low !== undefined && high !== undefined) return drawRange(Number(low), Math.min(100, Number(high)), style);
  const filled = Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined;
  return filled === undefined ? null : drawDots(filled, DOTS, style);
}
