import { type Diagnostic, error, wholeFile } from '../diagnostics/diagnostic.js';

import { globBase, globExpression, isGlob } from './glob.js';
import type { Workspace } from './workspace.js';

/** Bytes of a JSON file in which a brief says that it is one. */
const PEEK_LIMIT = 16 * 1024 * 1024;

export interface FoundBriefs {
  /** Absolute paths, each once, in the order given and by name within a folder. */
  readonly files: readonly string[];
  /** One for each target that names nothing. */
  readonly problems: readonly Diagnostic[];
}

/** The briefs that files, folders and patterns stand for. A folder is searched with those below it. */
export function findBriefs(workspace: Workspace, targets: readonly string[]): FoundBriefs {
  const found = targets.map((target) => ({ target, files: filesOf(workspace, target) }));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    problems: found.filter(({ files }) => files.length === 0).map(({ target }) => nothingFound(workspace, target)),
  };
}

function filesOf(workspace: Workspace, target: string): readonly string[] {
  const kind = workspace.kind(target);
  if (kind === 'folder') return search(workspace, target).filter((file) => mayBeBrief(workspace, file));
  if (kind !== null) return [workspace.resolve(target)];
  const pattern = process.platform === 'win32' ? target.replaceAll('\\', '/') : target;
  if (!isGlob(pattern)) return [];
  const expression = globExpression(workspace.resolve(globBase(pattern)).replace(/[*?[{]/g, '[$&]') + rest(pattern));
  return search(workspace, globBase(pattern)).filter((file) => expression.test(file.replaceAll('\\', '/')));
}

/** The part of a pattern after its base, with the slash between. */
function rest(pattern: string): string {
  const base = globBase(pattern);
  return base === '.' && !pattern.startsWith('./') ? `/${pattern}` : pattern.slice(base === '/' ? 0 : base.length);
}

/** Every file under a folder. Hidden ones and installed packages are left out, and linked folders: they may lead in a circle. */
function search(workspace: Workspace, folder: string): readonly string[] {
  const entries = workspace.list(folder);
  if (!entries.ok) return [];
  return entries.value
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .flatMap(({ name, kind, isLink }) => {
      const path = workspace.resolve(folder, name);
      if (kind === 'folder') return isLink ? [] : search(workspace, path);
      return kind === 'file' ? [path] : [];
    });
}

/**
 * In a folder lie other files too: the schema for the editor, the configuration, sources exported from a reference
 * manager. So YAML is taken for a brief, and JSON where it has the word that every brief has.
 */
function mayBeBrief(workspace: Workspace, file: string): boolean {
  if (/\.schema\.json$|[\\/]briefpress\.config\.\w+$/i.test(file)) return false;
  if (/\.ya?ml$/i.test(file)) return true;
  if (!/\.json$/i.test(file)) return false;
  const text = workspace.readText(file, PEEK_LIMIT);
  // What cannot be read is reported when it is built, rather than passed over.
  return !text.ok || text.value.includes('"briefpress"');
}

function nothingFound(workspace: Workspace, target: string): Diagnostic {
  const isFolder = workspace.kind(target) === 'folder';
  const what = isFolder ? `There is no brief in ${target}.` : `${target} does not name a file or folder.`;
  return error('file-not-found', what, {
    at: wholeFile(target),
    hints: ['Give a file, a folder or a pattern; or make a first brief: briefpress new NAME.'],
  });
}
