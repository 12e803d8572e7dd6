/** Dates exist and are in order: nothing after `asOf` is known, nothing before it is still to come. */
import { diagnostic, error, warning } from '../../diagnostics/diagnostic.js';
import type { SourceDate } from '../brief.js';
import type { Field } from '../schema-walk.js';
import { daysIn, isLater, isPossible } from './calendar.js';
import type { Checked, Finding } from './finding.js';
import { checkMeetingTimes } from './meeting-times.js';

export function checkDates(checked: Checked): Finding[] {
  const impossible = [...checked.fields.flatMap(checkDate), ...checkMeetingTimes(checked.brief)];
  const bad = new Set(impossible.map(({ field }) => field?.replace(/\.date-parts.*$/, '')));
  // A date that does not exist is in no order.
  const known: Known = (field, date) => (date === undefined || bad.has(field) ? null : { field, date: String(date) });
  return [...impossible, ...checkOrder(checked, known)];
}

function checkDate({ definition, path, value }: Field): Finding[] {
  if (definition === 'date' || definition === 'dateOrTime' || definition === 'partialDate')
    return checkIso(path, value);
  if (definition !== 'cslDate') return [];
  if (typeof value !== 'object') return checkIso(path, value);
  const { 'date-parts': parts = [], literal } = value as Exclude<SourceDate, string | number>;
  if (literal !== undefined && NUMBERS.test(literal)) return [unread(path, literal)];
  return parts.flatMap((part, index) => {
    const [year, month, day] = part.map(Number);
    const possible =
      (month === undefined || (month >= 1 && month <= 12) || (day === undefined && isSeason(month))) &&
      (day === undefined || (day >= 1 && day <= daysIn(year ?? 0, month ?? 0)));
    return possible ? [] : [impossible(`${path}.date-parts[${index}]`, part.join('-'))];
  });
}

/** Three numbers that look like a date; as such, a library's date is kept only where it could not be read. */
const NUMBERS = /^\D{0,3}\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D{0,3}$/;

function unread(field: string, date: string): Finding {
  return warning(
    'sense-impossible-date',
    `\`${field}\` is ${date}, which is not read as a date; it is printed as it stands.`,
    {
      at: field,
      hints: ['A date is year-month-day; a month has at most 31 days, February 28 or 29.'],
    },
  );
}

/** The months that CSL keeps for seasons. */
function isSeason(month: number): boolean {
  return (month >= 13 && month <= 16) || (month >= 21 && month <= 24);
}

function checkIso(field: string, value: unknown): Finding[] {
  return typeof value !== 'string' || isPossible(value) ? [] : [impossible(field, value)];
}

function impossible(field: string, date: string): Finding {
  return error(
    'sense-impossible-date',
    `\`${field}\` is ${date}, and there is no such date${date.includes('T') ? ' or time' : ''}.`,
    { at: field, hints: ['A date is year-month-day; a month has at most 31 days, February 28 or 29.'] },
  );
}

interface Dated {
  readonly field: string;
  readonly date: string;
}
/** A year alone may be a number in YAML. */
type Written = string | number | undefined;
type Known = (field: string, date: Written) => Dated | null;

/** What may not be later than what. */
interface Order {
  readonly earlier: Dated | null;
  readonly later: Dated | null;
  /** The one of the two that is reported. */
  readonly report: 'earlier' | 'later';
  readonly hint: string;
  readonly severity?: 'error' | 'warning';
}

const KNOWN =
  'The brief knows nothing later than `asOf`. If it was known then, move `asOf`; if not, it is not a fact yet.';
const TO_COME = 'It lies before `asOf`, and so is past when the brief is read.';
const OVERDUE = 'It is overdue when the brief is read: say where it stands in `status`, or give a new date.';
const HELD = 'It is over when the brief is read: correct the date, or say in the text what came of it.';

function checkOrder({ brief }: Checked, known: Known): Finding[] {
  const asOf = known('asOf', brief.asOf);
  const past = (field: string, date: Written): Order => ({
    earlier: known(field, date),
    later: asOf,
    report: 'earlier',
    hint: KNOWN,
  });
  const toCome = (field: string, date: Written, hint = TO_COME): Order => ({
    earlier: asOf,
    later: known(field, date),
    report: 'later',
    hint,
  });
  const orders: Order[] = [
    toCome('reviewBy', brief.reviewBy),
    toCome('issuedAt', brief.issuedAt, 'A brief is issued on the day it is as of, or later.'),
    toCome('request.deadline', brief.request?.deadline),
    ...(brief.quotes ?? []).map(({ date }, index) => past(`quotes[${index}].date`, date)),
    { ...toCome('meeting.at', brief.meeting?.at, HELD), severity: 'warning' },
    ...questionOrders(brief.openQuestions ?? [], past, toCome),
    ...(brief.nextSteps ?? []).flatMap(({ due, status }, index) => {
      const isOver = status === 'done' || status === 'dropped';
      return isOver ? [] : [overdue(toCome, `nextSteps[${index}].due`, due)];
    }),
    ...(brief.keyFacts ?? []).flatMap((fact, index) => factOrders(fact, `keyFacts[${index}]`, known, past)),
    ...(brief.timeline ?? []).flatMap((event, index) => eventOrders(event, `timeline[${index}]`, known, past)),
    ...brief.sources.flatMap((source, index) => sourceOrders(source, `sources[${index}]`, known, past)),
  ];
  return [...orders.flatMap(check), ...staleFacts(brief.keyFacts, asOf, known)];
}

type Facts = Checked['brief']['keyFacts'];
type Questions = NonNullable<Checked['brief']['openQuestions']>;
type Events = NonNullable<Checked['brief']['timeline']>;
type OrderAgainstAsOf = (field: string, date: Written, hint?: string) => Order;

function factOrders(fact: Facts[number], path: string, known: Known, past: OrderAgainstAsOf): Order[] {
  const earlier = known(`${path}.asOf`, fact.asOf);
  const later = known(`${path}.staleAfter`, fact.staleAfter);
  const hint = 'A fact grows stale after the day it is as of.';
  return [past(`${path}.asOf`, fact.asOf), { earlier, later, report: 'later', hint }];
}

function questionOrders(questions: Questions, past: OrderAgainstAsOf, toCome: OrderAgainstAsOf): Order[] {
  return questions.flatMap(({ due, answeredOn, status = 'open' }, index) => [
    // What is answered or overtaken may well have been due in the past.
    ...(status === 'open' ? [overdue(toCome, `openQuestions[${index}].due`, due)] : []),
    past(`openQuestions[${index}].answeredOn`, answeredOn),
  ]);
}

function overdue(toCome: OrderAgainstAsOf, field: string, due: Written): Order {
  return { ...toCome(field, due, OVERDUE), severity: 'warning' };
}

function eventOrders(event: Events[number], path: string, known: Known, past: OrderAgainstAsOf): Order[] {
  const earlier = known(`${path}.from`, event.from);
  const later = known(`${path}.to`, event.to);
  return [
    past(`${path}.date`, event.date),
    past(`${path}.from`, event.from),
    past(`${path}.to`, event.to),
    { earlier, later, report: 'later', hint: 'An event ends when it began, or later.' },
  ];
}

function sourceOrders(
  source: Checked['brief']['sources'][number],
  path: string,
  known: Known,
  past: OrderAgainstAsOf,
): Order[] {
  const issued = isoOf(source.issued);
  const earlier = known(`${path}.issued`, issued);
  const later = known(`${path}.accessed`, isoOf(source.accessed));
  return [
    past(`${path}.issued`, issued),
    { earlier, later, report: 'later', hint: 'A source is read when it was published, or later.' },
  ];
}

/** The first date of a source as ISO 8601, as far as it is known. */
function isoOf(date: SourceDate | undefined): string | undefined {
  if (typeof date !== 'object') return date === undefined ? undefined : String(date);
  const [year, month, day] = date['date-parts']?.[0] ?? [];
  if (year === undefined || Number(year) < 0) return undefined;
  const two = (part: number | string) => String(part).padStart(2, '0');
  return [
    String(year).padStart(4, '0'),
    ...(month === undefined || Number(month) > 12 ? [] : [two(month)]),
    ...(day === undefined ? [] : [two(day)]),
  ].join('-');
}

function check({ earlier, later, report, hint, severity = 'error' }: Order): Finding[] {
  if (!earlier || !later || !isLater(earlier.date, later.date)) return [];
  const [it, other] = report === 'earlier' ? [earlier, later] : [later, earlier];
  const relation = report === 'earlier' ? 'later than' : 'earlier than';
  return [
    diagnostic(
      severity,
      'sense-date-order',
      `\`${it.field}\` is ${it.date}, ${relation} \`${other.field}\` (${other.date}).`,
      { at: it.field, hints: [hint] },
    ),
  ];
}

function staleFacts(facts: Facts, asOf: Dated | null, known: Known): Finding[] {
  return facts.flatMap(({ staleAfter }, index) => {
    const limit = known(`keyFacts[${index}].staleAfter`, staleAfter);
    if (!limit || !asOf || !isLater(asOf.date, limit.date)) return [];
    return [
      warning(
        'sense-stale-fact',
        `\`keyFacts[${index}]\` was to be looked at again after ${limit.date}; the brief is as of ${asOf.date}.`,
        { at: limit.field, hints: ['Check that it still holds, and move `staleAfter`.'] },
      ),
    ];
  });
}
