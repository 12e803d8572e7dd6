/** BibTeX and BibLaTeX → sources in the names of CSL-JSON. */
import { withInherited } from './bibtex-inherit.js';
import { namesOf } from './bibtex-names.js';
import { type BibEntry, type BibField, parseBibtex } from './bibtex-syntax.js';
import {
  addressesIn,
  doiOf,
  EntryBuilder,
  madeId,
  type ReferenceEntry,
  type References,
  setAddress,
  setLanguage,
} from './entry.js';
import { addressOf, plainOf } from './latex.js';
import { withoutMarkup } from './markup.js';
import { type LibraryDate, mostExact, readDate } from './written-dates.js';

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  bookinbook: 'chapter',
  collection: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry',
  jurisdiction: 'legal_case',
  legal: 'legislation',
  legislation: 'legislation',
  letter: 'personal_communication',
  manual: 'report',
  mastersthesis: 'thesis',
  mvbook: 'book',
  online: 'webpage',
  patent: 'patent',
  periodical: 'periodical',
  phdthesis: 'thesis',
  proceedings: 'book',
  report: 'report',
  software: 'software',
  standard: 'standard',
  techreport: 'report',
  thesis: 'thesis',
  treaty: 'treaty',
  unpublished: 'manuscript',
  video: 'motion_picture',
  www: 'webpage',
}; // prettier-ignore

/** The fields whose words are taken over. Of several for one name the first that is there counts. */
const TEXTS: readonly (readonly [field: string, name: string])[] = [
  ['publisher', 'publisher'],
  ['institution', 'publisher'],
  ['school', 'publisher'],
  ['organization', 'publisher'],
  ['location', 'publisher-place'],
  ['address', 'publisher-place'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['edition', 'edition'],
  ['series', 'collection-title'],
  ['chapter', 'chapter-number'],
  ['eventtitle', 'event-title'],
  ['shorttitle', 'title-short'],
]; // prettier-ignore

/** The keys that biblatex has for kinds of works. */
const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mathesis: "Master's thesis",
  mastersthesis: "Master's thesis",
  bathesis: "Bachelor's thesis",
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
  software: 'Software',
  datacd: 'Data CD',
  audiocd: 'Audio CD',
}; // prettier-ignore

/** What an entry is in, with its subtitle. */
const CONTAINERS = [
  ['journaltitle', 'journalsubtitle'],
  ['journal', 'journalsubtitle'],
  ['booktitle', 'booksubtitle'],
  ['maintitle', 'mainsubtitle'],
] as const;

/**
 * The sources of a BibTeX or biblatex file, without what a library keeps for its owner: notes, abstracts, keywords and
 * files are not taken over.
 */
export function readBibtex(text: string): References {
  const { entries, problems } = parseBibtex(text);
  const taken = new Set(entries.map(({ key }) => key));
  return { entries: withInherited(entries).map((entry) => sourceOf(entry, taken)), problems };
}

function sourceOf({ type, key, keyRange, range, fields }: BibEntry, taken: Set<string>): ReferenceEntry {
  const entry = new EntryBuilder();
  const use = (name: string, act: (field: BibField) => void) => {
    const field = fields.get(name);
    if (field !== undefined) act(field);
  };
  entry.set('id', key, keyRange);
  entry.set('type', typeOf(type, fields), keyRange);
  use('title', ({ range: at }) => entry.set('title', titled(fields, 'title', 'subtitle'), at));
  for (const name of ['author', 'editor', 'translator'])
    use(name, ({ value, range: at }) => entry.add(name, namesOf(value), at));
  for (const [title, subtitle] of CONTAINERS)
    use(title, ({ range: at }) => entry.set('container-title', titled(fields, title, subtitle), at));
  for (const [field, name] of TEXTS) use(field, ({ value, range: at }) => entry.set(name, plainOf(value), at));
  use('type', ({ value, range: at }) => entry.set('genre', GENRES[value.trim()] ?? plainOf(value), at));
  use('number', ({ value, range: at }) => entry.set(type === 'article' ? 'issue' : 'number', plainOf(value), at));
  use('pages', ({ value, range: at }) => entry.set('page', plainOf(value).replaceAll('–', '-'), at));
  use('doi', ({ value, range: at }) => entry.set('DOI', doiOf(addressOf(value).replace(/\s/g, '')), at));
  use('url', ({ value, range: at }) => setAddress(entry, addressesIn(addressOf(value)), at));
  use('howpublished', (field) => setMedium(entry, field));
  for (const name of ['langid', 'language'])
    use(name, ({ value, range: at }) => setLanguage(entry, plainOf(value), at));
  setDates(entry, fields);
  if (key === '') entry.set('id', madeId(entry.source, taken), keyRange);
  taken.add(String(entry.source.id));
  return entry.entry(range);
}

/** A title and its subtitle. */
function titled(fields: BibEntry['fields'], title: string, subtitle: string): string {
  return [title, subtitle]
    .map((name) => withoutMarkup(plainOf(fields.get(name)?.value ?? '')))
    .filter((words) => words !== '')
    .join(': ');
}

/** `howpublished` says in what form, or is the address that old styles have no field for. */
function setMedium(entry: EntryBuilder, { value, range }: BibField): void {
  const addresses = value.replace(/\\([&%#_])/g, '$1').match(/https?:\/\/[^\s{}]+/g) ?? [];
  if (addresses.length > 0) setAddress(entry, addresses, range);
  else entry.set('medium', plainOf(value), range);
}

function typeOf(type: string, fields: BibEntry['fields']): string {
  const subtype = fields.get('entrysubtype')?.value.toLowerCase();
  if (type === 'article' && (subtype === 'newspaper' || subtype === 'magazine')) return `article-${subtype}`;
  return TYPES[type] ?? (fields.has('url') && !fields.has('publisher') ? 'webpage' : 'document');
}

/** `date` of biblatex, or the `year`, `month` and `day` of BibTeX, whichever says more. */
function setDates(entry: EntryBuilder, fields: BibEntry['fields']): void {
  const [date, year] = ['date', 'year'].map((name) => fields.get(name));
  const inParts = dateInParts(fields);
  const issued = mostExact([date === undefined ? null : readDate(inBraces(date.value)), inParts.date]);
  const range = (date ?? year)?.range;
  if (issued !== null && range !== undefined) entry.set('issued', issued, range);
  const at = (fields.get('month') ?? fields.get('day') ?? year)?.range;
  if (inParts.unread !== null && issued === inParts.date && at !== undefined)
    entry.notice(at, `“${inParts.unread}” is not a date that can be read; only the year is printed.`, DATE);
  const read = fields.get('urldate');
  if (read !== undefined) entry.set('accessed', readDate(inBraces(read.value)) ?? '', read.range);
}

/** In a biblatex date a tilde is not a blank: it marks the date as uncertain. */
function inBraces(value: string): string {
  return value.replace(/[{}]/g, '');
}

const DATE = 'Give the whole date: date = {2024-01-10}, or month = jan and day = 10.';

interface DateInParts {
  readonly date: LibraryDate | null;
  /** What is written, where it is no date and leaves the year alone. */
  readonly unread: string | null;
}

function dateInParts(fields: BibEntry['fields']): DateInParts {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((name) =>
    plainOf(fields.get(name)?.value ?? ''),
  );
  const parts = [year, month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0'));
  const written =
    /\D/.test(month) || month === '' ? `${day} ${month} ${year}`.replace(/ +/g, ' ').trim() : parts.join('-');
  const read = readDate(written);
  if (!isInWords(read)) return { date: read, unread: null };
  const inYear = readDate(year);
  return { date: inYear, unread: isInWords(inYear) ? null : written };
}

function isInWords(date: LibraryDate | null): boolean {
  return date !== null && typeof date === 'object' && 'literal' in date;
}
