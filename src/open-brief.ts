import { MAX_BYTES } from './brief/decode.js';
import { type FileRead, type LoadedBrief, readBrief } from './brief/read.js';
import type { Diagnostic, Outcome } from './diagnostics/diagnostic.js';
import { resolveEdition } from './edition/resolve.js';
import type { Workspace } from './workspace/workspace.js';

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
}

/** Text of a brief that is not in a file of its own. */
export interface BriefText {
  readonly text: Uint8Array | string;
  /** What messages call it, and whose stem is the brief's id where it has none. */
  readonly file: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly format?: 'yaml' | 'json';
}

/** Reads and checks a brief file. */
export function openBrief(workspace: Workspace, path: string): OpenedBrief {
  const file = workspace.name(path);
  const folder = workspace.resolve(path, '..');
  const bytes = workspace.read(path, MAX_BYTES);
  if (!bytes.ok) return { file, folder, loaded: bytes, named: new Set() };
  return openText(workspace, { text: bytes.value, file, folder });
}

/** Reads and checks the text of a brief. */
export function openText(workspace: Workspace, { text, file, folder, format }: BriefText): OpenedBrief {
  const named = new Set<string>();
  const readFile = (path: string): FileRead => {
    named.add(workspace.resolve(folder, path));
    return workspace.readWithin(folder, path, FILE_LIMIT);
  };
  const context = { file, format: format ?? formatOf(file), readFile };
  return { file, folder, loaded: readBrief(text, context), named };
}

/** Everything that is wrong with a brief in any of its languages, each with its place. */
export function checkOpened({ loaded }: OpenedBrief): readonly Diagnostic[] {
  if (!loaded.ok) return loaded.diagnostics;
  const { brief, placeOf } = loaded.value;
  const found = (brief.languages ?? ['en']).flatMap((language) =>
    resolveEdition(loaded.value, { language }).diagnostics.map((each) =>
      each.place === undefined && each.field !== undefined ? { ...each, place: placeOf(each.field) } : each,
    ),
  );
  return [...new Map([...loaded.diagnostics, ...found].map((each) => [JSON.stringify(each), each])).values()];
}

function formatOf(file: string): 'yaml' | 'json' {
  return file.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
}
