/**
 * Copies what the program reads at run time, and no more, out of the packages that bring it: the faces of the fonts in
 * use and the colour profile. The packages have all weights, several formats and pictures of every font.
 */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource, ROOT } from './load-source.mjs';

const ASSETS = join(ROOT, 'dist/assets');
const { resolve } = createRequire(import.meta.url);

/** Fills `dist/assets/` and says which packages its files are from: name → files. */
export async function copyAssets() {
  const { FONT_FILES } = await loadSource('src/materials/font-files.ts');
  const fonts = Object.values(FONT_FILES).flatMap((faces) => Object.values(faces));
  const files = [...fonts, 'pdfkit/js/data/sRGB_IEC61966_2_1.icc'];
  const names = files.map((file) => basename(file));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two files would be dist/assets/${twice}.`);
  await mkdir(ASSETS, { recursive: true });
  await Promise.all(files.map((file) => copyFile(resolve(file), join(ASSETS, basename(file)))));
  const others = (await readdir(ASSETS)).filter((name) => !names.includes(name));
  await Promise.all(others.map((name) => rm(join(ASSETS, name), { force: true })));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await copyAssets();
