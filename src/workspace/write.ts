import { basename, dirname, join } from 'node:path';
import type { Files } from './files.js';
import { errorCode } from './problems.js';

/**
 * A reader of the output folder sees the old file or the new one, never half of one: the bytes go to a file beside it,
 * which takes its place when they are on the disk. The file beside it is new, so that no link laid in its way is followed,
 * and has a name of chance, so that nothing is in its way.
 */
export function writeWhole(files: Files, path: string, bytes: Uint8Array): void {
  files.makeFolder(dirname(path));
  const beside = join(dirname(path), temporaryName(basename(path)));
  try {
    files.create(beside, bytes);
    files.rename(beside, path);
  } catch (error) {
    removeQuietly(files, beside);
    throw error;
  }
}

/** Writes a file that must not be there yet. */
export function writeNew(files: Files, path: string, bytes: Uint8Array): void {
  files.makeFolder(dirname(path));
  try {
    files.create(path, bytes);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') removeQuietly(files, path);
    throw error;
  }
}

/**
 * Names have at most 255 bytes on most disks: a long one is cut, so that it is not the suffix that makes it too long. Node's
 * own source of randomness takes longer to load than a file to write; that the file must be new is what makes it safe.
 */
function temporaryName(name: string): string {
  return `.${Buffer.from(name)
    .subarray(0, 200)
    .toString('latin1')
    .replace(/[^\w.-]/g, '_')}.${Math.random().toString(36).slice(2, 14)}.tmp`;
}

function removeQuietly(files: Files, path: string): void {
  try {
    files.remove(path);
  } catch (error) {
    // It was never made, or the disk that failed us fails again; the first error is the one to tell.
    errorCode(error);
  }
}
