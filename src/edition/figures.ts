import type * as B from '../brief/brief.js';
import type { EditionFigure, FigureCell } from './item-shapes.js';
import type { Passages } from './passages.js';
import { resolveCitations } from './sources.js';

/** A figure's data in one language; its texts are plain, since they stand in a drawing. */
export function resolveFigure(figure: B.Figure, path: string, i: number, passages: Passages): EditionFigure {
  return {
    number: i + 1,
    id: figure.id ?? null,
    change: passages.changeOf(path),
    kind: figure.kind,
    title: passages.inline(figure.title, `${path}.title`),
    unit: passages.optional(figure.unit, `${path}.unit`, passages.plain),
    columns: passages.list(figure.columns, `${path}.columns`, passages.plain),
    rows: figure.rows.map((row, r) =>
      row.map((cell, c) => resolveCell(cell, `${path}.rows[${r}][${c}]`, { isHead: c === 0, passages })),
    ),
    note: passages.optional(figure.note, `${path}.note`, passages.inline),
    sources: resolveCitations(figure.sources, `${path}.sources`, passages),
  };
}

/** The first cell of a row is its name, also where that is a year. */
function resolveCell(
  cell: B.Cell,
  path: string,
  { isHead, passages }: { readonly isHead: boolean; readonly passages: Passages },
): FigureCell {
  if (cell === null) return { number: null, text: null };
  if (typeof cell === 'number' && !isHead) return { number: cell, text: null };
  return { number: null, text: passages.plain(typeof cell === 'number' ? String(cell) : cell, path) };
}
