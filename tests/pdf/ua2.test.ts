import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { CONTENTS } from './contents.js';
import { definitionOf } from './definitions.js';
import { PdfFile } from './file/file.js';
import { type Dictionary, isDictionary, nameOf, PdfString, type Value } from './file/objects.js';
import { readingLines, readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';
import { structureProblems } from './structure.js';
import { newStructureProblems } from './structure-2.js';

const MEMO = {
  name: 'memo.md',
  bytes: new TextEncoder().encode('# Memo\n'),
  mediaType: 'text/markdown',
  description: 'The same as Markdown',
  relationship: 'Alternative',
  modified: '2026-11-20T10:00:00Z',
} as const;

/** A mark that leads to a note, and back. */
const NOTES: PrintDefinition = definitionOf([
  { text: 'A title', role: 'H1', id: 'top', bookmark: { text: 'A title', level: 1 } },
  {
    id: 'origin',
    text: [{ text: 'A word' }, { text: 'a', sup: true, role: 'Reference', linkToDestination: 'note-1' }],
  },
  {
    role: 'Note',
    id: 'note-1',
    columnGap: 0,
    columns: [
      { width: 14, role: 'Lbl', text: [{ text: 'a', linkToDestination: 'origin' }] },
      { width: '*', stack: [{ text: 'What it says.' }] },
    ],
  },
]);

async function printed(definition: PrintDefinition, standard: 'ua1' | 'ua2', files: readonly (typeof MEMO)[] = []) {
  return (await rendered(definition, { standard, attachments: files })).bytes;
}

function elements(file: PdfFile, type: string): Dictionary[] {
  return [...file.objects.values()].filter(
    (object) => isDictionary(object) && nameOf(object.S) === type && 'P' in object,
  ) as Dictionary[];
}

function text(file: PdfFile, value: Value | undefined): string {
  const object = file.get(value);
  return object instanceof PdfString ? object.text : '';
}

describe('the document as PDF/UA-2 and PDF/A-4f', () => {
  let bytes: Uint8Array;
  let file: PdfFile;
  beforeAll(async () => {
    bytes = await printed(SAMPLE, 'ua2', [MEMO]);
    file = new PdfFile(bytes);
  });

  it('is PDF 2.0, whose properties are in its metadata alone', () => {
    expect(Buffer.from(bytes.slice(0, 9)).toString('latin1')).toBe('%PDF-2.0\n');
    expect(file.trailer.Info).toBeUndefined();
    const titles = [...file.objects.values()].filter((object) => isDictionary(object) && 'CreationDate' in object);
    expect(titles).toEqual([]);
    const xmp = file.data(file.catalog.Metadata);
    expect(xmp).toContain(
      '<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev><pdfaid:conformance>F</pdfaid:conformance>',
    );
    expect(xmp).toContain('<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>');
    expect(xmp).not.toContain('pdfaExtension');
    expect(file.array(file.catalog.AF)).toHaveLength(1);
  });

  it('is PDF/A-4 where nothing is attached', async () => {
    const bare = new PdfFile(await printed(SAMPLE, 'ua2'));
    const xmp = bare.data(bare.catalog.Metadata);
    expect(xmp).toContain('<pdfaid:rev>2020</pdfaid:rev></rdf:Description>');
    expect(xmp).not.toContain('pdfaid:conformance');
  });

  it.each([
    ['one of everything', SAMPLE],
    ['a table of contents', CONTENTS],
    ['a note', NOTES],
  ])('has a structure of the new kind: %s', async (_, definition) => {
    const made = new PdfFile(await printed(definition, 'ua2'));
    expect([...structureProblems(made), ...newStructureProblems(made)]).toEqual([]);
  });

  it('says the same words in the same order as the other standard', async () => {
    for (const definition of [SAMPLE, NOTES]) {
      const [old, made] = [
        new PdfFile(await printed(definition, 'ua1')),
        new PdfFile(await printed(definition, 'ua2')),
      ];
      const lines = readingLines(readingOf(made));
      expect(lines.length).toBeGreaterThan(2);
      expect(lines).toEqual(readingLines(readingOf(old)));
    }
  });

  it('has notes and marks that know each other', async () => {
    const made = new PdfFile(await printed(NOTES, 'ua2'));
    const [note] = elements(made, 'FENote');
    const [mark] = made.array(note?.Ref);
    expect(nameOf(made.dictionary(mark).S)).toBe('Reference');
    expect(made.array(made.dictionary(mark).Ref).map((each) => made.dictionary(each))).toEqual([note]);
    expect(elements(made, 'Note')).toEqual([]);
    // The way back is no mark.
    expect(made.array(note?.Ref)).toHaveLength(1);
  });

  it('has entries of contents that name their headings', async () => {
    const made = new PdfFile(await printed(CONTENTS, 'ua2'));
    const targets = elements(made, 'TOCI').map((entry) => made.array(entry.Ref).map((each) => made.dictionary(each)));
    expect(targets.length).toBeGreaterThan(40);
    const kinds = new Set(targets.map(([heading]) => nameOf(heading?.S)));
    expect(kinds).toEqual(new Set(['H2', 'H3']));
  });

  it('has the caption in its figure, as its last child', async () => {
    const captioned = definitionOf([
      { text: 'A title', role: 'H1' },
      {
        role: 'Figure',
        stack: [
          {
            svg: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
            ...SIZE,
            alt: 'A square',
          },
          { text: 'Figure 1', role: 'Caption' },
        ],
      },
    ]);
    for (const standard of ['ua1', 'ua2'] as const) {
      const made = new PdfFile(await printed(captioned, standard));
      const [figure, ...others] = elements(made, 'Figure');
      expect(others).toEqual([]);
      expect(text(made, figure?.Alt)).toBe('A square');
      const last = made.array(figure?.K).at(-1) ?? null;
      expect(nameOf(made.dictionary(last).S)).toBe('Caption');
      expect(structureProblems(made)).toEqual([]);
    }
  });

  it('says of labels what they are: words to describe, boxes, numbers', async () => {
    const made = async (node: PrintNode, standard: 'ua1' | 'ua2') => {
      const file = new PdfFile(await printed(definitionOf([{ text: 'A title', role: 'H1' }, node]), standard));
      const [list] = elements(file, 'L');
      return file.array(list?.A).map((each) => nameOf(file.dictionary(each).ListNumbering));
    };
    const item = { content: [{ text: 'Minister' }] };
    const words: PrintNode = { list: 'none', indent: 40, items: [{ ...item, label: { text: 'To' } }] };
    const boxes: PrintNode = { list: 'none', indent: 40, items: [{ ...item, box: 'empty', boxAlt: 'not chosen' }] };
    const numbers: PrintNode = { list: 'ordered', indent: 40, items: [item] };
    expect(await made(words, 'ua2')).toEqual(['Description']);
    expect(await made(words, 'ua1')).toEqual(['None']);
    expect(await made(boxes, 'ua2')).toEqual(['Unordered']);
    expect(await made(numbers, 'ua2')).toEqual(['Decimal']);
  });

  it('leads to elements of the structure, and to their places', async () => {
    const made = new PdfFile(await printed(NOTES, 'ua2'));
    const links = made.pages
      .flatMap((page) => made.array(made.dictionary(page).Annots))
      .map((each) => made.dictionary(each));
    const actions = links.map(({ A }) => made.dictionary(A));
    expect(actions.map(({ D }) => text(made, D))).toEqual(['note-1', 'origin']);
    const leads = actions.map(({ SD }) => nameOf(made.dictionary(made.array(SD)[0]).S));
    expect(leads).toEqual(['FENote', 'P']);
    const outlines = made.dictionary(made.catalog.Outlines);
    const bookmark = made.dictionary(outlines.First);
    expect(nameOf(made.dictionary(bookmark.SE).S)).toBe('H1');
  });

  it('is the same bytes every time, with an identifier of its own', async () => {
    const again = await printed(SAMPLE, 'ua2', [MEMO]);
    expect(Buffer.compare(again, bytes)).toBe(0);
    const old = new PdfFile(await printed(SAMPLE, 'ua1', [MEMO]));
    const [id] = file.array(file.trailer.ID) as PdfString[];
    const [other] = old.array(old.trailer.ID) as PdfString[];
    expect(id?.bytes).toHaveLength(16);
    expect(id?.bytes).not.toBe(other?.bytes);
  });
});

const SIZE = { width: 9, height: 9 };
