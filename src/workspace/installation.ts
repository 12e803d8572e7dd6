import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getAsset, isSea } from 'node:sea';
import { fileURLToPath } from 'node:url';

/**
 * Where Briefpress itself is installed: the folder of its package.json. The same from `src/` in development, from `dist/`
 * and from `node_modules/`, so it is looked for upwards. For an executable that is one file, that file, in whose place
 * embedded-files.ts shows a folder.
 */
export function installationFolder(): string {
  if (isSea()) return process.execPath;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'shared'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('Briefpress is not installed whole: its templates folder is missing.');
    folder = above;
  }
  return folder;
}

const loaded = new Map<string, Uint8Array>();

/** The bytes of a file that comes with the program: one of `dist/assets/`, by its name. Kept, as it cannot change meanwhile. */
export function readAsset(name: string): Uint8Array {
  const bytes = loaded.get(name) ?? readInstalled(`dist/assets/${name}`);
  loaded.set(name, bytes);
  return bytes;
}

/** Whether these are the bytes of one of those files, and not a file of the user's. */
export function isAsset(bytes: Uint8Array): boolean {
  for (const each of loaded.values()) if (each === bytes) return true;
  return false;
}

/** A hash of the program and all that it brings, which its build has written; null where it was not built. */
export function programFingerprint(): string | null {
  try {
    return new TextDecoder().decode(readInstalled('dist/fingerprint.txt'));
  } catch {
    return null;
  }
}

function readInstalled(path: string): Uint8Array {
  return isSea() ? new Uint8Array(getAsset(path)) : readFileSync(join(installationFolder(), path));
}

/** The sRGB profile of the International Color Consortium, which an archival PDF carries as its output intent. */
export function readColorProfile(): Uint8Array {
  return readAsset('sRGB_IEC61966_2_1.icc');
}
