/** Any tree of nodes: nothing is lost, nothing is outside the page, no heading is last, no row is torn that fits. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EngineNode, EnginePage } from '../../../src/pdf/engine/node-shapes.js';
import { box, table } from './nodes.js';
import { INNER, layOut, linesOn, MARGINS, PAGE, print, readBack } from './print.js';

/** A tree as plain data, so that a failure can be read; every paragraph has words of its own. */
type Plan =
  | { kind: 'text'; words: number; size: number; alignment: string }
  | { kind: 'word'; letters: number }
  | { kind: 'heading' }
  | { kind: 'stack'; inside: Plan[]; unbreakable: boolean; margin: number[] }
  | { kind: 'list'; items: Plan[][] }
  | { kind: 'columns'; inside: Plan[]; widths: (string | number)[] }
  | { kind: 'table'; rows: Plan[][]; headerRows: number; span: boolean }
  | { kind: 'box'; inside: Plan[] }
  | { kind: 'break' };

const count = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.integer({ min: 200, max: 300 }));
const leaf: fc.Arbitrary<Plan> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      words: count,
      size: fc.constantFrom(8, 10, 10, 10, 24),
      alignment: fc.constantFrom('left', 'justify', 'center', 'right'),
    }),
  },
  fc.record({ kind: fc.constant('word' as const), letters: fc.integer({ min: 30, max: 200 }) }),
  { weight: 2, arbitrary: fc.constant({ kind: 'heading' as const }) },
  fc.constant({ kind: 'break' as const }),
);
const margin = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 });
const width = fc.constantFrom('*', 'auto', '30%', 60);
const { tree } = fc.letrec<{ tree: Plan; some: Plan[] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    leaf,
    fc.record({ kind: fc.constant('stack' as const), inside: tie('some'), unbreakable: fc.boolean(), margin }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('some'), { minLength: 1, maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('columns' as const),
      inside: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      widths: fc.array(width, { minLength: 3, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.tuple(tie('tree'), tie('tree')), { minLength: 1, maxLength: 5 }),
      headerRows: fc.integer({ min: 0, max: 2 }),
      span: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('box' as const), inside: tie('some') }),
  ) as fc.Arbitrary<Plan>,
  some: fc.array(tie('tree'), { minLength: 1, maxLength: 4, size: 'small' }),
}));
const content = fc.array(tree, { minLength: 1, maxLength: 3 });

/** The nodes of a plan, and their paragraphs in order. Every word carries its paragraph's number to the page. */
class Maker {
  readonly paragraphs: string[] = [];

  node(plan: Plan): EngineNode {
    switch (plan.kind) {
      case 'text':
        return { ...this.paragraph(words(plan.words)), fontSize: plan.size, alignment: plan.alignment } as EngineNode;
      case 'word':
        return this.paragraph('x'.repeat(plan.letters));
      case 'heading':
        return { ...this.paragraph('Heading'), keepWithNext: true };
      case 'break':
        return { ...this.paragraph('break'), pageBreak: 'before' };
      case 'stack':
        return {
          stack: plan.inside.map((inner) => this.node(inner)),
          unbreakable: plan.unbreakable,
          margin: plan.margin,
        };
      case 'list':
        return { ul: plan.items.map((item) => ({ stack: item.map((inner) => this.node(inner)) })), listIndent: 12 };
      case 'columns':
        return {
          columns: plan.inside.map((inner, index) => ({ stack: [this.node(inner)], width: plan.widths[index] ?? '*' })),
          columnGap: 6,
        };
      case 'table':
        return this.table(plan.rows, plan.headerRows, plan.span);
      case 'box':
        return box(plan.inside.map((inner) => this.node(inner)));
    }
  }

  private table(rows: Plan[][], headerRows: number, span: boolean): EngineNode {
    const made = rows.map((row) => row.map((cell): EngineNode => ({ stack: [this.node(cell)] })));
    const [first, second] = made;
    const spans = span && headerRows === 0 && first?.[0] !== undefined && second?.[0] !== undefined;
    if (spans && first?.[0]) {
      // The cell below the span is covered: its words are not in the document.
      for (const number of JSON.stringify(second?.[0]).matchAll(/"origin":"(\d+)"/g))
        this.paragraphs[Number(number[1])] = '';
      first[0].rowSpan = 2;
    }
    return table(made, { headerRows: Math.min(headerRows, rows.length) });
  }

  private paragraph(text: string): EngineNode {
    this.paragraphs.push(text.replaceAll(' ', ''));
    return { text: [{ text, origin: String(this.paragraphs.length - 1) }] };
  }
}

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

function made(plans: Plan[]): { nodes: EngineNode[]; paragraphs: string[] } {
  const maker = new Maker();
  return { nodes: plans.map((plan) => maker.node(plan)), paragraphs: maker.paragraphs };
}

interface Found {
  readonly text: string;
  readonly origin: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function inlinesOf(page: EnginePage): Found[] {
  return page.items.flatMap((item) => {
    if (item.type !== 'line') return [];
    const { x, y } = item.item;
    return item.item.inlines
      .filter((inline) => inline.text.trim() !== '')
      .map((inline) => ({
        text: inline.text,
        origin: Number((inline as { origin?: string }).origin),
        left: x + inline.x + inline.leadingCut,
        right: x + inline.x + inline.width - inline.trailingCut,
        top: y,
        bottom: y + item.item.getHeight(),
      }));
  });
}

/** Columns in columns can be narrower than a letter; one letter goes on each line then. */
function isInside({ text, left, right, top, bottom }: Found): boolean {
  return (
    left >= MARGINS.left - 0.1 &&
    (text.trim().length === 1 || right <= PAGE.width - MARGINS.right + 0.1) &&
    top >= MARGINS.top - 0.1 &&
    bottom <= PAGE.height - MARGINS.bottom + 0.1
  );
}

it('places every word, once but for repeated heads, inside the page', () => {
  fc.assert(
    fc.property(content, (plans) => {
      const { nodes, paragraphs } = made(plans);
      const found = layOut(nodes).flatMap(inlinesOf);
      const placed = paragraphs.map(() => '');
      for (const { text, origin } of found) placed[origin] += text.replaceAll(' ', '');
      paragraphs.forEach((paragraph, index) => {
        // The paragraphs of a table's head are on every page of the table.
        const times = paragraph === '' ? 0 : Math.max(1, Math.round((placed[index]?.length ?? 0) / paragraph.length));
        expect(placed[index]).toBe(paragraph.repeat(times));
      });
      expect(found.filter((word) => !isInside(word))).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

it('keeps the reading order of what is not side by side', () => {
  const flat = fc.array(
    fc.oneof(
      leaf,
      fc.record({ kind: fc.constant('box' as const), inside: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      }),
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(flat, (plans) => {
      const { nodes, paragraphs } = made(plans);
      const text = layOut(nodes).flatMap(linesOn).join('').replaceAll(' ', '');
      expect(text).toBe(paragraphs.join(''));
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

it('ends no page with a heading, while there is room for it and what follows on a page', () => {
  const short: fc.Arbitrary<Plan> = fc.record({
    kind: fc.constant('text' as const),
    words: fc.integer({ min: 1, max: 90 }),
    size: fc.constant(10),
    alignment: fc.constant('left'),
  });
  const plansOf = fc.array(fc.oneof(short, short, fc.constant({ kind: 'heading' as const })), {
    minLength: 20,
    maxLength: 60,
  });
  fc.assert(
    fc.property(plansOf, (plans) => {
      const pages = layOut(made([...plans, { kind: 'text', words: 5, size: 10, alignment: 'left' }]).nodes);
      for (const page of pages) expect(linesOn(page).at(-1)).not.toMatch(/^H/);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

it('tears no row that fits a page', () => {
  const cell = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 25 }),
      fc.integer({ min: 0, max: 25 }),
      (rows, before) => {
        const body = rows.map((row, at) =>
          row.map((count, column) => Array.from({ length: count }, () => `r${at}c${column}`).join(' ')),
        );
        const start = Array.from({ length: before }, () => ({ text: 'before' }));
        const pages = layOut([...start, table(body)]);
        rows.forEach((row, at) => {
          const height = (Math.max(...row) / 4) * 13;
          const on = pages.filter((page) => linesOn(page).some((line) => line.includes(`r${at}c`)));
          if (height < INNER * 0.8) expect(on).toHaveLength(1);
        });
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

it('prints what it laid out: an independent reader finds the same words on the same pages', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (plans) => {
      const { nodes } = made(plans);
      const { pages, bytes } = await print(nodes);
      const laidOut = pages.map((page) =>
        inlinesOf(page)
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, ''),
      );
      const read = (await readBack(bytes)).map((page) =>
        page
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, ''),
      );
      expect(read).toEqual(laidOut);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
