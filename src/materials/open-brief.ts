import { type LoadedBrief, parseBrief, readParsed } from '../brief/read.js';
import { checkStaleness } from '../brief/staleness.js';
import { failure, type Outcome } from '../diagnostics/diagnostic.js';
import type { FileRead } from '../diagnostics/unread.js';
import { checkEvidence, type Evidence } from '../evidence/check-evidence.js';
import type { Assignment } from '../syntax/assigned-lines.js';
import { MAX_BYTES } from '../syntax/decode.js';
import { formatOf, type TextFormat } from '../syntax/format.js';
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
  /** What its text says, whether it is a brief or not; null where it cannot be read. */
  readonly data: unknown;
  /** The text of a brief that is in no file, for showing its lines. */
  readonly text?: string;
  /** The files that it names, absolute, whether they are there or not; pictures are added when they are read. */
  readonly named: Set<string>;
  /** Reads a file by its path relative to the folder of the brief, and none outside it. */
  readonly readFile: (path: string) => FileRead;
  /** The evidence of the brief: checked when it is first asked for, and once, however many documents are made of it. */
  readonly evidence: () => Promise<Outcome<Evidence>>;
}

/** Text of a brief that is not in a file of its own. */
export interface BriefText extends Reading {
  readonly text: Uint8Array | string;
  /** What messages call it, and whose stem is the brief's id where it has none. */
  readonly file: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly format?: TextFormat;
}

/** How a brief is read. */
export interface Reading {
  /** The day of the build; without it the dates of the brief are not compared with any. */
  readonly today?: string;
  /** What is set beside the file, in place of what it says. */
  readonly assignments?: readonly Assignment[];
}

/** Reads and checks a brief file. Its own dates are compared with `today`, the day of the build. */
export function openBrief(workspace: Workspace, path: string, reading: Reading = {}): OpenedBrief {
  const file = workspace.name(path);
  const folder = workspace.resolve(path, '..');
  const bytes = workspace.read(path, MAX_BYTES);
  if (!bytes.ok) return unopened(file, folder, bytes);
  return openText(workspace, { text: bytes.value, file, folder, ...reading });
}

/** A brief whose text could not be had. */
export function unopened(file: string, folder: string, loaded: Outcome<never>): OpenedBrief {
  const readFile = (): FileRead => ({ ok: false, reason: 'missing' });
  return { file, folder, loaded, data: null, named: new Set(), readFile, evidence: async () => failure([]) };
}

/** Reads and checks the text of a brief. */
export function openText(workspace: Workspace, given: BriefText): OpenedBrief {
  const { text, file, folder, format, today, assignments = [] } = given;
  const named = new Set<string>();
  const readFile = (path: string): FileRead => {
    named.add(workspace.resolve(folder, path));
    return workspace.readWithin(folder, path, FILE_LIMIT);
  };
  const context = { file, format: format ?? formatOf(file), readFile, assignments };
  const parsed = parseBrief(text, context);
  const read = readParsed(parsed, context);
  const loaded = today === undefined ? read : checkStaleness(today, read);
  const sources = loaded.ok ? loaded.value.brief.sources : [];
  for (const { snapshot } of sources) if (snapshot) named.add(workspace.resolve(folder, snapshot.file));
  let evidence: Promise<Outcome<Evidence>> | undefined;
  const evidenceOnce = () => {
    evidence ??= loaded.ok ? checkEvidence(loaded.value, readFile) : Promise.resolve(failure([]));
    return evidence;
  };
  const data = parsed.ok ? parsed.value.value : null;
  return { file, folder, loaded, data, named, readFile, evidence: evidenceOnce };
}
