import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';

import { installationFolder } from '../workspace/installation.js';
import type { Workspace } from '../workspace/workspace.js';

/** Bytes of one file of a pack; a template is a few kilobytes. */
const PACK_FILE_LIMIT = 1024 * 1024;

/** The text files of a folder and those below it: relative path with `/` → text. */
export type FolderText = ReadonlyMap<string, string>;

/** A folder with the templates of one kind of document. */
export interface PackFolder {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** Where the packs and the labels that come with Briefpress are. */
export function builtInTemplates(): string {
  return `${installationFolder()}/templates`;
}

/** What all packs share: labels, partials, the theme that the others vary. */
export function sharedFolder(): string {
  return `${builtInTemplates()}/shared`;
}

/**
 * The packs in `folders` and the built-in ones; of two with one name, the first counts. A folder may be a pack itself, or
 * hold packs.
 */
export function listPacks(workspace: Workspace, folders: readonly string[]): readonly PackFolder[] {
  const packs = new Map<string, PackFolder>();
  for (const folder of [...folders, builtInTemplates()]) {
    for (const pack of packsOf(workspace, folder)) if (!packs.has(pack.name)) packs.set(pack.name, pack);
  }
  return [...packs.values()];
}

/** Finds a pack by its name, in `folders` first. */
export function findPack(workspace: Workspace, name: string, folders: readonly string[]): Outcome<PackFolder> {
  const packs = listPacks(workspace, folders);
  const pack = packs.find((candidate) => candidate.name === name);
  return pack ? success(pack) : failure([packNotFound(name, packs)]);
}

/** A pack as a person names it: its folder, or its name. */
export function choosePack(workspace: Workspace, given: string, folders: readonly string[]): Outcome<PackFolder> {
  const isPath = /[\\/]/.test(given) || given === '.' || given === '..';
  if (!isPath && !isPack(workspace, given)) return findPack(workspace, given, folders);
  if (isPack(workspace, given))
    return success({ name: baseName(workspace.resolve(given)), folder: workspace.resolve(given) });
  return failure([
    error(
      'template-not-found',
      `${given} is not a template pack: a folder with pack.yaml, print.md.hbs and memo.md.hbs.`,
      { hints: ['Copy one of those that `briefpress templates` lists, and change it.'] },
    ),
  ]);
}

/** Every text file in a folder and below it; an absent folder is empty. */
export function readFolderText(workspace: Workspace, folder: string): Outcome<FolderText> {
  const texts = new Map<string, string>();
  const problems: Diagnostic[] = [];
  const visit = (path: string, prefix: string) => {
    const entries = workspace.list(path);
    problems.push(...entries.diagnostics);
    for (const { name, kind } of entries.ok ? entries.value : []) {
      const file = workspace.resolve(path, name);
      if (kind === 'folder' && !prefix.includes('/')) visit(file, `${prefix}${name}/`);
      if (kind !== 'file' || !/\.(hbs|ya?ml)$/.test(name)) continue;
      const text = workspace.readText(file, PACK_FILE_LIMIT);
      if (text.ok) texts.set(prefix + name, text.value);
      else problems.push(...text.diagnostics);
    }
  };
  if (workspace.kind(folder) !== null) visit(folder, '');
  return problems.length > 0 ? failure(problems) : success(texts);
}

function packsOf(workspace: Workspace, folder: string): readonly PackFolder[] {
  const here = workspace.resolve(folder);
  if (isPack(workspace, here)) return [{ name: baseName(here), folder: here }];
  const entries = workspace.list(here);
  if (!entries.ok) return [];
  return entries.value
    .map(({ name }) => ({ name, folder: workspace.resolve(here, name) }))
    .filter((pack) => isPack(workspace, pack.folder));
}

function isPack(workspace: Workspace, folder: string): boolean {
  return workspace.kind(folder) === 'folder' && workspace.kind(`${folder}/pack.yaml`) === 'file';
}

function baseName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

function packNotFound(name: string, packs: readonly PackFolder[]): Diagnostic {
  return error('template-not-found', `There is no template \`${name}\`.`, {
    hints: [`There are: ${packs.map((pack) => pack.name).join(', ')}.`],
  });
}
