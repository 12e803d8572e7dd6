/**
 * Dates as libraries write them → the dates of CSL-JSON: ISO 8601 and EDTF levels 0 and 1 (what biblatex reads), the
 * slashes of RIS, and the words of people. What cannot be read is kept in words, so that it is printed as it stands.
 */

/** A date of CSL-JSON. */
export type LibraryDate =
  | string
  | { readonly 'date-parts': readonly (readonly number[])[]; readonly season?: number; readonly circa?: true }
  | { readonly literal: string };

/** A point in time, as far as it is known. A year before 1 is a year BCE: −44 is 44 BCE. */
interface Point {
  readonly parts: readonly number[];
  /** The last moment that it may be, where digits are unknown: 196X ends with 1969. */
  readonly end?: readonly number[];
  /** 1 spring … 4 winter. */
  readonly season?: number;
  readonly circa: boolean;
}

/** No date is longer than this, in characters. */
const LONGEST = 60;

/** The date that a text gives; null for a text without words. */
export function readDate(text: string): LibraryDate | null {
  const written = text.replace(/\s+/g, ' ').trim();
  if (written === '') return null;
  if (written.length > LONGEST) return { literal: written };
  // RIS has words in its fourth part: 2024///spring.
  const [, year, words] = /^(\d{4})\/\/\/(\p{L}+)$/u.exec(written) ?? [];
  if (words !== undefined) return single(`${words} ${year}`) ?? `${year}`;
  const [from, to, ...more] = written.split(/\s*\/\s*|(?<=^\d{4})\s*[-–]+\s*(?=\d{4}$)/);
  const isInterval = more.length === 0 && from !== undefined && to !== undefined && !/^\d{1,2}$/.test(to);
  return (isInterval ? interval(from, to) : single(written)) ?? { literal: written };
}

/** How exactly a date is known: in parts, a day being three; 0 for words. */
function exactness(date: LibraryDate): number {
  if (typeof date === 'string') return date.split('-').length;
  return 'literal' in date ? 0 : (date['date-parts'][0]?.length ?? 0) + (date.season === undefined ? 0 : 0.5);
}

/** The most exact of the dates of one source; of two that are equally so, the one that stands first. */
export function mostExact(dates: readonly (LibraryDate | null)[]): LibraryDate | null {
  const known = dates.filter((date) => date !== null);
  return known.reduce<LibraryDate | null>(
    (best, date) => (best === null || exactness(date) > exactness(best) ? date : best),
    null,
  );
}

function interval(from: string, to: string): LibraryDate | null {
  const [start, end] = [from, to].map((each) => (/^(?:\.\.)?$/.test(each) ? null : pointOf(each)));
  if (start === undefined || end === undefined) return null;
  // An open range has no form in CSL-JSON. A dash reads the same in every language.
  if (start && !end && /^(?:\.\.)?$/.test(to))
    return start.parts.length === 1 ? { literal: `${start.parts[0]}–` } : null;
  if (!start && end && /^(?:\.\.)?$/.test(from)) return end.parts.length === 1 ? { literal: `–${end.parts[0]}` } : null;
  if (!start || !end || start.season !== undefined || end.season !== undefined) return null;
  return dated({ parts: start.parts, end: end.end ?? end.parts, circa: start.circa || end.circa });
}

function single(text: string): LibraryDate | null {
  const point = pointOf(text);
  return point === null ? monthRange(text) : dated(point);
}

function dated({ parts, end, season, circa }: Point): LibraryDate | null {
  if (!isPossible(parts) || (end !== undefined && !isPossible(end))) return null;
  const [year = 0] = parts;
  if (end === undefined && season === undefined && !circa && year >= 1)
    return [String(year).padStart(4, '0'), ...parts.slice(1).map((part) => String(part).padStart(2, '0'))].join('-');
  return {
    'date-parts': end === undefined ? [parts] : [parts, end],
    ...(season !== undefined && { season }),
    ...(circa && { circa: true }),
  };
}

function isPossible([year = 0, month = 1, day = 1]: readonly number[]): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year !== 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

function pointOf(text: string): Point | null {
  return inDigits(text) ?? inWords(text);
}

const DIGITS = /^(-?[\dX]{4})(?:[-/.]([\dX]{1,2})(?:[-/.]([\dX]{1,2}))?)?(?:T[\d:.Z+-]*)?([?~%]?)(?:\/+\D*)?\/*$/i;

/** `2019`, `2019-05-03`, `2019-21` (a season), `196X`, `2019~`, `2019/05/03/`, `20190503`. */
function inDigits(text: string): Point | null {
  const spaced = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const [, year, month, day, mark] = DIGITS.exec(spaced) ?? [];
  if (year === undefined) return null;
  const circa = mark !== '';
  if (/X/i.test(year)) {
    const parts = [Number(year.replace(/X/gi, '0'))];
    return { parts, end: [Number(year.replace(/X/gi, '9'))], circa };
  }
  // The year 0000 of ISO 8601 is 1 BCE.
  const counted = Number(year) <= 0 ? Number(year) - 1 : Number(year);
  if (month === undefined || /X/i.test(month) || Number(month) === 0) return { parts: [counted], circa };
  // 21 to 24 are the seasons, 25 to 32 those of the northern and the southern half of the Earth.
  if (Number(month) >= 21 && Number(month) <= 32)
    return { parts: [counted], season: ((Number(month) - 21) % 4) + 1, circa };
  if (day === undefined || /X/i.test(day) || Number(day) === 0) return { parts: [counted, Number(month)], circa };
  return { parts: [counted, Number(month), Number(day)], circa };
}

const SEASONS: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

/** `4 May 2024`, `May 4, 2024`, `2024 May 4`, `May 2024`, `spring 2024`, `c. 1850`, `44 BCE`. */
function inWords(text: string): Point | null {
  const circa = /^(?:c\.?|ca\.?|circa)\s*(?=\S)/i.exec(text)?.[0] ?? '';
  const bce = /\s*\b(?:BCE|BC|B\.C\.(?:E\.)?)$/i.exec(text)?.[0] ?? '';
  const body = text.slice(circa.length, text.length - bce.length);
  const tokens = body.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const names = tokens.filter((token) => /\D/.test(token));
  const years = tokens.filter((token) => (bce === '' ? /^\d{4}$/ : /^\d{1,4}$/).test(token));
  const days = tokens.filter((token) => /^\d{1,2}$/.test(token) && (bce === '' || token !== years.at(-1)));
  const [name, ...otherNames] = names.filter((each) => !/^(?:st|nd|rd|th|of|de|г|р)$/.test(each));
  const year = years.at(-1);
  const isRead = year !== undefined && otherNames.length === 0 && /^[\p{L}\p{M}\d\s.,'’-]*$/u.test(body);
  if (!isRead || (bce === '' && years.length > 1) || days.length > 1) return null;
  const counted = bce === '' ? Number(year) : -Number(year);
  const certainty = { circa: circa !== '' };
  if (name === undefined) return days.length === 0 && tokens.length === 1 ? { parts: [counted], ...certainty } : null;
  const season = SEASONS[name];
  if (season !== undefined) return days.length === 0 ? { parts: [counted], season, ...certainty } : null;
  const month = monthOf(name);
  if (month === null) return null;
  return { parts: [counted, month, ...days.map(Number)], ...certainty };
}

/** `May-June 2019`, `2019 May/Jun`. */
function monthRange(text: string): LibraryDate | null {
  const [, before, from, to, after] =
    /^(?:(\d{4})\s+)?(\p{L}+)\.?\s*(?:-|–|\/)\s*(\p{L}+)\.?(?:,?\s+(\d{4}))?$/u.exec(text) ?? [];
  const year = Number(before ?? after);
  const [first, last] = [from, to].map((name) => monthOf(name?.toLowerCase() ?? ''));
  if (!Number.isInteger(year) || !first || !last) return null;
  return dated({ parts: [year, first], end: [year, last], circa: false });
}

/** Languages whose names of months are read. */
const LANGUAGES = ['en', 'sv', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'da', 'nb', 'fi', 'pl', 'cs', 'ru', 'uk'];

let months: ReadonlyMap<string, number> | null = null;

/** The number of a month by its name or the beginning of it; null for another word. */
function monthOf(word: string): number | null {
  months ??= monthNames();
  return months.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES)
    for (let month = 12; month >= 1; month -= 1)
      for (const name of namesOfMonth(language, month)) names.set(name, month);
  return names;
}

/** A name in its cases and short forms; English ones also by their first three letters, as BibTeX has them. */
function namesOfMonth(language: string, month: number): string[] {
  const date = new Date(Date.UTC(2001, month - 1, 1));
  const forms = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }] as const;
  const names = forms.flatMap((form) => {
    const parts = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).formatToParts(date);
    const name =
      parts
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '') ?? '';
    return /^\p{L}+$/u.test(name) ? [name] : [];
  });
  return language === 'en'
    ? [...names, ...names.map((name) => name.slice(0, 3)), ...(month === 9 ? ['sept'] : [])]
    : names;
}
