import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { PdfFile } from '../pdf/file/file.js';
import { structureProblems } from '../pdf/structure.js';
import { brief, briefpress } from './session.js';

const ANNEXES = `annexes:
  - { title: The order, body: "Words of the order." }
  - { title: The letter, body: "Words of the letter." }
marking: { tlp: GREEN }
distribution: [{ copy: 1, role: Registry }]
`;

async function pagesOf(pdf: Uint8Array | undefined): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : ' ')).join('');
    }),
  );
}

async function built(layout: string, more = '', command = ['build', '--format', 'pdf']) {
  const files = { 'visit.yaml': brief(`${ANNEXES}${more}${layout === '' ? '' : `layout: { ${layout} }\n`}`) };
  const [name = '', ...options] = command;
  const run = await briefpress([name, 'visit.yaml', ...options], { files });
  const pdf = run.files.get('output/visit.pdf') ?? run.files.get('output/visit.copies/visit.copy-1.pdf');
  return { ...run, pdf, pages: pdf === undefined ? [] : await pagesOf(pdf) };
}

const annexesOn = (pages: readonly string[]) => pages.map((text) => /Words of the (\w+)/.exec(text)?.[1] ?? '');

describe('layout.rightHandPages', () => {
  test('begins each annex on an odd page, after an empty one that has its marking and its number', async () => {
    const plain = await built('');
    expect(annexesOn(plain.pages)).toEqual(['', 'order', 'letter']);
    const { code, stderr, pages, pdf } = await built('rightHandPages: true');
    expect([code, stderr]).toEqual([0, '']);
    expect(annexesOn(pages)).toEqual(['', '', 'order', '', 'letter']);
    for (const at of [1, 3]) {
      expect(pages[at]).toContain('TLP:GREEN');
      expect(pages[at]).toContain(`Page ${at + 1} of 5`);
      expect(pages[at]).not.toMatch(/Words|Annex/);
    }
    expect(structureProblems(new PdfFile(new Uint8Array(pdf ?? [])))).toEqual([]);
  });

  test('leaves no page empty where an annex begins on the right by itself', async () => {
    const long = `background: |\n${'  Words of the background, which go on. '.repeat(160)}\n`;
    const plain = await built('', long);
    expect(annexesOn(plain.pages).slice(0, 3)).toEqual(['background', 'background', 'order']);
    expect(annexesOn((await built('rightHandPages: true', long)).pages)).toEqual([
      ...['background', 'background', 'order', '', 'letter'],
    ]);
  });

  test('holds for numbered copies, and empty pages do not count against `maxPages`', async () => {
    const copies = await built('rightHandPages: true', '', ['copies']);
    expect(annexesOn(copies.pages)).toEqual(['', '', 'order', '', 'letter']);
    expect(copies.pages.every((text) => text.includes('Copy 1 of 1'))).toBe(true);
    expect((await built('rightHandPages: true, maxPages: 3')).pages).toHaveLength(5);
    const tooLong = await built('rightHandPages: true, maxPages: 2', 'status: cleared\n');
    expect(tooLong.stderr).toContain('The document has 3 pages, and may have 2. Too many by 1 line, of the 2nd annex.');
  });
});
