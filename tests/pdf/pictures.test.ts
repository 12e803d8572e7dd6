import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../src/layout/pictures/bitmap.js';
import { renderPdf } from '../../src/pdf/render.js';
import { jpeg } from '../layout/files.js';
import { bitmapOf, bitmapWithAlpha, chunk, type PngForm, pngOf } from '../layout/pictures/png-writer.js';
import { definitionOf } from './definitions.js';
import { testResources } from './resources.js';

async function pdfWith(...images: Bitmap[]): Promise<Uint8Array> {
  const content = images.map((image, index) => ({ image, width: 40, height: 20, alt: `Picture ${index}` }));
  const outcome = await renderPdf(definitionOf(content), testResources());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.bytes;
}

/** The files that poppler takes out of a PDF: JPEGs as they stand in it, all else unpacked. */
function takenOut(pdf: Uint8Array, ...options: string[]): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-pictures-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf);
    spawnSync('pdfimages', [...options, 'x.pdf', 'p'], { cwd: folder });
    const names = readdirSync(folder).filter((name) => name.startsWith('p-'));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const reader = spawnSync('pdfimages', ['-v']).error === undefined;
const SECRET = Buffer.from('Exif\0\0The desk of N. N., Ulaanbaatar');

it('CI has what takes pictures out', () => expect(reader || process.env.CI === undefined).toBe(true));

describe('pictures', () => {
  it('come in the order of the document, the same every time', async () => {
    const shades = Array.from({ length: 12 }, (_, shade) => bitmapWithAlpha(shade * 20));
    const runs = [await pdfWith(...shades), await pdfWith(...shades)];
    expect(Buffer.from(runs[0] ?? [])).toEqual(Buffer.from(runs[1] ?? []));
  });

  it.runIf(reader)('are in the file once, however often they are printed', async () => {
    const [once, twice] = [bitmapWithAlpha(), bitmapWithAlpha(3)];
    // Each has a mask beside it.
    expect(takenOut(await pdfWith(once, twice))).toHaveLength(4);
    const lengths = [await pdfWith(once), await pdfWith(once, once, once)].map(({ length }) => length);
    expect((lengths[1] ?? 0) - (lengths[0] ?? 0)).toBeLessThan(600);
  });

  const FORMS: readonly (PngForm & { colours: number })[] = [
    { width: 9, height: 7, kind: 2, depth: 8, interlaced: false, colours: 3 },
    { width: 9, height: 7, kind: 2, depth: 8, interlaced: true, colours: 3 },
    { width: 9, height: 7, kind: 6, depth: 8, interlaced: false, colours: 4 },
    { width: 9, height: 7, kind: 6, depth: 8, interlaced: true, colours: 4 },
  ];
  it.runIf(reader).each(FORMS)(
    'of PNG kind $kind, interlaced $interlaced, have the colours of the file',
    async (form) => {
      const samples = Array.from({ length: 9 * 7 * form.colours }, (_, at) => (at * 37) % 256);
      const [picture] = takenOut(await pdfWith(bitmapOf(pngOf(form, samples))));
      const pixels = picture?.subarray(picture.length - 9 * 7 * 3);
      expect([...(pixels ?? [])]).toEqual(samples.filter((_, at) => form.colours === 3 || at % 4 !== 3));
    },
  );

  it.runIf(reader)('of JPEG keep what is seen and nothing else', async () => {
    const icc = Buffer.from('ICC_PROFILE\0\x01\x01profile');
    const extra = [
      [0xe0, Buffer.from('JFXX\0\x10thumbnail of Ulaanbaatar')],
      [0xe1, SECRET],
      [0xe2, icc],
      [0xe2, Buffer.from('MPF\0 Ulaanbaatar')],
      [0xed, SECRET],
      [0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01 Ulaanbaatar')],
      [0xfe, SECRET],
    ] as const;
    const photo = Buffer.concat([jpeg({ width: 30, height: 20, density: 300, orientation: 6, extra }), SECRET]);
    const [picture] = takenOut(await pdfWith(bitmapOf(photo)), '-j');
    expect(picture?.includes('Ulaanbaatar')).toBe(false);
    expect(picture?.includes('Exif')).toBe(false);
    for (const kept of ['JFIF', 'profile', 'Adobe']) expect(picture?.includes(kept), kept).toBe(true);
    expect([...(picture?.subarray(-2) ?? [])]).toEqual([0xff, 0xd9]);
  });

  it.runIf(reader)('of PNG keep nothing but pixels', async () => {
    const form: PngForm = { width: 3, height: 2, kind: 2, depth: 8, interlaced: false };
    const png = pngOf(form, new Array(18).fill(7), chunk('tEXt', SECRET), chunk('eXIf', SECRET));
    const pdf = await pdfWith(bitmapOf(Buffer.concat([png, SECRET])));
    expect(Buffer.from(pdf).includes('Ulaanbaatar')).toBe(false);
    for (const file of takenOut(pdf)) expect(file.includes('Ulaanbaatar')).toBe(false);
  });

  /** Which way the columns and rows of the picture run on the page, by the eight orientations of EXIF. */
  const TURNS = [
    ['right', 'down'],
    ['left', 'down'],
    ['left', 'up'],
    ['right', 'up'],
    ['down', 'right'],
    ['down', 'left'],
    ['up', 'left'],
    ['up', 'right'],
  ];
  it.each(TURNS.map((turn, at) => [at + 1, turn] as const))(
    'of orientation %i are turned by the page',
    async (at, turn) => {
      const exif = Buffer.from([
        0x49,
        0x49,
        42,
        0,
        8,
        0,
        0,
        0,
        1,
        0,
        0x12,
        1,
        3,
        0,
        1,
        0,
        0,
        0,
        at,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
      ]);
      const form: PngForm = { width: 3, height: 2, kind: 2, depth: 8, interlaced: false };
      const png = pngOf(form, new Array(18).fill(7), chunk('eXIf', exif));
      for (const file of [jpeg({ width: 30, height: 20, orientation: at }), png]) {
        const pdf = await pdfWith(bitmapOf(file));
        const [a = 0, b = 0, c = 0, d = 0] = await matrixOfPicture(pdf);
        // The rows of a picture begin at the top of its unit square.
        expect([towards(a, b), towards(-c, -d)]).toEqual(turn);
      }
    },
  );
});

function towards(x: number, y: number): string {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left';
  return y > 0 ? 'up' : 'down';
}

/** The transformation under which the first picture of the first page is painted. */
async function matrixOfPicture(pdf: Uint8Array): Promise<number[]> {
  const page = await (await getDocument({ data: pdf.slice(), verbosity: 0 }).promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const open: number[][] = [];
  let matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operation] of fnArray.entries()) {
    if (operation === OPS.save) open.push(matrix);
    if (operation === OPS.restore) matrix = open.pop() ?? matrix;
    if (operation === OPS.transform) matrix = Util.transform(matrix, argsArray[at]) as number[];
    if (operation === OPS.paintImageXObject) return matrix;
  }
  throw new Error('no picture is painted');
}
