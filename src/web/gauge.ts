import { DOTS } from '../document/figures.js';
import type { Span } from '../document/tree.js';
import { figureStyle } from '../layout/figures/draw-figure.js';
import { drawDots, drawRange } from '../layout/figures/gauge-drawing.js';
import type { WebContext } from './context.js';
import { element, type Markup, trusted } from './markup.js';

/** Points: no wider than a line of words. */
const GAUGE_WIDTH = 130;

/** A bar and dots that repeat the words before them. */
export function gaugeMarkup({ shows }: Span, context: WebContext): Markup {
  const { theme, document } = context;
  const { language, words } = document;
  const style = figureStyle(GAUGE_WIDTH, { theme, faces: context.faces, language, wordLanguage: words.language });
  const bar = shows?.range ? [drawRange(shows.range[0], shows.range[1], style)] : [];
  const dots = shows?.dots ? [drawDots(shows.dots, DOTS, style)] : [];
  const drawn = [...bar, ...dots].map(({ svg }) => trusted(svg));
  return element('span', { class: 'gauge', 'aria-hidden': 'true' }, drawn);
}
