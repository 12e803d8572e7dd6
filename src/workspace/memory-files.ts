import { posix } from 'node:path';
import { FileError, type FileKind, type Files, type FolderEntry } from './files.js';

/** What a test can put at a path besides bytes. */
export type MemoryEntry = string | Uint8Array | { readonly link: string } | { readonly device: true };

/** `operation path` → error code: `{ 'create /out': 'ENOSPC' }` fails every `create` at or under /out. */
export type Faults = Readonly<Record<string, string>>;

const MAX_LINKS = 40;

/**
 * A file system in memory, with links, devices and faults on demand: for tests, and for programs without a disk.
 * Paths are POSIX and absolute. A folder exists when something is in it or it was made.
 */
export class MemoryFiles implements Files {
  readonly #entries = new Map<string, Exclude<MemoryEntry, string>>();
  readonly #folders = new Set<string>(['/']);
  readonly #watchers = new Set<{ paths: string[]; onChange: (path: string) => void }>();
  faults: Faults;

  constructor(entries: Readonly<Record<string, MemoryEntry>> = {}, faults: Faults = {}) {
    this.faults = faults;
    for (const [path, entry] of Object.entries(entries)) this.put(path, entry);
  }

  /** Writes without faults, and tells those who watch. */
  put(path: string, entry: MemoryEntry): void {
    this.makeFolder(posix.dirname(path), false);
    this.#entries.set(path, typeof entry === 'string' ? new TextEncoder().encode(entry) : entry);
    this.#changed(path);
  }

  /** Tells those who watch it or what is in it that this path has changed, as a disk does of a folder that was replaced. */
  announce(path: string): void {
    for (const { paths, onChange } of this.#watchers) {
      if (paths.some((watched) => isAtOrUnder(path, watched) || isAtOrUnder(watched, path))) onChange(path);
    }
  }

  /** Every regular file: path → bytes. */
  snapshot(): Map<string, Uint8Array> {
    const files = [...this.#entries].filter((pair): pair is [string, Uint8Array] => pair[1] instanceof Uint8Array);
    return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  stat(path: string) {
    this.#fault('stat', path);
    const real = this.#resolve(path);
    const entry = this.#entries.get(real);
    const kind: FileKind = entry === undefined ? 'folder' : entry instanceof Uint8Array ? 'file' : 'other';
    return { kind, size: entry instanceof Uint8Array ? entry.length : 0, mode: 0o644 };
  }

  realPath(path: string): string {
    return this.#resolve(path);
  }

  read(path: string, limit: number): Uint8Array {
    this.#fault('read', path);
    const real = this.#resolve(path);
    const entry = this.#entries.get(real);
    if (entry === undefined) throw new FileError('EISDIR', path);
    if (!(entry instanceof Uint8Array)) throw new FileError('ENOTREG', path);
    if (entry.length > limit) throw new FileError('EFBIG', path);
    return entry.slice();
  }

  list(folder: string): readonly FolderEntry[] {
    this.#fault('list', folder);
    const real = this.#resolve(folder);
    if (this.#entries.has(real)) throw new FileError('ENOTDIR', folder);
    const prefix = real === '/' ? '/' : `${real}/`;
    const names = new Set<string>();
    for (const path of [...this.#entries.keys(), ...this.#folders]) {
      const name = path.startsWith(prefix) ? path.slice(prefix.length).split('/')[0] : '';
      if (name) names.add(name);
    }
    return [...names].sort().map((name) => {
      const entry = this.#entries.get(prefix + name);
      return { name, kind: this.#kind(prefix + name), isLink: entry !== undefined && 'link' in entry };
    });
  }

  makeFolder(path: string, faults = true): void {
    if (faults) this.#fault('makeFolder', path);
    for (let folder = path; folder !== '/'; folder = posix.dirname(folder)) {
      const entry = this.#entries.get(folder);
      if (entry !== undefined && !('link' in entry)) throw new FileError('ENOTDIR', folder);
      if (entry === undefined) this.#folders.add(folder);
    }
  }

  create(path: string, bytes: Uint8Array): void {
    const real = posix.join(this.#resolve(posix.dirname(path)), posix.basename(path));
    if (this.#entries.has(real) || this.#folders.has(real)) throw new FileError('EEXIST', path);
    // As on a full disk: the file is there, half written, when the error comes.
    this.#fault('create', real, () => this.#entries.set(real, bytes.slice(0, bytes.length / 2)));
    this.#entries.set(real, bytes.slice());
  }

  rename(from: string, to: string): void {
    this.#fault('rename', to);
    const entry = this.#entries.get(this.#resolve(from));
    if (entry === undefined) throw new FileError('ENOENT', from);
    const target = posix.join(this.#resolve(posix.dirname(to)), posix.basename(to));
    if (this.#folders.has(target)) throw new FileError('EISDIR', to);
    this.#entries.delete(this.#resolve(from));
    this.#entries.set(target, entry);
    this.#changed(target);
  }

  remove(path: string): void {
    this.#fault('remove', path);
    if (!this.#entries.delete(path)) throw new FileError('ENOENT', path);
    this.#changed(path);
  }

  async watch(paths: readonly string[], onChange: (path: string) => void) {
    const watcher = { paths: [...paths], onChange };
    this.#watchers.add(watcher);
    return {
      add: (more: readonly string[]) => void watcher.paths.push(...more),
      close: async () => void this.#watchers.delete(watcher),
    };
  }

  #changed(path: string): void {
    for (const { paths, onChange } of this.#watchers) {
      if (paths.some((watched) => isAtOrUnder(path, watched))) onChange(path);
    }
  }

  #kind(path: string): FileKind {
    try {
      return this.stat(path).kind;
    } catch {
      return 'other';
    }
  }

  /** Follows links, one part of the path after the other. */
  #resolve(path: string, links = 0): string {
    if (links > MAX_LINKS) throw new FileError('ELOOP', path);
    const parts = posix.normalize(path).split('/').filter(Boolean);
    let at = '/';
    for (const [index, part] of parts.entries()) {
      at = posix.join(at, part);
      const entry = this.#entries.get(at);
      if (entry !== undefined && 'link' in entry) {
        const target = posix.resolve(posix.dirname(at), entry.link, ...parts.slice(index + 1));
        return this.#resolve(target, links + 1);
      }
      if (entry !== undefined && index < parts.length - 1) throw new FileError('ENOTDIR', path);
      if (entry === undefined && !this.#folders.has(at)) throw new FileError('ENOENT', path);
    }
    return at;
  }

  #fault(operation: string, path: string, before: () => void = () => {}): void {
    for (const [key, code] of Object.entries(this.faults)) {
      const [faulty, where] = key.split(' ');
      if (faulty !== operation || where === undefined || !isAtOrUnder(path, where)) continue;
      before();
      throw new FileError(code, path);
    }
  }
}

function isAtOrUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
