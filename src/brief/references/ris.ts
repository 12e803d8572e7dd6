/** RIS (Research Information Systems' tagged format) → sources in the names of CSL-JSON. */
import type { Range } from '../../syntax/places.js';
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
import { withoutMarkup } from './markup.js';
import { type LibraryDate, mostExact, readDate } from './written-dates.js';

const TYPES: Readonly<Record<string, string>> = {
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  SER: 'book',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
}; // prettier-ignore

/** The tags of each field, those first that say it best. */
const TEXTS: readonly (readonly [name: string, tags: readonly string[]])[] = [
  ['title', ['TI', 'T1', 'CT', 'BT']],
  ['collection-title', ['T3']],
  ['container-title', ['JF', 'JO', 'JA', 'J1', 'J2']],
  ['volume', ['VL']],
  ['publisher', ['PB']],
  ['publisher-place', ['CY', 'PP']],
  ['edition', ['ET']],
  ['title-short', ['ST']],
]; // prettier-ignore

const NAMES: readonly (readonly [name: string, tags: readonly string[]])[] = [
  ['author', ['AU', 'A1']],
  ['editor', ['ED', 'A2']],
  ['translator', ['A4']],
];

interface Line {
  readonly tag: string;
  readonly value: string;
  readonly range: Range;
}

/**
 * The sources of a file in RIS. What stands before the first and between two of them is left to the database that wrote
 * it. Notes (`N1`), abstracts and keywords are not taken over: databases put their own lists of references there.
 */
export function readRis(text: string): References {
  const sources: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of linesOf(text)) {
    if (line.tag === 'TY') {
      open = [line];
      sources.push(open);
    } else if (line.tag === 'ER') open = null;
    else open?.push(line);
  }
  const taken = new Set(sources.flatMap((lines) => lines.filter(({ tag }) => tag === 'ID').map(({ value }) => value)));
  const entries = sources.map((lines) => sourceOf(lines, taken));
  return { entries, problems: entries.length === 0 ? [notRis(text)] : [] };
}

function notRis(text: string): References['problems'][number] {
  const start = Math.max(0, text.search(/\S/));
  const found = /^PMID *-/m.test(text)
    ? 'is in the format of PubMed (.nbib)'
    : /^\s*@[A-Za-z]+\s*[{(]/.test(text)
      ? 'is BibTeX'
      : 'is not RIS';
  const hint = found.includes('PubMed')
    ? 'Save it from PubMed for a citation manager, open that file in one, and export RIS or BibTeX from there.'
    : found === 'is BibTeX'
      ? 'Give it a name that ends in .bib.'
      : 'A source in RIS begins with a line `TY  - ` and ends with `ER  - `.';
  return { range: [start, start + 1], message: `The file ${found}; no source can be read from it.`, hint };
}

/** A line is two letters or digits, two spaces, a hyphen and the value; a few programs write fewer spaces. */
function linesOf(text: string): Line[] {
  const form = /^TY {2}- /m.test(text)
    ? /^([A-Z][A-Z0-9]) {2}-(?: (.*)|\s*)$/
    : /^\s*([A-Z][A-Z0-9]) {0,2}-(?: (.*)|\s*)$/;
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [whole] = match;
    const [, tag, value = ''] = form.exec(whole) ?? [];
    const last = lines.at(-1);
    if (tag !== undefined) lines.push({ tag, value: value.trim(), range: [match.index, match.index + whole.length] });
    // What has no tag goes on with the line before it.
    else if (last !== undefined && last.tag !== 'ER')
      lines[lines.length - 1] = { ...last, value: `${last.value} ${whole.trim()}`.trim() };
  }
  return lines;
}

function sourceOf(lines: readonly Line[], taken: Set<string>): ReferenceEntry {
  const [first] = lines;
  const [start, end] = [first?.range[0] ?? 0, lines.at(-1)?.range[1] ?? 0];
  const entry = new EntryBuilder();
  const type = TYPES[first?.value.toUpperCase() ?? ''] ?? 'document';
  const all = (...tags: readonly string[]) =>
    tags.flatMap((tag) => lines.filter((line) => line.tag === tag && line.value !== ''));
  const use = (tags: readonly string[], act: (line: Line) => void) => all(...tags).forEach(act);
  use(['ID'], ({ value, range }) => entry.set('id', value, range));
  entry.set('type', type, first?.range ?? [start, end]);
  for (const [name, tags] of NAMES) use(tags, ({ value, range }) => entry.add(name, [nameOf(value)], range));
  const around = type === 'book' ? 'collection-title' : 'container-title';
  use(['T2'], ({ value, range }) => entry.set(around, withoutMarkup(value), range));
  for (const [name, tags] of TEXTS) use(tags, ({ value, range }) => entry.set(name, withoutMarkup(value), range));
  // Of a paper, BT is what it is in; of a book, it is the book.
  use(['BT'], ({ value, range }) => {
    const title = withoutMarkup(value);
    if (title !== entry.source.title) entry.set('container-title', title, range);
  });
  use(['IS'], ({ value, range }) => entry.set(type === 'article-journal' ? 'issue' : 'number', value, range));
  use(['DO'], ({ value, range }) => entry.set('DOI', doiOf(value), range));
  use(['M3'], ({ value, range }) =>
    /^10\.\d{4,}\//.test(doiOf(value)) ? entry.set('DOI', doiOf(value), range) : entry.set('genre', value, range),
  );
  use(['UR', 'LK'], ({ value, range }) => setAddress(entry, addressesIn(value), range));
  use(['SN'], ({ value, range }) => entry.set(/^article|periodical/.test(type) ? 'ISSN' : 'ISBN', value, range));
  use(['LA'], ({ value, range }) => setLanguage(entry, value, range));
  setPages(entry, all('SP')[0], all('EP')[0]);
  setDates(entry, all);
  entry.set('id', madeId(entry.source, taken), [start, first?.range[1] ?? end]);
  taken.add(String(entry.source.id));
  return entry.entry([start, end]);
}

function setPages(entry: EntryBuilder, from: Line | undefined, to: Line | undefined): void {
  if (from === undefined) return;
  const isWhole = to === undefined || to.value === from.value || /[-–]/.test(from.value);
  entry.set('page', isWhole ? from.value : `${from.value}-${to.value}`, from.range);
}

/** `DA` is the standard's date and `PY` its year; `Y1` is what an older version of it had. The most exact one counts. */
function setDates(entry: EntryBuilder, all: (...tags: readonly string[]) => readonly Line[]): void {
  const [date, year, old, read] = ['DA', 'PY', 'Y1', 'Y2'].map((tag) => all(tag)[0]);
  const issued = mostExact([dayOf(date?.value, year?.value), readDate(year?.value ?? ''), readDate(old?.value ?? '')]);
  const range = (date ?? year ?? old)?.range;
  if (issued !== null && range !== undefined) entry.set('issued', issued, range);
  if (read !== undefined) entry.set('accessed', readDate(read.value) ?? '', read.range);
}

/** EndNote and the Web of Science write `MAY 4`, and the year apart. */
function dayOf(date = '', year = ''): LibraryDate | null {
  const [, inFour = ''] = /^(\d{4})/.exec(year) ?? [];
  const isPart = !/\d{4}/.test(date) && date !== '' && inFour !== '';
  return readDate(isPart ? `${date} ${inFour}` : date);
}

/** `Family, Given, Suffix`; without a comma, or in braces, a name that has no parts. */
function nameOf(value: string): Record<string, string> {
  const [, inBraces] = /^\{(.*)\}$/.exec(value) ?? [];
  if (inBraces !== undefined) return { literal: inBraces };
  const [family = '', given = '', suffix = ''] = value.split(',').map((part) => part.trim());
  if (given === '') return { literal: family };
  return suffix === '' ? { family, given } : { family, given, suffix };
}
