import type { LoadedBrief } from '../brief/brief.js';
import { withoutDelivery } from '../brief/delivery-fields.js';
import { withoutComments } from '../brief/html-comments.js';
import { sha256Of } from '../digest/sha256.js';
import type { Paper } from '../document/paper.js';
import type { Edition } from '../edition/edition.js';
import type { Standard } from '../pdf/document/standard.js';
import type { Attachment } from '../pdf/resources.js';
import { formatOf } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import { writeText } from '../syntax/write.js';
import type { BriefingMaterials } from './briefing-materials.js';
import { type AttachmentChoice, RECORD_NAME, SUPERSEDED_PREFIX, writeRecord } from './build-record.js';
import { VERSION } from './version.js';

/** What a document was made from and with. */
export interface Made {
  readonly loaded: LoadedBrief;
  readonly edition: Edition;
  /** The files' name without ending. */
  readonly name: string;
  readonly memo: string;
  /** The edition before, as far as the readers of this one may know of it. */
  readonly since: LoadedBrief | undefined;
  readonly materials: BriefingMaterials;
  readonly paper: Paper;
  /** ISO 8601. */
  readonly created: string;
  readonly choice: AttachmentChoice;
  readonly standard: Standard;
}

/**
 * The files inside a PDF. A document that goes into an archive takes with it what it was made from, and a form that any
 * editor reads; but a document is also mailed, so nothing goes along that its author does not see in it: no comments,
 * and nothing that has been removed since the edition before, unless all is asked for.
 */
export function attachmentsOf(made: Made): readonly Attachment[] {
  const { choice, since } = made;
  if (choice === 'none') return [];
  const before = choice === 'all' && since !== undefined ? supersededFile(since, made.created) : null;
  return [memoFile(made), briefFile(made), ...(before ? [before] : []), recordFile(made, before)];
}

function memoFile({ name, memo, created }: Made): Attachment {
  const bytes = new TextEncoder().encode(memo);
  const description = 'The same briefing as a memo in Markdown';
  return {
    name: `${name}.md`,
    bytes,
    mediaType: 'text/markdown',
    description,
    relationship: 'Alternative',
    modified: created,
  };
}

function briefFile({ loaded, created }: Made): Attachment {
  const format = formatOf(loaded.file);
  return {
    name: `${loaded.id}.${format}`,
    bytes: textWithoutComments(loaded),
    mediaType: `application/${format}`,
    description: 'The brief that this document was made from',
    relationship: 'Source',
    modified: created,
  };
}

/**
 * The values of a brief in their order, written anew: a comment, in YAML or in Markdown, is a note of the desk to itself,
 * and how a copy reaches its reader does not concern the others.
 */
function textWithoutComments(loaded: LoadedBrief): Uint8Array {
  const bytes = WRITTEN.get(loaded) ?? writtenAnew(loaded);
  WRITTEN.set(loaded, bytes);
  return bytes;
}

/** A brief's documents in several languages have the same one inside. */
const WRITTEN = new WeakMap<LoadedBrief, Uint8Array>();

function writtenAnew({ text, file }: LoadedBrief): Uint8Array {
  const format = formatOf(file);
  const parsed = parseText(text, file, format);
  if (!parsed.ok) throw new Error(`${file}, which was read once, cannot be read again.`);
  return new TextEncoder().encode(writeText(withoutDelivery(withoutComments(parsed.value.value)), format));
}

/** Lets a reader of the PDF alone check what it says has changed. */
function supersededFile(since: LoadedBrief, modified: string): Attachment {
  const format = formatOf(since.file);
  return {
    name: `${SUPERSEDED_PREFIX}${since.brief.edition ?? 1}.${format}`,
    bytes: textWithoutComments(since),
    mediaType: `application/${format}`,
    description: 'The edition before this one, which it supersedes',
    relationship: 'Supplement',
    modified,
  };
}

/** With the brief beside it, enough to make the same bytes again. */
function recordFile(
  { loaded, edition, created, paper, choice, standard, materials }: Made,
  before: Attachment | null,
): Attachment {
  const { language } = edition;
  const { pack, own = [] } = materials;
  const files = hashesOf(loaded, materials);
  const made = {
    language,
    paper,
    created,
    attachments: choice,
    standard,
    own,
    ...(before && { superseded: sha256Of(before.bytes) }),
  };
  const record = writeRecord({ briefpress: VERSION, template: pack.name, ...made, ...(files && { files }) });
  return {
    name: RECORD_NAME,
    bytes: new TextEncoder().encode(record),
    mediaType: 'application/json',
    description: 'How this document was made from its brief',
    relationship: 'Data',
    modified: created,
  };
}

/** Of the files that an edition has under neutral names; undefined where there is none. A brief states those of its copies. */
function hashesOf(
  { brief, originals }: LoadedBrief,
  { readFile }: BriefingMaterials,
): Record<string, string> | undefined {
  const stated = new Map(brief.sources.map(({ snapshot }) => [snapshot?.file, snapshot?.sha256]));
  const hashOf = (path: string): string | undefined => {
    const file = readFile(path);
    return file.ok ? sha256Of(file.bytes) : undefined;
  };
  const hashes = [...(originals ?? [])].flatMap(([name, path]) => {
    const hash = stated.get(name) ?? hashOf(path);
    return hash === undefined ? [] : [[name, hash] as const];
  });
  return hashes.length > 0 ? Object.fromEntries(hashes) : undefined;
}
