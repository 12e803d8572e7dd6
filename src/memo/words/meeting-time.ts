import type { Inline } from '../../document/tree.js';
import { calendarDate } from '../../edition/dates.js';
import type { CalendarDate } from '../../edition/text.js';
import { offsetInWords, timeOf, weekdayDate } from './dates.js';
import type { Labels } from './labels.js';
import { spokenNodes } from './spoken.js';

export interface MeetingTime {
  readonly at: CalendarDate;
  readonly until: CalendarDate | null;
  /** An IANA name. */
  readonly timeZone: string | null;
}

/** `Tuesday 3 September 2024, 09:30–11:00 (UTC+8), local time; 03:30–05:00 (UTC+2)` */
export function meetingNodes(meeting: MeetingTime, labels: Labels): Inline[] {
  const { wordLanguage } = labels;
  const { local, given } = meetingTimes(meeting, wordLanguage);
  if (local === null) return spokenNodes({ text: given, lang: wordLanguage }, labels);
  const { text, lang } = labels.labelWords('localTime');
  const there = spokenNodes({ text: text.replace('{time}', () => local), lang }, labels);
  return given === '' ? there : [...there, ...spokenNodes({ text: `; ${given}`, lang: wordLanguage }, labels)];
}

/**
 * When a meeting is, as the clocks of its place show it (null where no time zone says which) and as the brief gives it:
 * empty where that is the same, and without the day where the day is.
 */
export function meetingTimes(meeting: MeetingTime, language: string): { local: string | null; given: string } {
  const { at, until, timeZone } = meeting;
  const given = { at, until: until && atOffset(until, offsetOf(at)) };
  if (timeZone === null || at.precision !== 'minute') return { local: null, given: span(given, language, null) };
  const local = { at: inZone(at, timeZone), until: until && inZone(until, timeZone) };
  const isSame = offsetMinutes(local.at) === offsetMinutes(at);
  return { local: span(local, language, null), given: isSame ? '' : span(given, language, dayOf(local.at)) };
}

interface Span {
  readonly at: CalendarDate;
  readonly until: CalendarDate | null;
}

/** `Tuesday 3 September 2024, 09:30–11:00 (UTC+8)`; without the day if it is `dayBefore`, the last one in the text. */
function span({ at, until }: Span, language: string, dayBefore: string | null): string {
  const moment = (date: CalendarDate, day: string | null) => {
    const time = timeOf(date);
    const words = dayOf(date) === day ? [] : [weekdayDate(date, language)];
    return [...words, ...(time === null ? [] : [time])].join(', ');
  };
  const isSameDay = until !== null && dayOf(until) === dayOf(at);
  const end = until === null || until.iso === at.iso ? '' : moment(until, dayOf(at));
  const [from, to] = [offsetInWords(at), until === null ? '' : offsetInWords(until)];
  // Clocks that are put forward or back during the meeting show two offsets.
  const first = `${moment(at, dayBefore)}${end !== '' && to !== '' && from !== to ? from : ''}`;
  if (end === '') return `${first}${first.endsWith(from) ? '' : from}`;
  return `${first}${isSameDay ? '–' : ' – '}${end}${to === '' ? from : to}`;
}

const dayOf = ({ iso }: CalendarDate): string => iso.slice(0, '2024-09-03'.length);

/** The offset from UTC as ISO 8601 writes it; empty for a day. */
const offsetOf = ({ iso }: CalendarDate): string =>
  /(?:Z|[+-]\d{2}:\d{2})$/.exec(iso.slice('2024-09-03'.length))?.[0] ?? '';

/** In minutes, east of Greenwich. */
function offsetMinutes(date: CalendarDate): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):(\d{2})$/.exec(offsetOf(date)) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The same instant by a clock of this offset. */
function atOffset(date: CalendarDate, offset: string): CalendarDate {
  if (date.precision !== 'minute' || offset === '' || offsetOf(date) === offset) return date;
  const minutes = offsetMinutes({ ...date, iso: `2000-01-01T00:00${offset}` });
  return calendarDate(`${new Date(instantOf(date) + minutes * 60_000).toISOString().slice(0, 16)}${offset}`);
}

/** The same instant by the clocks of a time zone. */
function inZone(date: CalendarDate, timeZone: string): CalendarDate {
  if (date.precision !== 'minute') return date;
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...digits, hourCycle: 'h23', timeZone });
  const parts = formatter.formatToParts(new Date(instantOf(date)));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  const offset = Math.round((there - instantOf(date)) / 60_000);
  return atOffset(date, offsetText(offset));
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Milliseconds since 1970, of the minute. */
function instantOf(date: CalendarDate): number {
  return Date.parse(`${date.iso.slice(0, '2024-09-03T09:30'.length)}Z`) - offsetMinutes(date) * 60_000;
}
