import type { PrintDefinition } from '../../src/layout/definition.js';
import type { ListNode, PrintNode, TableCellNode } from '../../src/layout/print-nodes.js';
import { bitmapWithAlpha } from '../layout/pictures/png-writer.js';
import { CONTENTS } from './contents.js';
import { definitionOf, LOREM, RULED } from './definitions.js';
import { DIVIDED } from './divided.js';
import { SAMPLE } from './sample.js';

const gap = [0, 0, 0, 6] as const;
const heading = (text: string, level: 1 | 2 | 3 = 1): PrintNode => ({
  text,
  role: `H${level}`,
  fontSize: 18 - 2 * level,
  bold: true,
  keepWithNext: true,
  bookmark: { text, level },
  margin: [0, 8, 0, 4],
});
const paragraph = (words: number): PrintNode => ({ text: LOREM.repeat(words), alignment: 'justify', margin: gap });

function cell(text: string, more: Partial<TableCellNode> = {}): TableCellNode {
  return { text, ...more } as TableCellNode;
}

/** Several hundred rows, two head rows, spans in both directions. */
const TABLE_OVER_PAGES = definitionOf([
  heading('A table over many pages'),
  {
    rules: { ...RULED, left: 0.5, inner: 0.25, right: 0.5 },
    table: {
      widths: ['auto', '*', '*', 50],
      headerRows: 2,
      body: [
        [cell('Group', { rowSpan: 2 }), cell('Both', { colSpan: 2 }), cell('Number', { rowSpan: 2 })],
        [cell('Left'), cell('Right')],
        ...Array.from({ length: 300 }, (_, row): TableCellNode[] => {
          if (row % 3 === 0) {
            const long = row % 30 === 0 ? LOREM.repeat(3) : `row ${row}`;
            return [
              cell(`Group ${row / 3}`, { rowSpan: 3, scope: 'Row' }),
              cell(long),
              cell('right'),
              cell(String(row)),
            ];
          }
          return row % 3 === 1
            ? [cell('over both', { colSpan: 2 }), cell('')]
            : [cell(''), cell('right'), cell(String(row))];
        }),
      ],
    },
  },
]);

/** A row and a head that no page has room for. */
const TALL_ROWS = definitionOf([
  heading('A row taller than a page'),
  {
    rules: RULED,
    table: {
      widths: [60, '*'],
      headerRows: 1,
      body: [
        [cell('Key'), cell('Value')],
        [cell('before'), cell('a short row')],
        [cell('tall'), { stack: Array.from({ length: 30 }, (_, at) => ({ text: `${at + 1}. ${LOREM}` })) }],
        [cell('after'), cell('a short row')],
      ],
    },
  },
  { unbreakable: true, stack: Array.from({ length: 40 }, (_, at) => ({ text: `unbreakable ${at + 1}. ${LOREM}` })) },
  {
    rules: RULED,
    table: {
      widths: ['*', '*'],
      headerRows: 1,
      body: [
        [cell(LOREM.repeat(20)), cell('a head taller than a page')],
        [cell('x'), cell('y')],
      ],
    },
  },
]);

function nested(depth: number): ListNode {
  const list = depth % 2 === 0 ? 'bullet' : 'ordered';
  const inner: PrintNode[] = depth < 12 ? [nested(depth + 1)] : [];
  return {
    list,
    indent: 18,
    items: [
      { content: [{ text: `Level ${depth}. ${depth % 3 === 0 ? LOREM : ''}` }, ...inner] },
      { content: [{ text: `Level ${depth} again` }] },
    ],
  };
}

const DEEP_LISTS = definitionOf([heading('Lists, twelve deep'), nested(1)]);

const THREE_HUNDRED_PAGES = definitionOf(
  Array.from({ length: 300 }, (_, page): PrintNode[] => [
    { ...heading(`Chapter ${page + 1}`, page === 0 ? 1 : 2), ...(page === 0 ? {} : { pageBreak: 'before' as const }) },
    ...Array.from({ length: 8 }, () => paragraph(2)),
    { list: 'bullet' as const, indent: 16, items: [{ content: [{ text: 'one' }] }, { content: [{ text: 'two' }] }] },
  ]).flat(),
  { footer: SAMPLE.footer, header: SAMPLE.header },
);

const ARABIC = 'بسم الله: هذا تقرير موجز عن الزيارة الرسمية إلى أولان باتور في 24 نوفمبر 2026 (سري).';
const HEBREW = 'זהו מסמך תדרוך קצר לביקור הרשמי ב-24 בנובמבר 2026 (סודי), כולל Mongolia.';
const SCRIPTS = definitionOf([
  heading('Scripts'),
  { text: 'Монгол Улсын Засгийн газар, өргөө, үндэсний ₮ 1 000', lang: 'mn', margin: gap },
  { text: 'Ελληνικά, καὶ πολυτονικά: ἐν ἀρχῇ ἦν ὁ λόγος', lang: 'el', margin: gap },
  { text: 'Tiếng Việt, čeština, łódź, íslenska, Ŧŧ, Ĭĭ — “quotes” … fi ffi', margin: gap },
  { text: ARABIC, lang: 'ar', alignment: 'right', margin: gap },
  { text: HEBREW, lang: 'he', alignment: 'right', margin: gap },
  {
    text: [
      { text: 'Mixed: ' },
      { text: 'עברית', lang: 'he' },
      { text: ' and ' },
      { text: 'عربي', lang: 'ar' },
      { text: ' in one line.' },
    ],
  },
]);

/** Everything that is empty, misplaced or inside something else. */
const ODD: readonly PrintNode[] = [
  { text: 'No heading before this', role: 'H3' },
  { text: '' },
  { text: [] },
  { text: [{ text: '' }, { text: '', link: 'https://example.org' }], id: 'empty' },
  { stack: [] },
  { stack: [], id: 'nothing-here', bookmark: { text: 'Nothing', level: 3 } },
  { columns: [], columnGap: 10 },
  { list: 'bullet', indent: 12, items: [] },
  {
    list: 'ordered',
    indent: 12,
    items: [
      { content: [] },
      { content: [{ text: '' }] },
      { content: [{ image: bitmapWithAlpha(), width: 20, height: 10, alt: 'in an item' }] },
    ],
  },
  { rules: RULED, table: { widths: [], headerRows: 0, body: [] } },
  { rules: RULED, table: { widths: ['*', '*'], headerRows: 1, body: [] } },
  { rules: RULED, table: { widths: ['*', '*'], headerRows: 5, body: [[cell(''), cell('')], [cell('')]] } },
  { rules: RULED, table: { widths: ['*'], headerRows: 0, body: [[cell('a'), cell('b'), cell('too many')], []] } },
  {
    rules: RULED,
    table: {
      widths: ['*', '*'],
      headerRows: 1,
      body: [[cell('down', { rowSpan: 9 }), cell('x')], [cell('wide', { colSpan: 7 })]],
    },
  },
  {
    rules: RULED,
    presentation: true,
    table: { widths: [40, '*'], headerRows: 0, body: [[cell('label'), cell('value', { scope: 'Row' })]] },
  },
  { text: 'An odd role', role: 'LBody' },
  { text: 'Another', role: 'Figure' },
  { stack: [{ text: 'inside a heading' }], role: 'H2' },
  { stack: [{ text: 'inside a label' }], role: 'Lbl' },
  { text: 'A heading two levels down', role: 'H6' },
  { image: bitmapWithAlpha(), width: 4000, height: 2000, alt: 'A picture larger than the page' },
  { image: bitmapWithAlpha(60), width: 40, height: 20, alt: '' },
  { text: 'decoration', artifact: true },
  { artifact: true, list: 'bullet', indent: 12, items: [{ content: [{ text: 'unread' }] }] },
  {
    role: 'BlockQuote',
    box: {
      fill: '#eeeeee',
      bar: { width: 2, color: '#000000' },
      border: { width: 0.5, color: '#999999' },
      padding: [8, 4, 8, 4],
      content: [
        {
          list: 'bullet',
          indent: 14,
          items: [
            {
              content: [
                {
                  rules: RULED,
                  table: {
                    widths: ['*', '*'],
                    headerRows: 1,
                    body: [
                      [cell('in a list'), cell('in a box')],
                      [cell('1'), { list: 'ordered', indent: 14, items: [{ content: [{ text: 'a list in it' }] }] }],
                    ],
                  },
                },
              ],
            },
            { box: 'empty', boxAlt: 'Not chosen', content: [{ text: 'An option' }] },
          ],
        },
      ],
    },
  },
  { role: 'Note', stack: [{ text: 'first note' }] },
  { role: 'Note', text: 'second note', id: 'empty' },
  {
    text: [
      { text: 'a link to ' },
      { text: 'the empty one', linkToDestination: 'empty' },
      { text: ' and to ', linkToDestination: 'nowhere' },
      { text: 'x', link: 'https://example.org/å?q=“ü”' },
    ],
  },
  { text: 'unbreakablewordwithoutend'.repeat(40) },
  {
    text: [
      { text: 'spoken otherwise', actualText: 'said' },
      { text: ' and a quote ', role: 'Quote', lang: 'sv' },
      { text: 'label', role: 'Lbl' },
    ],
  },
  { stack: [], id: 'at-the-end', bookmark: { text: 'The end', level: 1 } },
];

/** Documents that try the limits, by name. */
/** Copies with numbers, of which conformance sees the first: their forms are in every page. */
const NUMBERED = definitionOf([heading('Copies'), paragraph(40)], {
  stamps: ['Copy 1 of 2 · Ada', 'Copy 2 of 2 · عادة'].map((text, index) => ({
    line: { text, artifact: true, margin: [60, 13, 60, 0] },
    mark: { text: `${index + 1}/2`, fontSize: 90, color: '#ececec', artifact: true, margin: [60, 300, 60, 0] },
  })),
});

export const STRESS: Readonly<Record<string, PrintDefinition>> = {
  sample: SAMPLE,
  'table-over-pages': TABLE_OVER_PAGES,
  'tall-rows': TALL_ROWS,
  'deep-lists': DEEP_LISTS,
  'three-hundred-pages': THREE_HUNDRED_PAGES,
  scripts: SCRIPTS,
  divided: DIVIDED,
  contents: CONTENTS,
  numbered: NUMBERED,
  odd: definitionOf(ODD),
  empty: definitionOf([]),
};
