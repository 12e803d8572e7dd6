import { PAPERS, type Paper } from '../document/paper.js';
import { STANDARDS, type Standard, USUAL_STANDARD } from '../pdf/document/standard.js';
/** What shaped a PDF beside its brief: kept in it, so that it can be made again. Nothing of the machine is in it. */
export interface BuildRecord {
  /** The version of Briefpress. */
  readonly briefpress: string;
  readonly template: string;
  readonly language: string;
  readonly paper: Paper;
  /** ISO 8601. */
  readonly created: string;
  /** What the PDF holds besides its pages. */
  readonly attachments: AttachmentChoice;
  /** What the PDF conforms to; the usual one is not written, so that records of before stay as they are. */
  readonly standard: Standard;
  /** What came from the person who built it, and is not in the file. */
  readonly own: readonly OwnMaterial[];
  /** The SHA-256 of the edition before as it is in the PDF, without its comments: the hash that a brief states is the file's. */
  readonly superseded?: string;
  /** Of an edition for other readers: the files that it names by neutral names → their SHA-256, by which to find them. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * `brief`: the brief without its comments, the memo and this record; `all`: the edition before as well, without its
 * comments; `none`: nothing, not even this record.
 */
export const ATTACHMENT_CHOICES = ['all', 'brief', 'none'] as const;
export type AttachmentChoice = (typeof ATTACHMENT_CHOICES)[number];

export const OWN_MATERIALS = ['template', 'theme', 'labels', 'fonts'] as const;
export type OwnMaterial = (typeof OWN_MATERIALS)[number];

/** The name of the attachment. */
export const RECORD_NAME = 'briefpress.json';

/** What the name of the edition before begins with. */
export const SUPERSEDED_PREFIX = 'superseded-edition-';

export function writeRecord(record: BuildRecord): string {
  const { standard, ...others } = record;
  return `${JSON.stringify(standard === USUAL_STANDARD ? others : record)}\n`;
}

/** Null for a text that is not such a record. */
export function readRecord(text: string): BuildRecord | null {
  try {
    const {
      briefpress,
      template,
      language,
      paper,
      created,
      attachments,
      standard = USUAL_STANDARD,
      own,
      superseded,
      files,
    } = JSON.parse(text) as Partial<BuildRecord>;
    const texts = [briefpress, template, language, created];
    const size = PAPERS.find((each) => each === paper);
    if (!texts.every((each) => typeof each === 'string') || size === undefined) return null;
    if (Number.isNaN(Date.parse(String(created)))) return null;
    const choice = ATTACHMENT_CHOICES.find((each) => each === attachments);
    const stated = STANDARDS.find((each) => each === standard);
    if (choice === undefined || stated === undefined) return null;
    const known = OWN_MATERIALS.filter((each) => Array.isArray(own) && own.includes(each));
    return {
      briefpress: String(briefpress),
      template: String(template),
      language: String(language),
      paper: size,
      created: String(created),
      attachments: choice,
      standard: stated,
      own: known,
      ...(isHash(superseded) && { superseded }),
      ...(files !== undefined && { files: neutralFiles(files) }),
    };
  } catch {
    return null;
  }
}

/** A document for other readers names few files; one that names thousands was made to waste time. */
const MOST_FILES = 1000;

/** The entries that are what they should be. */
function neutralFiles(files: unknown): Readonly<Record<string, string>> {
  if (typeof files !== 'object' || files === null) return {};
  const known = Object.entries(files).filter(([name, hash]) => /^[a-z0-9.-]{1,40}$/.test(name) && isHash(hash));
  return Object.fromEntries(known.slice(0, MOST_FILES));
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
