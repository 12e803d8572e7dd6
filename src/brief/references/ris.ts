/** RIS (Research Information Systems' tagged format) → sources in the names of CSL-JSON. */
import type { SyntaxProblem } from '../../syntax/construct.js';
import type { Range } from '../../syntax/places.js';
import { EntryBuilder, languageTag, problemAt, type ReferenceEntry, type References } from './entry.js';

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

/** Tags whose value is one text. */
const TEXTS: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  BT: 'title',
  CT: 'title',
  T3: 'collection-title',
  JO: 'container-title',
  JF: 'container-title',
  JA: 'container-title',
  J1: 'container-title',
  J2: 'container-title',
  VL: 'volume',
  IS: 'issue',
  PB: 'publisher',
  CY: 'publisher-place',
  PP: 'publisher-place',
  UR: 'URL',
  ET: 'edition',
  M3: 'genre',
  N1: 'note',
  ST: 'title-short',
}; // prettier-ignore

const NAMES: Readonly<Record<string, string>> = {
  AU: 'author',
  A1: 'author',
  A2: 'editor',
  ED: 'editor',
  A4: 'translator',
};

interface Line {
  readonly tag: string;
  readonly value: string;
  readonly range: Range;
}

export function readRis(text: string): References {
  const entries: ReferenceEntry[] = [];
  const problems: SyntaxProblem[] = [];
  const taken = new Set<string>();
  let open: Line[] = [];
  for (const line of linesOf(text, problems)) {
    if (line.tag === 'TY' && open.length > 0) problems.push(unended(open));
    if (line.tag === 'TY') open = [line];
    else if (open.length === 0) problems.push(problemAt(line.range, 'A source in RIS begins with `TY  - `.', FORM));
    else if (line.tag !== 'ER') open.push(line);
    else {
      entries.push(sourceOf(open, taken));
      open = [];
    }
  }
  if (open.length > 0) problems.push(unended(open));
  return { entries, problems };
}

const FORM = 'A line is two letters or digits, two spaces, a hyphen, a space and the value; `ER  - ` ends a source.';

function unended(lines: readonly Line[]): SyntaxProblem {
  return problemAt(lines[0]?.range ?? [0, 1], 'This source has no `ER  - ` at its end.', FORM);
}

function linesOf(text: string, problems: SyntaxProblem[]): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [whole] = match;
    const range: Range = [match.index, match.index + whole.length];
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {0,2}-(?: (.*)|\s*)$/.exec(whole) ?? [];
    const last = lines.at(-1);
    if (tag !== undefined) lines.push({ tag, value: value.trim(), range });
    // What has no tag goes on with the line before it.
    else if (last !== undefined && last.tag !== 'ER')
      lines[lines.length - 1] = { ...last, value: `${last.value} ${whole.trim()}` };
    else if (whole.trim() !== '') problems.push(problemAt(range, 'This line is not RIS.', FORM));
  }
  return lines;
}

function sourceOf(lines: readonly Line[], taken: Set<string>): ReferenceEntry {
  const [first] = lines;
  const [start, end] = [first?.range[0] ?? 0, lines.at(-1)?.range[1] ?? 0];
  const entry = new EntryBuilder();
  const type = TYPES[first?.value ?? ''] ?? 'document';
  const id = lines.find(({ tag }) => tag === 'ID');
  if (id !== undefined) entry.set('id', id.value, id.range);
  entry.set('type', type, first?.range ?? [start, end]);
  for (const line of lines) setField(entry, line, type);
  const [from, to] = ['SP', 'EP'].map((tag) => lines.find((line) => line.tag === tag));
  if (from !== undefined) entry.set('page', to === undefined ? from.value : `${from.value}-${to.value}`, from.range);
  entry.set('id', madeId(entry, taken), [start, first?.range[1] ?? end]);
  taken.add(String(entry.get('id')));
  return entry.entry([start, end]);
}

function setField(entry: EntryBuilder, { tag, value, range }: Line, type: string): void {
  const [text, name] = [TEXTS[tag], NAMES[tag]];
  if (text !== undefined) entry.set(type !== 'article-journal' && text === 'issue' ? 'number' : text, value, range);
  else if (name !== undefined && value !== '') entry.add(name, [nameOf(value)], range);
  else if (tag === 'T2') entry.set(type === 'book' ? 'collection-title' : 'container-title', value, range);
  else if (tag === 'PY' || tag === 'Y1' || tag === 'DA') setDate(entry, 'issued', value, range);
  else if (tag === 'Y2') setDate(entry, 'accessed', value, range);
  else if (tag === 'DO') entry.set('DOI', value.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''), range);
  else if (tag === 'SN') entry.set(/^article|periodical/.test(type) ? 'ISSN' : 'ISBN', value, range);
  else if (tag === 'LA') entry.set('language', languageTag(value), range);
}

/** `YYYY/MM/DD/words`, each part but the year may be empty; with hyphens too. */
function setDate(entry: EntryBuilder, name: string, value: string, range: Range): void {
  const [, year, month, day] = /^(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?/.exec(value) ?? [];
  if (year === undefined) {
    entry.set(name, value === '' ? '' : { literal: value }, range);
    return;
  }
  entry.set(
    name,
    [year, month, month && day]
      .filter(Boolean)
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
    range,
  );
}

/** `Family, Given, Suffix`; without a comma a name that has no parts. */
function nameOf(value: string): Record<string, string> {
  const [family = '', given = '', suffix = ''] = value.split(',').map((part) => part.trim());
  if (given === '') return { literal: family };
  return suffix === '' ? { family, given } : { family, given, suffix };
}

/** Most programs write no id. It is then made of the first author and the year: `batdorj2024`, and `batdorj2024b`. */
function madeId(entry: EntryBuilder, taken: ReadonlySet<string>): string {
  const [author] = (entry.get('author') as readonly Record<string, string>[] | undefined) ?? [];
  const named = author?.family ?? author?.literal ?? String(entry.get('title') ?? 'source');
  const word =
    named
      .normalize('NFD')
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('')
      .slice(0, 24) ?? 'source';
  const date = entry.get('issued');
  const stem = `${word}${typeof date === 'string' ? date.slice(0, 4) : ''}`;
  for (let letter = 0; letter < 26; letter += 1) {
    const id = letter === 0 ? stem : `${stem}${String.fromCharCode(97 + letter)}`;
    if (!taken.has(id)) return id;
  }
  return `${stem}-${taken.size + 1}`;
}
