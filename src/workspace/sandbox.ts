import { posix, relative, resolve, sep } from 'node:path';
import { type FileRead, leavesItsFolder, type Unread } from '../diagnostics/unread.js';
import { FileError, type Files } from './files.js';
import { errorCode } from './problems.js';

/**
 * Reads a file that a brief names, relative to the brief's folder and never outside it: a brief may come from anybody,
 * and must not be able to print `/etc/passwd` or another person's file. Links are followed, but only to where they stay
 * inside; a pipe or device is never opened for longer than it takes to see what it is.
 */
export function readWithin(files: Files, folder: string, path: string, limit: number): FileRead {
  if (leavesItsFolder(path)) return { ok: false, reason: 'outside' };
  try {
    const root = files.realPath(folder);
    const target = files.realPath(resolve(folder, path));
    if (!isInside(root, target)) return { ok: false, reason: 'outside' };
    return { ok: true, bytes: files.read(target, limit) };
  } catch (error) {
    const reason = reasonOf(error);
    const otherCase = reason === 'missing' ? inOtherCase(files, folder, path) : null;
    return { ok: false, reason, ...(otherCase !== null && { otherCase }) };
  }
}

/**
 * The path as the disk has it, where only the case of its letters differs: on the desk where the brief was written it
 * may well be found.
 */
function inOtherCase(files: Files, folder: string, path: string): string | null {
  const found: string[] = [];
  try {
    for (const part of posix.normalize(path).split('/')) {
      const names = files.list(resolve(folder, ...found)).map(({ name }) => name);
      const name = names.includes(part) ? part : names.find((each) => each.toLowerCase() === part.toLowerCase());
      if (name === undefined) return null;
      found.push(name);
    }
  } catch (error) {
    errorCode(error);
    return null;
  }
  return found.join('/');
}

function isInside(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === resolve(target);
}

function reasonOf(error: unknown): Unread['reason'] {
  if (error instanceof FileError && error.code === 'EFBIG') return 'too-large';
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
}
