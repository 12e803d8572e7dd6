import type { PrintDefinition } from '../../src/layout/definition.js';
import type { ContentsEntry, ContentsNode, PrintNode } from '../../src/layout/print-nodes.js';
import { definitionOf, LOREM } from './definitions.js';

export const LEVELS: ContentsNode['contents']['levels'] = [
  { indent: 0, after: 3, bold: true },
  { indent: 15, after: 3 },
];
export const NUMBER_ROOM = 36;

const CHAPTERS = 14;
const SECTIONS = 3;

/** What the chapters are about: one too long for a line of the table, one in the letters of another font. */
function titleOf(chapter: number): string {
  if (chapter === 4)
    return `Chapter 4: ${'what was agreed about the exchange of information, and by whom, '.repeat(3)}`.trim();
  return chapter === 6 ? 'Chapter 6: \u05e9\u05dc\u05d5\u05dd' : `Chapter ${chapter}`;
}

/** All headings, in order; chapters are of different lengths. */
export const ENTRIES: readonly ContentsEntry[] = Array.from({ length: CHAPTERS }, (_, index): ContentsEntry[] => [
  { text: titleOf(index + 1), level: 1, id: `chapter-${index + 1}` },
  ...Array.from({ length: SECTIONS }, (_, section) => ({
    text: `Section ${index + 1}.${section + 1}`,
    level: 2,
    id: `section-${index + 1}-${section + 1}`,
  })),
]).flat();

function heading({ text, level, id }: ContentsEntry): PrintNode {
  return {
    text,
    id,
    role: level === 1 ? 'H2' : 'H3',
    fontSize: level === 1 ? 15 : 12,
    bold: true,
    keepWithNext: true,
    bookmark: { text: String(text), level: level + 1 },
    margin: [0, 8, 0, 4],
  };
}

/** About thirty pages, with a table of contents over more than one. */
export const CONTENTS: PrintDefinition = definitionOf([
  { text: 'A report', role: 'H1', fontSize: 20, bold: true, bookmark: { text: 'A report', level: 1 } },
  { contents: { entries: ENTRIES, levels: LEVELS, numberRoom: NUMBER_ROOM } },
  ...ENTRIES.flatMap((entry, index): PrintNode[] => [
    heading(entry),
    ...Array.from({ length: 3 + (index % 5) }, (): PrintNode => ({ text: LOREM.repeat(3), margin: [0, 0, 0, 6] })),
  ]),
]);
