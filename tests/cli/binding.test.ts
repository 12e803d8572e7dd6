import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const LONG = Array.from({ length: 40 }, (_, n) =>
  `  Paragraph ${n} of a [long](https://example.org/) text, whose words fill lines. `.repeat(6),
).join('\n\n');

async function pagesWith(layout: string, more = '') {
  const files = {
    'visit.yaml': brief(`background: |\n${LONG}\nstatus: cleared\nmarking: { tlp: GREEN }\n${layout}${more}`),
  };
  const run = await briefpress(['build', 'visit.yaml', '--format', 'pdf', '--attach', 'none'], { files });
  expect(run.code).toBe(0);
  const bytes = new Uint8Array(run.files.get('output/visit.pdf') ?? []);
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: Math.min(4, document.numPages) }, async (_, at) => {
      const page = await document.getPage(at + 1);
      const [links, { items }] = [await page.getAnnotations(), await page.getTextContent()];
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const left = Math.min(...texts.map(({ transform }) => transform[4]));
      const right = Math.max(...texts.map(({ transform, width }) => transform[4] + width));
      const inLinks = links.map(({ rect }) =>
        texts.some(({ str, transform }) => str.startsWith('long') && Math.abs(transform[4] - rect[0]) < 1),
      );
      return { left, right, links: inLinks };
    }),
  );
}

const POINTS = (12 * 72) / 25.4;

describe('layout.binding', () => {
  test('gives the inner margin more: left on the first page, right on the second', async () => {
    const [plain, bound] = [await pagesWith(''), await pagesWith('layout: { binding: 12 }\n')];
    expect(bound.length).toBeGreaterThan(2);
    const moved = bound.slice(0, 3).map(({ left, right }, at) => {
      const before = plain[at] ?? { left: 0, right: 0 };
      return [left - before.left, right - before.right].map((by) => Math.round(by / POINTS));
    });
    expect(moved).toEqual([
      [1, 0],
      [0, -1],
      [1, 0],
    ]);
    // Links lie where their words are.
    const links = bound.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((isOn) => !isOn).length).toBeLessThan(links.length / 4);
    const before = plain.flatMap((page) => page.links);
    expect(before.filter((isOn) => !isOn).length).toBeLessThan(before.length / 4);
  });

  test('is on the other side in a language that is written from right to left', async () => {
    const [plain, bound] = [
      await pagesWith('', 'languages: [ar]\n'),
      await pagesWith('layout: { binding: 12 }\n', 'languages: [ar]\n'),
    ];
    const moved = [0, 1].map((at) => Math.round(((bound[at]?.right ?? 0) - (plain[at]?.right ?? 0)) / POINTS));
    expect(moved).toEqual([-1, 0]);
  });

  test.each([
    ['en', 'Copy 1 of 1'],
    ['ar', 'النسخة'],
  ])('moves the line of a numbered copy with the text (%s)', async (language, words) => {
    const more = `languages: [${language}]\ndistribution: [{ copy: 1, role: Registry }]\n`;
    const files = { 'visit.yaml': brief(`background: |\n${LONG}\nlayout: { binding: 12 }\n${more}`) };
    const run = await briefpress(['copies', 'visit.yaml'], { files });
    const data = new Uint8Array(run.files.get('output/visit.copies/visit.copy-1.pdf') ?? []);
    const document = await getDocument({ data, verbosity: 0 }).promise;
    const places: number[] = [];
    for (const number of [1, 2, 3]) {
      const { items } = await (await document.getPage(number)).getTextContent();
      places.push(...items.flatMap((item) => ('str' in item && item.str.includes(words) ? [item.transform[4]] : [])));
    }
    const [first = 0, second = 0, third = 0] = places;
    const inwards = language === 'ar' ? -POINTS : POINTS;
    expect([first - second, first - third].map((by) => Math.round(by * 100))).toEqual([Math.round(inwards * 100), 0]);
  });

  test.each(['-1', '31', 'wide'])('is not %s', async (value) => {
    const run = await briefpress(['check', 'visit.yaml'], {
      files: { 'visit.yaml': brief(`layout: { binding: ${value} }\n`) },
    });
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('binding')]);
  });
});
