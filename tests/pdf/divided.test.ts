import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintNode } from '../../src/layout/print-nodes.js';
import { definitionOf } from './definitions.js';
import { DIVIDED, PROSE } from './divided.js';
import { PdfFile } from './file/file.js';
import { isDictionary, nameOf, PdfString, Reference } from './file/objects.js';
import { notFoundIn } from './firefox.js';
import { pageText, readingLines, readingOf } from './reading.js';
import { rendered } from './rendered.js';

/** Very narrow, so that every word that may be divided is. */
const narrow = (node: PrintNode): PrintNode => ({ columns: [{ ...node, width: 60 }], columnGap: 0 });

/** A word with what touches it, as it is read and as it stands on the page. */
interface Divided {
  readonly word: string;
  readonly shown: string;
}

/** Every divided word, in no order. */
function dividedIn(file: PdfFile): Divided[] {
  const texts = new Map(file.pages.map((page) => [page.id, pageText(file, page)]));
  return [...file.objects.values()].flatMap((object) => {
    if (!isDictionary(object) || nameOf(object.S) !== 'Span' || !(object.ActualText instanceof PdfString)) return [];
    const parts = file.array(object.K).map((kid) => {
      const place = typeof kid === 'number' ? { Pg: object.Pg, MCID: kid } : file.dictionary(kid);
      return texts.get(place.Pg instanceof Reference ? place.Pg.id : 0)?.get(Number(place.MCID)) ?? '';
    });
    return [{ word: object.ActualText.text, shown: parts.join('') }];
  });
}

async function divided(content: readonly PrintNode[], hyphenate = true): Promise<string[]> {
  const file = new PdfFile((await rendered(definitionOf(content, { hyphenate }))).bytes);
  return dividedIn(file).flatMap(({ word, shown }) => (shown.replaceAll('-', '') === word ? [shown.trim()] : []));
}

describe('divided words', () => {
  let bytes: Uint8Array;
  let words: Divided[];
  beforeAll(async () => {
    bytes = (await rendered(DIVIDED)).bytes;
    words = dividedIn(new PdfFile(bytes));
  });

  it('are heard whole, and every other hyphen stays', () => {
    const lines = readingLines(readingOf(new PdfFile(bytes)));
    for (const text of Object.values(PROSE)) expect(lines).toContain(text.repeat(3).trim());
    expect(lines.join('\n')).not.toContain('\u00ad');
  });

  it('end their line with a hyphen that belongs to the page alone', () => {
    expect(words.length).toBeGreaterThan(20);
    const hyphens = words.map(({ word, shown }) => shown.split('-').length - word.split('-').length);
    expect(Math.min(...hyphens)).toBe(1);
    for (const { word, shown } of words) expect(shown.replaceAll('-', '')).toBe(word.replaceAll('-', ''));
  });

  it('are found by the search of Firefox', async () => {
    const searched = [...new Set(words.map(({ word }) => word.trim().replace(/^\P{L}+|\P{L}+$/gu, '')))];
    expect(await notFoundIn(bytes, [...searched, 'nonesuch'])).toEqual(['nonesuch']);
  }, 60_000);

  it('are whole for pdftotext', () => {
    const folder = mkdtempSync(join(tmpdir(), 'divided-'));
    try {
      writeFileSync(join(folder, 'a.pdf'), bytes);
      const text = execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
      // Of the paragraphs; Poppler joins no words in the narrow columns of a table.
      for (const prose of Object.values(PROSE)) expect(text).toContain(prose.trim());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a word is divided', () => {
  const word = 'Genehmigungsverfahren';

  it('by the language of its run, its paragraph or the document', async () => {
    const english = await divided([narrow({ text: 'Implementation and responsibilities of' })]);
    expect(english.sort()).toEqual(['Implement-ation', 'responsibil-ities']);
    expect(await divided([narrow({ text: word, lang: 'de' })])).not.toEqual([]);
    expect(await divided([narrow({ text: [{ text: word, lang: 'de' }], lang: 'tlh' })])).not.toEqual([]);
    expect(await divided([narrow({ text: [{ text: word, lang: 'tlh' }], lang: 'de' })])).toEqual([]);
  });

  it('in no document that does not ask for it', async () => {
    expect(await divided([narrow({ text: word, lang: 'de' })], false)).toEqual([]);
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
    expect(await divided(marked)).toEqual([]);
  });

  it('in no code, citation or replaced text', async () => {
    const runs = [
      { text: word, role: 'Code' },
      { text: word, role: 'Reference' },
      { text: word, sup: true },
      { text: word, actualText: 'x' },
    ] as const;
    expect(await divided(runs.map((run) => narrow({ text: [run], lang: 'de' })))).toEqual([]);
    expect(await divided([narrow({ text: word, lang: 'de', role: 'Code' })])).toEqual([]);
  });

  it('in headings only where it is wider than its line', async () => {
    const heading = (width: number): PrintNode => ({
      columns: [{ text: `Das ${word}`, lang: 'de', role: 'H1', width }],
      columnGap: 0,
    });
    expect(await divided([heading(132)])).toEqual([]);
    expect(await divided([heading(60)])).not.toEqual([]);
  });

  it('within its link', async () => {
    const link = narrow({ text: [{ text: word, lang: 'de', link: 'https://example.org/' }] });
    const file = new PdfFile((await rendered(definitionOf([link], { hyphenate: true }))).bytes);
    const [span] = dividedIn(file);
    expect(span?.word).toBe(word);
  });
});
