import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode, Run, TableNode } from '../../src/layout/print-nodes.js';
import { readyDefinition } from '../../src/pdf/render.js';
import { pagesOf } from '../briefing/pages.js';
import { withSpace } from '../layout/with-space.js';
import { LEVELS } from './contents.js';
import { definitionOf, LOREM } from './definitions.js';
import { rendered } from './rendered.js';
import { testResources } from './resources.js';
import { STRESS } from './stress.js';

const SHARES = [1, 0.5, 1.3];

const CHAPTERS = ['one', 'two', 'three', 'four', 'five', 'six'];
/** Numbers of pages in a table of contents, and in a column as wide as they are; other pages with other space. */
const NUMBERS = definitionOf([
  { contents: { entries: CHAPTERS.map((id) => ({ text: id, level: 1, id })), levels: LEVELS, numberRoom: 36 } },
  {
    table: {
      widths: ['auto', '*'],
      headerRows: 0,
      body: [[{ text: [{ text: '', pagesOf: CHAPTERS, linkTitle: 'Page {page}' }] }, { text: LOREM }]],
    },
    rules: {
      top: 1,
      head: 1,
      between: 0,
      bottom: 1,
      left: 0,
      inner: 0,
      right: 0,
      color: '#000000',
      padding: [2, 9, 2, 9],
    },
  },
  ...CHAPTERS.flatMap((id): PrintNode[] => [
    { text: id, id, role: 'H2', margin: [0, 0, 0, 20] },
    ...Array.from({ length: 3 }, (): PrintNode => ({ text: LOREM.repeat(2), margin: [0, 0, 0, 40] })),
  ]),
]);
/** Each chapter on a page of its own, and their pages in a column as wide as they are, or those numbers as mere text. */
function chapters(row: readonly Run[]): PrintDefinition {
  const rules = { top: 1, head: 1, between: 0, bottom: 1, left: 0, inner: 0, right: 0, color: '#000000' };
  const body: TableNode['table']['body'] = [[{ text: row }, { text: LOREM.repeat(2) }]];
  return definitionOf([
    { table: { widths: ['auto', '*'], headerRows: 0, body }, rules: { ...rules, padding: [2, 9, 2, 9] } },
    ...CHAPTERS.map((id): PrintNode => ({ text: id, id, role: 'H2', pageBreak: 'before' })),
  ]);
}

const DEFINITIONS: Readonly<Record<string, PrintDefinition | undefined>> = { ...STRESS, numbers: NUMBERS };

describe('numbers of pages', () => {
  it.each([CHAPTERS.slice(0, 1), CHAPTERS.slice(0, 5), CHAPTERS])('stand as the same text would', async (...ids) => {
    const places = async (row: readonly Run[]) =>
      (await pagesOf((await rendered(chapters(row))).bytes)).flatMap(({ pieces }) =>
        pieces.map(({ text, x, y }) => `${text} ${x.toFixed(2)} ${y.toFixed(2)}`),
      );
    const text = ids.map((_, at) => at + 2).join(ids.length > 6 ? ', ' : ',\u00a0');
    const numbers = await places([{ text: '0', pagesOf: ids, linkTitle: 'Page {page}' }]);
    const words = await places([{ text }]);
    const withoutRow = (all: readonly string[]) => all.filter((each) => !/^[\d,\s]+ [\d.]+ [\d.]+$/.test(each));
    expect(withoutRow(numbers)).toEqual(withoutRow(words));
    expect(withoutRow(words).length).toBeGreaterThan(CHAPTERS.length);
  });
});

describe('a definition that is laid out several times', () => {
  it.each(['sample', 'scripts', 'numbers'])(
    'prints %s with each space as if it was laid out with no other',
    async (name) => {
      const definition = DEFINITIONS[name] as PrintDefinition;
      for (const [first, share] of SHARES.entries()) {
        const ready = await readyDefinition(definition, testResources());
        if (!ready.ok) throw new Error(JSON.stringify(ready.diagnostics));
        const layouts = [];
        for (const each of SHARES) layouts.push(await ready.value.layOut(each));
        // One is printed of what was laid out together, and another when that has been.
        for (const i of [first, (first + 1) % SHARES.length]) {
          const laidOut = layouts[i];
          const printed = laidOut?.ok ? await laidOut.value.print() : null;
          const alone = await rendered(withSpace(definition, SHARES[i] ?? share));
          expect(printed).toMatchObject({ ok: true, value: { pages: alone.pages, contents: alone.contents } });
          expect(printed?.ok && Buffer.from(printed.value.bytes).equals(alone.bytes)).toBe(true);
        }
      }
    },
  );
});
