import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { attributeOf, elementsOf, pageText, textOf } from './reading.js';
import { pageOf, pageOfBrief, SAMPLE_PAGES } from './samples.js';

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });

async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

describe('a page of each sample', () => {
  test('has dots, signs and bars that are not said, before words that are', async () => {
    const html = await pageOf({ ...(SAMPLE_PAGES.find(({ name }) => name.startsWith('two-pager')) ?? expect.fail()) });
    expect(html).toMatch(/<span aria-hidden="true">●●●\u00a0<\/span>High/);
    expect(html).toMatch(/<span aria-hidden="true">●○○\u00a0<\/span>Low/);
    expect(html).toMatch(/<span class="gauge" aria-hidden="true"><svg /);
    expect(html).toMatch(/<span aria-hidden="true">▲/);
  });

  test('the samples are there', () => expect(SAMPLE_PAGES.length).toBeGreaterThan(9));

  test.each(SAMPLE_PAGES)('$name in $language, edition $edition', async (sample) => {
    const html = await pageOf(sample);
    expect(await faultsOf(html)).toEqual([]);
    const elements = elementsOf(html);
    const ids = elements.flatMap((each) => attributeOf(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = elements.flatMap((each) => attributeOf(each, 'href')?.match(/^#(.*)$/)?.[1] ?? []);
    expect(targets.filter((target) => !ids.includes(decodeURIComponent(target)))).toEqual([]);
    const levels = elements.flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    const known = new Set('a http https mailto'.split(' '));
    const schemes = elements.flatMap((each) => /^([a-z]+):/.exec(attributeOf(each, 'href') ?? '')?.[1] ?? []);
    expect(schemes.filter((scheme) => !known.has(scheme))).toEqual([]);
    expect(await pageOf(sample)).toBe(html);
  });
});

describe('what is on a page', () => {
  test('nothing is run or fetched', async () => {
    const html = await pageOf({ ...(SAMPLE_PAGES[0] ?? expect.fail()), edition: null });
    const names = new Set(elementsOf(html).map(({ tagName }) => tagName));
    for (const name of ['script', 'link', 'iframe', 'object', 'embed', 'form', 'base'])
      expect(names).not.toContain(name);
    const policy = elementsOf(html).find((each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attributeOf(policy, 'content')).toMatch(/^default-src 'none';/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  test('the text of a brief never becomes markup', async () => {
    const nasty = `</title></style><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" 'single' -->`;
    const html = await pageOfBrief({
      title: `${nasty}<!--contents-->`,
      summary: `Summary ${nasty}`,
      keyFacts: [{ text: `Fact ${nasty}`, sources: ['law'] }],
      stakeholders: [{ name: nasty, kind: 'person', interests: nasty }],
    });
    const names = elementsOf(html).map(({ tagName }) => tagName);
    expect(names).not.toContain('script');
    expect(names).not.toContain('img');
    expect(names.filter((name) => name === 'style' || name === 'title')).toHaveLength(2);
    expect(elementsOf(html).flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))).toEqual([]);
    expect(pageText(html)).toContain(`Fact ${nasty}`);
  });

  test('the marking is first and last', async () => {
    const html = await pageOfBrief({ marking: { tlp: 'AMBER', gscp: { tier: 'OFFICIAL', sensitive: true } } });
    const [, body = ''] = html.split('<body>');
    const header = /<header[\s\S]*?<\/header>/.exec(body)?.[0] ?? '';
    const footer = /<footer[\s\S]*?<\/footer>\s*<\/body>/.exec(body)?.[0] ?? '';
    for (const end of [header, footer]) {
      expect(end).toContain('TLP:AMBER');
      expect(end).toContain('OFFICIAL-SENSITIVE');
    }
    expect(body.indexOf('<header')).toBeLessThan(body.indexOf('<main'));
  });

  test('a draft says so', async () => {
    expect(await pageOfBrief({ status: 'draft' })).toContain('>DRAFT<');
    expect(await pageOfBrief({ status: 'cleared' })).not.toContain('>DRAFT<');
  });

  test('notes and sources lead back to every place that names them', async () => {
    const html = await pageOfBrief({
      keyFacts: [{ text: 'A fact.', sources: [{ source: 'law', locator: 'art. 1' }] }],
      background: 'First [@law, art. 3]. A note.[^n] Then [@law].\n\n[^n]: What it says.',
      annexes: [{ id: 'one', title: 'Annexed', body: 'Later [@law].' }],
    });
    const links = elementsOf(html).filter((each) => attributeOf(each, 'role') === 'doc-backlink');
    expect(links.map((each) => textOf(each))).toEqual(['1', '2', '3', '4', '↩']);
    const spoken = elementsOf(html).flatMap((each) => attributeOf(each, 'aria-label') ?? []);
    expect(spoken).toContain('Source 1: A law, art. 3');
    const byId = new Map(elementsOf(html).flatMap((each) => [[attributeOf(each, 'id'), each] as const]));
    for (const link of links) {
      const place = byId.get(attributeOf(link, 'href')?.slice(1));
      expect(attributeOf(place ?? expect.fail(), 'role')).toMatch(/^doc-(?:biblioref|noteref)$/);
    }
  });

  test('a passage in another language says so, and which way it runs', async () => {
    const html = await pageOfBrief({
      quotes: [{ speaker: 'A', text: 'قال ذلك', lang: 'ar', source: 'law' }],
      status: 'draft',
    });
    const arabic = elementsOf(html).find((each) => attributeOf(each, 'lang') === 'ar' && textOf(each).includes('قال'));
    expect(attributeOf(arabic ?? expect.fail(), 'dir')).toBe('rtl');
  });

  test('a table has heads for its columns, and for its rows where they have some', async () => {
    const html = await pageOfBrief({
      risks: [{ text: 'It stops.', impact: 'high' }],
      timeline: [{ from: '2024-01-02', event: 'It began.' }],
    });
    const heads = elementsOf(html).filter(({ tagName }) => tagName === 'th');
    expect(heads.map((each) => [attributeOf(each, 'scope'), textOf(each).trim()])).toEqual([
      ['row', 'since 2 January 2024'],
      ['col', 'Risk'],
      ['col', 'Impact'],
      ['row', 'It stops.'],
    ]);
  });

  test('a drawing has its words, and its table below', async () => {
    const html = await pageOf({ ...(SAMPLE_PAGES.find(({ name }) => name.startsWith('assessment')) ?? expect.fail()) });
    const drawing = elementsOf(html).find(({ tagName }) => tagName === 'svg') ?? expect.fail();
    expect(attributeOf(drawing, 'role')).toBe('img');
    expect(attributeOf(drawing, 'aria-label')).toMatch(/likely/i);
    expect(html).toMatch(/<figcaption>[\s\S]*?<details>[\s\S]*?<table>/);
  });

  test('a picture is within it, with nothing in it but what is seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'web-'));
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><!-- by Mallory --><title>secret</title>
      <rect width="40" height="20" fill="#1f3f6e"/></svg>`;
    writeFileSync(join(folder, 'map of it.svg'), drawing);
    const html = await pageOfBrief({ background: '![A map](<map of it.svg> "The region")' }, { folder });
    const picture = elementsOf(html).find(({ tagName }) => tagName === 'img') ?? expect.fail();
    expect(attributeOf(picture, 'alt')).toBe('A map');
    const [, data = ''] = /^data:image\/svg\+xml;base64,(.+)$/.exec(attributeOf(picture, 'src') ?? '') ?? [];
    expect(atob(data)).toContain('#1f3f6e');
    expect(atob(data)).not.toMatch(/Mallory|secret/);
    expect(html).not.toContain('map of it');
    expect(html).toMatch(/<figcaption>The region<\/figcaption>/);
    rmSync(folder, { recursive: true });
  });
});
