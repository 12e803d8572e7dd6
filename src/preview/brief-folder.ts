import { createHash } from 'node:crypto';
import type { FileRead } from '../diagnostics/unread.js';
import { MAX_BYTES } from '../syntax/decode.js';
import { briefsIn, findBriefs } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import type { BriefName } from './protocol.js';

/**
 * The briefs that the page can choose: those in a folder, or those beside the one that is named. Requests name a brief by
 * its path from the folder, and none is read or written that is not on the list.
 */
export class BriefFolder {
  /** Absolute. */
  readonly folder: string;
  /** The brief that was named, as requests call it. */
  readonly named: string | null;

  constructor(
    private readonly workspace: Workspace,
    target: string,
  ) {
    const kind = workspace.kind(target);
    const isFolder = kind === 'folder' || (kind === null && !/\.(?:ya?ml|json)$/i.test(target));
    this.folder = isFolder ? workspace.resolve(target) : workspace.resolve(target, '..');
    this.named = isFolder ? null : this.pathOf(workspace.resolve(target));
  }

  list(): readonly BriefName[] {
    return this.#files().map((path) => ({ path, title: this.#titleOf(path) }));
  }

  has(path: string): boolean {
    return path === this.named || this.#files().includes(path);
  }

  /** Absolute. */
  file(path: string): string {
    return this.workspace.resolve(this.folder, path);
  }

  /** The bytes of a brief; none outside the folder, whatever a link in it says. */
  read(path: string): FileRead {
    return this.workspace.readWithin(this.folder, path, MAX_BYTES);
  }

  #files(): readonly string[] {
    const found = this.named === null ? findBriefs(this.workspace, [this.folder]).files : this.#beside();
    return found.map((file) => this.pathOf(file));
  }

  /** Not the folders below: a brief may lie in a person's home. */
  #beside(): readonly string[] {
    return briefsIn(this.workspace, this.folder);
  }

  /** What requests call the brief at an absolute path. */
  pathOf(file: string): string {
    return file.slice(this.folder.length + 1).replaceAll('\\', '/');
  }

  #titleOf(path: string): string {
    const read = this.read(path);
    const stem = path.replace(/\.(?:ya?ml|json)$/i, '');
    if (!read.ok) return stem;
    return titleIn(new TextDecoder().decode(read.bytes)) ?? stem;
  }
}

/** The title of a brief, in its first language, without reading all of it: a brief with mistakes has a title too. */
function titleIn(text: string): string | null {
  const [, given = ''] = /^[ \t]*"?title"?:[ \t]*([\s\S]{0,2000})/m.exec(text) ?? [];
  const first = given.replace(/^(?:[>|][+-]?\s*|\{\s*)?(?:\s*"?[a-z]{2,3}(?:-\w+)*"?:\s)?\s*/, '');
  const [, quoted, plain] = /^(?:"((?:[^"\\]|\\.)*)"|([^\n,}]+))/.exec(first) ?? [];
  const title = (quoted ?? plain ?? '')
    .replace(/^'(.*)'\s*$/, '$1')
    .replace(/\s+#.*$/, '')
    .trim();
  return title === '' ? null : title;
}

/** As the state of a preview has it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
