import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { definitionOf, RULED } from './definitions.js';
import { PdfFile } from './file/file.js';
import { nameOf } from './file/objects.js';
import { copiedText, type Drawn, shownGlyphs } from './glyphs.js';
import { rendered } from './rendered.js';

const WIDTH = 595.28;
const [LEFT, RIGHT] = [62, WIDTH - 62];

async function pdf(content: readonly PrintNode[], language: string, more: Partial<PrintDefinition> = {}) {
  return (await rendered(definitionOf(content, { language, ...more }))).bytes;
}

async function copied(content: readonly PrintNode[], language: string, more?: Partial<PrintDefinition>) {
  return copiedText(await pdf(content, language, more));
}

function piece(pieces: readonly Drawn[], text: string): Drawn {
  const found = pieces.find((one) => one.text === text);
  if (found === undefined) throw new Error(`no "${text}" in ${pieces.map((one) => one.text).join(' | ')}`);
  return found;
}

function svg(text: string, attributes = ''): PrintNode {
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40" width="300" height="40"><text x="10" y="20" font-family="Source Serif 4" font-size="12"${attributes}>${text}</text></svg>`,
    width: 300,
    height: 40,
    alt: 'figure',
  };
}

describe('digits of right-to-left scripts', () => {
  const numbers = ['١٣', '٢٢٣١', '۱۶', '۱۴۰۳', '۱۲٫۵', '۱۳۸۵/۰۷/۲۹', '١٢٬٥٠٠'];

  it.each(['en', 'fa', 'ar', 'tr'])(
    'stand in their order in a text in %s, alone and beside words',
    async (language) => {
      const content = numbers.flatMap((number): PrintNode[] => [
        { text: number },
        { text: `عدد ${number}` },
        { text: `No ${number} of` },
        { text: [{ text: number, bold: true }, { text: ' عدد' }] },
      ]);
      const shown = (await shownGlyphs(await pdf(content, language))).map((text) => text.trim());
      for (const number of numbers) expect(shown.filter((text) => text.includes(number))).toHaveLength(4);
    },
  );

  it.each(['en', 'fa'])('stand in their order in a drawing in a text in %s', async (language) => {
    const content = numbers.flatMap((number) => [svg(number), svg(`عدد ${number}`), svg(`No ${number} of`)]);
    const shown = (await shownGlyphs(await pdf(content, language))).join('');
    for (const number of numbers) expect(shown.split(number)).toHaveLength(4);
  });

  it('are copied as they were written', async () => {
    const text = 'عدد ۱۲ قانون ۱۴۰۳';
    const words = (await copied([{ text }], 'fa')).map((item) => item.text).join(' ');
    expect(words).toBe(text);
  });
});

describe('a drawing', () => {
  it('has no space where two fonts meet in a word', async () => {
    expect((await shownGlyphs(await pdf([svg('aאb')], 'en'))).join('')).toBe('aאb');
  });

  it('has words from right to left in their order, and those of the other direction in theirs', async () => {
    const [glyphs, other] = [
      await shownGlyphs(await pdf([svg('דהו זחט')], 'he')),
      await shownGlyphs(await pdf([svg('דהו זחט EU 12')], 'he')),
    ];
    expect(glyphs.join('')).toBe('טחז והד');
    expect(other.join('')).toBe('EU 12 טחז והד');
    const stated = await shownGlyphs(await pdf([svg('EU דהו', ' direction="ltr"')], 'he'));
    expect(stated.join('')).toBe('EU והד');
    expect((await shownGlyphs(await pdf([svg('EU דהו')], 'he'))).join('')).toBe('והד EU');
  });
});

describe('the direction of a paragraph', () => {
  it('is that of its language, whatever it begins with', async () => {
    const begins = ['EU דהו', '3 דהו', '(ICC) דהו', '«דהו» זחט!', 'Latin'];
    const pieces = await copied(
      begins.map((text) => ({ text })),
      'he',
    );
    for (const y of new Set(pieces.map((item) => item.y))) {
      const line = pieces.filter((item) => item.y === y);
      expect(Math.max(...line.map(({ right }) => right))).toBeCloseTo(RIGHT, 0);
    }
  });

  it('puts the stop at the left end', async () => {
    const pieces = await copied([{ text: 'EU דהו.' }], 'he');
    const ends = pieces.toSorted((a, b) => a.left - b.left).map(({ text }) => text);
    expect(ends[0]).toMatch(/^\.|\.$/);
    expect(ends.at(-1)).toBe('EU');
  });

  it('is that of its words where they say another language than the document', async () => {
    const content: PrintNode[] = [
      { text: [{ text: 'אבג', lang: 'he' }, { text: '. ' }] },
      { text: 'דהו', lang: 'he' },
      { text: [{ text: 'Title ' }, { text: 'זחט', lang: 'he' }] },
      { text: 'const', role: 'Code', lang: 'he' },
    ];
    const pieces = await copied(content, 'en');
    expect(piece(pieces, 'דהו').right).toBeCloseTo(RIGHT, 0);
    expect(piece(pieces, 'אבג').right).toBeCloseTo(RIGHT, 0);
    expect(piece(pieces, 'Title').left).toBeCloseTo(LEFT, 0);
    expect(piece(pieces, 'const').left).toBeCloseTo(LEFT, 0);
    const english = await copied([{ text: 'Annex', lang: 'en' }], 'he');
    expect(piece(english, 'Annex').left).toBeCloseTo(LEFT, 0);
  });
});

/** One of each thing that has sides. */
const SIDED: readonly PrintNode[] = [
  { text: 'aa', margin: [30, 0, 0, 0] },
  { text: 'bb', alignment: 'right' },
  { text: 'cc', alignment: 'center' },
  {
    columns: [
      { text: 'dd', width: 100 },
      { text: 'ee', width: '*' },
    ],
    columnGap: 10,
  },
  {
    list: 'ordered',
    indent: 40,
    items: [
      { content: [{ text: 'ff' }] },
      { content: [{ list: 'bullet', indent: 20, items: [{ content: [{ text: 'gg' }], label: { text: 'x' } }] }] },
    ],
  },
  {
    table: {
      widths: [80, 120, '*'],
      headerRows: 1,
      body: [[{ text: 'hh' }, { text: 'ii' }, { text: 'jj', alignment: 'right' }]],
    },
    rules: RULED,
  },
  {
    box: {
      content: [{ text: 'kk' }],
      fill: '#eeeeee',
      bar: { width: 4, color: '#ff0000' },
      border: null,
      padding: [12, 2, 4, 2],
    },
  },
  { text: 'll', aside: { run: { text: 'mm' }, distance: 30 }, margin: [50, 0, 0, 0] },
  { text: 'nn', id: 'there', role: 'H1' },
  {
    contents: { entries: [{ text: 'oo', level: 1, id: 'there' }], levels: [{ indent: 15, after: 0 }], numberRoom: 30 },
  },
];

describe('a document in a right-to-left language', () => {
  const footer: PrintNode = {
    columns: [
      { text: 'pp', width: '*' },
      { text: 'qq', width: 50, alignment: 'right' },
    ],
    columnGap: 0,
    margin: [62, 10, 40, 0],
  };
  const more = { footer: { first: footer, rest: footer } };

  it('is the same page seen from the other side', async () => {
    const [english, hebrew] = [await copied(SIDED, 'en', more), await copied(SIDED, 'he', more)];
    const names = english.map(({ text }) => text).filter((text) => /^(?:(\w)\1|x)$/.test(text));
    expect(names).toHaveLength(18);
    for (const name of names) {
      expect([name, piece(hebrew, name).right]).toEqual([name, expect.closeTo(WIDTH - piece(english, name).left, 1)]);
      expect(piece(hebrew, name).y).toBeCloseTo(piece(english, name).y, 2);
    }
  });

  it('has the rails of boxes and the lines of tables there too', async () => {
    const lines = async (language: string): Promise<number[][]> => {
      const file = new PdfFile(await pdf(SIDED, language));
      const [page] = file.pages;
      if (page === undefined) throw new Error('no page');
      const content = file.content(page);
      return [...content.matchAll(/^(-?[\d.]+) (-?[\d.]+) m\n(-?[\d.]+) (-?[\d.]+) l/gm)].map(([, ...ends]) =>
        ends.map(Number),
      );
    };
    const [english, hebrew] = [await lines('en'), await lines('he')];
    expect(english).toHaveLength(3);
    const places = (all: number[][]): string[] =>
      all
        .map(([x1 = 0, , x2 = 0]) =>
          [x1, x2]
            .toSorted((a, b) => a - b)
            .map((x) => x.toFixed(1))
            .join(),
        )
        .toSorted();
    expect(places(hebrew)).toEqual(
      places(english.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => [WIDTH - x1, y1, WIDTH - x2, y2])),
    );
  });

  it('repeats the head of a table at its place, on every page', async () => {
    const rows = Array.from({ length: 120 }, (_, row): PrintNode[] => [{ text: `row ${row}` }, { text: 'x' }]);
    const table: PrintNode = {
      table: { widths: [90, '*'], headerRows: 1, body: [[{ text: 'Head' }, { text: 'y' }], ...rows] },
      rules: RULED,
    };
    const { bytes, pages } = await rendered(definitionOf([table], { language: 'he' }));
    expect(pages).toBeGreaterThan(2);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    for (let number = 1; number <= pages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const head = items.find((item) => 'str' in item && item.str === 'Head');
      if (head === undefined || !('str' in head)) throw new Error(`no head on page ${number}`);
      expect((head.transform as number[])[4] ?? 0).toBeCloseTo(RIGHT - 4 - head.width, 0);
    }
    await document.destroy();
  });

  it('says so to the program that shows it', async () => {
    const direction = async (language: string): Promise<string | null> => {
      const file = new PdfFile(await pdf([{ text: 'x' }], language));
      return nameOf(file.dictionary(file.catalog.ViewerPreferences).Direction);
    };
    expect(await direction('he')).toBe('R2L');
    expect(await direction('en')).toBeNull();
  });
});
