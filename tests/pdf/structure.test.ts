import { beforeAll, describe, expect, it } from 'vitest';
import { CONTENTS } from './contents.js';
import { PdfFile, setContent } from './file/file.js';
import { type Dictionary, isDictionary, Name, nameOf, type Reference, type Value } from './file/objects.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';
import { structureProblems } from './structure.js';

let bytes: Uint8Array;
let withContents: Uint8Array;
beforeAll(async () => {
  bytes = (await rendered(SAMPLE)).bytes;
  withContents = (await rendered(CONTENTS)).bytes;
});

/** All objects that are structure elements of a type. */
function elements(file: PdfFile, type: string): Dictionary[] {
  return [...file.objects.values()].filter(
    (object) => isDictionary(object) && nameOf(object.S) === type,
  ) as Dictionary[];
}

function firstPage(file: PdfFile): Reference {
  const [page] = file.pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

function parentTreeLeaf(file: PdfFile): Value[] {
  const tree = file.dictionary(file.dictionary(file.catalog.StructTreeRoot).ParentTree);
  return file.array(file.dictionary(file.array(tree.Kids)[0]).Nums);
}

describe('the structure check', () => {
  it('finds nothing wrong with a document that has one of everything', () => {
    expect(structureProblems(new PdfFile(bytes))).toEqual([]);
  });

  /** Each breaks one thing in the file; the check has to say so. */
  const mutations: [name: string, mutate: (file: PdfFile) => void, problem: RegExp][] = [
    [
      'an unmarked operator',
      (file) => setContent(file, firstPage(file), `${file.content(firstPage(file))}\n0 0 10 10 re f`),
      /f outside marked content/,
    ],
    [
      'a wrong entry of the parent tree',
      (file) => {
        const contents = file.array(parentTreeLeaf(file)[1]);
        contents[0] = contents[1] ?? null;
      },
      /parent tree disagrees about MCID 0/,
    ],
    [
      'a header row without its tags',
      (file) => {
        for (const table of elements(file, 'Table')) table.K = file.array(table.K).slice(1);
      },
      /is in no element/,
    ],
    [
      'a header row of data cells',
      (file) => {
        for (const cell of elements(file, 'TH')) delete cell.A;
      },
      /TH without Scope/,
    ],
    [
      'an OBJR on another page',
      (file) => {
        const last = file.pages.at(-1);
        for (const link of elements(file, 'Link')) {
          for (const kid of file.array(link.K)) if (isDictionary(kid) && kid.Obj && last) kid.Pg = last;
        }
      },
      /its OBJR says/,
    ],
    [
      'a cell too few',
      (file) => {
        const row = elements(file, 'TR').at(-1);
        if (row) row.K = file.array(row.K).slice(0, 1);
      },
      /columns in one table/,
    ],
    [
      'a tab order by rows',
      (file) => {
        file.dictionary(firstPage(file)).Tabs = new Name('R');
      },
      /tab order/,
    ],
    [
      'a figure that says nothing',
      (file) => {
        for (const figure of elements(file, 'Figure')) delete figure.Alt;
      },
      /Figure without alternative text/,
    ],
    [
      'two elements that claim one content',
      (file) => {
        const [paragraph] = elements(file, 'P');
        const [heading] = elements(file, 'H1');
        if (paragraph && heading)
          heading.K = [...file.array(heading.K), ...file.array(paragraph.K).filter((k) => typeof k === 'number')];
      },
      /claimed twice/,
    ],
    [
      'an empty structure tree',
      (file) => {
        file.dictionary(file.catalog.StructTreeRoot).K = [];
      },
      /structure tree is empty/,
    ],
    [
      'a skipped heading level',
      (file) => {
        for (const heading of elements(file, 'H2')) heading.S = new Name('H4');
      },
      /H4 after H1/,
    ],
    [
      'a font without ToUnicode',
      (file) => {
        for (const object of file.objects.values())
          if (isDictionary(object) && object.ToUnicode) delete object.ToUnicode;
      },
      /no ToUnicode|not a/,
    ],
    [
      'an item outside its list',
      (file) => {
        const [list] = elements(file, 'L');
        if (list) list.S = new Name('Div');
      },
      /LI inside Div/,
    ],
  ];

  it.each<[string, string, (element: Dictionary) => void, RegExp]>([
    [
      'an entry outside its table',
      'TOC',
      (table) => {
        table.S = new Name('Sect');
      },
      /TOCI inside Sect/,
    ],
    [
      'a table of contents in a paragraph',
      'Document',
      (top) => {
        top.S = new Name('P');
      },
      /TOC inside P/,
    ],
    [
      'a paragraph that is an entry of a table',
      'TOCI',
      (entry) => {
        entry.S = new Name('P');
      },
      /TOC holds P/,
    ],
    [
      'an entry without its reference',
      'Reference',
      (reference) => {
        reference.S = new Name('Sect');
      },
      /TOCI holds Sect/,
    ],
  ])('notices %s', (_, type, mutate, problem) => {
    const file = new PdfFile(withContents);
    for (const element of elements(file, type)) mutate(element);
    expect(structureProblems(file).join('\n')).toMatch(problem);
  });

  it.each(mutations)('notices %s', (_, mutate, problem) => {
    const file = new PdfFile(bytes);
    mutate(file);
    let problems: string[];
    try {
      problems = structureProblems(file);
    } catch (error) {
      problems = [String(error)];
    }
    expect(problems.join('\n')).toMatch(problem);
  });
});
