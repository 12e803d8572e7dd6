import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { canDraw, expectKept, looksLike, pictureOf } from './kept-pictures.js';

/**
 * First pages as pictures, beside those that were looked at and kept: of each template, and those that the documentation
 * shows. `npx vitest run tests/briefing/page-images -u` keeps the new ones: look at them first.
 */
const ROOT = join(import.meta.dirname, '../..');
const KEPT = join(import.meta.dirname, 'pages');
const SAMPLES = {
  'policy-memo': 'mongolia-icc.yaml',
  'read-ahead': 'read-ahead-exercise.yaml',
  submission: 'submission-exercise.yaml',
  'two-pager': 'two-pager-exercise.json',
  assessment: 'assessment-exercise.yaml',
} as const;

/** Dots an inch: letters are grey smudges, and where everything stands can be seen. */
const SMALL = ['-r', '50'];
const IN_README = ['-r', '80'];
/** The part of a page that the documentation shows of its example of figures, in dots. */
const FIGURES = ['-x', '50', '-y', '266', '-W', '570', '-H', '346'];

async function pdfOf(options: Parameters<typeof buildBriefing>[0]): Promise<Uint8Array> {
  const made = await buildBriefing({ ...options, formats: ['pdf'] });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value.pdf ?? new Uint8Array();
}
const sample = (name: string) => join(ROOT, 'briefs', name);

test('CI has what draws pages', () => expect(canDraw || process.env.CI === undefined).toBe(true));

describe.runIf(canDraw)('the first page looks as it did', () => {
  test.each(Object.entries(SAMPLES))('%s', async (template, brief) => {
    const pdf = await pdfOf({ file: sample(brief), template });
    expectKept(pictureOf(pdf, [...SMALL, '-gray']), join(KEPT, `${template}.png`));
  });

  test('a line that moves is noticed', async () => {
    const summary = 'A page with a line more, or with a line less, is another page.';
    const page = async (facts: number) => {
      const keyFacts = Array.from({ length: facts }, () => ({ text: summary, sources: ['one'] }));
      const brief = { briefpress: 1, title: 'T', asOf: '2024-09-04', summary, keyFacts };
      const text = JSON.stringify({ ...brief, sources: [{ id: 'one', type: 'webpage', title: 'x' }] });
      return pictureOf(await pdfOf({ text, name: 'x.json' }), [...SMALL, '-gray']);
    };
    expect(looksLike(await page(3), await page(3))).toBe(true);
    expect(looksLike(await page(3), await page(4))).toBe(false);
  });
});

describe.runIf(canDraw)('the documentation shows pages as they are', () => {
  test('in the README', async () => {
    const pdf = await pdfOf({ file: sample(SAMPLES['policy-memo']) });
    expectKept(pictureOf(pdf, IN_README), join(ROOT, 'docs/page.png'));
  });

  test('of figures from the data of the brief', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefpress-figures-'));
    const page = readFileSync(join(ROOT, 'docs/figures.md'), 'utf8');
    for (const [, name = '', text = ''] of page.matchAll(/```\w+ file=(\S+)\n(.*?)```/gs)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const pdf = await pdfOf({ file: join(folder, 'briefs/cooperation.yaml') });
    rmSync(folder, { recursive: true });
    expectKept(pictureOf(pdf, [...IN_README, ...FIGURES]), join(ROOT, 'docs/figures.png'));
  });

  test.each([1, 2, 3])('of every kind of figure, page %i', async (number) => {
    const pdf = await pdfOf({ file: join(ROOT, 'docs/figures/gallery.yaml') });
    expectKept(pictureOf(pdf, IN_README, number), join(ROOT, `docs/figures/gallery-${number}.png`));
  });

  const themes = readdirSync(join(ROOT, 'docs/themes')).filter((name) => name.endsWith('.yaml'));
  test.each([null, ...themes])('of a read-ahead in the theme %s', async (theme) => {
    const own = theme === null ? {} : { theme: join(ROOT, 'docs/themes', theme) };
    const picture = pictureOf(await pdfOf({ file: sample(SAMPLES['read-ahead']), ...own }), SMALL);
    expectKept(picture, join(ROOT, 'docs/themes', theme === null ? 'own.png' : theme.replace('.yaml', '.png')));
  });
});
