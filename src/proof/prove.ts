/** The last look at an edition: whether anything that it withholds stands in what was made of it. */

import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { type Needle, NeedleIndex, needlesOf, trimmed } from './needles.js';
import { type Surface, surfacesOfPdf, surfacesOfText } from './surfaces.js';

/** A finished document. */
export interface FinishedFile {
  /** Its name on the disk. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Proof {
  /** What messages call the edition. */
  readonly edition: string;
  readonly files: readonly FinishedFile[];
  /** Texts that may be in none of them, and the fields that they stand in. */
  readonly withheld: readonly { readonly field: string; readonly text: string }[];
  /** Texts that may be there: what the edition keeps, the words of templates and labels. */
  readonly allowed: readonly string[];
}

/** More than this are the consequences of the first. */
const MOST = 20;

/**
 * Searches finished documents, by their bytes, for every text that was withheld and every piece of one: pages, bookmarks,
 * properties, metadata, alternative texts, attachments, links, names, and the names of the files. What also stands in
 * `allowed` does not count. Error: `edition-leak`, with the field that was withheld and where it was found.
 */
export function proveEdition({ edition, files, withheld, allowed }: Proof): Outcome<void> {
  const needles = withheld.flatMap(needlesOf);
  const known = foundIn(allowed, needles);
  const index = new NeedleIndex(needles.filter((each) => !known.has(each)));
  const leaks = new Map<string, Diagnostic>();
  for (const file of files) {
    for (const { where, text, isRaw } of surfacesOf(file)) {
      for (const needle of index.findIn(text, isRaw)) {
        const leak = leakOf(needle, `${file.name}, ${where}`, edition);
        if (!leaks.has(leak.message)) leaks.set(leak.message, leak);
      }
    }
  }
  return leaks.size === 0 ? success(undefined) : failure([...leaks.values()].slice(0, MOST));
}

/**
 * The needles that stand in texts that may be there. So does a piece that lacks one word of it, at either end: where two
 * such texts meet on a page, their words make a piece by chance; a text that leaks has more pieces than that.
 */
function foundIn(texts: readonly string[], needles: readonly Needle[]): ReadonlySet<Needle> {
  const wholes = new Map<Needle, Needle>(needles.map((each) => [each, each]));
  for (const each of needles) for (const part of trimmed(each)) wholes.set(part, each);
  const index = new NeedleIndex(wholes.keys());
  const found = texts.flatMap((text) => [...index.findIn(text)]);
  return new Set(found.flatMap((each) => wholes.get(each) ?? []));
}

function surfacesOf({ name, bytes }: FinishedFile): readonly Surface[] {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  const content = isPdf ? surfacesOfPdf(bytes) : surfacesOfText(Buffer.from(bytes).toString('utf8'), 'in its text');
  return [{ where: 'in its file name', text: name }, ...content];
}

function leakOf({ field, words }: Needle, where: string, edition: string): Diagnostic {
  const isField = !field.includes(' ');
  const shown = words.length > 60 ? `${words.slice(0, 60)} …` : words;
  return error(
    'edition-leak',
    `The edition "${edition}" withholds ${isField ? `\`${field}\`` : field}, and it was found in ${where}: "${shown}".`,
    { at: field, hints: ['Nothing of this edition is left. A template, a theme or a label may have printed it.'] },
  );
}
