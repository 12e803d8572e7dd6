import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/pdf/render.js';
import { definitionOf } from './definitions.js';
import { pngWithAlpha } from './png.js';
import { testResources } from './resources.js';

async function problemsOf(image: Uint8Array): Promise<string[]> {
  const definition = definitionOf([{ image, width: 40, height: 20, alt: 'A picture', origin: 'figures[1].image' }]);
  const outcome = await renderPdf(definition, testResources());
  return outcome.diagnostics.map(({ code, field }) => `${code} ${field}`);
}

/** The least of a JPEG that pdfkit reads: its start-of-frame segment, with this many colour components. */
function jpeg(components: number): Uint8Array {
  return new Uint8Array([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    17,
    8,
    0,
    20,
    0,
    40,
    components,
    ...new Array(15).fill(0),
    0xff,
    0xd9,
  ]);
}

describe('pictures', () => {
  it('are printed where they can be read', async () => {
    expect(await problemsOf(pngWithAlpha())).toEqual([]);
  });

  it('are reported with their field where they cannot', async () => {
    const png = pngWithAlpha();
    const damaged = png.slice();
    damaged.fill(0, 60, 90);
    const expected = ['image-unsupported figures[1].image'];
    expect(await problemsOf(damaged)).toEqual(expected);
    expect(await problemsOf(png.slice(0, 100))).toEqual(expected);
    expect(await problemsOf(new TextEncoder().encode('GIF89a'))).toEqual(expected);
    expect(await problemsOf(new Uint8Array())).toEqual(expected);
    expect(await problemsOf(jpeg(4))).toEqual(expected);
  });

  it('come in the order of the document, whichever is unpacked first', async () => {
    const content = Array.from({ length: 12 }, (_, shade) => ({
      image: pngWithAlpha(shade * 20),
      width: 40,
      height: 20,
      alt: `Shade ${shade}`,
    }));
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await renderPdf(definitionOf(content), testResources()));
    const [first, ...others] = runs.map((run) => (run.ok ? Buffer.from(run.value.bytes).toString('base64') : ''));
    expect(first).not.toBe('');
    for (const other of others) expect(other).toBe(first);
  });
});
