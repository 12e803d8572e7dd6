import fc from 'fast-check';
import type { ListItemNode, PrintNode, Run, TableCellNode } from '../../src/layout/print-nodes.js';
import { bitmapWithAlpha } from '../layout/pictures/png-writer.js';
import { RULED } from './definitions.js';

const words = fc.constantFrom(
  '',
  ' ',
  'a',
  'Lorem ipsum',
  'well-known',
  'naïve déjà vu',
  'µ',
  'μέτρον',
  'Ω Ω ∆ Δ',
  'fi ffi',
  '10 000 kr',
  'x'.repeat(120),
  'Монгол улс',
  '“quoted”…',
  '‘ʻ’ʼ',
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'line\nbreak',
  'soft\u00adhyphen',
  'zero\u200bwidth',
  'עברית',
  'no\u00a0break',
  'non\u2011breaking',
  'tab\tbed',
);
const roles = fc.constantFrom(
  'H1',
  'H2',
  'H3',
  'H6',
  'P',
  'Sect',
  'Div',
  'BlockQuote',
  'Note',
  'Caption',
  'Code',
  'Lbl',
  'LBody',
  'Figure',
  'Span',
  'Reference',
  'Quote',
) as fc.Arbitrary<NonNullable<PrintNode['role']>>;
const ids = fc.constantFrom('one', 'two', 'three');

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.boolean(),
    sup: fc.boolean(),
    role: fc.constantFrom('Span', 'Reference', 'Code', 'Quote', 'Lbl') as fc.Arbitrary<NonNullable<Run['role']>>,
    lang: fc.constantFrom('sv', 'mn'),
    link: fc.constant('https://example.org/'),
    linkToDestination: ids,
    decoration: fc.constant('underline' as const),
    background: fc.constant('#eeeeee'),
  },
  { requiredKeys: ['text'] },
);

const common = {
  role: roles,
  lang: fc.constantFrom('sv', 'en-GB'),
  id: ids,
  keepWithNext: fc.boolean(),
  unbreakable: fc.boolean(),
  pageBreak: fc.constantFrom('before' as const, 'after' as const),
  bookmark: fc.record({ text: fc.constant('A bookmark'), level: fc.integer({ min: 1, max: 4 }) }),
  artifact: fc.boolean(),
};

/** Any definition's content: every kind of node in every kind of node, roles in the wrong places, empty things. */
export const anyContent: fc.Arbitrary<readonly PrintNode[]> = fc.letrec<{ node: PrintNode; nodes: PrintNode[] }>(
  (tie) => {
    const nodes = fc.array(tie('node'), { maxLength: 3 });
    const text = fc.record(
      {
        text: fc.oneof(words, fc.array(run, { maxLength: 5 })),
        alignment: fc.constantFrom('justify' as const, 'right' as const),
        ...common,
      },
      { requiredKeys: ['text'] },
    );
    const item = fc.record(
      { content: nodes, id: ids, label: run, box: fc.constantFrom('empty' as const, 'checked' as const) },
      { requiredKeys: ['content'] },
    ) as fc.Arbitrary<ListItemNode>;
    const list = fc.record(
      {
        list: fc.constantFrom('bullet' as const, 'ordered' as const, 'none' as const),
        indent: fc.constant(14),
        items: fc.array(item, { maxLength: 3 }),
        ...common,
      },
      { requiredKeys: ['list', 'indent', 'items'] },
    );
    const table = fc
      .tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
      )
      .chain(([columns, rows, headerRows, presentation]) =>
        fc.record({
          rules: fc.constant(RULED),
          presentation: fc.constant(presentation),
          table: fc.record({
            widths: fc.constant(Array.from({ length: columns }, () => '*' as const)),
            headerRows: fc.constant(headerRows),
            body: fc.array(
              fc.array(tie('node') as fc.Arbitrary<TableCellNode>, { minLength: columns, maxLength: columns }),
              { minLength: rows, maxLength: rows },
            ),
          }),
        }),
      );
    return {
      nodes,
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        text,
        fc.record({ stack: nodes, ...common }, { requiredKeys: ['stack'] }),
        fc.record({
          columnGap: fc.constant(8),
          columns: fc.array(
            tie('node').map((node) => ({ stack: [node], width: '*' as const })),
            { maxLength: 3 },
          ),
        }),
        list,
        table,
        fc.record(
          {
            box: fc.record({
              content: nodes,
              fill: fc.constantFrom('#eeeeee', null),
              bar: fc.constant({ width: 2, color: '#000000' }),
              border: fc.constant(null),
              padding: fc.constant([4, 2, 4, 2] as const),
            }),
            ...common,
          },
          { requiredKeys: ['box'] },
        ),
        fc.constant({ image: bitmapWithAlpha(), width: 40, height: 20, alt: 'A picture' }),
        fc.constant({ image: bitmapWithAlpha(), width: 40, height: 20, alt: '' }),
        fc.constant({ rule: { thickness: 0.5, color: '#000000' } }),
      ) as fc.Arbitrary<PrintNode>,
    };
  },
).nodes;
