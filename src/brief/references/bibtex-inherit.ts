/** What entries take from others: `crossref` and `xdata`, as biber passes fields on ("The biblatex Package", appendix B). */
import type { BibEntry, BibField } from './bibtex-syntax.js';

type Fields = ReadonlyMap<string, BibField>;

/** How many entries may stand behind each other; more than any library has, and an end to circles. */
const DEEPEST = 8;

/** Never passed on: they say what the parent is to be sorted or found under, or belong to it alone. */
const OWN: ReadonlySet<string> = new Set([
  'crossref',
  'xref',
  'entryset',
  'entrysubtype',
  'execute',
  'label',
  'options',
  'presort',
  'related',
  'relatedoptions',
  'relatedstring',
  'relatedtype',
  'shorthand',
  'sortkey',
  'ids',
  'pages',
  'abstract',
  'annotation',
  'keywords',
  'file',
  'note',
]); // prettier-ignore

/** A part takes the title of what it is in as the title of its container. */
const PARTS: Readonly<Record<string, string>> = {
  inbook: 'booktitle',
  incollection: 'booktitle',
  inproceedings: 'booktitle',
  conference: 'booktitle',
  inreference: 'booktitle',
  bookinbook: 'booktitle',
  suppbook: 'booktitle',
  article: 'journaltitle',
  suppperiodical: 'journaltitle',
}; // prettier-ignore

/** Every entry with what it inherits; `xdata` entries, which are not works, are left out. */
export function withInherited(entries: readonly BibEntry[]): BibEntry[] {
  const byKey = new Map<string, BibEntry>();
  for (const entry of entries) if (entry.key !== '' && !byKey.has(entry.key)) byKey.set(entry.key, entry);
  return entries
    .filter(({ type }) => type !== 'xdata' && type !== 'set')
    .map((entry) => ({ ...entry, fields: fieldsOf(entry, byKey, 0) }));
}

function fieldsOf(entry: BibEntry, byKey: ReadonlyMap<string, BibEntry>, depth: number): Fields {
  const fields = new Map(entry.fields);
  if (depth === DEEPEST) return fields;
  const names = (field: string) => (entry.fields.get(field)?.value ?? '').split(',').map((name) => name.trim());
  const add = (name: string, field: BibField) => {
    if (!fields.has(name)) fields.set(name, field);
  };
  for (const name of names('xdata')) {
    const data = byKey.get(name);
    if (data !== undefined) for (const [field, value] of fieldsOf(data, byKey, depth + 1)) add(field, value);
  }
  const parent = byKey.get(names('crossref')[0] ?? '');
  if (parent === undefined || parent === entry) return fields;
  const titled = PARTS[entry.type];
  const isDated = ['date', 'year'].some((name) => fields.has(name));
  for (const [field, value] of fieldsOf(parent, byKey, depth + 1)) {
    if (OWN.has(field) || (isDated && ['date', 'year', 'month', 'day'].includes(field))) continue;
    if (titled === undefined || !/^(?:sub)?title$/.test(field)) {
      if (field !== 'shorttitle') add(field, value);
    } else add(field === 'title' ? titled : titled.replace(/title$/, 'subtitle'), value);
  }
  return fields;
}
