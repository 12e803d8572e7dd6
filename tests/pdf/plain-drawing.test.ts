import { describe, expect, it, vi } from 'vitest';
import type { SvgNode } from '../../src/layout/print-nodes.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';

const drawing = vi.hoisted(() => ({ isKept: true, plain: [] as boolean[], colours: [] as unknown[][] }));
vi.mock('../../src/pdf/engine/plain-drawing.js', async (load) => {
  const { drawPlain } = await load<typeof import('../../src/pdf/engine/plain-drawing.js')>();
  return {
    drawPlain: (...given: Parameters<typeof drawPlain>) => {
      const document = given[0] as unknown as { readonly _fillColor: unknown };
      const before = document._fillColor;
      const isDrawn = drawing.isKept && drawPlain(...given);
      drawing.plain.push(isDrawn);
      drawing.colours.push([before, document._fillColor]);
      return isDrawn;
    },
  };
});

const PLAIN: Readonly<Record<string, string>> = {
  lines: '<line x1="1" y1="2" x2="90" y2="2" stroke="#575c66" stroke-width="0.6" stroke-linecap="round"/>',
  'filled shapes':
    '<rect x="5" y="5" width="20" height="9" fill="#1f3f6e" stroke="#000" rx="2"/><circle cx="40" cy="20" r="8" fill="#ccc"/>',
  'curves and dashes': '<path d="M1 1C20 40 40 1 60 30Q70 2 90 9Z" fill="none" stroke="#900" stroke-dasharray="3 2"/>',
  'moved groups': '<g transform="translate(10 4) rotate(12)"><polygon points="0,0 20,0 10,15" fill="#060"/></g>',
  transparency:
    '<ellipse cx="30" cy="20" rx="25" ry="12" fill="#036" fill-opacity="0.4" stroke="#300" stroke-opacity="0.5"/>',
  'cut shapes': '<svg x="4" y="4" width="20" height="10"><rect width="60" height="30" fill="#a30"/></svg>',
};
const OTHER: Readonly<Record<string, string>> = {
  words: '<text x="4" y="20" font-size="9">Words</text>',
  gradients:
    '<linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#00f"/></linearGradient><rect width="50" height="20" fill="url(#g)"/>',
  'shapes that are see-through as one':
    '<g opacity="0.5"><rect width="50" height="20"/><rect x="20" width="50" height="30"/></g>',
  pictures: '<image href="nothing.png" width="20" height="20"/>',
};

function definitionOf(inside: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" width="100" height="40">${inside}</svg>`;
  const node = (x: number): SvgNode => ({ svg, width: 100, height: 40, alt: 'A drawing.', margin: [x, 0, 0, x] });
  return { ...SAMPLE, content: [node(0), { text: 'Between.', color: '#336699' }, node(7.5), { text: 'After.' }] };
}

async function bytesOf(inside: string, isKept: boolean): Promise<Uint8Array> {
  Object.assign(drawing, { isKept, plain: [], colours: [] });
  return (await rendered(definitionOf(inside))).bytes;
}

describe('a drawing whose painting is kept', () => {
  it.each(Object.entries({ ...PLAIN, ...OTHER }))(
    'of %s is the same bytes as one that is read anew',
    async (_, inside) => {
      const anew = await bytesOf(inside, false);
      expect(await bytesOf(inside, true)).toEqual(anew);
      expect(await bytesOf(inside, true)).toEqual(anew);
    },
  );

  it('has lines and shapes alone', async () => {
    for (const inside of Object.values(PLAIN)) {
      await bytesOf(inside, true);
      expect(drawing.plain, inside).toEqual([true, true]);
      for (const [before, after] of drawing.colours) expect(after, inside).toEqual(before);
    }
    for (const inside of Object.values(OTHER)) {
      await bytesOf(inside, true);
      expect(drawing.plain, inside).toEqual([false, false]);
    }
  });
});
