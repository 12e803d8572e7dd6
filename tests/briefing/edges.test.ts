import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';

/** Points: what many printers cannot reach, and 10 mm. */
const EDGE = 28;
/** Each with a brief that has what it needs. */
const TEMPLATES = {
  assessment: 'mongolia-icc',
  'policy-memo': 'mongolia-icc',
  'read-ahead': 'read-ahead-exercise',
  submission: 'submission-exercise',
  'two-pager': 'mongolia-icc',
};
const PAPERS = ['A4', 'LETTER'] as const;

/** A draft with all that stands at the edges: marking, label, what may be done with it, watermark. */
function crowded(brief: string): string {
  const text = readFileSync(`briefs/${brief}.yaml`, 'utf8');
  return text
    .replace(/^marking:(\n {2}.*)+/m, 'marking: { tlp: AMBER+STRICT, gscp: { tier: TOP SECRET }, chathamHouse: true }')
    .replace(/^status: .*$/m, 'status: draft');
}

/** How far the ink is from each edge of each page, in points: left, top, right, bottom. */
function distances(pdf: Uint8Array): number[][] {
  const folder = mkdtempSync(join(tmpdir(), 'edges-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    const pictures = execFileSync('pdftoppm', ['-gray', '-r', '72', file], { maxBuffer: 2 ** 28 });
    return [...pages(pictures)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Netpbm: `P5 width height 255`, and a byte for each dot. */
function* pages(pictures: Buffer): Generator<number[]> {
  for (let at = 0; at < pictures.length; ) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pictures.subarray(at, at + 40).toString('latin1'));
    if (head === null) throw new Error('not a picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const dots = pictures.subarray(at + head[0].length, at + head[0].length + width * height);
    yield inkIn(dots, width, height);
    at += head[0].length + width * height;
  }
}

function inkIn(dots: Buffer, width: number, height: number): number[] {
  const ink = { left: width, top: height, right: width, bottom: height };
  dots.forEach((dot, at) => {
    if (dot > 250) return;
    const [x, y] = [at % width, Math.floor(at / width)];
    ink.left = Math.min(ink.left, x);
    ink.right = Math.min(ink.right, width - 1 - x);
    ink.top = Math.min(ink.top, y);
    ink.bottom = Math.min(ink.bottom, height - 1 - y);
  });
  return [ink.left, ink.top, ink.right, ink.bottom];
}

test.each(
  Object.entries(TEMPLATES).flatMap(([template, brief]) => PAPERS.map((paper) => [template, paper, brief] as const)),
)(
  '%s on %s has no ink nearer than 10 mm to an edge',
  async (template, paper, brief) => {
    const made = await buildBriefing({
      text: crowded(brief),
      name: `${brief}.yaml`,
      folder: 'briefs',
      formats: ['pdf'],
      template,
      paper,
    });
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (!made.ok) return;
    const found = distances(made.value.pdf ?? new Uint8Array());
    expect(found.length).toBeGreaterThan(1);
    for (const page of found) expect(Math.min(...page), `${page}`).toBeGreaterThanOrEqual(EDGE);
  },
  60_000,
);
