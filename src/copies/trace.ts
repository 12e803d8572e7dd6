/** Whose copy a document is: by its bytes, by the mark in the file, or by what is printed on its pages. */
import { sha256Of } from '../digest/sha256.js';
import type { Register, RegisteredCopy } from './register.js';

/** What gave a copy away. */
export type Evidence = 'bytes' | 'identifier' | 'line' | 'mark';

export interface Traced {
  readonly copy: RegisteredCopy;
  readonly brief: string;
  readonly by: Evidence;
  /** The pages that say so, from 1; empty where the whole file does. */
  readonly pages: readonly number[];
}

/** A document as it is looked at. */
export interface Found {
  readonly bytes: Uint8Array;
  /** The text of each page, with what is in its margins. */
  readonly pages: readonly string[];
}

/**
 * The copies that a document may be, by the surest evidence that there is: its own bytes; the identifier that a changed
 * file keeps; the line in the margin of its pages; the mark behind their text. Where pages were put together from several
 * copies, there are several. Of registers of several briefs, those whose title stands in the text go first.
 */
export function traceCopies(found: Found, registers: readonly Register[]): readonly Traced[] {
  const all = registers.flatMap(({ brief, copies }) => copies.map((copy) => ({ brief, copy })));
  const hash = sha256Of(found.bytes);
  const same = all.filter(({ copy }) => copy.sha256 === hash);
  if (same.length > 0) return same.map((each) => ({ ...each, by: 'bytes', pages: [] }));
  const id = identifierOf(found.bytes);
  const kept = all.filter(({ copy }) => id !== null && copy.id === id);
  const byLine = seenOn(found.pages, all, lineOf);
  // Pages of another copy in the same file say more than an identifier that came with the first of them.
  if (kept.length > 0 && byLine.every(({ copy }) => kept.some((each) => each.copy.copy === copy.copy))) {
    return kept.map((each) => ({ ...each, by: 'identifier', pages: [] }));
  }
  const lines = latest(byLine.map((each) => ({ ...each, by: 'line' as const })));
  if (lines.length > 0) return byTitle(lines, found.pages);
  const marks = seenOn(found.pages, all, markOf).map((each) => ({ ...each, by: 'mark' as const }));
  return byTitle(latest(marks), found.pages);
}

type Candidate = Pick<Traced, 'brief' | 'copy'>;

function seenOn(
  pages: readonly string[],
  all: readonly Candidate[],
  pattern: (copy: RegisteredCopy) => RegExp,
): readonly (Candidate & { readonly pages: readonly number[] })[] {
  const texts = pages.map(plain);
  return all.flatMap((each) => {
    const wanted = pattern(each.copy);
    const on = texts.flatMap((text, index) => (wanted.test(text) ? [index + 1] : []));
    return on.length === 0 ? [] : [{ ...each, pages: on }];
  });
}

/** `Copy 3 of 12`, whatever blanks a scanner has made of it, and not `Copy 3 of 120`. */
function lineOf({ words }: RegisteredCopy): RegExp {
  const parts = plain(words).split(' ').map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s*')}(?![\\p{L}\\p{N}])`, 'u');
}

function markOf({ copy, of }: RegisteredCopy): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}/.,-])${copy}\\s?/\\s?${of}(?![\\p{L}\\p{N}/.,-])`, 'u');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A copy that was made again is in the register several times; what is printed on it is the same. */
function latest(traced: readonly Traced[]): readonly Traced[] {
  const last = new Map<string, Traced>();
  for (const each of traced) {
    const key = JSON.stringify([each.brief, each.copy.copy, each.copy.name, each.copy.role]);
    const other = last.get(key);
    if (other === undefined || other.copy.made <= each.copy.made) last.set(key, each);
  }
  return [...last.values()];
}

/** Where the title of a brief is on the pages, copies of other briefs with the same number are out of the question. */
function byTitle(traced: readonly Traced[], pages: readonly string[]): readonly Traced[] {
  const text = plain(pages.join(' '));
  const titled = traced.filter(({ copy }) => text.includes(plain(copy.title)));
  return titled.length > 0 ? titled : traced;
}

/** The first part of the identifier in the last trailer or cross-reference stream, in lower-case hexadecimal digits. */
function identifierOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(bytes);
  const found = [...text.matchAll(/\/ID\s*\[\s*<([0-9A-Fa-f]{32})>/g)].at(-1)?.[1];
  return found?.toLowerCase() ?? null;
}
