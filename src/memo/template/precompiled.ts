import type { PackFiles } from '../pack-files.js';
import { type CompiledTemplate, fromPrecompiled } from './engine.js';
import { packs, partials, texts } from './precompiled.generated.js';

/** The templates of a pack that comes with the program, as the build has compiled them. */
export interface PrecompiledPack {
  print(): CompiledTemplate;
  memo(): CompiledTemplate;
  mail(): CompiledTemplate;
  /** The files in a directive's place were written down when the pack was compiled: `file` as it is called here. */
  nameOf(file: string): string;
}

/** What the build calls the folder of all packs. */
export const TEMPLATES = 'templates/';

/**
 * The compiled templates of a pack whose texts are, character for character, those that the build has compiled; null for
 * any other. A test has checked them, so they need no check here.
 */
export function precompiledPack({ pack, shared, folder }: PackFiles, name: string): PrecompiledPack | null {
  const compiled = Object.hasOwn(packs, name) ? packs[name] : undefined;
  if (compiled === undefined || !isKnown(pack, name) || !isKnown(shared, 'shared')) return null;
  const own = `${name}/partials/`;
  const called = () => {
    const sources = [...partialsIn('shared/partials/'), ...partialsIn(own)];
    return new Map(sources.map(([path, spec]) => [path.replace(/^.*\/partials\/|\.md\.hbs$/g, ''), spec]));
  };
  const base = folder.replace(/[^/]*\/?$/, '');
  return {
    print: () => fromPrecompiled(compiled.print(), called()),
    memo: () => fromPrecompiled(compiled.memo(), called()),
    mail: () => fromPrecompiled(compiled.mail(), called()),
    nameOf: (file) => (file.startsWith(TEMPLATES) ? base + file.slice(TEMPLATES.length) : file),
  };
}

function partialsIn(folder: string) {
  return Object.entries(partials).filter(([path]) => path.startsWith(folder));
}

function isKnown(files: ReadonlyMap<string, string>, folder: string): boolean {
  const known = Object.entries(texts[folder]?.() ?? {});
  const templates = [...files.keys()].filter(isCompiled);
  return (
    templates.length === known.length &&
    known.every(([path, text]) => files.get(path.slice(folder.length + 1)) === text)
  );
}

/** The English labels are the words that a template may ask for. */
export function isCompiled(path: string): boolean {
  return path.endsWith('.hbs') || path === 'labels/en.yaml';
}
