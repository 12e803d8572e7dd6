import { isAbsolute, relative, resolve, sep } from 'node:path';
import { failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import type { FileRead } from '../diagnostics/unread.js';
import { diskFiles } from './disk-files.js';
import { withEmbedded } from './embedded-files.js';
import type { FileKind, Files, FolderEntry, Watching } from './files.js';
import { errorCode, readingProblem, writingProblem } from './problems.js';
import { readWithin } from './sandbox.js';
import { writeNew, writeWhole } from './write.js';
import type { WritingGate } from './writing-gate.js';

/** Bytes of a finished document, or of a file that it was made from; no document of ours is nearly as large. */
export const DOCUMENT_LIMIT = 200 * 1024 * 1024;

/**
 * The one door to disk, clock and environment. Paths may be relative to `cwd`, and messages name a file as `name` does.
 * What can go wrong with a file comes back as a diagnostic.
 */
export interface Workspace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** The absolute path. */
  resolve(...paths: readonly string[]): string;
  /** The path as people write it: relative to `cwd` where it is under it, with `/`. */
  name(path: string): string;
  /** What is there, or null. */
  kind(path: string): FileKind | null;
  /** At most `limit` bytes of a regular file; more is `file-too-large`. */
  read(path: string, limit: number): Outcome<Uint8Array>;
  /** As `read`, decoded as UTF-8; a byte order mark is left out. */
  readText(path: string, limit: number): Outcome<string>;
  /** A file that a brief in `folder` names; never outside that folder. */
  readWithin(folder: string, path: string, limit: number): FileRead;
  list(folder: string): Outcome<readonly FolderEntry[]>;
  /** Writes the file whole or not at all, and makes its folder. `replace: false` fails where something is there. */
  write(path: string, bytes: Uint8Array | string, options?: { replace?: boolean }): Outcome<void>;
  /** Removes the file; where there is none, all is well. */
  remove(path: string): Outcome<void>;
  watch(paths: readonly string[], onChange: (path: string) => void): Promise<Watching>;
}

export interface Machine {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
  /** What a thread writes through that may be ended from outside. */
  readonly gate?: WritingGate;
}

/** The disk, seen from the folder `cwd`. */
export function diskWorkspace(cwd: string, { env = process.env, gate }: Pick<Machine, 'env' | 'gate'> = {}): Workspace {
  return createWorkspace(withEmbedded(diskFiles), { cwd, env, ...(gate && { gate }) });
}

export function createWorkspace(files: Files, { cwd, env = {}, now = () => new Date(), gate }: Machine): Workspace {
  const absolute = (...paths: readonly string[]) => resolve(cwd, ...paths);
  const name = (path: string) => nameFrom(cwd, absolute(path));
  const read = (path: string, limit: number) =>
    attempt(
      () => files.read(absolute(path), limit),
      (error) => readingProblem(error, name(path)),
    );
  return {
    cwd,
    env,
    now,
    resolve: absolute,
    name,
    kind: (path) => kindAt(files, absolute(path)),
    read,
    readText(path, limit) {
      const bytes = read(path, limit);
      return bytes.ok ? success(new TextDecoder().decode(bytes.value)) : bytes;
    },
    readWithin: (folder, path, limit) => readWithin(files, absolute(folder), path, limit),
    list: (folder) =>
      attempt(
        () => files.list(absolute(folder)),
        (error) => readingProblem(error, name(folder)),
      ),
    write: (path, bytes, { replace = true } = {}) =>
      attempt(
        () => {
          const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
          const act = () => (replace ? writeWhole : writeNew)(files, absolute(path), content);
          return gate === undefined ? act() : gate.through(act);
        },
        (error) => writingProblem(error, name(path)),
      ),
    remove: (path) =>
      attempt(
        () => {
          if (kindAt(files, absolute(path)) !== null) files.remove(absolute(path));
        },
        (error) => writingProblem(error, name(path)),
      ),
    watch: (paths, onChange) =>
      files.watch(
        paths.map((path) => absolute(path)),
        onChange,
      ),
  };
}

function attempt<T>(act: () => T, problem: (error: unknown) => Parameters<typeof failure>[0][number]): Outcome<T> {
  try {
    return success(act());
  } catch (error) {
    return failure([problem(error)]);
  }
}

function nameFrom(cwd: string, path: string): string {
  const way = relative(cwd, path);
  const shown = way === '' ? '.' : way.startsWith('..') || isAbsolute(way) ? path : way;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

function kindAt(files: Files, path: string): FileKind | null {
  try {
    return files.stat(path).kind;
  } catch (error) {
    errorCode(error);
    return null;
  }
}
