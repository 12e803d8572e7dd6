/** The last look at an edition: whether anything that it withholds stands in what was made of it. */

import { type Diagnostic, error, failure, info, type Outcome, success } from '../diagnostics/diagnostic.js';
import { surfacesOfHtml } from './html-surfaces.js';
import { NeedleIndex } from './needle-index.js';
import { isTooShort, type Needle, needlesOf, type WithheldPassage } from './needles.js';
import { latin1Of, utf8Of } from './pdf/bytes.js';
import { Seams } from './seams.js';
import { type Surface, surfacesOfDrawing, surfacesOfPdf, surfacesOfText } from './surfaces.js';

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
  readonly withheld: readonly WithheldPassage[];
  /** Texts that may be anywhere: what the edition keeps. */
  readonly allowed: readonly string[];
  /**
   * What the program makes of the same edition with nothing of the user's but its text: no template, theme or picture.
   * Whatever of a withheld text stands there was put there by the program (`Protocol`, `internal`, `Swedish`), and counts
   * for nothing where it stands in the same kind of place.
   */
  readonly constants?: readonly FinishedFile[];
}

/** More than this are the consequences of the first. */
const MOST = 20;

/**
 * Searches finished documents, by their bytes, for every text that was withheld and every piece of one: pages, bookmarks,
 * properties, metadata, alternative texts, attachments, links, names, and the names of the files. What also stands in
 * `allowed` does not count. Error: `edition-leak`, with the field that was withheld and where it was found. Info:
 * `edition-not-searched`, with the texts that are too short to be looked for.
 */
export function proveEdition({ constants, ...proof }: Proof): Outcome<void> {
  return new EditionSearch(proof).outcome(constants);
}

/** The same, for whoever makes `constants` only when something was found. Each file is searched once. */
export class EditionSearch {
  readonly #index: NeedleIndex;
  readonly #searched = new Map<FinishedFile, readonly Searched[]>();

  constructor(private readonly proof: Omit<Proof, 'constants'>) {
    const needles = proof.withheld.flatMap(needlesOf);
    const known = foundIn(proof.allowed, needles);
    this.#index = new NeedleIndex(needles.filter((each) => !known.has(each)));
  }

  outcome(constants: readonly FinishedFile[] = []): Outcome<void> {
    const { proof } = this;
    const excuses = new Excuses(
      constants.flatMap((file) => this.#search(file)),
      proof.allowed,
    );
    const leaks = new Map<string, Diagnostic>();
    for (const file of proof.files) {
      for (const { surface, found } of this.#search(file)) {
        for (const needle of found) {
          if (excuses.excuse(needle, surface)) continue;
          const leak = leakOf(needle, `${file.name}, ${surface.where}`, proof.edition);
          if (!leaks.has(leak.message)) leaks.set(leak.message, leak);
        }
      }
    }
    return leaks.size === 0 ? success(undefined, notSearched(proof)) : failure([...leaks.values()].slice(0, MOST));
  }

  #search(file: FinishedFile): readonly Searched[] {
    const searched =
      this.#searched.get(file) ??
      surfacesOf(file).map((surface) => ({ surface, found: this.#index.findIn(surface.text, surface.isRaw) }));
    this.#searched.set(file, searched);
    return searched;
  }
}

/** A surface, and what was found on it. */
interface Searched {
  readonly surface: Surface;
  readonly found: ReadonlySet<Needle>;
}

function foundIn(texts: readonly string[], needles: readonly Needle[]): ReadonlySet<Needle> {
  const index = new NeedleIndex(needles);
  return new Set(texts.flatMap((text) => [...index.findIn(text)]));
}

/** Why something that was found is not a leak. */
class Excuses {
  /** Kind of place → what the program itself says there. */
  readonly #constants = new Map<string, Set<Needle>>();
  readonly #seams: Seams;

  constructor(constants: readonly Searched[], allowed: readonly string[]) {
    for (const { surface, found } of constants) {
      const kind = kindOf(surface);
      const said = this.#constants.get(kind) ?? new Set();
      for (const needle of found) said.add(needle);
      this.#constants.set(kind, said);
    }
    const lines = constants.filter(({ surface }) => !surface.isRaw).flatMap(({ surface }) => surface.text.split('\n'));
    this.#seams = new Seams([...allowed, ...lines]);
  }

  excuse(needle: Needle, surface: Surface): boolean {
    if (this.#constants.get(kindOf(surface))?.has(needle)) return true;
    return needle.form === 'any' && needle.length > 1 && this.#seams.explain(needle.letters, surface.text);
  }
}

/** Every page is the same kind of place. */
function kindOf({ where }: Surface): string {
  return where.replace(/\d+/g, '');
}

function surfacesOf({ name, bytes }: FinishedFile): readonly Surface[] {
  return [{ where: 'in its file name', text: name }, ...contentOf(bytes)];
}

function contentOf(bytes: Uint8Array): readonly Surface[] {
  const start = latin1Of(bytes.subarray(0, 5));
  if (start === '%PDF-') return surfacesOfPdf(bytes);
  if (start === '<!DOC') return surfacesOfHtml(utf8Of(bytes));
  if (start.startsWith('<svg')) return surfacesOfDrawing(utf8Of(bytes));
  const isBitmap = start.startsWith('\x89PNG') || start.startsWith('\xff\xd8');
  if (isBitmap) return [{ where: 'in the bytes of the picture', text: utf8Of(bytes), isRaw: true }];
  return surfacesOfText(utf8Of(bytes), 'in its text');
}

function leakOf({ field, words }: Needle, where: string, edition: string): Diagnostic {
  return error(
    'edition-leak',
    `The edition "${edition}" withholds ${fieldWords(field)}, and it was found in ${where}: "${shortened(words)}".`,
    { at: field, hints: ['Nothing of this edition is left. A template, a theme or a picture of yours may have it.'] },
  );
}

/** A comment in the brief has no field, and says what it is. */
function fieldWords(field: string): string {
  return field.includes(' ') ? field : `\`${field}\``;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}

/** More of them would not be read. */
const MOST_NAMED = 6;

/** An id is a handle of its author's, and what the edition before said is not in this brief to be looked at. */
function isHandle(field: string): boolean {
  return field.endsWith('.id') || field === 'supersedes.file';
}

function notSearched({ edition, withheld, allowed }: Proof): readonly Diagnostic[] {
  const kept = new Set(allowed);
  const short = withheld.filter((each) => !isHandle(each.field) && !kept.has(each.text) && isTooShort(each));
  const texts = new Map(short.toReversed().map(({ field, text }) => [text, field]));
  if (texts.size === 0) return [];
  const named = [...texts]
    .toReversed()
    .slice(0, MOST_NAMED)
    .map(([text, field]) => `"${text}" (${fieldWords(field)})`);
  const more = texts.size > named.length ? ` and ${texts.size - named.length} more` : '';
  const message = `The documents of the edition "${edition}" were not searched for what is too short: ${named.join(', ')}${more}.`;
  return [
    info('edition-not-searched', message, {
      at: short[0]?.field ?? '',
      hints: [
        'It was withheld all the same. Look for it yourself if a template, a theme or a picture of yours may have it.',
      ],
    }),
  ];
}
