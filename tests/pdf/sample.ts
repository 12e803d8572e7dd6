import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { bitmapWithAlpha } from '../layout/pictures/png-writer.js';
import { definitionOf, LOREM, RULED } from './definitions.js';

const space = [0, 0, 0, 6] as const;

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100">
<rect width="300" height="100" fill="#eef3fb" stroke="#334"/>
<g opacity="0.6"><rect x="20" y="40" width="40" height="50" fill="#2a6"/></g>
<a href="https://example.org"><rect x="140" y="15" width="40" height="75" fill="#a62"/></a>
<text x="200" y="50" font-family="Source Sans 3" font-size="14">Quarterly</text></svg>`;

/** One of everything that a definition can hold. */
const SAMPLE_CONTENT: readonly PrintNode[] = [
  {
    text: 'A sample',
    role: 'H1',
    fontSize: 22,
    bold: true,
    id: 'top',
    bookmark: { text: 'A sample', level: 1 },
    margin: space,
  },
  { rule: { thickness: 0.8, color: '#224466' }, margin: space },
  {
    alignment: 'justify',
    margin: space,
    text: [
      { text: 'An ' },
      {
        text: 'external link, in two ',
        link: 'https://example.org/a?b=1&c=2',
        color: '#0b57d0',
        decoration: 'underline',
      },
      { text: 'styles', link: 'https://example.org/a?b=1&c=2', color: '#0b57d0', bold: true },
      { text: ' inside a justified, well-known paragraph, then ' },
      { text: 'bold', bold: true },
      { text: ', ' },
      { text: 'italics', italics: true },
      { text: '; an ' },
      { text: 'internal link', linkToDestination: 'table', color: '#0b57d0' },
      { text: ', a ' },
      { text: 'link to nowhere', linkToDestination: 'nowhere' },
      { text: ', ' },
      { text: 'inline code', font: 'Source Code Pro', role: 'Code', background: '#eeeeee' },
      { text: ', a French word, ' },
      { text: 'déjà vu', lang: 'fr', italics: true },
      { text: ', and a source' },
      { text: '1', sup: true, role: 'Reference', linkToDestination: 'source-1', linkTitle: 'Source 1' },
      { text: `. ${LOREM}` },
    ],
  },
  { text: 'Lists', role: 'H2', fontSize: 15, bold: true, keepWithNext: true, bookmark: { text: 'Lists', level: 2 } },
  {
    list: 'bullet',
    indent: 16,
    margin: space,
    items: [
      { content: [{ text: 'First bullet' }] },
      {
        content: [
          { text: `Second. ${LOREM}` },
          {
            list: 'ordered',
            indent: 18,
            start: 9,
            items: [
              { content: [{ text: 'Nine' }] },
              { content: [{ text: 'Ten' }, { text: 'with a second paragraph' }] },
            ],
          },
        ],
      },
      { content: [{ list: 'bullet', indent: 16, items: [{ content: [{ text: 'a list right in the item' }] }] }] },
    ],
  },
  {
    list: 'none',
    indent: 20,
    margin: space,
    items: [
      { box: 'empty', content: [{ text: 'An option to tick' }] },
      { box: 'checked', content: [{ text: 'An option that is ticked' }] },
      { box: 'empty', label: { text: 'C', bold: true }, content: [{ text: 'An option with a letter' }] },
      { label: { text: '1.', bold: true, color: '#a00000' }, content: [{ text: 'A label of its own' }] },
    ],
  },
  {
    role: 'BlockQuote',
    lang: 'sv',
    margin: space,
    box: {
      fill: '#f3f3f0',
      bar: { width: 3, color: '#224466' },
      border: null,
      padding: [10, 6, 10, 6],
      content: [
        { text: 'Ett citat på svenska, med å, ä och ö.', italics: true },
        { text: '— Någon', alignment: 'right' },
      ],
    },
  },
  {
    columnGap: 14,
    margin: space,
    columns: [
      { width: '*', text: LOREM },
      {
        width: 150,
        role: 'Figure',
        stack: [
          { image: bitmapWithAlpha(), width: 60, height: 30, alt: 'A gradient' },
          { text: 'Figure 1', role: 'Caption' },
        ],
      },
    ],
  },
  { svg: SVG, width: 300, height: 100, alt: 'Bars of two quarters: 50 and 75.', margin: space },
  { image: bitmapWithAlpha(), width: 20, height: 10, alt: '' },
  {
    text: 'A table',
    role: 'H2',
    fontSize: 15,
    bold: true,
    id: 'table',
    keepWithNext: true,
    bookmark: { text: 'A table', level: 2 },
  },
  {
    rules: RULED,
    summary: 'Rows with numbers',
    margin: space,
    table: {
      widths: ['auto', '*', 60],
      headerRows: 1,
      body: [
        [
          { text: 'Item', bold: true, fillColor: '#e4e8ee' },
          {
            text: [
              { text: 'Description ', bold: true },
              { text: 'link', link: 'https://example.org/h' },
            ],
            fillColor: '#e4e8ee',
          },
          { text: 'Amount', bold: true, fillColor: '#e4e8ee' },
        ],
        ...Array.from({ length: 40 }, (_, row) => [
          { text: `Row ${row + 1}`, scope: 'Row' as const },
          row === 3 ? { text: 'spans two columns', colSpan: 2 } : { text: row % 7 ? 'some text' : LOREM },
          ...(row === 3 ? [] : [{ text: String(row * 13), alignment: 'right' as const }]),
        ]),
        [{ text: 'Total', scope: 'Row' }, { text: 'two rows high', rowSpan: 2 }, { text: '1' }],
        [{ text: 'Mean', scope: 'Row' }, { text: '2' }],
      ],
    },
  },
  { text: 'Sources', role: 'H2', fontSize: 15, bold: true, keepWithNext: true },
  {
    list: 'ordered',
    indent: 16,
    fontSize: 8.5,
    items: [
      {
        id: 'source-1',
        content: [
          {
            text: [{ text: 'A source, ' }, { text: 'https://example.org/source', link: 'https://example.org/source' }],
          },
        ],
      },
    ],
  },
  { role: 'Note', stack: [{ text: 'A note.' }] },
];

export const SAMPLE: PrintDefinition = definitionOf(SAMPLE_CONTENT, {
  header: {
    first: null,
    rest: { text: 'A sample', margin: [62, 30, 62, 0], fontSize: 8.5, alignment: 'right' },
  },
  footer: {
    first: { text: 'Made for a test', margin: [62, 20, 62, 0], fontSize: 8.5 },
    rest: {
      columnGap: 10,
      margin: [62, 20, 62, 0],
      fontSize: 8.5,
      columns: [
        { width: '*', text: 'Made for a test' },
        {
          width: '*',
          alignment: 'right',
          text: [{ text: 'Page ' }, { text: '', field: 'page' }, { text: ' of ' }, { text: '', field: 'pages' }],
        },
      ],
    },
  },
  watermark: { text: 'DRAFT', font: 'Source Sans 3', color: '#888888', opacity: 0.12 },
});
