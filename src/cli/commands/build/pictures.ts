import { isMarked } from '../../../briefing/picture-mark.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';

/** Takes away the pictures that lie beside a memo, but those to keep, and any that Briefpress did not make. */
export function removePictures(memo: string, kept: readonly string[], workspace: Workspace): readonly Diagnostic[] {
  const folder = workspace.resolve(memo, '..');
  const entries = workspace.list(folder);
  const stem = memo.replace(/^.*[\\/]/, '').replace(/\.(?:md|pdf)$/, '');
  const paths = (entries.ok ? entries.value : [])
    .filter(({ name, kind }) => kind === 'file' && name.startsWith(`${stem}.`) && isNumbered(name.slice(stem.length)))
    .map(({ name }) => workspace.resolve(folder, name));
  return paths
    .filter((path) => !kept.includes(path) && isOurs(path, workspace))
    .flatMap((path) => workspace.remove(path).diagnostics);
}

function isNumbered(rest: string): boolean {
  return /^\.picture-\d+\.(?:png|jpg|svg)$/.test(rest);
}

function isOurs(path: string, workspace: Workspace): boolean {
  const file = workspace.read(path, DOCUMENT_LIMIT);
  return file.ok && isMarked(file.value);
}
