import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContentsEntry, PrintNode } from '../../src/layout/print-nodes.js';
import { CONTENTS, ENTRIES, LEVELS, NUMBER_ROOM } from './contents.js';
import { definitionOf } from './definitions.js';
import { PdfFile } from './file/file.js';
import { type Heard, heardOf, readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { structureProblems } from './structure.js';

interface Piece {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}
interface Link {
  readonly said: string;
  readonly name: string;
  readonly rect: readonly number[];
  readonly page: number;
}

async function piecesOf(document: PDFDocumentProxy): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [size, , , , x, y] = item.transform as number[] as [number, number, number, number, number, number];
      pieces.push({ text: item.str.trim(), page, x, right: x + item.width, y, size });
    }
  }
  return pieces;
}

async function linksOf(document: PDFDocumentProxy): Promise<Link[]> {
  const links: Link[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    for (const { contentsObj, dest, rect } of await (await document.getPage(page)).getAnnotations()) {
      links.push({ said: contentsObj.str, name: dest, rect, page });
    }
  }
  return links;
}

const isNumber = ({ text }: Piece): boolean => /^[0-9]+$/.test(text);
const printedNumber = (piece: Piece | undefined): number => Number(piece?.text);

/** The page that a heading is on, seen by its size. */
function pageOfHeading(pieces: readonly Piece[], entry: ContentsEntry): number | undefined {
  const start = entry.level === 1 ? /^Chapter \d+/.exec(String(entry.text))?.[0] : String(entry.text);
  const size = entry.level === 1 ? 15 : 12;
  const found = pieces.find(
    (piece) => Math.abs(piece.size - size) < 0.1 && (piece.text === start || piece.text.startsWith(`${start}:`)),
  );
  return found?.page;
}

describe('a table of contents', () => {
  let bytes: Uint8Array;
  let document: PDFDocumentProxy;
  let pieces: Piece[];
  let links: Link[];
  let pages: Map<string, number>;
  beforeAll(async () => {
    bytes = (await rendered(CONTENTS)).bytes;
    document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    pieces = await piecesOf(document);
    links = await linksOf(document);
    pages = new Map(ENTRIES.map((entry) => [entry.id, pageOfHeading(pieces, entry) ?? 0]));
  });
  afterAll(() => document.destroy());

  it('is of a long document, and over two pages', () => {
    expect(document.numPages).toBeGreaterThanOrEqual(30);
    expect(new Set(links.map(({ page }) => page))).toEqual(new Set([1, 2]));
    expect([...pages.values()]).not.toContain(0);
    expect(new Set(pages.values()).size).toBeGreaterThan(20);
  });

  it('prints the page that each heading is on, in order', () => {
    const numbers = pieces.filter((piece) => piece.page <= 2 && isNumber(piece));
    expect(numbers.map(printedNumber)).toEqual(ENTRIES.map(({ id }) => pages.get(id)));
  });

  it('has its numbers below each other, at the end of the row', () => {
    const numbers = pieces.filter((piece) => piece.page <= 2 && isNumber(piece));
    const edge = CONTENTS.page.width - CONTENTS.page.margins[2];
    for (const { right } of numbers) expect(right).toBeCloseTo(edge, 0);
    // A figure is as wide as every other one of its weight, or numbers of two would begin at different places.
    for (const level of [1, 2]) {
      const ofLevel = numbers.filter(({ text }, index) => text.length === 2 && ENTRIES[index]?.level === level);
      expect(new Set(ofLevel.map(({ text }) => text)).size).toBeGreaterThan(5);
      for (const { x } of ofLevel) expect(x).toBeCloseTo(ofLevel[0]?.x ?? 0, 2);
    }
  });

  it('has the number of a long entry on its last line, and no text in the room of the numbers', () => {
    const from = pieces.findIndex(({ text }) => text.startsWith('Chapter 4:'));
    const to = pieces.findIndex(({ text }) => text === 'Section 4.1');
    const lines = pieces.slice(from, to);
    const number = lines.at(-1);
    const last = lines.at(-2);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(number && isNumber(number)).toBe(true);
    expect(number?.y).toBeCloseTo(last?.y ?? 0, 1);
    expect(lines[0]?.y).toBeGreaterThan((number?.y ?? 0) + 5);
    const edge = CONTENTS.page.width - CONTENTS.page.margins[2] - NUMBER_ROOM;
    for (const line of lines.slice(0, -1)) expect(line.right).toBeLessThanOrEqual(edge + 0.1);
  });

  it('leads from every row to the page that it says, by its words and by its number', async () => {
    for (const { id, text } of ENTRIES) {
      const own = links.filter(({ name }) => name === id);
      const destination = (await document.getDestination(id)) as [Parameters<PDFDocumentProxy['getPageIndex']>[0]];
      expect((await document.getPageIndex(destination[0])) + 1).toBe(pages.get(id));
      const edge = CONTENTS.page.width - CONTENTS.page.margins[2];
      expect(own.some(({ rect }) => Math.abs((rect[2] ?? 0) - edge) < 1)).toBe(true);
      expect(own.some(({ rect }) => (rect[0] ?? 0) < 100)).toBe(true);
      for (const { said } of own) expect(said).toBe(`${text} ${pages.get(id)}`);
    }
    expect(new Set(links.map(({ name }) => name)).size).toBe(ENTRIES.length);
  });

  it('is a TOC in the structure, with the sections of a chapter in one of their own', () => {
    const [top] = heardOf(readingOf(new PdfFile(bytes)), 'TOC') as [Heard];
    const types = (heard: Heard) => heard.kids.map((kid) => (typeof kid === 'string' ? 'text' : kid.type));
    expect(types(top)).toEqual(Array.from({ length: 14 }, () => 'TOCI'));
    const [chapter] = top.kids as [Heard];
    expect(types(chapter)).toEqual(['Reference', 'TOC']);
    const [reference, sections] = chapter.kids as [Heard, Heard];
    expect(types(reference)).toEqual(['Link']);
    expect(reference.text).toBe(`Chapter 1 ${pages.get('chapter-1')}`);
    expect(types(sections)).toEqual(['TOCI', 'TOCI', 'TOCI']);
    expect(sections.kids.map((kid) => (kid as Heard).text)).toEqual(
      [1, 2, 3].map((section) => `Section 1.${section} ${pages.get(`section-1-${section}`)}`),
    );
  });

  it('has nothing wrong in its structure, and is the same bytes twice', async () => {
    expect(structureProblems(new PdfFile(bytes))).toEqual([]);
    expect((await rendered(CONTENTS)).bytes).toEqual(bytes);
  });
});

describe('a small table of contents', () => {
  const table = (entries: readonly ContentsEntry[]): PrintNode => ({
    contents: { entries, levels: LEVELS, numberRoom: NUMBER_ROOM },
  });
  const heading = (id: string): PrintNode => ({ text: id, role: 'H1', id, pageBreak: 'before' });
  const fileOf = async (content: readonly PrintNode[], language = 'en-GB'): Promise<PdfFile> =>
    new PdfFile((await rendered(definitionOf(content, { language }))).bytes);

  it('of nothing prints nothing', async () => {
    const file = await fileOf([{ text: 'before' }, table([])]);
    expect(heardOf(readingOf(file), 'TOC')).toEqual([]);
    expect(structureProblems(file)).toEqual([]);
  });

  it('that begins on a lower level, or skips one, is whole', async () => {
    const entries = [2, 1, 3, 2, 1].map((level, index) => ({ text: `t${index}`, level, id: `t${index}` }));
    const file = await fileOf([table(entries), ...entries.map(({ id }) => heading(id))]);
    expect(heardOf(readingOf(file), 'Link').map(({ text }) => text)).toEqual(['t0 2', 't1 3', 't2 4', 't3 5', 't4 6']);
    expect(structureProblems(file)).toEqual([]);
  });

  it('says where nothing is without a link and a number', async () => {
    const file = await fileOf([table([{ text: 'Nowhere', level: 1, id: 'nowhere' }])]);
    expect(heardOf(readingOf(file), 'Reference').map(({ text }) => text)).toEqual(['Nowhere']);
    expect(heardOf(readingOf(file), 'Link')).toEqual([]);
    expect(structureProblems(file)).toEqual([]);
  });

  it('after the headings has their pages as well', async () => {
    const file = await fileOf([{ text: 'x' }, heading('one'), table([{ text: 'one', level: 1, id: 'one' }])]);
    expect(heardOf(readingOf(file), 'TOCI').map(({ text }) => text)).toEqual(['one 2']);
  });

  it('has its numbers at the left where the language is read from the right, and says them last', async () => {
    const text = '\u05e9\u05dc\u05d5\u05dd';
    const content = [table([{ text, level: 1, id: 'one' }]), heading('one')];
    const file = await fileOf(content, 'he');
    expect(heardOf(readingOf(file), 'TOCI').map((item) => item.text)).toEqual([`${text} 2`]);
    expect(structureProblems(file)).toEqual([]);
    const { bytes } = await rendered(definitionOf(content, { language: 'he' }));
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const pieces = await piecesOf(document);
    const number = pieces.find((piece) => piece.page === 1 && isNumber(piece));
    const words = pieces.find((piece) => piece.page === 1 && !isNumber(piece));
    await document.destroy();
    expect(number?.x).toBeLessThan(80);
    expect(words?.right).toBeCloseTo(595.28 - 62, 0);
  });
});
