import type { Outcome } from '../diagnostics/diagnostic.js';
import { loadPack, precompiled, type TemplatePack } from '../memo/pack.js';
import type { PackFiles } from '../memo/pack-files.js';
import type { FolderText } from './packs.js';

interface LoadedPack {
  readonly files: PackFiles;
  readonly outcome: Outcome<TemplatePack>;
}

/** More packs than these are hardly in use at once; the one that was loaded first goes first. */
const MOST_KEPT = 16;

const kept = new Map<string, LoadedPack>();

/**
 * A pack, read and checked once in a process for as long as its texts stay the same: to compile its templates takes
 * longer than to set a page.
 */
export function loadedPack(files: PackFiles, name: string): Outcome<TemplatePack> {
  // Messages name the files, so packs in other folders are others, and so are those with labels from another folder.
  const key = [name, files.folder, files.ownName?.('labels/en.yaml')].join('\n');
  const known = kept.get(key);
  if (known !== undefined && isSame(known.files, files)) return known.outcome;
  const outcome = precompiled(files, name) ?? loadPack(files, name);
  kept.delete(key);
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0] ?? '');
  kept.set(key, { files, outcome });
  return outcome;
}

function isSame(a: PackFiles, b: PackFiles): boolean {
  return isSameText(a.pack, b.pack) && isSameText(a.shared, b.shared) && isSameText(a.own, b.own);
}

function isSameText(a: FolderText = NOTHING, b: FolderText = NOTHING): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

const NOTHING: FolderText = new Map();
