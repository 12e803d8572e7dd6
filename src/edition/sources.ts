import type { Source as BriefSource, Citation, SourceName } from '../brief/brief.js';
import { walkTree } from '../document/walk.js';
import { calendarDate, sourceDate } from './dates.js';
import type { Passages } from './passages.js';
import type { Author, Source } from './source-shape.js';
import type { InlineText, PlainText, SourceCitation } from './text.js';

/** An item's citation, numbered. The checks of the brief have already reported unknown sources. */
export function resolveCitation(citation: Citation, path: string, passages: Passages): SourceCitation {
  const id = typeof citation === 'string' ? citation : citation.source;
  const locator = typeof citation === 'string' ? undefined : citation.locator;
  return {
    kind: 'citation',
    id,
    number: passages.sources.cite(id) ?? 0,
    locator: passages.optional(locator, `${path}.locator`, passages.plain),
  };
}

export function resolveCitations(
  citations: readonly Citation[] | undefined,
  path: string,
  passages: Passages,
): SourceCitation[] {
  return passages.list(citations, path, (each, place) => resolveCitation(each, place, passages));
}

/**
 * The citations that stand behind a text, without those that it makes itself: a source is cited once in an item, with a
 * place in it wherever one is given.
 */
export function notYetCited(citations: readonly SourceCitation[], { nodes }: InlineText): SourceCitation[] {
  const inText = new Map<string, Set<string | null>>();
  walkTree(nodes, (node) => {
    if (node.type !== 'citation') return;
    for (const { source, locator } of node.items) {
      inText.set(source, (inText.get(source) ?? new Set<string | null>()).add(locator));
    }
  });
  const said = new Set<string>();
  return citations.filter(({ id, locator }) => {
    const place = locator?.text ?? null;
    const key = JSON.stringify([id, place]);
    const again = said.has(key) || (place === null ? inText.has(id) : (inText.get(id)?.has(place) ?? false));
    said.add(key);
    return !again;
  });
}

/** A kept copy in which the source's quotations were found, with the date or time it was taken where known. */
export interface KeptCopy {
  readonly retrievedAt: string | null;
}

/** The sources of the brief in the order of their numbers. Call it after everything that cites has been resolved. */
export function resolveSources(
  sources: readonly BriefSource[],
  passages: Passages,
  checked: ReadonlyMap<string, KeptCopy> = new Map(),
): Source[] {
  const places = new Map(sources.map((source, i) => [source.id, i]));
  return passages.sources.order(sources.map(({ id }) => id)).flatMap(({ id, number, cited }) => {
    const place = places.get(id);
    const source = place === undefined ? undefined : sources[place];
    if (source === undefined) return [];
    const kept = checked.get(id);
    const retrievedAt = kept?.retrievedAt?.slice(0, 'YYYY-MM-DD'.length);
    return [
      {
        ...resolveSource(source, `sources[${place}]`, { number, cited }, passages),
        checked: kept ? { retrievedAt: retrievedAt === undefined ? null : calendarDate(retrievedAt) } : null,
      },
    ];
  });
}

function resolveSource(
  source: BriefSource,
  path: string,
  numbering: { number: number; cited: boolean },
  passages: Passages,
): Omit<Source, 'checked'> {
  // A source is in its own language, where it says which.
  const lang = source.language ?? passages.language;
  const text = (value: string | number | undefined, key: string): PlainText | null =>
    value === undefined ? null : passages.words(String(value), `${path}.${key}`, lang);
  const issued = sourceDate(source.issued);
  const accessed = sourceDate(source.accessed).from;
  const retrieved = source.snapshot?.retrievedAt;
  return {
    ...numbering,
    id: source.id,
    type: source.type,
    title: passages.words(source.title, `${path}.title`, lang),
    authors: names(source.author, `${path}.author`, passages),
    editors: names(source.editor, `${path}.editor`, passages),
    container: text(source['container-title'], 'container-title'),
    volume: text(source.volume, 'volume'),
    issue: text(source.issue, 'issue'),
    pages: text(source.page, 'page'),
    designation: text(source.number, 'number'),
    genre: text(source.genre, 'genre'),
    authority: text(source.authority, 'authority'),
    publisher: text(source.publisher, 'publisher'),
    place: text(source['publisher-place'], 'publisher-place'),
    issued: issued.from,
    issuedUntil: issued.until,
    issuedSeason: issued.season,
    issuedCirca: issued.circa,
    issuedText: text(issued.words ?? undefined, 'issued'),
    accessed: accessed ?? (retrieved === undefined ? null : calendarDate(retrieved.slice(0, 10))),
    url: text(source.URL?.trim(), 'URL'),
    doi: text(source.DOI, 'DOI'),
    note: text(source.note, 'note'),
    language: source.language ?? null,
    descriptor: passages.optional(source.descriptor, `${path}.descriptor`, passages.inline),
  };
}

/** CSL-JSON keeps the particles of a family name apart; they are printed together. */
function names(given: string | readonly SourceName[] | undefined, path: string, passages: Passages): Author[] {
  const whole = (name: string, place: string): Author => ({
    family: null,
    given: null,
    literal: passages.words(name, place, passages.language),
  });
  if (typeof given === 'string') return [whole(given, path)];
  return passages.list(given, path, (name, place) => {
    if (typeof name === 'string') return whole(name, place);
    const text = (parts: readonly (string | undefined)[], key: string) => {
      const joined = parts.filter((part) => part !== undefined).join(' ');
      return joined === '' ? null : passages.words(joined, `${place}.${key}`, passages.language);
    };
    const particles = [name['dropping-particle'], name['non-dropping-particle']];
    return {
      family: name.family === undefined ? null : text([...particles, name.family, name.suffix], 'family'),
      given: text([name.given], 'given'),
      literal: text([name.literal], 'literal'),
    };
  });
}
