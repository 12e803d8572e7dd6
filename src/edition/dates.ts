import type { SourceDate } from '../brief/brief.js';
import type { CalendarDate } from './text.js';

/** A date of the brief, as precise as it is written. The checks of the brief have already refused impossible ones. */
export function calendarDate(date: string | number): CalendarDate {
  const iso = String(date);
  return { kind: 'date', iso, precision: precisionOf(iso) };
}

function precisionOf(iso: string): CalendarDate['precision'] {
  if (iso.includes('T')) return 'minute';
  const parts = iso.replace(/^-/, '').split('-').length;
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
}

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** When a source was published: as a date where it can be parsed, as written otherwise. */
export interface PublicationDate {
  readonly from: CalendarDate | null;
  /** The end of a range. */
  readonly until: CalendarDate | null;
  readonly season: Season | null;
  /** Whether the date is uncertain. */
  readonly circa: boolean;
  readonly words: string | null;
}

const UNDATED: PublicationDate = { from: null, until: null, season: null, circa: false, words: null };

/** The date of a source: an ISO string or a date object of CSL-JSON. */
export function sourceDate(value: SourceDate | undefined): PublicationDate {
  if (value === undefined) return UNDATED;
  if (typeof value !== 'object') return { ...UNDATED, from: calendarDate(value) };
  const [first, last] = value['date-parts'] ?? [];
  const from = dateOfParts(first);
  if (from !== null) {
    const circa = value.circa !== undefined && !/^(?:0|false|)$/.test(String(value.circa));
    return { ...UNDATED, from, until: dateOfParts(last), season: seasonOf(value), circa };
  }
  if (value.raw !== undefined && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value.raw))
    return { ...UNDATED, from: calendarDate(value.raw) };
  return { ...UNDATED, words: value.literal ?? value.raw ?? null };
}

type DateObject = Exclude<SourceDate, string | number>;
type DateParts = NonNullable<DateObject['date-parts']>[number];

/** A year before our era has a minus: -0044 is 44 BCE, as in CSL-JSON. Months over 12 are seasons. */
function dateOfParts(parts: DateParts | undefined): CalendarDate | null {
  const [year, month, day] = (parts ?? []).map(Number);
  if (year === undefined || !Number.isInteger(year) || year === 0 || Math.abs(year) > 9999) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const rest = month === undefined || month > 12 ? '' : `-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  return calendarDate(`${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${rest}`);
}

/** By number or name, or as one of the month numbers that CSL reserves for seasons: 13 to 16 and 21 to 24. */
function seasonOf({ season, 'date-parts': dates }: DateObject): Season | null {
  const month = Number(dates?.[0]?.[1] ?? 0);
  if (month > 12) return SEASONS[(month > 20 ? month - 21 : month - 13) % 4] ?? null;
  const name = String(season ?? '').toLowerCase();
  return SEASONS[Number(name) - 1] ?? SEASONS.find((each) => each === (name === 'fall' ? 'autumn' : name)) ?? null;
}
