import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { ownCacheFolder } from './cache-folder.js';

/** What scripts/packs.mjs lists. */
interface List {
  /** Name → chunk. */
  readonly entries: Readonly<Record<string, string>>;
  /** Chunk → the pack that holds it. */
  readonly chunks: Readonly<Record<string, string>>;
  /** Pack → the hash of its text. */
  readonly hashes: Readonly<Record<string, string>>;
}

type Chunk = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  address: string,
) => void;

interface Pack {
  readonly script: Script;
  readonly chunks: Readonly<Record<string, Chunk>>;
  /** The uses that the kept code was made for; null where none was taken. */
  readonly uses: readonly string[] | null;
}

/** Where compiled code is kept, and for what the program is used now: another use needs other functions of a pack. */
export interface Keeping {
  /** Tried in this order. */
  readonly folders: readonly string[];
  readonly use: string;
}

/** More uses than these are not told apart: the code of all of them is kept by then. */
const MOST_USES = 12;
/** Before the code itself: its check sum and the length of what says which uses it is for. */
const HEAD_LENGTH = 8;

/**
 * The program, out of the packs in a folder. Node compiles a function when it is first called, and forgets it at the end;
 * what it has compiled is kept here for the next time, in a file that only the same packs and the same Node read. Where no
 * such file is, or it does not fit, or nothing can be written, the program is compiled as usual.
 */
export class Packs {
  readonly #list: List;
  readonly #packs = new Map<string, Pack>();
  readonly #modules = new Map<string, { exports: object }>();

  constructor(
    private readonly folder: string,
    private readonly keeping: Keeping | null,
  ) {
    this.#list = JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8')) as List;
  }

  /** What the module of this name exports. */
  entry(name: string): unknown {
    const chunk = this.#list.entries[name];
    if (chunk === undefined) throw new Error(`There is no entry ${name}.`);
    return this.#load(chunk);
  }

  /**
   * Keeps the code of packs that were run without any, or for a use that is new. Call it when the work is done. What failed
   * may have stopped at its first step: that is a use of its own, so that the first one that succeeds keeps what it needs.
   */
  keep({ hasFailed }: { readonly hasFailed: boolean }): void {
    if (this.keeping === null) return;
    const { use, folders } = this.keeping;
    const made = hasFailed ? `${use} (failed)` : use;
    for (const [name, { script, uses }] of this.#packs) {
      if (uses?.includes(use) || uses?.includes(made) || (uses?.length ?? 0) >= MOST_USES) continue;
      const file = withHead([...(uses ?? []), made], script.createCachedData());
      folders.some((folder) => written(folder, { pack: name, name: this.#fileName(name), file }));
    }
  }

  #load(chunk: string): object {
    const known = this.#modules.get(chunk);
    if (known !== undefined) return known.exports;
    const name = this.#list.chunks[chunk];
    if (name === undefined) throw new Error(`There is no chunk ${chunk}.`);
    const module = { exports: {} };
    this.#modules.set(chunk, module);
    const require = (id: string) =>
      id.startsWith('.') ? this.#load(id.slice(id.lastIndexOf('/') + 1)) : process.getBuiltinModule(id);
    this.#pack(name).chunks[chunk]?.(module.exports, require, module, pathToFileURL(this.#path(name)).href);
    return module.exports;
  }

  #pack(name: string): Pack {
    const known = this.#packs.get(name);
    if (known !== undefined) return known;
    const kept = this.#kept(name);
    // The packs are ASCII, which Node takes as it is.
    const text = readFileSync(this.#path(name), 'latin1');
    const script = new Script(text, { filename: this.#path(name), ...(kept && { cachedData: kept.code }) });
    const chunks = script.runInThisContext() as Pack['chunks'];
    const pack = { script, chunks, uses: kept !== null && script.cachedDataRejected === false ? kept.uses : null };
    this.#packs.set(name, pack);
    return pack;
  }

  #kept(name: string): { readonly uses: readonly string[]; readonly code: Buffer } | null {
    for (const folder of this.keeping?.folders ?? []) {
      const file = bytesOf(join(folder, this.#fileName(name)));
      const kept = file === null ? null : withoutHead(file);
      if (kept !== null) return kept;
    }
    return null;
  }

  /** V8 compares its own version and the length of the text; the name says the rest. */
  #fileName(pack: string): string {
    return `${pack}-${this.#list.hashes[pack]}-${process.version}-${process.arch}`;
  }

  #path(pack: string): string {
    return join(this.folder, `${pack}.js`);
  }
}

/** The check sum is over all that follows it. */
function withHead(uses: readonly string[], code: Buffer): Buffer {
  const about = Buffer.from(JSON.stringify(uses));
  const head = Buffer.alloc(HEAD_LENGTH);
  head.writeUInt32LE(about.length, 4);
  const file = Buffer.concat([head, about, code]);
  file.writeUInt32LE(crc32(file.subarray(4)), 0);
  return file;
}

/** Null for a file that is not whole: V8 does not look, and runs what it is given. */
function withoutHead(file: Buffer): { readonly uses: readonly string[]; readonly code: Buffer } | null {
  if (file.length < HEAD_LENGTH || file.readUInt32LE(0) !== crc32(file.subarray(4))) return null;
  const start = HEAD_LENGTH + file.readUInt32LE(4);
  return { uses: JSON.parse(file.toString('utf8', HEAD_LENGTH, start)) as string[], code: file.subarray(start) };
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** In one step, as others may be reading; and what is there of other packs of this name or another Node goes. */
function written(folder: string, { pack, name, file }: { pack: string; name: string; file: Buffer }): boolean {
  const path = join(folder, name);
  const aside = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, file, { mode: 0o600 });
    renameSync(aside, path);
    const old = readdirSync(folder).filter((each) => isOlder(each, pack, name));
    for (const each of old) rmSync(join(folder, each), { force: true });
    return true;
  } catch {
    removed(aside);
    return false;
  }
}

/** `force` lets a file be missing, but not that what should be its folder is a file. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It was never made.
  }
}

/** The same pack with other text, for this Node. */
function isOlder(file: string, pack: string, name: string): boolean {
  const node = `-${process.version}-${process.arch}`;
  return file !== name && file.startsWith(`${pack}-`) && file.endsWith(node) && file.length === name.length;
}

/**
 * Where the code of an installation is kept: beside it, or in the user's own folder where that cannot be written. Never in
 * the system's temporary folder, where another user could lay down code for us to run.
 */
export function keepingFolders(installation: string, env: Readonly<Record<string, string | undefined>>): string[] {
  const beside = join(installation, 'dist', 'compiled');
  return [beside, join(ownCacheFolder(env), 'compiled')].filter(isOurs);
}

/** A folder of this user's, or one that is still to be made. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const { uid, mode } = statSync(folder);
  return process.getuid === undefined || ((uid === process.getuid() || uid === 0) && (mode & 0o022) === 0);
}
