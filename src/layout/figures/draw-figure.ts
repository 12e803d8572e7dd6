import type { FigureData } from '../../document/figures.js';
import { isRightToLeft } from '../text/right-to-left.js';
import { textWidth } from '../text/text-width.js';
import type { Faces } from '../theme/faces.js';
import type { Theme } from '../theme/theme-type.js';
import { drawChart } from './charts/chart.js';
import type { DrawnFigure, FigureStyle } from './figure.js';
import { drawStakeholderGrid } from './grid.js';
import { drawMatrix } from './matrix.js';
import { drawRiskMatrix } from './risk-matrix.js';
import { drawSteps } from './step-strip.js';
import { drawTimeline } from './timeline/timeline.js';
import { drawYardstick } from './yardstick.js';

/** Estimates of widths are a little off, and a name must not run out of its cell. */
const SLACK = 1.05;

interface Surroundings {
  readonly theme: Pick<Theme, 'colours'>;
  readonly faces: Pick<Faces, 'table'>;
  /** BCP 47, of the document and of the program's own words. */
  readonly language: string;
  readonly wordLanguage: string;
}

/** How figures look in a document, `width` points wide. */
export function figureStyle(width: number, { theme, faces, language, wordLanguage }: Surroundings): FigureStyle {
  const { table } = faces;
  const { text: ink, muted, accent, tint } = theme.colours;
  return {
    width,
    font: table.family,
    fontSize: Math.max(7, table.size - 1),
    ink,
    muted,
    accent,
    tint,
    rightToLeft: isRightToLeft(language),
    ...wordDirection(language, wordLanguage),
    measure: (text, size, bold) => textWidth(text, { ...table, size, bold }) * SLACK,
  };
}

function wordDirection(language: string, ofWords: string): Pick<FigureStyle, 'wordDirection'> {
  const own = isRightToLeft(ofWords);
  return own === isRightToLeft(language) ? {} : { wordDirection: own ? 'rtl' : 'ltr' };
}

/** Null where it cannot be drawn in this width. */
export function drawFigure(figure: FigureData, style: FigureStyle): DrawnFigure | null {
  switch (figure.kind) {
    case 'stakeholder-grid':
      return drawStakeholderGrid(figure, style);
    case 'timeline':
      return drawTimeline(figure, style);
    case 'yardstick':
      return drawYardstick(figure, style);
    case 'risk-matrix':
      return drawRiskMatrix(figure, style);
    case 'steps':
      return drawSteps(figure, style);
    case 'chart':
      return drawChart(figure, style);
    case 'matrix':
      return drawMatrix(figure, style);
  }
}
