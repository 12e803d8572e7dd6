import { posix, relative, resolve, sep } from 'node:path';
import { FileError, type Files } from './files.js';
import { errorCode } from './problems.js';

/** What reading a file that a brief names can give. */
export type FileRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'outside' | 'unreadable' | 'too-large';
      /** A path that is there, and differs from the missing one in the case of its letters alone. */
      readonly otherCase?: string;
    };

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

/**
 * Whether a path leads out of its folder by its spelling alone, on any system: a brief that is safe here must be safe on
 * the desk of whoever gets it next. So drive letters, backslashes and addresses are outside on Linux too, and so is what
 * only becomes `..` once it is percent-decoded.
 */
export function leavesItsFolder(path: string): boolean {
  return [path, decoded(path)].some(
    (form) =>
      form.startsWith('/') ||
      /^[A-Za-z][A-Za-z0-9+.-]*:/.test(form) ||
      /[\\\u0000-\u001f\u007f]/.test(form) ||
      /^\.\.(\/|$)/.test(posix.normalize(form)),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function isInside(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === resolve(target);
}

function reasonOf(error: unknown): 'missing' | 'unreadable' | 'too-large' {
  if (error instanceof FileError && error.code === 'EFBIG') return 'too-large';
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
}
