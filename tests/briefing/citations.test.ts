import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { PdfFile } from '../pdf/file/file.js';
import { structureProblems } from '../pdf/structure.js';

/** Six sources, cited in prose and of items, with places in them, alone, in rows and in a range. */
const BRIEF = (style: string, language = 'en') => `briefpress: 1
id: cited
languages: [${language}]
citationStyle: ${style}
type: information-memo
status: draft
edition: 1
title: T
summary: It came in May 2019 [@a]. And in 2020 [@b, art. 86, 89; @f].
asOf: 2024-09-04
keyFacts:
  - { id: one, text: The first of May 2019, sources: [a] }
  - { id: two, text: The second, sources: [{ source: b, locator: art. 27 }, c, d, e] }
  - { id: three, text: The third, sources: [c, d] }
judgements:
  - { text: So it is., likelihood: likely, confidence: high, basis: [three, one] }
sources:
  - { id: a, type: treaty, title: Rome Statute, issued: 1998 }
  - { id: b, type: report, title: On law, issued: 2001 }
  - { id: c, type: report, title: Case C, issued: 2002 }
  - { id: d, type: report, title: Case D, issued: 2003 }
  - { id: e, type: report, title: Case E, issued: 2004 }
  - { id: f, type: report, title: Case F, issued: 2005 }
`;

interface Link {
  readonly said: string;
  readonly to: string;
  readonly rect: readonly number[];
}

async function read(style: string, language?: string) {
  const made = await buildBriefing({ text: BRIEF(style, language), formats: ['pdf'] });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const bytes = made.value.pdf ?? new Uint8Array();
  expect(structureProblems(new PdfFile(bytes))).toEqual([]);
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const links: Link[] = [];
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    for (const { subtype, contentsObj, dest, rect } of await page.getAnnotations()) {
      if (subtype === 'Link' && dest !== null) links.push({ said: contentsObj.str, to: dest, rect });
    }
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) text += `${item.str}${item.hasEOL ? '\n' : ''}`;
  }
  const leads = await Promise.all(links.map(async ({ to }) => (await document.getDestination(to)) !== null));
  expect(leads.every(Boolean)).toBe(true);
  return { links, text };
}

const citing = (links: readonly Link[]) => links.filter(({ to }) => to.startsWith('source-')).map(({ said }) => said);

describe('citations in print', () => {
  test('notes: every mark is a link that says which source it is', async () => {
    const { links } = await read('notes');
    expect(citing(links)).toEqual([
      'Source 1: Rome Statute',
      'Source 2: On law, art. 86, 89',
      'Source 3: Case F',
      'Source 1: Rome Statute',
      'Source 2: On law, art. 27',
      'Source 4: Case C',
      'Source 5: Case D',
      'Source 6: Case E',
      'Source 4: Case C',
      'Source 5: Case D',
    ]);
  });

  test.each(['numeric', 'author-date'])('%s: every citation, with the place in the source', async (style) => {
    const { links, text } = await read(style);
    const said = citing(links);
    expect(said.length).toBe(10);
    expect(said[1]).toMatch(/^Source \d: On law, art\. 86, 89$/);
    expect(text).toContain(style === 'numeric' ? 'May 2019 [1]' : 'May 2019 (Rome Statute 1998)');
  });

  test.each(['notes', 'numeric', 'author-date'])('%s: no link is smaller than 9 points', async (style) => {
    const { links } = await read(style);
    expect(links.length).toBeGreaterThan(15);
    for (const { rect } of links) {
      const [left = 0, bottom = 0, right = 0, top = 0] = rect;
      expect(Math.min(right - left, top - bottom)).toBeGreaterThanOrEqual(9);
    }
  });

  test.each(['notes', 'numeric', 'author-date'])(
    '%s: every source leads back to the pages that cite it',
    async (style) => {
      const { links, text } = await read(style);
      const back = links.filter(({ said }) => said === 'Cited on page 1');
      expect(back.length).toBe(6);
      expect(text.match(/↑\s1\b/g)).toHaveLength(6);
    },
  );

  test('a judgement leads to its facts, in their order', async () => {
    const { links, text } = await read('notes');
    expect(text).toContain('facts 1 and 3');
    expect(links.filter(({ to }) => to.endsWith('-keyFacts')).map(({ said, to }) => [said, to])).toEqual(
      expect.arrayContaining([
        ['fact 1', 'item-1-keyFacts'],
        ['fact 3', 'item-3-keyFacts'],
      ]),
    );
  });

  test('in Swedish, in its words', async () => {
    const { links } = await read('notes', 'sv');
    expect(citing(links)[1]).toBe('Källa 2: On law, art. 86, 89');
    expect(links.at(-1)?.said).toBe('Citerad på sidan 1');
  });

  test('no number runs into the word before it', async () => {
    const { text } = await read('notes');
    expect(text).toMatch(/May 2019\s1\./u);
    expect(text).not.toMatch(/2019\d/);
  });
});
