import * as months from '../../document/months.js';
import type { CalendarDate } from '../../edition/text.js';

/**
 * Dates in words, by `Intl` and, where that says what nobody in the language writes, by our own rules. The date is
 * never moved to another time zone: it is printed as the brief has it.
 */
export function longDate(date: CalendarDate, language: string): string {
  const parts = partsOf(date);
  const words = dayInWords(parts, language);
  return parts.time === null ? words : `${words}, ${parts.time}${offsetOf(parts.offset)}`;
}

/** A day with its weekday: `Tuesday 3 September 2024`. A date that is less exact than a day is as it is. */
export function weekdayDate(date: CalendarDate, language: string): string {
  const { year, month, day } = partsOf(date);
  const words = dayInWords({ year, month, day }, language);
  if (year < 0 || month === null || day === null) return words;
  const when = utc(year, month, day);
  if (isMongolian(language)) return `${words}, ${format(language, { weekday: 'long' }, when).toLowerCase()}`;
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const whole = tidy(format(language, options, when));
  // One release of ICU has a comma after an English weekday before the day, and the next has none.
  if (isLanguage(language, 'en')) return whole.replace(/^(\p{L}+), (?=\d)/u, '$1 ');
  return isLanguage(language, 'fr') ? whole.replace(/(?<!\d)1 (?=\p{L})/u, '1er ') : whole;
}

/** `09:30`; null for a day. */
export function timeOf(date: CalendarDate): string | null {
  return partsOf(date).time;
}

/** ` (UTC+8)`; empty for a day. */
export function offsetInWords(date: CalendarDate): string {
  const { time, offset } = partsOf(date);
  return time === null ? '' : offsetOf(offset);
}

/** For a narrow column: digits, in the order of the language, the year in four. */
export function shortDate(date: CalendarDate, language: string): string {
  const { year, month, day } = partsOf(date);
  if (month === null || day === null) return dayInWords({ year, month, day }, language);
  if (isMongolian(language)) return `${year}.${two(month)}.${two(day)}`;
  const english = isLanguage(language, 'en');
  const digits = {
    day: english ? 'numeric' : '2-digit',
    month: english ? 'short' : '2-digit',
    year: 'numeric',
  } as const;
  const when = utc(year, month, day);
  return months.shortDay(when, language) ?? tidy(format(language, digits, when));
}

/** The months from January, as short as the language has them. */
export function monthNames(language: string): string[] {
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  if (isMongolian(language)) return months.map((month) => `${month} сар`);
  return months.map((month) => tidy(format(language, { month: 'short' }, utc(2000, month, 1))));
}

/** Two dates as a range: `2–3 September 2024`. The same date twice is one date. */
export function dateRange(from: CalendarDate, to: CalendarDate | null, language: string): string {
  if (to === null || to.iso === from.iso) return longDate(from, language);
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.month === null && b.month === null && a.year > 0 && !isMongolian(language)) return `${a.year}–${b.year}`;
  const mongolian = isMongolian(language) ? mongolianRange(a, b) : null;
  if (mongolian !== null) return mongolian;
  if (isWholeMonth(a) && isWholeMonth(b)) return monthRange(a, b, language);
  if (!isWholeDay(a) || !isWholeDay(b)) return `${longDate(from, language)} – ${longDate(to, language)}`;
  const formatter = formatterOf(language, { day: 'numeric', month: 'long', year: 'numeric' });
  const range = tidy(formatter.formatRange(utc(a.year, a.month, a.day), utc(b.year, b.month, b.day)));
  // Two days of one month stand close together; ICU spaces them in some languages and releases.
  return a.year === b.year && a.month === b.month ? range.replace(/ – /, '–') : range;
}

/** `May–June 2019` */
function monthRange(a: WholeMonth, b: WholeMonth, language: string): string {
  const formatter = formatterOf(language, { month: 'long', year: 'numeric' });
  const range = tidy(formatter.formatRange(utc(a.year, a.month, 1), utc(b.year, b.month, 1)));
  return a.year === b.year ? range.replace(/ – /, '–') : range;
}

interface Parts {
  /** Before our era it is negative: −44 is 44 BCE. */
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly time: string | null;
  readonly offset: string;
}

function partsOf(date: CalendarDate): Parts {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?[^Z+-]*(Z|[+-]\d{2}:\d{2})?/.exec(date.iso);
  const [, year = '0', month, day, time, offset] = match ?? [];
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
    time: time ?? null,
    offset: offset ?? '',
  };
}

function dayInWords({ year, month, day }: Pick<Parts, 'year' | 'month' | 'day'>, language: string): string {
  if (year < 0) return beforeOurEra({ year, month, day }, language);
  if (isMongolian(language)) return mongolianDate(year, month, day);
  if (month === null) return String(year);
  if (day === null) return tidy(format(language, { month: 'long', year: 'numeric' }, utc(year, month, 1)));
  const date = utc(year, month, day);
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const words = months.dayInWords(date, language) ?? tidy(format(language, whole, date));
  // French writes the first of the month as an ordinal; ICU does not know that.
  return isLanguage(language, 'fr') ? words.replace(/^1 /, '1er ') : words;
}

function beforeOurEra({ year, month, day }: Pick<Parts, 'year' | 'month' | 'day'>, language: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...(day !== null && { day: 'numeric' }),
    ...(month !== null && { month: 'long' }),
    year: 'numeric',
    era: 'short',
  };
  // The calendar of Intl has a year 0, which is 1 BCE.
  return tidy(format(language, options, utc(year + 1, month ?? 1, day ?? 1)));
}

/**
 * ICU spells Mongolian months as words (`есдүгээр сарын`), which nobody puts into a document. Offices write the month
 * as a numeral with the ordinal suffix that its vowels ask for.
 */
function mongolianDate(year: number, month: number | null, day: number | null): string {
  if (month === null) return `${year} он`;
  const suffix = [1, 4, 9, 11].includes(month) ? 'дүгээр' : 'дугаар';
  return day === null ? `${year} оны ${month} ${suffix} сар` : `${year} оны ${month} ${suffix} сарын ${day}`;
}

function mongolianRange(a: Parts, b: Parts): string | null {
  if (!isWholeDay(a) || !isWholeDay(b)) return null;
  const start = mongolianDate(a.year, a.month, a.day);
  if (a.year === b.year && a.month === b.month) return `${start}–${b.day}`;
  const end = mongolianDate(b.year, b.month, b.day);
  return `${start} – ${a.year === b.year ? end.replace(/^\d+ оны /, '') : end}`;
}

function isWholeDay(parts: Parts): parts is Parts & { readonly month: number; readonly day: number } {
  return parts.month !== null && parts.day !== null && parts.time === null;
}

type WholeMonth = Parts & { readonly month: number };

function isWholeMonth(parts: Parts): parts is WholeMonth {
  return parts.month !== null && parts.day === null && parts.year > 0;
}

/** `+08:00` → ` (UTC+8)`; a reader in another country has to know whose clock it is. */
function offsetOf(offset: string): string {
  if (offset === '') return '';
  if (offset === 'Z' || /^[+-]00:00$/.test(offset)) return ' (UTC)';
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  return ` (UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`})`;
}

function format(language: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  return formatterOf(language, options).format(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
/** A batch of briefs in many languages asks for no more. */
const MOST_FORMATTERS = 200;

/** To make a formatter takes a hundred times as long as to use it. */
function formatterOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' });
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  formatters.set(key, formatter);
  return formatter;
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  // `Date.UTC` takes the years 0–99 for 1900–1999.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** Plain `en` means American dates to ICU; a brief that means them says `en-US`. */
function locale(language: string): string {
  return `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
}

/** ICU puts thin and narrow spaces around dashes, in one release and not in the next: one kind is enough. */
function tidy(words: string): string {
  return words.replace(/[\u2009\u202F\u00A0]/g, ' ');
}

function isLanguage(language: string, primary: string): boolean {
  return language === primary || language.startsWith(`${primary}-`);
}
const isMongolian = (language: string): boolean => isLanguage(language, 'mn');
const two = (n: number): string => String(n).padStart(2, '0');
