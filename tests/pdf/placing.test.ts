import { describe, expect, it } from 'vitest';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { definitionOf, LOREM } from './definitions.js';
import { stepsOf } from './file/content.js';
import { toUnicode } from './file/encoding.js';
import { PdfFile } from './file/file.js';
import { rendered } from './rendered.js';
import { codesOf } from './structure-fonts.js';

interface Placed {
  readonly text: string;
  readonly x: number;
  /** The baseline, from the top of the page. */
  readonly y: number;
}

/** Every piece of text of the first page, at its place. */
async function placed(content: readonly PrintNode[]): Promise<Placed[]> {
  const file = new PdfFile((await rendered(definitionOf(content))).bytes);
  const [page] = file.pages;
  if (page === undefined) throw new Error('no page');
  const fonts = file.dictionary(file.dictionary(file.dictionary(page).Resources).Font);
  const pieces: Placed[] = [];
  let [x, y] = [0, 0];
  for (const { operator, operands, font } of stepsOf(file.content(page))) {
    if (operator === 'Tm') [x, y] = [Number(operands[4]), Number(operands[5])];
    if (operator !== 'Tj' && operator !== 'TJ') continue;
    const meanings = toUnicode(file, fonts[font ?? '']);
    const text = codesOf(operands)
      .map((code) => meanings.get(code))
      .join('');
    pieces.push({ text, x, y });
  }
  return pieces;
}

function piece(pieces: readonly Placed[], text: string): Placed {
  const found = pieces.find((one) => one.text.trim() === text);
  if (found === undefined) throw new Error(`no "${text}" in ${pieces.map((one) => one.text)}`);
  return found;
}

const LEFT = 62;

describe('list labels', () => {
  it('stand on the baseline of the first line, where their list begins, whatever the size of either', async () => {
    const pieces = await placed([
      {
        list: 'ordered',
        indent: 40,
        start: 99,
        items: [
          { content: [{ text: [{ text: 'small ' }, { text: 'LARGE', fontSize: 30 }] }] },
          { content: [{ text: 'hundred', fontSize: 14 }] },
        ],
      },
    ]);
    expect(piece(pieces, '99.').y).toBe(piece(pieces, 'small').y);
    expect(piece(pieces, '100.').y).toBe(piece(pieces, 'hundred').y);
    expect(piece(pieces, 'small').x).toBeCloseTo(LEFT + 40);
    expect(piece(pieces, '99.').x).toBeCloseTo(LEFT, 1);
    expect(piece(pieces, '100.').x).toBeCloseTo(LEFT, 1);
  });

  it('get the room they need', async () => {
    const pieces = await placed([
      { list: 'none', indent: 5, items: [{ label: { text: 'a long label' }, content: [{ text: 'text' }] }] },
    ]);
    expect(piece(pieces, 'a long label').x).toBeCloseTo(LEFT);
    expect(piece(pieces, 'text').x).toBeGreaterThan(LEFT + 50);
  });

  it('stand where their list begins when the item is centred, nested or in a box', async () => {
    const boxed: PrintNode = {
      box: {
        fill: null,
        bar: { width: 3, color: '#000000' },
        border: null,
        padding: [10, 0, 0, 0],
        content: [{ text: 'centred', alignment: 'center', margin: [7, 0, 0, 0] }],
      },
    };
    const pieces = await placed([
      {
        list: 'bullet',
        indent: 20,
        items: [{ content: [{ list: 'ordered', indent: 20, items: [{ content: [boxed] }] }] }],
      },
    ]);
    expect(piece(pieces, '•').x).toBeCloseTo(LEFT, 1);
    expect(piece(pieces, '1.').x).toBeCloseTo(LEFT + 20, 1);
    expect(piece(pieces, '1.').y).toBe(piece(pieces, 'centred').y);
  });
});

describe('list labels of languages that are written from right to left', () => {
  const RIGHT = 595.28 - LEFT;
  const items = [{ content: [{ text: 'שלום לכולם (1)' }] }, { content: [{ text: 'Latin' }] }];

  it('stand at the right, outer before inner, the stop left of the number', async () => {
    const pieces = await placed([
      {
        list: 'bullet',
        indent: 20,
        lang: 'he',
        items: [{ content: [{ text: 'אחד שניים שלושה' }, { list: 'ordered', indent: 20, items }] }],
      },
    ]);
    expect(piece(pieces, '•').x).toBeGreaterThan(RIGHT - 20);
    expect(piece(pieces, '•').x).toBeLessThan(RIGHT);
    const [number, stop] = [piece(pieces, '1'), pieces.filter(({ text }) => text === '.')[0]];
    expect(number.x).toBeGreaterThan(RIGHT - 20 - 8);
    expect(number.x).toBeLessThan(RIGHT - 20);
    expect(stop?.x).toBeLessThan(number.x);
    // Its text begins at the right, too, beside its label.
    expect(piece(pieces, 'Latin').x).toBeGreaterThan(RIGHT - 40 - 30);
  });

  it('keep boxes at the right of numbers', async () => {
    const pieces = await placed([
      {
        list: 'none',
        indent: 60,
        lang: 'ar-Arab',
        items: [{ box: 'empty', boxAlt: 'x', label: { text: 'A' }, content: [{ text: 'Latin' }] }],
      },
    ]);
    expect(piece(pieces, 'A').x).toBeGreaterThan(RIGHT - 60);
  });

  it('are whole where they take several fonts', async () => {
    const list: PrintNode = {
      list: 'none',
      indent: 40,
      lang: 'he',
      items: [{ label: { text: 'Aאἄ' }, content: items[0]?.content ?? [] }],
    };
    const pieces = await placed([list]);
    const label = pieces.filter(({ x }) => x > RIGHT - 40).map(({ text }) => text);
    expect(label.join('')).toHaveLength(3);
    for (const letter of 'Aאἄ') expect(label.join('')).toContain(letter);
  });

  it('stay at the left in their Latin spelling', async () => {
    const pieces = await placed([{ list: 'bullet', indent: 20, lang: 'ar-Latn', items }]);
    expect(piece(pieces, 'Latin').x).toBeCloseTo(LEFT + 20);
  });
});

describe('text', () => {
  it('is one piece for every stretch of one style', async () => {
    const pieces = await placed([
      { text: [{ text: 'one two three ' }, { text: 'bold', bold: true }, { text: ', four' }] },
    ]);
    expect(pieces.map(({ text }) => text)).toEqual(['one two three ', 'bold', ', four']);
  });

  it('begins where the margin says', async () => {
    const [first] = await placed([{ text: LOREM, margin: [12, 0, 0, 0] }]);
    expect(first?.x).toBeCloseTo(LEFT + 12);
  });
});
