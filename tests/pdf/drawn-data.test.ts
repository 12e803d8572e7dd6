import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { PrintNode, StackNode, SvgNode } from '../../src/layout/print-nodes.js';
import { definitionOf } from './definitions.js';
import { paints, stepsOf } from './file/content.js';
import { PdfFile } from './file/file.js';
import { heardOf, readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { structureProblems } from './structure.js';

const group = (cell: string, inside: string) => `<g data-cell="${cell}">${inside}</g>`;
const bar = (x: number, height: number) =>
  `<rect x="${x}" y="${40 - height}" width="10" height="${height}" fill="#123456"/>`;
const drawing = [
  '<line x1="0" y1="40" x2="90" y2="40" stroke="#000000"/>',
  group('1 0', '<text x="10" y="50" font-size="8">2024</text>'),
  group('1 1', bar(10, 20)),
  '<line x1="0" y1="20" x2="90" y2="20" stroke="#000000"/>',
  group('2 0', '<text x="50" y="50" font-size="8">2025</text>'),
  group('2 1', bar(50, 30)),
];
const chart: SvgNode = {
  ...{ role: 'Figure', alt: 'Cases by year', width: 90, height: 60 },
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${drawing.join('')}</svg>`,
  data: [
    ['Year', 'Cases'],
    ['2024', '4'],
    ['2025', '6'],
  ],
};
const captioned: StackNode = { role: 'Figure', stack: [chart, { text: 'Source: a register', role: 'Caption' }] };

interface Seen {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly children?: readonly Seen[];
}

/** What Firefox hands to a screen reader. */
async function seenBy(bytes: Uint8Array): Promise<Seen> {
  const task = getDocument({ data: bytes.slice() });
  const page = await (await task.promise).getPage(1);
  const tree = (await page.getStructTree()) as Seen;
  await task.destroy();
  return tree;
}

function rolesOf(seen: Seen, role: string): Seen[] {
  const inside = (seen.children ?? []).flatMap((child) => rolesOf(child, role));
  return seen.role === role ? [seen, ...inside] : inside;
}

describe.each(['ua1', 'ua2'] as const)('the data of a drawing, in %s', (standard) => {
  const made = (content: readonly PrintNode[]) => rendered(definitionOf(content), { standard });

  it('are a table after the figure, whose cells are what is drawn of them', async () => {
    const file = new PdfFile((await made([captioned])).bytes);
    const reading = readingOf(file);
    const kinds = reading.kids.map((kid) => (typeof kid === 'string' ? kid : kid.type));
    expect(kinds).toEqual(['Figure', 'Table']);
    const rows = heardOf(reading, 'TR').map(({ kids }) =>
      kids.map((kid) => (typeof kid === 'string' ? kid : kid.text)),
    );
    expect(rows).toEqual(chart.data);
    expect(heardOf(reading, 'Figure').map(({ text }) => text)).toEqual(['Cases by yearSource: a register']);
    expect(structureProblems(file)).toEqual([]);
  });

  it('are found by another reader, each with content on the page', async () => {
    const tree = await seenBy((await made([captioned])).bytes);
    const cells = rolesOf(tree, 'TD');
    expect(cells.flatMap((cell) => rolesOf(cell, 'Span')).map(({ alt }) => alt)).toEqual(['4', '6']);
    const contents = cells.flatMap((cell) => rolesOf(cell, 'Span')).flatMap(({ children }) => children ?? []);
    expect(contents.map(({ type }) => type)).toEqual(['content', 'content']);
  });

  it('paint the page as the drawing does that is one', async () => {
    const { data: _, ...whole } = chart;
    const painted = async (node: PrintNode) => {
      const file = new PdfFile((await made([node])).bytes);
      const [page] = file.pages;
      const steps = stepsOf(page === undefined ? '' : file.content(page));
      return steps.filter((step) => paints(step)).map(({ operator }) => operator);
    };
    expect(await painted(chart)).toEqual(await painted(whole));
    expect(await painted(chart)).toHaveLength(6);
  });

  it('are left out where the drawing is decoration', async () => {
    const file = new PdfFile(
      (await made([{ text: 'Words' }, { ...chart, alt: '' }, { ...chart, artifact: true }])).bytes,
    );
    expect(heardOf(readingOf(file), 'Table')).toEqual([]);
    expect(structureProblems(file)).toEqual([]);
  });
});
