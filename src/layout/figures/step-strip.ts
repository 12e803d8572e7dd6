import type { StepState, StepStrip } from '../../document/figures.js';
import { type DrawnFigure, draw, type FigureStyle, label, line, type Mark, type Point, wrap } from './figure.js';

/** In ems: narrower words break all the time, and a higher strip is read more slowly than a table. */
const [NARROWEST, HIGHEST] = [11, 14];

/**
 * What is to be done, from left to right in order of time: a sign on a line for each step, and under it by when, what, who
 * and how it stands. Null where they would have too little room.
 */
export function drawSteps({ steps }: StepStrip, style: FigureStyle): DrawnFigure | null {
  const size = style.fontSize;
  const leading = size * 1.25;
  const width = style.width / Math.max(1, steps.length);
  if (width < size * NARROWEST) return null;
  const axis = size * 0.7;
  const room = width - size * 1.1;
  const cards = steps.map((step) => cardOf(step, room, style));
  const height = axis + size * 0.9 + Math.max(0, ...cards.map(({ length }) => length)) * leading;
  if (height > size * HIGHEST) return null;
  const end = style.width - 1;
  const marks: Mark[] = [
    line([0, axis], [end, axis], style.ink, 0.8),
    {
      kind: 'polygon',
      points: [
        [end + 1, axis],
        [end - size * 0.5, axis - size * 0.3],
        [end - size * 0.5, axis + size * 0.3],
      ],
      fill: style.ink,
    },
  ];
  cards.forEach((lines, i) => {
    const x = i * width;
    marks.push(...stateSign(steps[i]?.state ?? 'open', [x + size * 0.45, axis], size * 0.4, style));
    lines.forEach((words, n) => {
      marks.push(label({ x, y: axis + size * 1.7 + n * leading, size, ...words }));
    });
  });
  return draw(style, height + size * 0.4, marks);
}

type Words = {
  readonly text: string;
  readonly fill: string;
  readonly bold?: boolean;
  readonly direction?: 'ltr' | 'rtl' | undefined;
};

function cardOf(
  { due, action, owner, stateWord }: StepStrip['steps'][number],
  width: number,
  style: FigureStyle,
): Words[] {
  const { fontSize: size, accent, ink, muted, wordDirection } = style;
  const lines = (text: string, bold = false) => (text === '' ? [] : wrap(style, text, { size, width, bold }));
  return [
    ...lines(due, true).map((text) => ({ text, fill: accent, bold: true, direction: wordDirection })),
    ...lines(action).map((text) => ({ text, fill: ink })),
    ...lines([owner, stateWord].filter((part) => part !== '').join(' · ')).map((text) => ({ text, fill: muted })),
  ];
}

/** A ring, a ring with a point, a square, a disc, a cross: each told without its colour. */
function stateSign(state: StepState, [x, y]: Point, radius: number, style: FigureStyle): Mark[] {
  const ring: Mark = { kind: 'circle', x, y, radius, fill: '#ffffff', stroke: style.accent, strokeWidth: 1.1 };
  switch (state) {
    case 'open':
      return [ring];
    case 'in-progress':
      return [ring, { ...ring, radius: radius * 0.45, fill: style.accent }];
    case 'done':
      return [{ ...ring, fill: style.accent }];
    case 'blocked':
      return [
        {
          kind: 'box',
          x: x - radius,
          y: y - radius,
          width: radius * 2,
          height: radius * 2,
          fill: style.ink,
          stroke: style.ink,
        },
      ];
    case 'dropped':
      return [
        { ...ring, stroke: '#ffffff' },
        line([x - radius, y - radius], [x + radius, y + radius], style.ink, 1.1),
        line([x - radius, y + radius], [x + radius, y - radius], style.ink, 1.1),
      ];
  }
}
