import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { bitmapOf, samplesOf } from '../layout/pictures/png-writer.js';

/**
 * The first page of each template as a picture, beside the one that was looked at and kept. `npx vitest run
 * tests/briefing/page-images -u` keeps the new ones: look at them first.
 */
const BRIEFS = join(import.meta.dirname, '../../briefs');
const KEPT = join(import.meta.dirname, 'pages');
const SAMPLES = {
  'policy-memo': 'mongolia-icc.yaml',
  'read-ahead': 'read-ahead-exercise.yaml',
  submission: 'submission-exercise.yaml',
  'two-pager': 'two-pager-exercise.json',
  assessment: 'assessment-exercise.yaml',
} as const;

/** Dots an inch: letters are grey smudges, and where everything stands can be seen. */
const RESOLUTION = '50';
/** Readers of another version smooth letters in their own way; one line more or less changes twice as much as this. */
const [LOUD, MOST] = [60, 0.001];

const drawer = spawnSync('pdftoppm', ['-v']).error === undefined;
const isUpdating = () => expect.getState().snapshotState.snapshotUpdateState === 'all';

function pictureOf(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-page-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf);
    spawnSync('pdftoppm', ['-r', RESOLUTION, '-f', '1', '-l', '1', '-singlefile', '-gray', '-png', 'x.pdf', 'x'], {
      cwd: folder,
    });
    return readFileSync(join(folder, 'x.png'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint8Array;
}

function pixelsOf(bytes: Uint8Array): Picture {
  const bitmap = bitmapOf(bytes);
  if (bitmap.kind !== 'raster') throw new Error('not a PNG');
  return { width: bitmap.width, height: bitmap.height, colors: samplesOf(bitmap) };
}

/** How much of the page is lighter or darker by far. */
function changed(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  return a.colors.filter((grey, at) => Math.abs(grey - (b.colors[at] ?? 0)) > LOUD).length / a.colors.length;
}

test('CI has what draws pages', () => expect(drawer || process.env.CI === undefined).toBe(true));

describe.runIf(drawer)('the first page looks as it did', () => {
  test.each(Object.entries(SAMPLES))('%s', async (name, brief) => {
    const made = await buildBriefing({ file: join(BRIEFS, brief), template: name, formats: ['pdf'] });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    const picture = pictureOf(made.value.pdf ?? new Uint8Array());
    const kept = join(KEPT, `${name}.png`);
    if (isUpdating()) {
      mkdirSync(KEPT, { recursive: true });
      writeFileSync(kept, picture);
    }
    expect(existsSync(kept), `${kept} is missing: keep it with -u`).toBe(true);
    expect(changed(pixelsOf(picture), pixelsOf(readFileSync(kept)))).toBeLessThan(MOST);
  });

  test('a line that moves is noticed', async () => {
    const summary = 'A page with a line more, or with a line less, is another page.';
    const page = async (facts: number) => {
      const keyFacts = Array.from({ length: facts }, () => ({ text: summary, sources: ['one'] }));
      const brief = { briefpress: 1, title: 'T', asOf: '2024-09-04', summary, keyFacts };
      const text = JSON.stringify({ ...brief, sources: [{ id: 'one', type: 'webpage', title: 'x' }] });
      const made = await buildBriefing({ text, name: 'x.json', formats: ['pdf'] });
      return pixelsOf(pictureOf((made.ok && made.value.pdf) || new Uint8Array()));
    };
    expect(changed(await page(3), await page(3))).toBe(0);
    expect(changed(await page(3), await page(4))).toBeGreaterThan(MOST);
  });
});
