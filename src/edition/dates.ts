import type { SourceDate } from '../brief/brief.js';
import type { CalendarDate } from './text.js';

/** A date of the brief, as precise as it is written. The brief's checks have found impossible ones before. */
export function calendarDate(iso: string): CalendarDate {
  return { kind: 'date', iso, precision: precisionOf(iso) };
}

function precisionOf(iso: string): CalendarDate['precision'] {
  if (iso.includes('T')) return 'minute';
  return iso.length <= 4 ? 'year' : iso.length <= 7 ? 'month' : 'day';
}

/**
 * The date of a source: an ISO string or a date object of CSL-JSON (of a range, its beginning), in digits where it can
 * be read and in words otherwise.
 */
export function sourceDate(value: SourceDate | undefined): { date: CalendarDate | null; words: string | null } {
  if (value === undefined) return { date: null, words: null };
  if (typeof value === 'string') return { date: calendarDate(value), words: null };
  const [year, month, day] = (value['date-parts']?.[0] ?? []).map(Number);
  if (year !== undefined && Number.isInteger(year) && year >= 1 && year <= 9999) {
    const two = (n: number) => String(n).padStart(2, '0');
    const rest = month === undefined ? '' : `-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
    return { date: calendarDate(`${String(year).padStart(4, '0')}${rest}`), words: null };
  }
  if (value.raw !== undefined && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value.raw)) {
    return { date: calendarDate(value.raw), words: null };
  }
  return { date: null, words: value.literal ?? value.raw ?? null };
}
