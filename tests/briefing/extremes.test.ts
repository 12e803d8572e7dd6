import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { jpeg } from '../layout/files.js';
import { pngWithAlpha } from '../layout/pictures/png-writer.js';
import { PdfFile } from '../pdf/file/file.js';
import { heardOf, readingLines, readingOf } from '../pdf/reading.js';
import { structureProblems } from '../pdf/structure.js';
import { EXTREMES } from './extremes.js';
import { contentOf, letters, type Page, pagesOf, placingProblems } from './pages.js';

const briefOf = (more: object) => ({
  briefpress: 1,
  title: 'Extremes',
  asOf: '2024-09-04',
  summary: 'Everything is here.',
  keyFacts: [{ text: 'One.', sources: ['one'] }],
  sources: [{ id: 'one', type: 'webpage', title: 'end-of-all' }],
  ...more,
});

async function printed(more: object, folder = '.'): Promise<{ pages: Page[]; pdf: Uint8Array }> {
  const text = JSON.stringify(briefOf(more));
  const made = await buildBriefing({ text, name: 'x.json', folder, formats: ['pdf'] });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!made.ok) throw new Error('it did not build');
  const pdf = made.value.pdf ?? new Uint8Array();
  return { pages: await pagesOf(pdf), pdf };
}

/** The pieces that are not in the text in this order, each after the one before. */
function missing(says: readonly string[], text: string): string[] {
  let at = 0;
  return says.filter((piece) => {
    const found = text.indexOf(letters(piece), at);
    if (found !== -1) at = found + letters(piece).length;
    return found === -1;
  });
}

test('tables, GitHub’s extensions, directives, scripts and long matter: all there, in order, on the page', async () => {
  const annexes = EXTREMES.map(({ markdown }, index) => ({ title: `begin${index}begin`, body: `${markdown}\n` }));
  const { pages, pdf } = await printed({ annexes });
  const text = contentOf(pages);
  const lost = EXTREMES.flatMap(({ markdown, says }, index) => {
    const begin = text.indexOf(`begin${index}begin`);
    const end = text.indexOf(`begin${index + 1}begin`);
    expect(begin).toBeGreaterThan(0);
    const found = text.slice(begin, end === -1 ? undefined : end);
    const gone = missing(says, found);
    return gone.length === 0
      ? []
      : [{ markdown: markdown.slice(0, 200), gone: gone.slice(0, 5), found: found.slice(0, 400) }];
  });
  expect(lost).toEqual([]);
  expect(placingProblems(pages)).toEqual([]);
  expect(structureProblems(new PdfFile(pdf))).toEqual([]);
  for (const note of ['Notea.', 'Noteb.', 'Moreofb.']) expect(text).toContain(note);
  expect(text).not.toContain('gone');
});

test('pictures of every kind, in a line and on their own, are figures with their texts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-pictures-'));
  try {
    writeFileSync(join(folder, 'a.png'), pngWithAlpha());
    writeFileSync(join(folder, 'b c.jpg'), jpeg({ width: 300, height: 4000 }));
    writeFileSync(
      join(folder, 'd.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>',
    );
    const background = [
      'In a ![line](a.png), ![two](<b c.jpg>) and ![three](d.svg).',
      ...['![four](a.png)', '![five](b%20c.jpg "A title")', '![six](d.svg)'],
      '- ![seven](a.png)\n\n> ![eight](d.svg)\n\n| x |\n|---|\n| ![nine](a.png) |',
    ].join('\n\n');
    const { pages, pdf } = await printed({ background }, folder);
    const file = new PdfFile(pdf);
    const figures = heardOf(readingOf(file), 'Figure').map(({ text }) => text);
    // A title is the caption, which is inside its figure.
    expect(figures).toEqual(['line', 'two', 'three', 'four', 'fiveA title', 'six', 'seven', 'eight', 'nine']);
    expect(structureProblems(file)).toEqual([]);
    expect(placingProblems(pages)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is read from the right is read in its own order, alone and among other words', async () => {
  const lines = [
    'هذا تقرير موجز عن الزيارة الرسمية إلى أولان باتور في 24 نوفمبر 2026 (سري).',
    'זהו מסמך תדרוך קצר לביקור הרשמי ב-24 בנובמבר 2026 (סודי), כולל Mongolia.',
    'In Hebrew עברית and in Arabic العربية within a line, 12 and 34.',
  ];
  const { pdf } = await printed({ background: lines.join('\n\n') });
  const heard = readingLines(readingOf(new PdfFile(pdf)));
  expect(lines.filter((line) => !heard.includes(line))).toEqual([]);
});

describe('without end', () => {
  test('sixty-four thousand words in one paragraph', async () => {
    const words = Array.from({ length: 64_000 }, (_, index) => `w${index.toString(36)}`);
    const { pages } = await printed({ background: words.join(' ') });
    expect(pages.length).toBeGreaterThan(80);
    expect(contentOf(pages)).toContain(words.join(''));
    expect(placingProblems(pages)).toEqual([]);
  });

  test('a background of three hundred pages', async () => {
    const sentence = 'The Court has no police and depends on its parties, who undertake to cooperate. '.repeat(6);
    const chapters = Array.from(
      { length: 345 },
      (_, index) => `## Chapter ${index}.\n\n${`${sentence}\n\n`.repeat(7)}`,
    );
    const { pages, pdf } = await printed({ background: chapters.join('') });
    expect(pages.length).toBeGreaterThan(300);
    const text = contentOf(pages);
    expect(
      missing(
        chapters.map((_, index) => `Chapter ${index}.`),
        text,
      ),
    ).toEqual([]);
    expect(text.split(letters(sentence)).length - 1).toBe(345 * 7);
    expect(placingProblems(pages)).toEqual([]);
    expect(structureProblems(new PdfFile(pdf))).toEqual([]);
  });
});
