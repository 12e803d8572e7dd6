import { create } from 'fontkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { definitionOf } from './definitions.js';
import { DIVIDED, PROSE } from './divided.js';
import { toUnicode } from './file/encoding.js';
import { PdfFile } from './file/file.js';
import { readingLines, readingOf } from './reading.js';
import { rendered } from './rendered.js';

const SOFT = '\u00ad';
/** Very narrow, so that every word that may be divided is. */
const narrow = (node: PrintNode): PrintNode => ({ columns: [{ ...node, width: 60 }], columnGap: 0 });

async function pdfOf(content: readonly PrintNode[], hyphenate = true): Promise<PdfFile> {
  return new PdfFile((await rendered(definitionOf(content, { hyphenate }))).bytes);
}
const heard = async (content: readonly PrintNode[], hyphenate = true): Promise<string> =>
  readingLines(readingOf(await pdfOf(content, hyphenate))).join('\n');

describe('divided words', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await rendered(DIVIDED)).bytes;
  });

  it('are heard whole: their hyphen is a soft one, and every other hyphen stays', () => {
    const lines = readingLines(readingOf(new PdfFile(bytes)));
    for (const text of Object.values(PROSE)) {
      const whole = text.repeat(3).trim();
      const read = lines.find((line) => line.replaceAll(SOFT, '') === whole);
      expect(read, whole).toContain(SOFT);
    }
  });

  it('are whole for pdf.js, which shares nothing with the printer', async () => {
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      text += items.map((item) => ('str' in item ? item.str : '')).join('');
    }
    await document.destroy();
    const letters = text.replaceAll(SOFT, '').replace(/\s/g, '');
    for (const prose of Object.values(PROSE)) expect(letters).toContain(prose.repeat(3).replace(/\s/g, ''));
  });

  it('have a hyphen that is seen, the very glyph of the others', () => {
    const file = new PdfFile(bytes);
    let seen = 0;
    for (const page of file.pages) {
      const fonts = file.dictionary(file.dictionary(file.dictionary(page).Resources).Font);
      for (const value of Object.values(fonts)) {
        const font = file.dictionary(value);
        const codes = new Map([...toUnicode(file, font)].map(([code, meaning]) => [meaning, code]));
        const soft = codes.get(SOFT);
        if (soft === undefined) continue;
        const [descendant] = file.array(font.DescendantFonts);
        const descriptor = file.dictionary(file.dictionary(descendant).FontDescriptor);
        const program = create(Buffer.from(file.data(descriptor.FontFile2), 'latin1')) as unknown as {
          getGlyph(id: number): { path: { toSVG(): string }; advanceWidth: number };
        };
        const drawn = program.getGlyph(soft);
        const hyphen = program.getGlyph(codes.get('-') ?? 0);
        expect(drawn.path.toSVG()).not.toBe('');
        expect([drawn.path.toSVG(), drawn.advanceWidth]).toEqual([hyphen.path.toSVG(), hyphen.advanceWidth]);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});

describe('a word is divided', () => {
  const word = 'Genehmigungsverfahren';

  it('by the language of its run, its paragraph or the document', async () => {
    const said = async (node: PrintNode): Promise<string> => heard([narrow(node)]);
    expect(await said({ text: 'Implementation and responsibilities of' })).toMatch(
      /^Implement\u00adation and responsibil\u00adities of$/,
    );
    expect(await said({ text: word, lang: 'de' })).toContain(SOFT);
    expect(await said({ text: [{ text: word, lang: 'de' }], lang: 'tlh' })).toContain(SOFT);
    expect(await said({ text: [{ text: word, lang: 'tlh' }], lang: 'de' })).not.toContain(SOFT);
  });

  it('in no document that does not ask for it', async () => {
    expect(await heard([narrow({ text: word, lang: 'de' })], false)).not.toContain(SOFT);
  });

  it('in no text that is marked so, wherever the mark is', async () => {
    const marked: PrintNode[] = [
      narrow({ text: word, lang: 'de', noHyphen: true }),
      narrow({ text: [{ text: word, lang: 'de', noHyphen: true }] }),
      narrow({
        stack: [{ list: 'bullet', indent: 10, items: [{ content: [{ text: word, lang: 'de' }] }] }],
        noHyphen: true,
      }),
    ];
    expect(await heard(marked)).not.toContain(SOFT);
  });

  it('in no code, citation or replaced text', async () => {
    const runs = [
      { text: word, role: 'Code' },
      { text: word, role: 'Reference' },
      { text: word, sup: true },
      { text: word, actualText: 'x' },
    ] as const;
    expect(await heard(runs.map((run) => narrow({ text: [run], lang: 'de' })))).not.toContain(SOFT);
    expect(await heard([narrow({ text: word, lang: 'de', role: 'Code' })])).not.toContain(SOFT);
  });

  it('in headings only where it is wider than its line', async () => {
    const heading = (width: number): PrintNode => ({
      columns: [{ text: `Das ${word}`, lang: 'de', role: 'H1', width }],
      columnGap: 0,
    });
    expect(await heard([heading(132)])).not.toContain(SOFT);
    expect(await heard([heading(60)])).toContain(SOFT);
  });
});
