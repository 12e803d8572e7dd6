import type { Brief } from '../brief/brief.js';
import type { Workspace } from '../workspace/workspace.js';

/** Bytes of a file that a brief names. */
const FILE_LIMIT = 200 * 1024 * 1024;

/** Of several folders, the first that has the most of the files that a brief names. */
export function folderOf(brief: Brief, folders: readonly string[], workspace: Workspace): string {
  const files = namedFiles(brief);
  const counts = folders.map(
    (folder) => files.filter((file) => workspace.readWithin(folder, file, FILE_LIMIT).ok).length,
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
