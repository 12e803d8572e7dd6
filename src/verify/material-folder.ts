import type { Brief } from '../brief/brief.js';
import { sha256Of } from '../digest/sha256.js';
import { DOCUMENT_LIMIT, type Workspace } from '../workspace/workspace.js';

/** Of several folders, the first that has the most of the files that a brief names. */
export function folderOf(brief: Brief, folders: readonly string[], workspace: Workspace): string {
  const files = namedFiles(brief);
  const counts = folders.map(
    (folder) => files.filter((file) => workspace.readWithin(folder, file, DOCUMENT_LIMIT).ok).length,
  );
  const most = counts.indexOf(Math.max(...counts));
  return folders[most] ?? '.';
}

/** Paths in a brief: its earlier edition, annexes, kept copies, its theme, and the pictures in its texts. */
function namedFiles({ supersedes, annexes = [], sources, layout, ...others }: Brief): readonly string[] {
  const named = [
    supersedes?.file,
    layout?.theme,
    ...annexes.map(({ file }) => file),
    ...sources.map(({ snapshot }) => snapshot?.file),
  ];
  const texts = JSON.stringify([annexes, others]);
  const pictures = [...texts.matchAll(/!\[[^\]]{0,500}\]\(<?([^)\s>"\\]{1,500})/g)].map(([, path]) => path);
  return [...new Set([...named, ...pictures])].filter((path) => path !== undefined);
}

/** Where the files lie that a brief names. */
export interface Material {
  readonly folder: string;
  /** The neutral names of an edition for other readers → the paths in the folder. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Of several folders, the first that has the most of the files with these hashes, and where in it they are. */
export function originalsIn(
  folders: readonly string[],
  hashes: Readonly<Record<string, string>>,
  workspace: Workspace,
): Material {
  const found = folders.map((folder) => {
    const paths = new Map<string, string>();
    for (const path of filesIn(folder, workspace)) {
      const read = workspace.readWithin(folder, path, DOCUMENT_LIMIT);
      if (read.ok) paths.set(sha256Of(read.bytes), path);
    }
    const originals = Object.entries(hashes).flatMap(([name, hash]) => {
      const path = paths.get(hash);
      return path === undefined ? [] : [[name, path] as const];
    });
    return { folder, originals: new Map(originals) };
  });
  const most = Math.max(...found.map(({ originals }) => originals.size));
  return found.find(({ originals }) => originals.size === most) ?? { folder: '.', originals: new Map() };
}

/** Files that are looked at in one folder, and folders below one another: a folder of briefs is not a disk. */
const MOST_FILES = 2000;
const DEEPEST = 4;

function filesIn(folder: string, workspace: Workspace): readonly string[] {
  const files: string[] = [];
  const visit = (path: string, depth: number): void => {
    const entries = workspace.list(path === '' ? folder : workspace.resolve(folder, path));
    for (const { name, kind } of entries.ok ? entries.value : []) {
      const inner = path === '' ? name : `${path}/${name}`;
      if (files.length >= MOST_FILES) return;
      const isOpen = depth < DEEPEST && !name.startsWith('.') && name !== 'node_modules';
      if (kind === 'file') files.push(inner);
      else if (kind === 'folder' && isOpen) visit(inner, depth + 1);
    }
  };
  visit('', 1);
  return files;
}
