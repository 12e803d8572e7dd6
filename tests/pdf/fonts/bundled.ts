/** The fonts that come with the program, and a library over them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FaceStyle, FontPlan } from '../../../src/layout/definition.js';
import { FONT_FILES } from '../../../src/materials/font-files.js';
import { FontLibrary } from '../../../src/pdf/fonts/library.js';

const require = createRequire(import.meta.url);

export function readBundled(family: string, face: FaceStyle): Uint8Array | null {
  const specifier = FONT_FILES[family]?.[face];
  return specifier === undefined ? null : readFileSync(require.resolve(specifier));
}

const PLAN: FontPlan = {
  fallback: {
    serif: ['Noto Serif', 'Amiri', 'Frank Ruhl Libre', 'DejaVu Serif', 'DejaVu Sans'],
    sans: ['Noto Sans', 'Amiri', 'Frank Ruhl Libre', 'DejaVu Sans'],
    mono: ['DejaVu Sans Mono', 'DejaVu Sans'],
  },
  kind: { 'Source Sans 3': 'sans', 'Source Code Pro': 'mono' },
};

export function bundledLibrary(read = readBundled): FontLibrary {
  return new FontLibrary(PLAN, read);
}
