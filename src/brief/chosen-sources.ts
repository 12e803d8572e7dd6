/**
 * The sources of a brief: those that it lists itself, and those of its libraries that something cites, with what the
 * brief adds to them.
 */
import { type Diagnostic, didYouMean, error, placedBy, warning } from '../diagnostics/diagnostic.js';
import type { ParsedText } from '../syntax/parse.js';
import { type LineIndex, type Mark, rangeToShow } from '../syntax/places.js';
import type { BriefContext, BriefFile, Source } from './brief.js';
import type { ReferenceEntry } from './references/entry.js';
import { languageTag } from './references/language-tags.js';
import { type Library, readLibrary, unreadEntry } from './references/library.js';
import { checkShape } from './shape.js';
import { validateSource } from './validate.generated.js';

/** A source, and where it stands: in the brief, or in a library. */
export interface PlacedSource {
  readonly source: Source;
  readonly mark: Mark;
  readonly lines: LineIndex;
  /** Where the brief stands with what it adds to the entry of a library. */
  readonly addition?: { readonly mark: Mark; readonly lines: LineIndex };
}

/** What a brief says besides of a source that a library lists: a kept copy, a descriptor, whatever a source may have. */
interface Addition {
  readonly fields: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly field: string;
  readonly mark: Mark;
}

export interface Listed {
  readonly own: readonly PlacedSource[];
  readonly additions: readonly Addition[];
  readonly libraries: readonly Library[];
  readonly lines: LineIndex;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the field `sources` lists, its libraries read. */
export function listSources(file: BriefFile, { mark, lines }: ParsedText, context: BriefContext): Listed {
  const listed = mark.fields?.get('sources') ?? mark;
  const isList = typeof file.sources !== 'string';
  const entries = typeof file.sources === 'string' ? [file.sources] : file.sources;
  const own: PlacedSource[] = [];
  const additions: Addition[] = [];
  const libraries: Library[] = [];
  const diagnostics: Diagnostic[] = [];
  entries.forEach((entry, index) => {
    const itsMark = (isList && listed.items?.[index]) || listed;
    const field = isList ? `sources[${index}]` : 'sources';
    if (typeof entry === 'string') {
      const read = readLibrary(entry, field, context);
      const at = lines.place(rangeToShow(itsMark));
      diagnostics.push(...placedBy(() => at, read.diagnostics));
      if (read.ok) libraries.push(read.value);
      return;
    }
    const { fields, problem } = withLanguageTag(entry as Fields, field);
    const placeOf = () => lines.place(rangeToShow(itsMark.fields?.get('language') ?? itsMark));
    if (problem !== null) diagnostics.push(...placedBy(placeOf, [problem]));
    if (isAddition(fields)) additions.push({ fields: fields as Addition['fields'], field, mark: itsMark });
    else own.push({ source: fields as unknown as Source, mark: itsMark, lines });
  });
  return { own, additions, libraries, lines, diagnostics };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The language of a source becomes a BCP 47 tag, whatever a person or Zotero calls it, since a PDF with any other word
 * as a language breaks PDF/A and PDF/UA. What names no language is left out.
 */
function withLanguageTag(
  entry: Fields,
  field: string,
): { readonly fields: Fields; readonly problem: Diagnostic | null } {
  const { language, ...others } = entry;
  if (typeof language !== 'string') return { fields: entry, problem: null };
  const tag = languageTag(language);
  if (tag !== null) return { fields: { ...entry, language: tag }, problem: null };
  const message = `\`${field}.language\` is "${language}", which is not a language; it is left out.`;
  const hints = ['Write a BCP 47 language tag, such as `en` or `sv`.'];
  return { fields: others, problem: warning('shape-format', message, { at: `${field}.language`, hints }) };
}

/** The schema asks a source of the brief's own for both. */
function isAddition(entry: object): boolean {
  return !('type' in entry) && !('title' in entry);
}

export interface ChosenSources {
  /** Those that the brief itself lists, then those of libraries. */
  readonly placed: readonly PlacedSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The sources that the brief works with: all of its own, and of its libraries those that it cites or adds to. */
export function chooseSources(listed: Listed, citedIds: ReadonlySet<string>): ChosenSources {
  const { own, additions, libraries } = listed;
  const cited = new Set([...citedIds, ...additions.map(({ fields }) => fields.id)]);
  const diagnostics: Diagnostic[] = [...unmatched(listed), ...unreadEntries(libraries, cited)];
  const placed = [...own];
  const chosen = new Map<string, ReferenceEntry>();
  const ownIds = new Set(own.map(({ source }) => source.id));
  for (const { entries, lines } of libraries) {
    for (const entry of entries) {
      const id = String(entry.source.id);
      // An entry that stands in the brief as a whole takes the place of that in a library.
      if (!cited.has(id) || ownIds.has(id)) continue;
      const first = chosen.get(id);
      if (first === undefined) {
        chosen.set(id, entry);
        const found = withAddition(entry, lines, listed);
        diagnostics.push(...found.diagnostics, ...shapeProblems(found.placed, placed.length));
        placed.push(found.placed);
      } else if (JSON.stringify(first.source) !== JSON.stringify(entry.source)) diagnostics.push(doubled(entry, lines));
    }
  }
  return { placed, diagnostics };
}

/** Ids that the brief itself has an entry for. */
export function listedIds({ own, additions }: Listed): Set<string> {
  return new Set([...own.map(({ source }) => source.id), ...additions.map(({ fields }) => fields.id)]);
}

/** Ids that a library offers, for "did you mean". */
export function offeredIds({ libraries }: Listed): string[] {
  return libraries.flatMap(({ entries }) => entries.map(({ source }) => String(source.id)));
}

function withAddition(
  { source, mark, notices }: ReferenceEntry,
  lines: LineIndex,
  { additions, lines: briefLines }: Listed,
): { readonly placed: PlacedSource; readonly diagnostics: readonly Diagnostic[] } {
  const addition = additions.find(({ fields }) => fields.id === source.id);
  const diagnostics = notices.map(({ range, message, hint }) =>
    warning('syntax-references', message, { at: lines.place(range), hints: [hint] }),
  );
  const placed = { source: { ...source, ...addition?.fields } as unknown as Source, mark, lines };
  return {
    placed: addition === undefined ? placed : { ...placed, addition: { mark: addition.mark, lines: briefLines } },
    diagnostics,
  };
}

function shapeProblems({ source, mark, lines }: PlacedSource, index: number): Diagnostic[] {
  return checkShape({ value: source, mark, lines, within: ['sources', index] }, validateSource);
}

/** What the brief adds to a source that no library has, or adds twice. */
function unmatched(listed: Listed): Diagnostic[] {
  const offered = offeredIds(listed);
  const taken = new Set(listed.own.map(({ source }) => source.id));
  return listed.additions.flatMap(({ fields: { id }, field, mark }): Diagnostic[] => {
    const at = listed.lines.place(rangeToShow(mark));
    if (taken.has(id)) {
      const message = `\`${field}\` has the id "${id}", as another entry of \`sources\` does; expected one entry for it.`;
      return [{ ...error('sense-duplicate-id', message, { at, hints: ['Put the fields of both together.'] }), field }];
    }
    taken.add(id);
    if (offered.includes(id) || isUnread(id, listed.libraries)) return [];
    const message = `\`${field}\` lacks \`type\` and \`title\`, and no library of the brief has a source "${id}".`;
    const hint = didYouMean(id, offered) ?? 'Give it both, or name the file that has them, such as refs.bib.';
    return [{ ...error('shape-required', message, { at, hints: [hint] }), field }];
  });
}

function isUnread(id: string, libraries: readonly Library[]): boolean {
  return libraries.some(({ problems }) => problems.some(({ key }) => key === id));
}

/** Those that something cites are errors. Of the others one warning a library says that they are there. */
function unreadEntries(libraries: readonly Library[], cited: ReadonlySet<string>): Diagnostic[] {
  return libraries.flatMap(({ lines, problems }) => {
    const missed = problems.filter(({ key }) => key !== undefined && cited.has(key));
    const others = problems.filter((problem) => !missed.includes(problem));
    const [first] = others;
    const errors = missed.map((problem) => unreadEntry(problem, lines));
    if (first === undefined) return errors;
    const message =
      others.length === 1
        ? 'This entry cannot be read; nothing cites it.'
        : `${others.length} entries, of which this is the first, cannot be read; nothing cites them.`;
    return [...errors, warning('syntax-references', message, { at: lines.place(first.range), hints: [first.hint] })];
  });
}

function doubled({ source, mark }: ReferenceEntry, lines: LineIndex): Diagnostic {
  return error(
    'sense-duplicate-id',
    `There is another source "${String(source.id)}" before this one, and they differ.`,
    {
      at: lines.place(rangeToShow(mark.fields?.get('id') ?? mark)),
      hints: ['An id is unique in the whole brief, over all its libraries.'],
    },
  );
}
