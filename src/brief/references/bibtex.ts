/** BibTeX and BibLaTeX → sources in the names of CSL-JSON. */
import type { Range } from '../../syntax/places.js';
import { type BibEntry, type BibField, parseBibtex } from './bibtex-syntax.js';
import { EntryBuilder, languageTag, type ReferenceEntry, type References } from './entry.js';
import { addressOf, plainOf, splitOutside } from './latex.js';

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
  ['journaltitle', 'container-title'],
  ['journal', 'container-title'],
  ['booktitle', 'container-title'],
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
  ['note', 'note'],
  ['edition', 'edition'],
  ['series', 'collection-title'],
  ['type', 'genre'],
  ['chapter', 'chapter-number'],
  ['eventtitle', 'event-title'],
  ['shorttitle', 'title-short'],
]; // prettier-ignore

export function readBibtex(text: string): References {
  const { entries, problems } = parseBibtex(text);
  return { entries: entries.map(sourceOf), problems };
}

function sourceOf({ type, key, keyRange, range, fields }: BibEntry): ReferenceEntry {
  const entry = new EntryBuilder();
  const use = (name: string, act: (field: BibField) => void) => {
    const field = fields.get(name);
    if (field !== undefined) act(field);
  };
  entry.set('id', key, keyRange);
  entry.set('type', typeOf(type, fields), keyRange);
  use('title', ({ value, range: at }) => {
    const subtitle = fields.get('subtitle')?.value;
    entry.set('title', [value, ...(subtitle === undefined ? [] : [subtitle])].map(plainOf).join(': '), at);
  });
  for (const name of ['author', 'editor', 'translator'])
    use(name, ({ value, range: at }) => entry.add(name, namesOf(value), at));
  for (const [field, name] of TEXTS) use(field, ({ value, range: at }) => entry.set(name, plainOf(value), at));
  use('number', ({ value, range: at }) => entry.set(type === 'article' ? 'issue' : 'number', plainOf(value), at));
  use('pages', ({ value, range: at }) => entry.set('page', plainOf(value).replaceAll('–', '-'), at));
  use('doi', ({ value, range: at }) =>
    entry.set('DOI', addressOf(value).replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''), at),
  );
  use('url', ({ value, range: at }) => entry.set('URL', addressOf(value), at));
  use('howpublished', ({ value, range: at }) => {
    const address = /https?:\/\/[^\s{}]+/.exec(value.replace(/\\([&%#_])/g, '$1'))?.[0];
    entry.set(address === undefined ? 'medium' : 'URL', address ?? plainOf(value), at);
  });
  for (const name of ['langid', 'language'])
    use(name, ({ value, range: at }) => entry.set('language', languageTag(plainOf(value)), at));
  setDates(entry, fields);
  return entry.entry(range);
}

function typeOf(type: string, fields: BibEntry['fields']): string {
  const subtype = fields.get('entrysubtype')?.value.toLowerCase();
  if (type === 'article' && (subtype === 'newspaper' || subtype === 'magazine')) return `article-${subtype}`;
  return TYPES[type] ?? (fields.has('url') && !fields.has('publisher') ? 'webpage' : 'document');
}

function setDates(entry: EntryBuilder, fields: BibEntry['fields']): void {
  const [date, year, month, day] = ['date', 'year', 'month', 'day'].map((name) => fields.get(name));
  if (date !== undefined) setDate(entry, 'issued', date.value, date.range);
  if (year !== undefined) {
    const two = (field: BibField | undefined) => /^\d{1,2}$/.exec(field?.value.trim() ?? '')?.[0].padStart(2, '0');
    const [m, d] = [monthOf(month?.value) ?? two(month), two(day)];
    setDate(entry, 'issued', [plainOf(year.value), ...(m ? [m, ...(d ? [d] : [])] : [])].join('-'), year.range);
  }
  const read = fields.get('urldate');
  if (read !== undefined) setDate(entry, 'accessed', read.value, read.range);
}

/** A date as far as it can be read; of a range, its beginning. Anything else is kept in words. */
function setDate(entry: EntryBuilder, name: string, value: string, range: Range): void {
  const iso = /^\s*\{?(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?=$|[\s/T}~?%])/.exec(value)?.[1];
  entry.set(name, iso ?? { literal: plainOf(value) }, range);
}

function monthOf(value: string | undefined): string | undefined {
  const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
  const index = names.indexOf(value?.trim().slice(0, 3).toLowerCase() ?? '');
  return index === -1 ? undefined : String(index + 1).padStart(2, '0');
}

function namesOf(value: string): Record<string, string>[] {
  return splitOutside(value.replace(/\s+/g, ' '), / and /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name.toLowerCase() === 'others' ? { literal: 'et al.' } : nameOf(name)));
}

/** `First von Last`, `von Last, First`, `von Last, Jr, First`; in braces a name that has no parts. */
function nameOf(name: string): Record<string, string> {
  if (/^\{[^{}]*\}$/.test(name)) return { literal: plainOf(name) };
  const parts = splitOutside(name, /,/).map((part) => part.trim());
  const [first = '', second, third] = parts;
  if (second === undefined) return unordered(splitOutside(first, / /));
  const { von, last } = withParticle(splitOutside(first, / /));
  return person({ von, last, given: third ?? second, suffix: third === undefined ? '' : second });
}

function unordered(words: readonly string[]): Record<string, string> {
  if (words.length === 1) return { literal: plainOf(words[0] ?? '') };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isLower(word));
  const family = particle === -1 ? words.slice(-1) : words.slice(particle);
  const given = words.slice(0, words.length - family.length).join(' ');
  return person({ ...withParticle(family), given, suffix: '' });
}

function withParticle(words: readonly string[]): { von: string; last: string } {
  const count = words.findIndex((word, i) => i === words.length - 1 || !isLower(word));
  return { von: words.slice(0, count).join(' '), last: words.slice(count).join(' ') };
}

interface NameParts {
  readonly von: string;
  readonly last: string;
  readonly given: string;
  readonly suffix: string;
}

function person({ von, last, given, suffix }: NameParts): Record<string, string> {
  const parts = { family: last, given, 'non-dropping-particle': von, suffix };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (plainOf(value) === '' ? [] : [[name, plainOf(value)]])),
  );
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(plainOf(word));
}
