/**
 * CSL-JSON as it is met with → CSL-JSON as the schema has it: what Zotero and Pandoc export, what the API of Crossref
 * and DOI.org (DataCite, Crossref) answer, with one item or many.
 */
import { type Mark, markAt, type Step } from '../../syntax/places.js';
import { isMap } from '../../syntax/values.js';
import { cslNames, cslTexts } from '../schema/csl.js';
import { addressesIn, doiOf, madeId, type Notice, type ReferenceEntry } from './entry.js';
import { languageTag } from './language-tags.js';
import { withoutMarkup } from './markup.js';
import { type LibraryDate, mostExact, readDate } from './written-dates.js';

type Fields = Readonly<Record<string, unknown>>;

/** Where lists of items stand: alone, in a style's `references`, in an answer of Zotero or Crossref. */
const LISTS: readonly (readonly Step[])[] = [[], ['items'], ['references'], ['message', 'items']];

/** The types of Crossref and DataCite that CSL has other names for. */
const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  journal: 'periodical',
  'journal-issue': 'periodical',
  'journal-volume': 'periodical',
  'proceedings-article': 'paper-conference',
  proceedings: 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'entry',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-series': 'book',
  'book-set': 'book',
  dissertation: 'thesis',
  'posted-content': 'article',
  preprint: 'article',
  'peer-review': 'review',
  'report-component': 'report',
  'report-series': 'report',
  database: 'dataset',
  component: 'document',
  grant: 'document',
  other: 'document',
  misc: 'document',
}; // prettier-ignore

/** Names of fields that Crossref has, and CSL-JSON has not. */
const RENAMED: Readonly<Record<string, string>> = {
  'short-container-title': 'container-title-short',
  'publisher-location': 'publisher-place',
  'article-number': 'number',
  shortTitle: 'title-short',
  journalAbbreviation: 'container-title-short',
  event: 'event-title',
};

const DATES = new Set(['issued', 'accessed', 'available-date', 'event-date', 'original-date', 'submitted']);

/** What a library keeps for its owner: it is not printed unless the brief says so. */
const PRIVATE = new Set(['note', 'annote', 'abstract', 'keyword']);

/** The items of a file, read; null where it holds none. */
export function readCslJson(value: unknown, mark: Mark): ReferenceEntry[] | null {
  const found = itemsOf(value, mark);
  if (found === null) return null;
  const taken = new Set(found.map(({ item }) => String(item.id ?? '')));
  return found.map(({ item, mark: at }) => {
    const entry = sourceOf(item, at);
    const id = entry.source.id ?? madeId(entry.source, taken);
    taken.add(String(id));
    return { ...entry, source: { ...entry.source, id } };
  });
}

function itemsOf(value: unknown, mark: Mark): { item: Fields; mark: Mark }[] | null {
  for (const steps of LISTS) {
    const list = steps.reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), value);
    const items = steps.length === 0 && !Array.isArray(value) ? undefined : list;
    if (!Array.isArray(items)) continue;
    const around = markAt(mark, steps).mark;
    const found = items.flatMap((item: unknown, index) =>
      isMap(item) ? [{ item, mark: around.items?.[index] ?? around }] : [],
    );
    return found.length > 0 || items.length === 0 ? found : null;
  }
  if (!isMap(value)) return null;
  const { message } = value;
  if (isMap(message)) return itemsOf(message, mark.fields?.get('message') ?? mark);
  return 'title' in value || 'type' in value ? [{ item: value, mark }] : null;
}

function sourceOf(item: Fields, mark: Mark): ReferenceEntry {
  const notices: Notice[] = [];
  const read: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(item)) {
    const name = RENAMED[written] ?? written;
    if (PRIVATE.has(name) || (name !== written && name in item)) continue;
    const range = (mark.fields?.get(written) ?? mark).value;
    const kept = fieldValue(name, value, (message, hint) => notices.push({ range, message, hint }));
    if (kept !== undefined) read[name] = kept;
  }
  const subtitle = textOf(item.subtitle);
  const { title } = read;
  if (typeof title === 'string' && typeof subtitle === 'string' && !title.includes(subtitle))
    read.title = `${title}: ${subtitle}`;
  // Crossref has dates of print and of the web, of which one may be missing.
  const published = ['published', 'published-print', 'published-online'].map((name) => dateOf(item[name]));
  const issued = mostExact([dateOf(item.issued), ...published]);
  if (issued !== null) read.issued = issued;
  return { source: read, mark, notices };
}

function fieldValue(name: string, value: unknown, notice: (message: string, hint: string) => void): unknown {
  if (DATES.has(name)) return dateOf(value) ?? undefined;
  if (name in cslNames) return namesOf(value);
  switch (name) {
    case 'id':
      return typeof value === 'number' ? String(value) : value === '' ? undefined : value;
    case 'type':
      return typeof value === 'string' ? (TYPES[value] ?? value) : value;
    case 'DOI':
      return typeof value === 'string' ? doiOf(value) : textOf(value);
    case 'URL':
      return addressOf(textOf(value), notice);
    case 'language':
      return languageOf(textOf(value), notice);
    default:
      return name === 'title' || name in cslTexts ? textOf(value) : plainValue(value);
  }
}

/** Crossref has titles in lists. Of several names of a journal the first is its full one; numbers are all of them. */
function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? textOf(value[0]) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value ?? undefined;
  const text = withoutMarkup(value);
  return text === '' ? undefined : text;
}

function plainValue(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}

function addressOf(value: unknown, notice: (message: string, hint: string) => void): unknown {
  if (typeof value !== 'string') return value;
  const [address, ...others] = addressesIn(value, '%20');
  if (others.length > 0)
    notice(
      `The source has more than one address; ${others.join(', ')} is not printed.`,
      'Keep the one that is wanted.',
    );
  return address;
}

function languageOf(value: unknown, notice: (message: string, hint: string) => void): unknown {
  if (typeof value !== 'string') return value;
  const tag = languageTag(value);
  if (tag === null)
    notice(`The language “${value}” is not known; the source has none.`, 'Give a tag such as en or sv.');
  return tag ?? undefined;
}

function dateOf(value: unknown): LibraryDate | null {
  if (typeof value === 'string') return readDate(value);
  if (!isMap(value)) return null;
  const written = Array.isArray(value['date-parts']) ? (value['date-parts'] as readonly unknown[]) : [];
  const parts = written.map(partsOf).filter((part) => part.length > 0);
  const season = seasonOf(value.season, parts);
  const circa = Boolean(value.circa) && value.circa !== '0';
  const [first, last] = parts;
  if (first !== undefined) {
    const whole = { 'date-parts': last === undefined ? [first] : [first, last] };
    return { ...whole, ...(season && { season }), ...(circa && { circa: true as const }) };
  }
  const words = [value.raw, value.literal, value['date-time']].find((each) => typeof each === 'string' && each !== '');
  return typeof words === 'string' ? readDate(words) : null;
}

/** Year, month and day as numbers, up to the first that is missing. */
function partsOf(part: unknown): number[] {
  const numbers = (Array.isArray(part) ? part : [part]).map((each) =>
    each === null || each === '' ? 0 : Number(each),
  );
  const end = numbers.findIndex((each) => !Number.isInteger(each) || each === 0);
  return numbers.slice(0, end === -1 ? 3 : Math.min(end, 3));
}

/** By number, in words, or as one of the months that CSL keeps for seasons: 13 to 16 and 21 to 24. */
function seasonOf(written: unknown, parts: number[][]): number | undefined {
  const [first] = parts;
  const month = first?.[1] ?? 0;
  if (first !== undefined && (month > 12 || month < 0)) {
    first.length = 1;
    return month > 20 ? ((month - 21) % 4) + 1 : month > 12 && month < 17 ? month - 12 : undefined;
  }
  const number = Number(written);
  if (number >= 1 && number <= 4) return number;
  const read = typeof written === 'string' ? readDate(`${written} 2000`) : null;
  return typeof read === 'object' && read !== null && 'season' in read ? read.season : undefined;
}

const NAME_PARTS = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'] as const;

/** Names without what Crossref knows besides of a person (`affiliation`, `sequence`, `ORCID`). */
function namesOf(value: unknown): unknown {
  const list = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const names = list.flatMap((each): Record<string, string>[] => {
    const name = typeof each === 'string' ? { literal: each } : each;
    if (!isMap(name)) return [];
    const { name: whole } = name;
    const parts = NAME_PARTS.flatMap((part) => {
      const text = textOf(name[part]);
      return typeof text === 'string' ? [[part, text] as const] : [];
    });
    const known = Object.fromEntries(parts) as Record<string, string>;
    if (known.family === undefined && known.given === undefined && known.literal === undefined)
      return typeof whole === 'string' && whole !== '' ? [{ literal: withoutMarkup(whole) }] : [];
    return [known];
  });
  return names.length === 0 ? undefined : names;
}
