/** Dates as ISO 8601 writes them, compared only as far as both are known. */

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2})))?)?)?$/;

/** Whether there is such a day and time. */
export function isPossible(date: string): boolean {
  const parts = FORM.exec(date);
  if (!parts) return false;
  const [, year, month, day, hour, minute, second, , offsetHour, offsetMinute] = parts;
  // No calendar has a year 0, and ISO 8601 means the year before 1 by it.
  if (Number(year) === 0) return false;
  if (month !== undefined && !within(month, 1, 12)) return false;
  if (day !== undefined && !within(day, 1, daysIn(Number(year), Number(month)))) return false;
  // A leap second, 23:59:60, has no instant that could be printed; offsets reach from -12:00 to +14:00.
  return (
    (hour === undefined || (within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 59))) &&
    (offsetHour === undefined || (within(offsetHour, 0, 14) && within(offsetMinute, 0, 59)))
  );
}

function within(text: string | undefined, least: number, most: number): boolean {
  return text === undefined || (Number(text) >= least && Number(text) <= most);
}

export function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The end of a meeting as a date of its own: a time of day alone is on the day, and by the clock, of the beginning. */
export function endOf(until: string, at: string): string {
  if (!/^\d{2}:\d{2}$/.test(until)) return until;
  const [day = at, offset = ''] = at.split(/T[\d:.]+/);
  return `${day}T${until}${offset}`;
}

/**
 * Whether `a` is certainly later than `b`. Two times are compared as instants. Otherwise the days are compared as they
 * are written, and of a month or a year only what is known: 2024-09 is not later than 2024-09-04.
 */
export function isLater(a: string, b: string): boolean {
  if (a.includes('T') && b.includes('T')) return instant(a) > instant(b);
  const length = Math.min(a.length, b.length, '2024-09-04'.length);
  return a.slice(0, length) > b.slice(0, length);
}

/** Minutes and fractions since 1970, by the calendar alone. */
function instant(date: string): number {
  const parts = FORM.exec(date) ?? [];
  const [, year, month, day, hour, minute, second, sign, offsetHour, offsetMinute] = parts;
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * (sign === '-' ? -1 : 1);
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0));
  return utc / 60_000 - offset;
}
