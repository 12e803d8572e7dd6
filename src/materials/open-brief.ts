import { MAX_BYTES } from '../brief/decode.js';
import { type FileRead, type LoadedBrief, readBrief } from '../brief/read.js';
import { readOn } from '../brief/staleness.js';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.js';
import { resolveEdition } from '../edition/resolve.js';
import { checkEvidence } from '../evidence/check-evidence.js';
import { namedCuts } from '../redaction/choose-cut.js';
import { cutBrief } from '../redaction/cut-brief.js';
import type { Workspace } from '../workspace/workspace.js';

/** Bytes of an annex or a list of sources that a brief names. */
const FILE_LIMIT = 20 * 1024 * 1024;

/** A brief that was opened, and what it is made of on the disk. */
export interface OpenedBrief {
  /** The brief's file as messages name it. */
  readonly file: string;
  /** The folder of the brief: absolute, and the limit of what it may read. */
  readonly folder: string;
  readonly loaded: Outcome<LoadedBrief>;
  /** The text of a brief that is in no file, for showing its lines. */
  readonly text?: string;
  /** The files that it names, absolute, whether they are there or not; pictures are added when they are read. */
  readonly named: Set<string>;
  /** Reads a file by its path relative to the folder of the brief, and none outside it. */
  readonly readFile: (path: string) => FileRead;
}

/** Text of a brief that is not in a file of its own. */
export interface BriefText {
  readonly text: Uint8Array | string;
  /** What messages call it, and whose stem is the brief's id where it has none. */
  readonly file: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly format?: 'yaml' | 'json';
  /** The day of the build; without it the dates of the brief are not held against any. */
  readonly today?: string;
}

/** Reads and checks a brief file. `today`, the day of the build, is what its own dates are held against. */
export function openBrief(workspace: Workspace, path: string, today?: string): OpenedBrief {
  const file = workspace.name(path);
  const folder = workspace.resolve(path, '..');
  const bytes = workspace.read(path, MAX_BYTES);
  if (!bytes.ok) return unopened(file, folder, bytes);
  return openText(workspace, { text: bytes.value, file, folder, ...(today !== undefined && { today }) });
}

/** A brief whose text could not be had. */
export function unopened(file: string, folder: string, loaded: Outcome<never>): OpenedBrief {
  return { file, folder, loaded, named: new Set(), readFile: () => ({ ok: false, reason: 'missing' }) };
}

/** Reads and checks the text of a brief. */
export function openText(workspace: Workspace, { text, file, folder, format, today }: BriefText): OpenedBrief {
  const named = new Set<string>();
  const readFile = (path: string): FileRead => {
    named.add(workspace.resolve(folder, path));
    return workspace.readWithin(folder, path, FILE_LIMIT);
  };
  const context = { file, format: format ?? formatOf(file), readFile };
  const read = readBrief(text, context);
  const loaded = today === undefined ? read : readOn(today, read);
  const sources = loaded.ok ? loaded.value.brief.sources : [];
  for (const { snapshot } of sources) if (snapshot) named.add(workspace.resolve(folder, snapshot.file));
  return { file, folder, loaded, named, readFile };
}

/** Everything that is wrong with a brief and the editions it names, in any of their languages, each with its place. */
export async function checkOpened({ loaded, readFile }: OpenedBrief): Promise<readonly Diagnostic[]> {
  if (!loaded.ok) return loaded.diagnostics;
  const editions = namedCuts(loaded.value.brief).map((cut) => cutBrief(loaded.value, cut));
  const found = [loaded, ...editions].flatMap((each) => (each.ok ? inEveryLanguage(each.value) : each.diagnostics));
  const evidence = await checkEvidence(loaded.value, readFile);
  const all = [...loaded.diagnostics, ...evidence.diagnostics, ...found];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function inEveryLanguage(loaded: LoadedBrief): readonly Diagnostic[] {
  return (loaded.brief.languages ?? ['en']).flatMap((language) =>
    resolveEdition(loaded, { language }).diagnostics.map((each) =>
      each.place === undefined && each.field !== undefined ? { ...each, place: loaded.placeOf(each.field) } : each,
    ),
  );
}

function formatOf(file: string): 'yaml' | 'json' {
  return file.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
}
