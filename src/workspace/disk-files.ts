import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FileError, type FileKind, type Files, type FolderEntry } from './files.js';
import { errorCode } from './problems.js';
import { watchDisk } from './watch-disk.js';

/** The disk. */
export const diskFiles: Files = {
  stat(path) {
    const stats = statSync(path);
    return { kind: kindOf(stats), size: stats.size, mode: stats.mode & 0o777 };
  },
  realPath: (path) => realpathSync.native(path),
  read: readRegular,
  list(folder) {
    const entries = readdirSync(folder, { withFileTypes: true }).map((entry): FolderEntry => {
      const isLink = entry.isSymbolicLink();
      return { name: entry.name, kind: isLink ? kindAt(join(folder, entry.name)) : kindOf(entry), isLink };
    });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  makeFolder,
  create(path, bytes) {
    const handle = openSync(path, 'wx');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: renameSync,
  remove: unlinkSync,
  watch: watchDisk,
};

/** Not `mkdirSync` with `recursive`, which never returns under /proc, where making a folder fails with `ENOENT`. */
function makeFolder(path: string): void {
  if (kindAt(path) === 'folder') return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    const there = kindAt(path);
    if (there === 'folder') return;
    throw errorCode(error) === 'EEXIST' ? new FileError('ENOTDIR', path) : error;
  }
}

/** Opening must not wait: a named pipe would block for ever before its kind is known, hence O_NONBLOCK. */
function readRegular(path: string, limit: number): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new FileError('EISDIR', path);
    if (!stats.isFile()) throw new FileError('ENOTREG', path);
    if (stats.size > limit) throw new FileError('EFBIG', path);
    return readHandle(handle, path, limit, stats.size);
  } finally {
    closeSync(handle);
  }
}

/** Reads to the end and not to the size that the system reports: files under /proc report 0, and another program may be writing. */
function readHandle(handle: number, path: string, limit: number, size: number): Uint8Array {
  let bytes = new Uint8Array(Math.max(size + 1, 4096));
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    const got = readSync(handle, bytes, length, bytes.length - length, null);
    if (got === 0) return bytes.slice(0, length);
    length += got;
    if (length > limit) throw new FileError('EFBIG', path);
  }
}

function kindOf(entry: Pick<Stats, 'isFile' | 'isDirectory'>): FileKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}

function kindAt(path: string): FileKind {
  try {
    return kindOf(statSync(path));
  } catch {
    return 'other';
  }
}
