/**
 * The few operations that the workspace needs from a file system. Paths are absolute. Every operation is synchronous, so
 * that no signal can come between the halves of a write, and throws errors with a `code` (`ENOENT`, `ENOSPC` …) as
 * node:fs does.
 */
export interface Files {
  /** What is at the path, links followed. */
  stat(path: string): FileStat;
  /** The path without links; throws `ENOENT` where there is nothing. */
  realPath(path: string): string;
  /** The bytes of a regular file; throws `EFBIG` past `limit` bytes and `ENOTREG` for a device, pipe or socket. */
  read(path: string, limit: number): Uint8Array;
  /** Names in a folder, sorted by code unit, so that nothing depends on the disk's order. */
  list(folder: string): readonly FolderEntry[];
  /** Makes the folder and those above it. */
  makeFolder(path: string): void;
  /** Makes a file that must not exist yet, and returns when its bytes are on the disk. */
  create(path: string, bytes: Uint8Array): void;
  /** Puts `from` in the place of `to`, in one step. */
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Calls `onChange` with the path of whatever changes at or under `paths`, until closed. */
  watch(paths: readonly string[], onChange: (path: string) => void): Promise<Watching>;
}

export type FileKind = 'file' | 'folder' | 'other';

export interface FileStat {
  readonly kind: FileKind;
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
}

export interface FolderEntry {
  readonly name: string;
  /** A link counts as what it leads to; one that leads nowhere is `other`. */
  readonly kind: FileKind;
  readonly isLink: boolean;
}

export interface Watching {
  /** Watches these paths as well. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** An error as node:fs throws it. */
export class FileError extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
  ) {
    super(`${code}: ${path}`);
  }
}
