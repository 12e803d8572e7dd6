import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { impose } from '../../src/imposition/impose.js';
import type { Imposition } from '../../src/imposition/sheet-order.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-impose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A document whose pages say their numbers. */
async function pages(count: number, change: (document: PDFDocument, page: PDFPage, at: number) => void = () => {}) {
  const document = await PDFDocument.create();
  document.setTitle('A visit');
  for (let at = 0; at < count; at++) {
    const page = document.addPage([595, 842]);
    page.drawText(`page${at + 1}`, { x: 60, y: 700, size: 30 });
    change(document, page, at);
  }
  return document.save();
}

async function imposed(bytes: Uint8Array, as: Imposition, wanted?: readonly number[]) {
  const made = await impose(bytes, { as, file: 'x.pdf', ...(wanted && { pages: wanted }) });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

/** Each side as pdf.js sees it: its size, and what is written on its left and its right. */
async function sidesIn(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const sides = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const half = (from: number) =>
      texts
        .filter(({ transform }) => transform[4] >= from && transform[4] < from + width / 2)
        .map(({ str, transform }) => `${str}${arrowOf(transform)}`)
        .join();
    sides.push([half(0), half(width / 2), `${Math.round(width)}x${Math.round(height)}`].join(' | '));
  }
  await document.destroy();
  return sides;
}

/** Where a line runs to; nothing where it runs as usual. */
function arrowOf([a = 0, b = 0]: readonly number[]): string {
  if (Math.abs(a) > Math.abs(b)) return a > 0 ? '' : ' ←';
  return b > 0 ? ' ↑' : ' ↓';
}

describe('pages on sheets', () => {
  test('of a booklet', async () => {
    const { bytes, sides, pages: count } = await imposed(await pages(6), 'booklet');
    expect([sides, count]).toEqual([4, 6]);
    expect(await sidesIn(bytes)).toEqual([
      ' | page1 | 842x595',
      'page2 |  | 842x595',
      'page6 | page3 | 842x595',
      'page4 | page5 | 842x595',
    ]);
  });

  test('side by side, of the pages that are asked for', async () => {
    const { bytes } = await imposed(await pages(6), '2-up', [1, 2, 5]);
    expect(await sidesIn(bytes)).toEqual(['page1 | page2 | 842x595', 'page5 |  | 842x595']);
  });

  test('are the same bytes each time, valid, and claim nothing that they are not', async () => {
    const source = await pages(3);
    const { bytes } = await imposed(source, 'booklet');
    expect(Buffer.from((await imposed(source, 'booklet')).bytes).equals(Buffer.from(bytes))).toBe(true);
    const path = join(folder, 'x.pdf');
    writeFileSync(path, bytes);
    execFileSync('qpdf', ['--check', path]);
    const text = Buffer.from(execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'])).toString('latin1');
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).getTitle()).toBe('A visit');
    expect(text).not.toMatch(/StructTreeRoot|pdfuaid|pdfaid|MarkInfo|EmbeddedFiles/);
  });

  test('of a document that is read from right to left', async () => {
    const source = await pages(4, (document) => {
      document.catalog.set(PDFName.of('ViewerPreferences'), document.context.obj({ Direction: 'R2L' }));
    });
    expect(await sidesIn((await imposed(source, 'booklet')).bytes)).toEqual([
      'page1 | page4 | 842x595',
      'page3 | page2 | 842x595',
    ]);
  });

  test('stand as they are seen, whichever way they are turned', async () => {
    const source = await pages(4, (_, page, at) => page.setRotation(degrees(at * 90)));
    const sides = await sidesIn((await imposed(source, '2-up')).bytes);
    // The second is seen turned clockwise by a quarter, so its line runs down.
    expect(sides).toEqual(['page1 | page2 ↓ | 842x595', 'page3 ← | page4 ↑ | 842x595']);
  });

  test('a blank page stays blank', async () => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]);
    document.addPage([595, 842]).drawText('page2', { x: 60, y: 700 });
    expect(await sidesIn((await imposed(await document.save(), '2-up')).bytes)).toEqual([' | page2 | 842x595']);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('Hello')],
    ['half a PDF', null],
  ])('%s is refused', async (_, given) => {
    const bytes = given ?? (await pages(2)).subarray(0, 300);
    expect((await impose(bytes, { as: 'booklet', file: 'x.pdf' })).diagnostics).toMatchObject([
      { code: 'impose-unreadable' },
    ]);
  });

  test('an encrypted one is refused', async () => {
    const [plain, locked] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    writeFileSync(plain, await pages(1));
    execFileSync('qpdf', ['--encrypt', 'hunter2', 'hunter2', '256', '--', plain, locked]);
    const { diagnostics } = await impose(readFileSync(locked), { as: 'booklet', file: 'x.pdf' });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The pages of x.pdf cannot be put on sheets: it is encrypted.',
    ]);
  });
});
