import type { Chart } from '../../../document/figures.js';
import type { DrawnFigure, FigureStyle } from '../figure.js';
import { drawBars } from './bars.js';
import { drawColumns } from './column-chart.js';
import { drawLines } from './line.js';
import { drawShares } from './shares.js';

/** A chart as wide as `style.width`. Every series is told apart by more than its colour, and named beside its marks. */
export function drawChart(chart: Chart, style: FigureStyle): DrawnFigure {
  switch (chart.form) {
    case 'line':
      return drawLines(chart, style);
    case 'columns':
      return drawColumns(chart, style);
    case 'bars':
      return drawBars(chart, style);
    case 'shares':
      return drawShares(chart, style);
  }
}
