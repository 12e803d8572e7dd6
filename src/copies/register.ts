/** The register of numbered copies: who was given which file, when. One JSON file, and a table of it for spreadsheets. */

import type { Delivery } from '../delivery/plan.js';
import { readerName } from '../delivery/plan.js';
import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';
import { csvText } from '../syntax/write-csv.js';

export const REGISTER_NAME = 'copies.json';
export const TABLE_NAME = 'copies.csv';

/** What a register says of itself in its first field: a file without it is not ours. */
const FORMAT = 'briefpress copies 1';

/** A copy that was made. */
export interface RegisteredCopy {
  readonly copy: number;
  readonly of: number;
  /** The number, as it is printed. */
  readonly words: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  /** Null for the whole brief. */
  readonly edition: string | null;
  readonly language: string;
  /** Null where the brief bears none. */
  readonly marking: string | null;
  readonly medium: string | null;
  readonly title: string;
  /** The name of the file. */
  readonly file: string;
  readonly sha256: string;
  /** The file's identifier (ISO 32000-1, 14.4), which programs that change the file keep. */
  readonly id: string;
  readonly pages: number;
  /** ISO 8601: when these bytes were first made. */
  readonly made: string;
}

export interface Register {
  readonly brief: string;
  readonly copies: readonly RegisteredCopy[];
}

/** Errors: `register-invalid`. */
export function readRegister(text: string, file: string): Outcome<Register> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRegister(value)) return success({ brief: value.brief, copies: value.copies });
  } catch {
    // Said below.
  }
  return failure([notOurs(file)]);
}

function isRegister(value: unknown): value is Register {
  if (typeof value !== 'object' || value === null) return false;
  const { format, brief, copies } = value as Readonly<Record<string, unknown>>;
  return format === FORMAT && typeof brief === 'string' && Array.isArray(copies) && copies.every(isCopy);
}

const TEXTS = ['words', 'language', 'title', 'file', 'sha256', 'id', 'made'] as const;
const PERHAPS = ['name', 'role', 'organisation', 'edition', 'marking', 'medium'] as const;

function isCopy(value: unknown): value is RegisteredCopy {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    ['copy', 'of', 'pages'].every((name) => Number.isInteger(fields[name])) &&
    TEXTS.every((name) => typeof fields[name] === 'string') &&
    PERHAPS.every((name) => fields[name] === null || typeof fields[name] === 'string')
  );
}

export function notOurs(file: string): Diagnostic {
  return error('register-invalid', `${file} is not a register of copies that Briefpress wrote; it is left as it is.`, {
    at: wholeFile(file),
    hints: ['Move it away, or choose another folder with --output.'],
  });
}

export function writeRegister({ brief, copies }: Register): string {
  return `${JSON.stringify({ format: FORMAT, brief, copies }, null, 2)}\n`;
}

/**
 * The copies of before and those that were made now, in order. A file with the same bytes keeps its row and its time; one
 * with other bytes gets a row of its own, since the copy that was handed out before is still about.
 */
export function withCopies(before: readonly RegisteredCopy[], now: readonly RegisteredCopy[]): RegisteredCopy[] {
  const known = new Set(before.map(({ sha256, copy }) => `${copy} ${sha256}`));
  const added = now.filter(({ sha256, copy }) => !known.has(`${copy} ${sha256}`));
  return [...before, ...added].sort((a, b) => a.copy - b.copy);
}

const COLUMNS = [
  ...(['copy', 'of', 'name', 'role', 'organisation', 'edition', 'language', 'marking', 'medium'] as const),
  ...(['file', 'sha256', 'made'] as const),
];

/** The register as a table. */
export function registerTable(copies: readonly RegisteredCopy[]): string {
  return csvText([COLUMNS, ...copies.map((copy) => COLUMNS.map((name) => String(copy[name] ?? '')))]);
}

/** Whether a table may be written over. */
export function isOurTable(text: string): boolean {
  return text.replace(/^\uFEFF/, '').startsWith(`${COLUMNS.join(',')}\r\n`);
}

/** Whose copy it is, for people. */
export function holderOf({ name, role, organisation }: RegisteredCopy): string {
  return [name, role, organisation].filter((each) => each !== null).join(', ') || 'nobody by name';
}

/** What is registered of a delivery. */
export function holderFields({ reader, edition, language, marking, medium }: Delivery) {
  const { name, role, organisation } = reader;
  const isNamed = name !== null || role !== null || organisation !== null;
  return { name: isNamed ? name : readerName(reader), role, organisation, edition, language, marking, medium };
}
