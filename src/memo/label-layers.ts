/** The label files of a pack, the user's own before the pack's and those before the shared ones. */
import { type Diagnostic, didYouMean, type Outcome, warning } from '../diagnostics/diagnostic.js';
import type { PackFiles } from './pack-files.js';
import { type LabelFile, type LabelFiles, Labels, type ReadLabels, readLabels } from './words/labels.js';

const LABELS = /^labels\/([A-Za-z0-9-]+)\.ya?ml$/;

type Keep = <T>(outcome: Outcome<T>) => T | null;

/** Reads the files that are not the program's own at once, and finds the keys in them that nothing uses. */
export function readLabelLayers(files: PackFiles, name: string, keep: Keep): LabelFiles {
  const shared = new Map<string, () => LabelFile>();
  for (const [path, source] of files.shared) {
    const tag = tagOf(path);
    const file = `${sharedFolder(files.folder)}/${path}`;
    if (tag !== null)
      shared.set(
        tag,
        once(() => wordsOf(readLabels(file, source))),
      );
  }
  const used = once(() => namesUsed(files, shared));
  const layer = (texts: ReadonlyMap<string, string>, nameOf: (path: string) => string) => {
    const languages = new Map<string, () => LabelFile>();
    for (const [path, source] of texts) {
      const tag = tagOf(path);
      const read = tag === null ? null : keep(readLabels(nameOf(path), source));
      if (tag === null || read === null) continue;
      languages.set(tag, () => read.words);
      keep({ ok: true, value: true, diagnostics: unusedKeys(read, used(), name) });
    }
    return languages;
  };
  const { own = new Map<string, string>(), ownName = (path: string) => path } = files;
  return [layer(own, ownName), layer(files.pack, (path) => `${files.folder}/${path}`), shared];
}

function tagOf(path: string): string | null {
  return LABELS.exec(path)?.[1]?.toLowerCase() ?? null;
}

export function sharedFolder(folder: string): string {
  return folder.includes('/') ? folder.replace(/[^/]*\/?$/, 'shared') : 'shared';
}

/** Shared label files are ours and tested whole; one that somebody broke has no words, and English ones are printed. */
function wordsOf(outcome: Outcome<ReadLabels>): LabelFile {
  return outcome.ok ? outcome.value.words : { labels: {}, terms: {} };
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface NamesUsed {
  readonly labels: ReadonlySet<string>;
  /** The values of each group; null: any, since a template of the pack asks for it. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string> | null>;
}

/** What the shared templates may print, and what the pack's own do. */
function namesUsed({ pack }: PackFiles, shared: ReadonlyMap<string, () => LabelFile>): NamesUsed {
  const { labels, terms } = Labels.english([shared]);
  const groups = new Map<string, ReadonlySet<string> | null>();
  for (const [group, words] of Object.entries(terms)) groups.set(group, new Set(Object.keys(words)));
  const called = new Set(Object.keys(labels));
  for (const [path, source] of pack) {
    if (!path.endsWith('.hbs')) continue;
    for (const [, key = ''] of source.matchAll(/\blabel\s+["']([^"']+)["']/g)) called.add(key);
    for (const [, group = ''] of source.matchAll(/\bterm\s+["']([^"']+)["']/g)) {
      if (!groups.has(group)) groups.set(group, null);
    }
  }
  return { labels: called, groups };
}

function unusedKeys({ words, placeOf }: ReadLabels, { labels, groups }: NamesUsed, pack: string): Diagnostic[] {
  const unused = (steps: readonly string[], names: Iterable<string>) => {
    const written = steps.at(-1) ?? '';
    return warning('template-label-unused', `Nothing in the template \`${pack}\` uses \`${steps.join('.')}\`.`, {
      at: placeOf(...steps),
      hints: [didYouMean(written, names) ?? 'Delete it, or print it in a template.'],
    });
  };
  return [
    ...Object.keys(words.labels)
      .filter((key) => !labels.has(key))
      .map((key) => unused(['labels', key], labels)),
    ...Object.entries(words.terms).flatMap(([group, values]) => {
      const known = groups.get(group);
      if (known === undefined) return [unused(['terms', group], groups.keys())];
      const others = Object.keys(values).filter((value) => known !== null && !known.has(value));
      return others.map((value) => unused(['terms', group, value], known ?? []));
    }),
  ];
}
