import type { Source as BriefSource, Citation, SourceName } from '../brief/brief.js';
import { mapInlines } from '../document/map.js';
import type { CitationItem, Inline } from '../document/tree.js';
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

interface Cited {
  readonly text: InlineText;
  readonly sources: SourceCitation[];
}

/**
 * A text and the citations that stand behind it, with each source once among them: its places are put together, and
 * those of a source that the text cites itself go to where it does so last.
 */
export function citedOnce(citations: readonly SourceCitation[], text: InlineText): Cited {
  const inText = placesIn(text);
  const places = new Map<string, PlainText[]>();
  for (const { id, locator } of citations) {
    const found = places.get(id) ?? [];
    places.set(id, found);
    const isKnown =
      locator === null || inText.get(id)?.has(locator.text) || found.some(({ text }) => text === locator.text);
    if (!isKnown) found.push(locator);
  }
  const behind = [...places].filter(([id]) => !inText.has(id));
  return {
    text: { ...text, nodes: withPlaces(text, places) },
    sources: behind.flatMap(([id, found]) => {
      const citation = citations.find((each) => each.id === id);
      const [first] = found;
      return citation ? [{ ...citation, locator: first ? { ...first, text: joined(found) } : null }] : [];
    }),
  };
}

function joined(places: readonly PlainText[]): string {
  return places.map(({ text }) => text).join(', ');
}

/** The sources that a text cites, each with its places. */
function placesIn({ nodes }: InlineText): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  walkTree(nodes, (node) => {
    if (node.type !== 'citation') return;
    for (const { source, locator } of node.items) {
      found.set(source, (found.get(source) ?? new Set<string>()).add(locator ?? ''));
    }
  });
  return found;
}

/** Adds places to the last citation of each source. */
function withPlaces({ nodes }: InlineText, more: ReadonlyMap<string, readonly PlainText[]>): readonly Inline[] {
  const left = new Map<string, number>();
  walkTree(nodes, (node) => {
    if (node.type === 'citation') for (const { source } of node.items) left.set(source, (left.get(source) ?? 0) + 1);
  });
  const completed = (item: CitationItem): CitationItem => {
    const others = (left.get(item.source) ?? 0) - 1;
    left.set(item.source, others);
    const places = others === 0 ? (more.get(item.source) ?? []) : [];
    if (places.length === 0) return item;
    return { ...item, locator: item.locator === null ? joined(places) : `${item.locator}, ${joined(places)}` };
  };
  return mapInlines(nodes, {
    inline: (node) => (node.type === 'citation' ? [{ ...node, items: node.items.map(completed) }] : undefined),
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
