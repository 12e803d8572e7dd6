import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { bitmapOf, samplesOf } from '../layout/pictures/png-writer.js';

/** Whether pages can be drawn here: pdftoppm is a part of poppler. */
export const canDraw = spawnSync('pdftoppm', ['-v']).error === undefined;

/** Readers of another version smooth letters in their own way; one line more or less changes twice as much as this. */
const [LOUD, MOST] = [60, 0.001];

/** A page of a PDF as a PNG. */
export function pictureOf(pdf: Uint8Array, options: readonly string[], page = 1): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-page-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), pdf);
    spawnSync('pdftoppm', [...options, '-f', String(page), '-l', String(page), '-singlefile', '-png', 'x.pdf', 'x'], {
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

/** How much of a picture is lighter or darker than in another by far. */
function changed(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height || a.colors.length !== b.colors.length) return 1;
  return a.colors.filter((grey, at) => Math.abs(grey - (b.colors[at] ?? 0)) > LOUD).length / a.colors.length;
}

export function looksLike(a: Uint8Array, b: Uint8Array): boolean {
  return changed(pixelsOf(a), pixelsOf(b)) < MOST;
}

/** Compares a picture with the one that was looked at and kept; with `-u`, keeps it where it is another. */
export function expectKept(picture: Uint8Array, kept: string): void {
  const isKept = existsSync(kept) && looksLike(picture, readFileSync(kept));
  if (!isKept && expect.getState().snapshotState.snapshotUpdateState === 'all') {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, picture);
  }
  expect(existsSync(kept), `${kept} is missing: keep it with -u`).toBe(true);
  expect(looksLike(picture, readFileSync(kept)), `${kept} shows another page: look at it, and keep it with -u`).toBe(
    true,
  );
}
