import type { Figure, Table } from '../../document/tree.js';
import {
  type Frame,
  fromField,
  type LayoutContext,
  measureOf,
  narrowed,
  type SetBlock,
  withSpaceBelow,
} from '../context.js';
import type { PrintNode, SvgNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import { inlineText } from '../text/inline-text.js';
import { setRuns } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { rounded } from '../theme/typeface.js';
import { drawFigure, figureStyle } from './draw-figure.js';

/** Points. In a width smaller than this, the words of a figure would break all the time. */
const NARROWEST = 300;
/** Charts are good from 80 mm on. */
const NARROWEST_CHART = 200;
const FOR_NARROW: ReadonlySet<string> = new Set(['chart', 'matrix', 'risk-matrix', 'timeline']);
/** A figure leaves the rest of the page height to the text. */
const HIGHEST = 0.4;

/** A figure with its caption, over the rail and the text; where there is no room for it, its replacement. */
export function setFigure(figure: Figure, frame: Frame, context: LayoutContext): SetBlock[] {
  const { top, bottom } = pageEdges(context);
  const width = frame.width + frame.hang;
  const { kind } = figure.figure;
  const narrowest = FOR_NARROW.has(kind) ? NARROWEST_CHART : NARROWEST;
  const drawn =
    width < narrowest
      ? null
      : drawFigure(figure.figure, figureStyle(width, { ...context, wordLanguage: context.words.language }));
  if (drawn === null || drawn.height > HIGHEST * (context.page.height - top - bottom)) {
    return context.setBlocks(figure.children, frame);
  }
  const svg: SvgNode = {
    role: 'Figure',
    svg: drawn.svg,
    width: drawn.width,
    height: drawn.height,
    alt: cleanText(figure.alt),
    ...dataOf(figure),
  };
  const caption = setRuns(figure.caption, context.faces.caption, context);
  const below: Frame = { ...frame, width, hang: 0, face: context.faces.caption, alignment: 'left' };
  // A caption over rail and text is in lines that the eye finds back from.
  const spare = Math.max(0, rounded(width - measureOf(context.faces.caption)));
  const said = narrowed(textBlock(caption, below, context, { role: 'Caption' }), spare);
  const whole: PrintNode = { role: 'Figure', stack: [withSpaceBelow(svg, 3), said] };
  const parts: PrintNode[] = [caption.length === 0 ? svg : whole];
  const title = setRuns(figure.title ?? [], context.faces.table, context);
  if (title.length > 0) {
    const above: Frame = { ...below, face: context.faces.table };
    parts.unshift(withSpaceBelow(textBlock(title, above, context, {}), 4));
  }
  const space = rounded(context.faces.body.leading * 0.6);
  // Its numbers are those of the table after it.
  const leadsOn = kind === 'risk-matrix' ? { keepWithNext: true } : {};
  const node = fromField({ stack: parts, unbreakable: true, ...leadsOn }, frame.origin);
  return [{ node, before: space, after: space }];
}

/** The cells that are drawn one by one are a table to a screen reader: that which would stand in the figure's place. */
function dataOf({ figure, children }: Figure): Pick<SvgNode, 'data'> {
  if (figure.kind !== 'chart' && figure.kind !== 'matrix') return {};
  const table = children.find((block): block is Table => block.type === 'table');
  const data = table?.children.map((row) => row.children.map((cell) => cleanText(inlineText(cell.children))));
  return data === undefined ? {} : { data };
}

function pageEdges({ page }: LayoutContext): { top: number; bottom: number } {
  const [, top, , bottom] = page.margins;
  return { top, bottom };
}
