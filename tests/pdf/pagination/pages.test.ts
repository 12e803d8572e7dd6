import { describe, expect, it } from 'vitest';
import type { EngineNode, EnginePage } from '../../../src/pdf/engine/node-shapes.js';
import { table } from './nodes.js';
import { INNER, layOut, linesOn, lorem, MARGINS, PAGE, text } from './print.js';

/** Pages as lists of lines. */
const pagesOf = (...content: EngineNode[]): string[][] => layOut(content).map((page) => linesOn(page).map(trim));
const trim = (line: string): string => line.trimEnd();
const many = (count: number, tag: string): EngineNode[] =>
  Array.from({ length: count }, (_, index) => text(`${tag} ${index}`));
/** Lines of text that fit a page. */
const FULL = linesOn(layOut(many(100, 'line'))[0] as EnginePage).length;
const words = (pages: string[][]): string => pages.flat().join(' ').replace(/\s+/g, ' ');

describe('headings', () => {
  const heading = text('Heading', { keepWithNext: true });

  it('are never the last thing on their page', () => {
    for (let before = FULL - 6; before <= FULL + 1; before++) {
      const pages = pagesOf(...many(before, 'before'), heading, text('Sub', { keepWithNext: true }), text(lorem(80)));
      for (const page of pages) expect(['Heading', 'Sub']).not.toContain(page.at(-1));
      const page = pages.find((lines) => lines.includes('Heading')) ?? [];
      // Both, and at least two lines of the paragraph.
      expect(page.slice(page.indexOf('Heading')).length).toBeGreaterThanOrEqual(4);
    }
  });

  it('stay with the first row of a table and its header, with a list’s first lines, within a stack too', () => {
    const followers: EngineNode[] = [
      table([['head'], ['row 1'], ['row 2']], { headerRows: 1 }),
      { ul: [{ stack: [text('item one')] }, { stack: [text('item two')] }], listIndent: 12 },
      { stack: [text('Sub', { keepWithNext: true }), text(lorem(100))] },
    ];
    for (const follower of followers) {
      for (let before = FULL - 6; before <= FULL; before++) {
        const content = [...many(before, 'before'), { stack: [text('x'), heading] }, structuredCloneOf(follower)];
        for (const page of pagesOf(...content)) {
          expect(['Heading', 'Sub', 'head']).not.toContain(page.at(-1));
        }
      }
    }
  });

  it('in a chain longer than a page are set as they come', () => {
    const pages = pagesOf(
      ...Array.from({ length: 3 * FULL }, (_, n) => text(`h${n}`, { keepWithNext: true })),
      text('end'),
    );
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(words(pages)).toBe(`${Array.from({ length: 3 * FULL }, (_, n) => `h${n}`).join(' ')} end`);
  });
});

describe('paragraphs', () => {
  const paragraph = text(lorem(140));
  const lines = linesOn(layOut([text(lorem(140))])[0] as EnginePage).map(trim);

  it('leave at least two lines at the foot and at the head of a page', () => {
    for (let before = FULL - lines.length; before <= FULL; before++) {
      const pages = pagesOf(...many(before, 'before'), { ...paragraph });
      const counts = pages.map((page) => page.filter((line) => lines.includes(line)).length).filter((n) => n > 0);
      expect(counts.reduce((a, b) => a + b)).toBe(lines.length);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(2);
    }
  });

  it('of three lines are not broken, in list items neither', () => {
    const short = lorem(33);
    const three = linesOn(layOut([text(short)])[0] as EnginePage).length;
    expect(three).toBe(3);
    for (let before = FULL - 4; before <= FULL; before++) {
      const pages = pagesOf(...many(before, 'before'), { ul: [{ stack: [text(short)] }], listIndent: 0 });
      const touched = pages.filter((page) => page.some((line) => line.includes('w')));
      expect(touched).toHaveLength(1);
    }
  });

  it('that are kept with an attribution give it their last two lines', () => {
    const quotation = text(lorem(140), { keepWithNext: true });
    for (let before = FULL - lines.length - 1; before <= FULL; before++) {
      const pages = pagesOf(...many(before, 'before'), { ...quotation }, text('Who said it'));
      const page = pages.find((all) => all.includes('Who said it')) ?? [];
      expect(page.slice(-3, -1)).toEqual(lines.slice(-2));
    }
  });

  it('break a word that is wider than the column, whatever wraps it', () => {
    for (const noWrap of [undefined, true] as const) {
      const node = { ...text('x'.repeat(900)), ...(noWrap && { noWrap }) } as EngineNode;
      const pages = layOut([node]);
      for (const item of pages.flatMap((page) => page.items)) {
        if (item.type === 'line') expect(item.item.getWidth()).toBeLessThanOrEqual(PAGE.width - 60 + 0.01);
      }
      expect(pages.flatMap(linesOn).join('')).toBe('x'.repeat(900));
    }
  });
});

describe('what is kept together', () => {
  const block = (lines: number): EngineNode => ({ stack: many(lines, 'block'), unbreakable: true });

  it('moves to the next page if it fits there, and only if it does not fit here', () => {
    expect(pagesOf(...many(5, 'a'), block(FULL - 5)).map((page) => page.length)).toEqual([FULL]);
    expect(pagesOf(...many(5, 'a'), block(FULL - 4)).map((page) => page.length)).toEqual([5, FULL - 4]);
  });

  it('moves with what it is kept with', () => {
    const kept = { ...block(4), keepWithNext: true };
    expect(pagesOf(...many(FULL - 4, 'a'), kept, text('next')).map((page) => page.length)).toEqual([FULL - 4, 5]);
  });

  it('is broken where it stands if no page is large enough', () => {
    expect(pagesOf(...many(5, 'a'), block(FULL + 1)).map((page) => page.length)).toEqual([FULL, 6]);
  });
});

describe('tables', () => {
  const rows = (count: number): string[][] => Array.from({ length: count }, (_, n) => [`${n}`, lorem(20, `r${n}-`)]);

  it('repeat their header, which is never alone', () => {
    for (let before = FULL - 7; before <= FULL; before++) {
      const pages = pagesOf(...many(before, 'before'), table([['head', 'H'], ...rows(60)], { headerRows: 1 }));
      for (const page of pages.filter((lines) => lines.includes('head'))) {
        expect(page.indexOf('head')).toBeLessThan(page.length - 2);
      }
      expect(pages.slice(1, -1).every((page) => page[0] === 'head')).toBe(true);
    }
  });

  it('tear no row that fits a page', () => {
    const pages = pagesOf(table([['head', 'H'], ...rows(60)], { headerRows: 1 }));
    for (let row = 0; row < 60; row++) {
      const on = pages.filter((page) => page.some((line) => line.includes(`r${row}-`)));
      expect(on).toHaveLength(1);
    }
  });

  it('tear a row taller than a page, and lose nothing of it', () => {
    const tall = lorem(2000, 't');
    const pages = pagesOf(
      table(
        [
          ['head', 'H'],
          ['a', tall],
          ['b', 'after'],
        ],
        { headerRows: 1 },
      ),
    );
    expect(pages.length).toBeGreaterThan(3);
    expect(
      words(pages)
        .replace(/ ?head H/g, '')
        .trim(),
    ).toBe(`a ${tall} b after`);
  });

  it('keep rows together that a span ties, unless they are taller than a page', () => {
    const tied = [
      [{ ...text('span'), rowSpan: 3 }, 'tied 1'],
      ['', 'tied 2'],
      ['', 'tied 3'],
    ];
    for (let before = FULL - 4; before <= FULL; before++) {
      const pages = pagesOf(...many(before, 'before'), table(tied));
      expect(pages.filter((page) => page.some((line) => line.startsWith('tied')))).toHaveLength(1);
    }
    const tall = lorem(900, 't');
    expect(
      words(
        pagesOf(
          table([
            [{ ...text(tall), rowSpan: 2 }, 'x'],
            ['', 'y'],
          ]),
        ),
      ),
    ).toContain('t899');
  });

  it('do not repeat a header that would leave no room for rows', () => {
    const head = lorem(300, 'h');
    const pages = pagesOf(table([[head], ...rows(40).map(([, cell = '']) => [cell])], { headerRows: 1 }));
    expect(words(pages).split('h299')).toHaveLength(2);
    expect(words(pages)).toContain('r39-19');
  });
});

describe('columns and boxes', () => {
  it('longer than a page go on side by side', () => {
    const pages = pagesOf({
      columns: [
        { stack: many(2 * FULL, 'left'), width: '*' },
        { stack: many(FULL + 3, 'right'), width: '*' },
      ],
      columnGap: 10,
    });
    expect(pages).toHaveLength(2);
    expect(words(pages)).toContain(`left ${2 * FULL - 1}`);
    expect(words(pages)).toContain(`right ${FULL + 2}`);
  });

  it('share the width at hand, however long the words in them', () => {
    const url = `https://example.org/${'a'.repeat(200)}`;
    const pages = layOut([table([['1', url, 'short words']], { widths: ['auto', 'auto', 'auto'], padding: 0 })]);
    for (const item of pages.flatMap((page) => page.items)) {
      if (item.type === 'line')
        expect(item.item.x + item.item.getWidth()).toBeLessThanOrEqual(PAGE.width - MARGINS.right + 0.01);
    }
  });
});

describe('page breaks', () => {
  it('are made before and after, once, and not where a page begins anyway', () => {
    const pages = pagesOf(
      text('a', { pageBreak: 'before' }),
      text('b', { pageBreak: 'after' }),
      text('c', { pageBreak: 'before' }),
    );
    expect(pages).toEqual([['a', 'b'], ['c']]);
  });
});

it('has pages of the height that the tests assume', () => {
  expect(FULL).toBeGreaterThan(15);
  expect(INNER).toBe(320);
});

/** pdfmake writes into nodes: a node is laid out once. */
function structuredCloneOf(node: EngineNode): EngineNode {
  if (node.table === undefined) return structuredClone(node);
  return { ...node, table: structuredClone(node.table) };
}
