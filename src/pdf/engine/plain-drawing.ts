import { Kept } from '../../kept/kept.js';
import type { EngineNode } from './node-shapes.js';
import type { EngineDocument } from './pdfkit-shapes.js';
import { Renderer } from './pdfmake.js';

/** What a drawing asks of the document that it is drawn in, in order. */
type Calls = readonly (readonly [method: string, operands: readonly unknown[]])[];

/** What paints without asking the document for anything: no font, picture, gradient or size of the page. */
const PAINTING: ReadonlySet<string> = new Set([
  'save',
  'restore',
  'translate',
  'scale',
  'transform',
  'moveTo',
  'lineTo',
  'bezierCurveTo',
  'closePath',
  'rect',
  'circle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'dash',
  'undash',
  'fillColor',
  'strokeColor',
  'fillOpacity',
  'strokeOpacity',
  'fill',
  'stroke',
  'fillAndStroke',
  'clip',
]);

/** pdfmake leaves the colour that it finds, as the document knows it. */
interface ColourState {
  _fillColor: unknown;
}

const kept = new Kept<Calls | 'other'>(300_000);

/**
 * Draws lines and shapes alone, as pdfmake would; what it would paint is kept, since reading a gauge of five lines takes
 * longer than to set a paragraph, and a table of them stands in every edition.
 *
 * @returns false where the drawing is of another kind: nothing is drawn then
 */
export function drawPlain(document: EngineDocument, node: EngineNode): boolean {
  const { svg = '', _width = 0, _height = 0, x = 0, y = 0 } = node;
  const calls = kept.of(`${_width} ${_height}\n${svg}`, () => callsOf(node));
  if (calls === 'other') return false;
  const painter = document as unknown as Record<string, (...operands: readonly unknown[]) => unknown> & ColourState;
  const { _fillColor } = painter;
  for (const [method, operands] of calls) painter[method]?.(...(method === 'translate' ? [x, y] : operands));
  painter._fillColor = _fillColor;
  return true;
}

/** Draws on what only takes notes. Where something else is wanted of it, the drawing is of another kind. */
function callsOf(node: EngineNode): Calls | 'other' {
  const calls: [string, readonly unknown[]][] = [];
  let isPlain = true;
  const refuse = (): never => {
    // Whoever draws may catch what is thrown.
    isPlain = false;
    throw new OtherDrawing();
  };
  const notes: object = new Proxy(
    {},
    {
      get: (_, method) => {
        if (method === '_fillColor') return undefined;
        if (typeof method !== 'string' || !PAINTING.has(method)) return refuse();
        return (...operands: unknown[]) => {
          calls.push([method, operands]);
          return notes;
        };
      },
      set: (_, property) => property === '_fillColor' || refuse(),
      has: refuse,
    },
  );
  // Which picture an address means is another matter in each document.
  const options = { warningCallback: () => {}, imageCallback: refuse };
  try {
    new Renderer(notes as EngineDocument).renderSVG({ ...node, x: 0, y: 0, options });
  } catch (error) {
    if (!(error instanceof OtherDrawing)) throw error;
  }
  // It is moved to its place by the first translation, and by no other.
  const moves = calls.filter(([method]) => method === 'translate');
  return isPlain && moves.length === 1 ? calls : 'other';
}

class OtherDrawing extends Error {}
