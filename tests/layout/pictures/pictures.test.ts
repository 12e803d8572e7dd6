import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBitmap } from '../../../src/layout/pictures/read-bitmap.js';
import type { ImageNode } from '../../../src/layout/print-nodes.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { jpeg, onePixel, png, svg } from '../files.js';
import { blocksOf, documentOf, layout, madeBy, nodesIn } from '../setting.js';

const setWith = (bytes: Uint8Array, alt = 'Alt') =>
  layout(documentOf(blocksOf(`![${alt}](p)`)), { images: new Map([['p', bytes]]) });
const pictureOf = (bytes: Uint8Array) =>
  nodesIn(madeBy(setWith(bytes)).content).find((node): node is ImageNode => 'image' in node);
const transparent = [['tRNS', new Uint8Array([0, 0, 0, 0, 0, 0])]] as const;
const palette = ['PLTE', new Uint8Array(48)] as const;

describe('size', () => {
  it('is the pixels at 120 an inch', () => {
    expect(pictureOf(png({ width: 300, height: 120 }))).toMatchObject({ width: 180, height: 72, alt: 'Alt' });
    expect(pictureOf(jpeg({ width: 300, height: 120 }))).toMatchObject({ width: 180, height: 72 });
  });

  it('follows the density that a file states, if it is one of print', () => {
    const physical = new Uint8Array([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
    expect(pictureOf(png({ width: 300, height: 300, extra: [['pHYs', physical]] }))?.width).toBeCloseTo(72, 1);
    expect(pictureOf(jpeg({ width: 300, height: 300, density: 300 }))).toMatchObject({ width: 72, height: 72 });
    expect(pictureOf(jpeg({ width: 300, height: 300, density: 72 }))).toMatchObject({ width: 180, height: 180 });
  });

  it('of a photo that lies on its side is that of the photo upright', () => {
    expect(readBitmap(jpeg({ width: 300, height: 120, orientation: 6 }))).toMatchObject({ width: 120, height: 300 });
    expect(readBitmap(jpeg({ width: 300, height: 120, orientation: 3 }))).toMatchObject({ width: 300, height: 120 });
  });

  it('is never more than the column and a part of the page, in proportion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7000 }), fc.integer({ min: 1, max: 7000 }), (width, height) => {
        const node = pictureOf(jpeg({ width, height }));
        expect(node?.width).toBeLessThanOrEqual(377.1);
        expect(node?.height).toBeLessThanOrEqual(450);
        expect(node?.width).toBeLessThanOrEqual(Math.max(0.1, width * 0.6 + 1e-6));
      }),
    );
  });
});

describe('refused', () => {
  const CASES: [name: string, bytes: Uint8Array, why: RegExp][] = [
    ['nothing', new Uint8Array(), /empty/],
    ['a text', new TextEncoder().encode('hello'), /not a PNG, JPEG or SVG/],
    ['a GIF', new TextEncoder().encode('GIF89a...'), /but a GIF/],
    ['a WebP', new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 '), /but a WebP/],
    ['a cut PNG', png({ width: 9, height: 9 }).subarray(0, 50), /damaged PNG/],
    [
      'a PNG with a wrong byte',
      png({ width: 9, height: 9 }).map((byte, at) => (at === 45 ? byte ^ 1 : byte)),
      /damaged PNG/,
    ],
    ['a PNG without pixels', png({ width: 0, height: 9 }), /no pixels/],
    ['a PNG without its palette', png({ width: 9, height: 9, colour: 3 }), /palette/],
    ['a JPEG in CMYK', jpeg({ width: 9, height: 9, components: 4 }), /CMYK/],
    ['a JPEG of 12 bits', jpeg({ width: 9, height: 9, bits: 12 }), /12 bits/],
    ['an arithmetic JPEG', jpeg({ width: 9, height: 9, frame: 0xc9 }), /arithmetic/],
    ['a cut JPEG', jpeg({ width: 9, height: 9 }).subarray(0, 12), /damaged JPEG/],
  ];
  it.each(CASES)('%s', (_, bytes, why) => {
    const outcome = setWith(bytes);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toMatchObject([{ code: 'image-unsupported', severity: 'error' }]);
    expect(outcome.diagnostics[0]?.message).toMatch(why);
  });

  it('a picture of more pixels than memory', () => {
    expect(setWith(png({ width: 50_000, height: 50_000 })).diagnostics).toMatchObject([{ code: 'image-too-large' }]);
    expect(setWith(jpeg({ width: 65_000, height: 65_000 })).diagnostics).toMatchObject([{ code: 'image-too-large' }]);
  });

  it('a bitmap in a drawing that would move: nobody sees which of its pictures that is', () => {
    const data = Buffer.from(png({ width: 9, height: 9, extra: [['acTL', new Uint8Array(8)]] })).toString('base64');
    const outcome = setWith(svg(`<image width="9" height="9" href="data:image/png;base64,${data}"/>`));
    expect(outcome.diagnostics).toMatchObject([{ code: 'image-unsupported', severity: 'error' }]);
  });

  it('every one at once, with the field it stands in', () => {
    const tree = blocksOf('![a](x) ![b](y)').map((block) => ({ ...block, origin: 'analysis' }));
    const outcome = layout(documentOf(tree));
    expect(outcome.diagnostics).toMatchObject([
      { code: 'image-missing', field: 'analysis', message: 'The picture “x” was not found.' },
      { code: 'image-missing', field: 'analysis' },
    ]);
  });

  it('nothing by throwing, whatever the bytes', () => {
    const starts = [
      png({ width: 9, height: 9 }),
      jpeg({ width: 9, height: 9, orientation: 6, density: 300 }),
      svg('<g/>'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(80), fc.uint8Array({ maxLength: 12 }), (start, at, noise) => {
        const bytes = new Uint8Array([...start.subarray(0, at), ...noise, ...start.subarray(at + noise.length)]);
        expect(typeof setWith(bytes).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});

describe('accepted', () => {
  it.each([
    ['16 bits', png({ width: 9, height: 9, bits: 16 })],
    ['transparent', png({ width: 9, height: 9, colour: 6 })],
    ['interlaced', png({ width: 9, height: 9, interlaced: true })],
    ['one transparent colour', png({ width: 9, height: 9, extra: [...transparent] })],
    [
      '16 colours, some transparent',
      png({ width: 9, height: 9, colour: 3, bits: 4, extra: [palette, ...transparent] }),
    ],
    ['2 colours, interlaced', png({ width: 9, height: 9, colour: 0, bits: 1, interlaced: true })],
    ['256 colours, some transparent', png({ width: 9, height: 9, colour: 3, extra: [palette, ...transparent] })],
    ['grey JPEG', jpeg({ width: 9, height: 9, components: 1 })],
    ['progressive JPEG', jpeg({ width: 9, height: 9, frame: 0xc2 })],
  ])('%s', (_, bytes) => {
    expect(setWith(bytes).ok).toBe(true);
  });

  it('as decoration without alternative text', () => {
    expect(nodesIn(madeBy(setWith(onePixel(), '')).content)).toMatchObject([{ alt: '' }]);
  });
});

describe('the logo', () => {
  const theme = { ...defaultTheme, logo: { file: 'l.png', width: 20, alt: 'Ministry' } };
  const masthead = documentOf(blocksOf(':::masthead\n# Title\n:::'));

  it('stands in the masthead, not wider than the theme says', () => {
    const { content } = madeBy(layout(masthead, { theme, logo: png({ width: 900, height: 300 }) }));
    const logo = nodesIn(content).find((node) => 'image' in node);
    expect(logo).toMatchObject({ alt: 'Ministry', width: 56.693 });
  });

  it('that cannot be read is an error', () => {
    expect(layout(masthead, { theme, logo: new Uint8Array(9) }).diagnostics).toMatchObject([
      { code: 'image-unsupported' },
    ]);
  });
});
