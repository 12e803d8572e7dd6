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

/**
 * The briefs that files, folders and patterns stand for. A folder is searched with those below it. A file that is named
 * is a brief, whatever is in it; a folder or a pattern stands only for files that are briefs.
 */
export function findBriefs(workspace: Workspace, targets: readonly string[]): FoundBriefs {
  const found = targets.map((target) => ({ target, files: filesOf(workspace, target) }));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    problems: found.filter(({ files }) => files.length === 0).map(({ target }) => nothingFound(workspace, target)),
  };
}

/** The briefs in a folder, absolute and by name, without those in folders below it. */
export function briefsIn(workspace: Workspace, folder: string): readonly string[] {
  const entries = workspace.list(folder);
  return (entries.ok ? entries.value : [])
    .filter(({ name, kind }) => kind === 'file' && !name.startsWith('.'))
    .map(({ name }) => workspace.resolve(folder, name))
    .filter((file) => mayBeBrief(workspace, file));
}

function filesOf(workspace: Workspace, target: string): readonly string[] {
  const kind = workspace.kind(target);
  if (kind === 'folder') return search(workspace, target).filter((file) => mayBeBrief(workspace, file));
  if (kind !== null) return [workspace.resolve(target)];
  const pattern = process.platform === 'win32' ? target.replaceAll('\\', '/') : target;
  if (!isGlob(pattern)) return [];
  const expression = globExpression(workspace.resolve(globBase(pattern)).replace(/[*?[{]/g, '[$&]') + rest(pattern));
  const matching = search(workspace, globBase(pattern)).filter((file) => expression.test(file.replaceAll('\\', '/')));
  return matching.filter((file) => !/\.(?:ya?ml|json)$/i.test(file) || mayBeBrief(workspace, file));
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
 * In a folder lie other files too: the schema for the editor, themes, labels, the configuration, sources exported from a
 * reference manager. So a file is taken for a brief where it has the word that every brief has. A brief may lack it by
 * mistake, and is not passed over in silence: YAML that has the shape of a brief is one, and so is what cannot be read.
 */
function mayBeBrief(workspace: Workspace, file: string): boolean {
  if (/\.schema\.json$|[\\/]briefpress\.config\.\w+$/i.test(file)) return false;
  const isYaml = /\.ya?ml$/i.test(file);
  if (!isYaml && !/\.json$/i.test(file)) return false;
  const text = workspace.readText(file, PEEK_LIMIT);
  if (!text.ok) return true;
  return isYaml ? looksLikeBrief(text.value) : text.value.includes('"briefpress"');
}

/** The fields that every brief has and that hold a list; a file of labels has a text under the same name. */
const LISTS = /^["']?(?:keyFacts|sources)["']?[ \t]*:[ \t]*(?:#.*|[[&!].*)?\r?$/m;
const BRIEF = /(?:^|[{,])[ \t]*["']?briefpress["']?[ \t]*:/m;
const MASTHEAD = /^["']?(?:title|asOf|summary)["']?[ \t]*:/m;

function looksLikeBrief(yaml: string): boolean {
  // An empty file, and one that is not text.
  if (yaml.trim() === '' || /[\0\ufffd]/.test(yaml)) return true;
  return BRIEF.test(yaml) || LISTS.test(yaml) || MASTHEAD.test(yaml);
}

function nothingFound(workspace: Workspace, target: string): Diagnostic {
  const isFolder = workspace.kind(target) === 'folder';
  const what = isFolder ? `There is no brief in ${target}.` : `${target} does not name a file or folder.`;
  return error('file-not-found', what, {
    at: wholeFile(target),
    hints: ['Give a file, a folder or a pattern; or make a first brief: briefpress new NAME.'],
  });
}
