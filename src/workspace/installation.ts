import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where Briefpress itself is installed: the folder of its package.json. The same from `src/` in development, from `dist/`
 * and from `node_modules/`, so it is looked for upwards.
 */
export function installationFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'shared'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Briefpress is not installed whole: its templates folder is missing.');
    folder = above;
  }
  return folder;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, Uint8Array>();

/** The bytes of a file in an installed package, such as `pdfkit/js/data/x.icc`; kept, as it cannot change meanwhile. */
export function readPackageFile(file: string): Uint8Array {
  const bytes = loaded.get(file) ?? readFileSync(require.resolve(file));
  loaded.set(file, bytes);
  return bytes;
}

/** The sRGB profile of the International Color Consortium, which an archival PDF carries as its output intent. */
export function readColorProfile(): Uint8Array {
  return readPackageFile('pdfkit/js/data/sRGB_IEC61966_2_1.icc');
}
