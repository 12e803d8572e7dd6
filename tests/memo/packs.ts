import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Brief } from '../../src/brief/brief.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Edition } from '../../src/edition/edition.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { loadPack, type TemplatePack } from '../../src/memo/pack.js';
import type { PackFiles } from '../../src/memo/pack-files.js';
import { loaded, specimen } from '../edition/specimen.js';

export const PACKS = ['policy-memo', 'read-ahead', 'submission', 'two-pager', 'assessment'] as const;
/** Every language that labels come in. */
export const LANGUAGES = [...templateFiles('shared').keys()].flatMap(
  (path) => /^labels\/([\w-]+)\.yaml$/.exec(path)?.[1] ?? [],
);

/** The files of a folder of templates/, by relative path. */
export function templateFiles(folder: string): ReadonlyMap<string, string> {
  const root = fileURLToPath(new URL(`../../templates/${folder}/`, import.meta.url));
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

export function packFiles(name: string): PackFiles {
  return { pack: templateFiles(name), shared: templateFiles('shared'), folder: `templates/${name}` };
}

export function pack(name: string): TemplatePack {
  const outcome = loadPack(packFiles(name), name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.value;
}

/** A pack whose printed template and memo are the given text; partials and labels are the shared ones. */
export function ownPack(print: string, more: Readonly<Record<string, string>> = {}, memo = 'Nothing.') {
  const files = new Map(Object.entries({ 'print.md.hbs': print, 'memo.md.hbs': memo, ...more }));
  return loadPack({ pack: files, shared: templateFiles('shared'), folder: 'mine' }, 'mine');
}

export function compiledPack(print: string, more: Readonly<Record<string, string>> = {}, memo?: string): TemplatePack {
  const outcome = ownPack(print, more, memo);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.value;
}

export function edition(change: Partial<Brief> = {}, language = 'en'): Edition {
  const outcome = resolveEdition(loaded({ ...specimen(language), ...change }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** `mine/print.md.hbs:3:5 template-unknown-field` */
export function placed({ place, code }: Diagnostic): string {
  return `${place?.file}:${place?.line}:${place?.column} ${code}`;
}

/**
 * The specimen without sections of its own: one that no template asks for would follow what the template prints.
 */
export function editionOfParts(change: Partial<Brief> = {}, language = 'en'): Edition {
  return edition({ sections: [], ...change }, language);
}
