/** Makes sense of a brief that has nothing but the right shape, and marks every text of it, so that it can be looked for. */
import { fieldsOf } from '../../src/brief/schema-walk.js';

/** A text of the brief: the field that holds it, and a word that stands nowhere else. */
export interface Marked {
  readonly field: string;
  readonly mark: string;
}

export interface SensibleBrief {
  readonly brief: Readonly<Record<string, unknown>>;
  readonly texts: readonly Marked[];
}

type Steps = readonly (string | number)[];
type Value = Record<string, unknown>;

const TEXTS: readonly string[] = ['prose', 'block', 'label', 'plain'];
/** Letters that the fonts have; a brief in other scripts needs fonts of the user's. */
const PRINTABLE = /^[\t\n -~¡-ſΑ-ΡΣ-ώА-яёЁІіЇїҐґӨөҮү‐-‧א-תء-غف-ي]$/u;
const PAST = '2024-05-01';
const LATER = '2024-10-01';

/** The brief in `language`; every id is its own, every reference leads to something, every date is in order. */
export function sensible(shapely: Readonly<Record<string, unknown>>, language: string): SensibleBrief {
  const brief = printable(shapely) as Value;
  Object.assign(brief, { languages: [language], id: 'any', asOf: '2024-09-04', status: 'draft' });
  // Figures are drawn, and their data has rules of its own: tests/memo/charts.test.ts.
  for (const name of ['editions', 'distribution', 'layout', 'supersedes', 'issuedAt', 'figures']) delete brief[name];
  nameItems(brief);
  for (const { steps, definition, value } of fieldsOf(brief)) mendField(brief, steps, definition, value);
  mendItems(brief);
  return { brief, texts: markTexts(brief, language) };
}

/** A copy in which an x stands for every letter that no font at hand has. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return [...value].map((letter) => (PRINTABLE.test(letter) ? letter : 'x')).join('');
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printable(inner)]));
}

/** `[list][index]` gets the id `list-index`. */
function nameItems(brief: Value): void {
  for (const [name, items] of Object.entries(brief)) {
    if (!Array.isArray(items)) continue;
    items.forEach((item, index) => {
      if (typeof item === 'object' && item !== null && 'id' in item) item.id = `${name.toLowerCase()}-${index}`;
    });
  }
}

function mendField(brief: Value, steps: Steps, definition: string, value: unknown): void {
  if (definition === 'citation') {
    const source = 'sources-0';
    set(brief, steps, typeof value === 'string' ? source : { ...(value as object), source });
  }
  if (definition === 'languageTag') set(brief, steps, steps[0] === 'languages' ? value : 'sv');
  if (definition === 'likelihood') set(brief, steps, 'unlikely');
  if (['date', 'dateOrTime', 'partialDate'].includes(definition)) set(brief, steps, PAST);
  if (definition === 'cslDate') set(brief, steps, PAST);
}

function mendItems(brief: Value): void {
  const lists = (name: string) => (brief[name] ?? []) as Value[];
  brief.asOf = '2024-09-04';
  if ('reviewBy' in brief) brief.reviewBy = LATER;
  // Nothing in it may be marked above the document.
  brief.marking = { ...(brief.marking as Value | undefined), tlp: 'RED', gscp: { tier: 'TOP SECRET' } };
  if ('request' in brief) {
    const { options = [] } = Object.assign(brief.request as Value, { deadline: LATER }) as { options?: Value[] };
    for (const option of options.slice(1)) delete option.recommended;
  }
  const meeting = brief.meeting as Value | undefined;
  if (meeting !== undefined) {
    meeting.at = '2024-05-01T09:30+02:00';
    if ('until' in meeting) meeting.until = '11:00';
    if ('timeZone' in meeting) meeting.timeZone = 'Asia/Ulaanbaatar';
  }
  for (const question of lists('openQuestions')) {
    if ('due' in question) question.due = LATER;
    if ('answer' in question && question.status !== 'answered') question.status = 'overtaken';
  }
  for (const fact of lists('keyFacts')) fact.sources ??= ['sources-0'];
  for (const judgement of lists('judgements')) delete judgement.basis;
  for (const quote of lists('quotes')) {
    delete quote.stakeholder;
    quote.attribution = 'on-record';
  }
  for (const source of lists('sources')) delete source.snapshot;
  for (const annex of lists('annexes'))
    if ('file' in annex) Object.assign(annex, { body: 'Its text.', file: undefined });
}

/** Texts of any kind stay what they are, with a word of their own behind them. */
function markTexts(brief: Value, language: string): Marked[] {
  const texts: Marked[] = [];
  for (const { steps, path, definition, value } of fieldsOf(brief)) {
    if (!TEXTS.includes(definition) || value === undefined) continue;
    const text = typeof value === 'string' ? value : String(Object.values(value as Value)[0]);
    const mark = `q${texts.length}q`;
    const marked = `${text.replace('[@nobody]', '[@sources-0]')} ${mark}`;
    set(brief, steps, typeof value === 'string' ? marked : { [language]: marked });
    texts.push({ field: path.replace(/\[\d+\]/g, '[]'), mark });
  }
  return texts;
}

function set(brief: Value, steps: Steps, value: unknown): void {
  let at = brief as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[steps.at(-1) ?? ''] = value;
}
