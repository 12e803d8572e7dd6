/** The reference of a field of the format: its meaning, kind, words, an example, and where it is seen. */
import { nearestWord } from '../diagnostics/spelling.js';
import { stepsOf } from '../syntax/places.js';
import { writeText } from '../syntax/write.js';
import { PRINTED, PRINTED_OF_A_SOURCE } from './schema/printed.js';
import { type FormatField, fieldsUnder, formatFields, formatPath } from './schema-fields.js';
import { resolved, type SchemaPart, schemaAt } from './schema-walk.js';
import { guessField } from './shape-guess.js';
import { flow, typesOf } from './shape-words.js';

export interface FieldReference {
  readonly path: string;
  /** One sentence or more. */
  readonly meaning: string;
  /** In people's words: “a list; each item is a group of fields”. */
  readonly kind: string;
  /** The words that may stand there; empty where any text may. */
  readonly words: readonly string[];
  /** What holds without it, or null. */
  readonly fallback: string | null;
  readonly isRequired: boolean;
  /** Whether there may be one text for each language. */
  readonly isTranslated: boolean;
  /** YAML that can be added to a brief. */
  readonly example: string;
  /** The field alone, in one line. */
  readonly short: string;
  readonly printed: string;
  /** The name of what it is, where several fields are the same: `person`, `citation`. */
  readonly form: string | null;
  readonly fields: readonly FormatField[];
}

/** The reference of the field at a path: `keyFacts`, `request.deadline`, `keyFacts[0].text`; null if it does not exist. */
export function fieldReference(path: string): FieldReference | null {
  const wanted = formatPath(stepsOf(path));
  const field = formatFields().find((each) => each.path === wanted);
  if (field === undefined) return null;
  const { schema, item, isRequired } = field;
  const value = item ?? schema;
  return {
    path: wanted,
    meaning: schema.description ?? '',
    kind: kindOf(field),
    words: (value.enum ?? []).map(String),
    fallback: schema.default === undefined ? null : [schema.default].flat().join(', '),
    isRequired,
    isTranslated: value.patternProperties !== undefined,
    example: writeText(exampleInPlace(field), 'yaml'),
    short: `${field.name}: ${flow(schema.examples?.[0])}`,
    printed: printedOf(field),
    form: value.$ref?.replace('#/$defs/', '') ?? null,
    fields: fieldsUnder(wanted),
  };
}

/** The path that was probably meant by one that the format does not have, or null. */
export function nearestPath(path: string): string | null {
  const steps = stepsOf(formatPath(stepsOf(path)));
  const [name, ...above] = steps.toReversed().map(String);
  if (name === undefined) return null;
  const parent = above.toReversed();
  const isKnown = parent.length === 0 || formatFields().some((field) => field.path === formatPath(parent));
  return (
    guessField(isKnown ? parent : [], name) ??
    nearestWord(
      path,
      formatFields().map((field) => field.path),
    )
  );
}

const KINDS: Readonly<Record<string, string>> = {
  prose: 'text, with emphasis, links and citations as in Markdown; in one language, or one for each',
  block: 'a long text in Markdown (paragraphs, lists, tables, citations); in one language, or one for each',
  label: 'a name or label, printed as it stands; one for every language, or one for each',
  plain: 'text, printed as it stands; the same in every language',
  slug: 'a short name: lower-case letters and digits, joined by hyphens',
  languageTag: 'a language, as its tag: en, sv, zh-Hant',
  date: 'a day: year-month-day',
  dateOrTime: 'a day (2024-09-04), or a day and time with its offset from UTC (2024-09-04T09:30+02:00)',
  timeOrDate: 'a time of the same day (11:00), a day, or a day and time with its offset from UTC',
  cslDate: 'a year, a month or a day (2024, 2024-09, 2024-09-03)',
  filePath: "a file in the brief's folder or below it, with / between the parts of its path",
  sha256: 'the hash of a file, which `briefpress snapshot add` writes',
  sourceId: 'the id of a source',
  citation: 'the id of a source; or `source` with the place in it (`locator`)',
  sourceEntry: 'a group of fields; or the name of a file with sources (.json, .bib, .ris)',
  attendee: 'a name, or a group of fields',
  address: 'an address that begins with https:// or another scheme',
  cell: 'a number, a name or words (one for every language, or one for each), or null',
  likelihood: 'one of these words',
  tlp: 'one of these words',
  tier: 'one of these words',
};

function kindOf({ schema, item }: FormatField): string {
  if (item === null) return kindOfValue(schema);
  const each = kindOfValue(item);
  const isGroup = each === GROUP;
  const text = typesOf(schema).includes('string') ? '; or the name of a file' : '';
  return `a list${isGroup ? ', each item a group of fields' : ` of which each item is ${each}`}${text}`;
}

const GROUP = 'a group of fields';

function kindOfValue(schema: SchemaPart): string {
  const named = KINDS[schema.$ref?.replace('#/$defs/', '') ?? ''];
  if (named !== undefined) return named;
  if (schema.enum) return 'one of these words';
  if (schema.const !== undefined) return `always ${String(schema.const)}`;
  if (schema.items) return `a list of which each item is ${kindOfValue(resolved(schema.items))}`;
  if (schema.properties) return GROUP;
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  if (schema.format === 'email') return 'an e-mail address';
  return typesOf(schema)
    .map((type) => words[type] ?? GROUP)
    .join(', or ');
}

function printedOf({ path, name, parent }: FormatField): string {
  const own = PRINTED[path];
  if (own !== undefined) return own;
  if (parent !== '' && name === 'id') return 'Not printed; other fields refer to it.';
  if (name === 'audiences') return 'Not printed; it says which editions have it.';
  if (name === 'tlp' || name === 'tier')
    return 'Before it, where `marking.portions` is true; it says which editions have it.';
  if (parent === 'sources') return PRINTED_OF_A_SOURCE.has(name) ? 'In the list of sources.' : NOT_OF_A_SOURCE;
  for (let above = parent; above !== ''; above = above.split('.').slice(0, -1).join('.')) {
    const place = PRINTED[above];
    if (place !== undefined) return `With \`${above}\`: ${lowerFirst(place)}`;
  }
  return 'With what it belongs to.';
}

const NOT_OF_A_SOURCE = 'Not printed; it is kept for reference managers, and in the brief inside the PDF.';

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

type Fields = Readonly<Record<string, unknown>>;

/** What else has to stand beside a field, and what may not. */
const BESIDE: Readonly<Record<string, { readonly with?: Fields; readonly without?: readonly string[] }>> = {
  status: { with: { issuedAt: '2024-09-05' } },
  supersedes: { with: { edition: 2 } },
  'timeline.from': { without: ['date'], with: { to: '2024-09-03' } },
  'timeline.to': { without: ['date'], with: { from: '2024-09-02' } },
  'annexes.file': { without: ['body'] },
  'figures.file': { without: ['columns', 'rows'] },
  'openQuestions.answer': { with: { status: 'answered', answeredOn: '2024-09-04', sources: ['press-0903'] } },
  'openQuestions.answeredOn': { with: { status: 'answered', answer: 'Yes.', sources: ['press-0903'] } },
  'quotes.source.locator': { with: { source: 'press-0903' } },
  'quotes.source.prefix': { with: { source: 'press-0903' } },
  'quotes.source.suffix': { with: { source: 'press-0903' } },
  'request.kind': { with: { options: [{ label: 'Issue a statement' }, { label: 'Say nothing' }] } },
};

/** An example of the field where it stands, from the brief down, with what is usual beside it. */
function exampleInPlace(field: FormatField): Fields {
  const { path, name, schema } = field;
  const isItemId = name === 'id' && field.parent !== '' && field.parent !== 'keyFacts';
  const value = isItemId ? (idExample(field) ?? schema.examples?.[0]) : schema.examples?.[0];
  return placed(field, { [name]: value, ...BESIDE[path]?.with });
}

/** The fields within what is around `field`, and that within what is around it, up to the brief. */
function placed({ path, parent }: FormatField, own: Fields): Fields {
  if (parent === '') return own;
  const around = formatFields().find((each) => each.path === parent);
  if (around === undefined) return own;
  const without = BESIDE[path]?.without ?? [];
  const example = objectExample(around.item ?? around.schema, around);
  const beside = Object.entries(example).filter(([key]) => !without.includes(key) && !Object.hasOwn(own, key));
  const inner = { ...Object.fromEntries(beside), ...own };
  return placed(around, { [around.name]: around.item ? [inner] : inner, ...BESIDE[parent]?.with });
}

/** An id that says of what it is one: `risk-1`. */
function idExample({ parent, schema }: FormatField): string | null {
  if (schema.$ref !== '#/$defs/slug') return null;
  const around = formatFields().find(({ path }) => path === parent);
  const title = (around?.item ?? around?.schema)?.title;
  return title === undefined ? null : `${title.toLowerCase().replace(/[^a-z]+/g, '-')}-1`;
}

function objectExample(whole: SchemaPart, { schema }: FormatField): Fields {
  const examples = [...(whole.examples ?? []), ...(schema.examples ?? []).flat()];
  const found = examples.find((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
  return (found ?? {}) as Fields;
}

/** The parts of a brief, for a list of all. */
export function briefParts(): readonly FormatField[] {
  return fieldsUnder('');
}

/** The description of the whole format. */
export function formatMeaning(): string {
  return schemaAt([])?.description ?? '';
}
