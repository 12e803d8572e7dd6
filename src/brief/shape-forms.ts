/** The forms of text that a brief asks for (dates, ids, addresses), and what was probably meant by another. */
import { languageTag } from './references/language-tags.js';
import type { SchemaPart } from './schema-walk.js';

export interface Form {
  readonly expected: string;
  /** The value in the right form, where it can be told. */
  readonly mend?: (value: string) => string | null;
}

const FORMS: Readonly<Record<string, Form>> = {
  slug: { expected: 'lower-case letters and digits, joined by hyphens', mend: slugOf },
  date: { expected: 'a date as year-month-day', mend: dateOf },
  dateOrTime: { expected: 'a date, or a date and time with its offset from UTC (Z, +02:00)', mend: dateOf },
  timeOrDate: { expected: 'a time (11:00), a date, or a date and time with its offset from UTC', mend: timeOf },
  partialDate: { expected: 'a year, a month, a day, or a day and time (2013, 2013-05, 2013-05-17)', mend: partOf },
  cslDate: { expected: 'a year, a month or a day (2024, 2024-09 or 2024-09-03)', mend: partOf },
  languageTag: { expected: 'a BCP 47 language tag', mend: languageTag },
  sha256: { expected: '64 hexadecimal digits' },
  sourceId: { expected: "a source's id, without spaces and braces", mend: slugOf },
  citation: { expected: "a source's id, without spaces and braces" },
  sourceEntry: { expected: 'a source, or the name of a file that ends in .json, .bib or .ris', mend: pathOf },
  filePath: { expected: 'a path with / between its parts', mend: pathOf },
  email: { expected: 'an e-mail address' },
  printer: { expected: 'the address of a printer (ipp://…), or the name of one that this computer knows' },
  address: { expected: 'an address with its scheme, such as https://', mend: addressOf },
};

/** The form that a part of the schema asks for, if it is one of these. */
export function formOf(schema: SchemaPart): Form | null {
  const name = schema.$ref?.replace('#/$defs/', '') ?? schema.format ?? '';
  return FORMS[name] ?? null;
}

/** A path that is written as on Windows, as it is written everywhere. */
export function pathOf(value: string): string | null {
  return /^[^\t\r\n]*\\[^\t\r\n]*$/.test(value) ? value.replaceAll('\\', '/') : null;
}

/** Blanks encoded; a scheme where there is a host. */
function addressOf(value: string): string | null {
  const encoded = value.trim().replaceAll(' ', '%20');
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(encoded)) return encoded;
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#:]|$)/i.test(encoded) ? `https://${encoded}` : null;
}

function slugOf(value: string): string | null {
  const slug = value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' || slug.length > 100 ? null : slug;
}

/** As they begin in English, German, French, Swedish and Spanish. */
const MONTHS = [
  /^(?:jan|ene)/i,
  /^(?:feb|fév)/i,
  /^m[aä]r/i,
  /^(?:apr|avr|abr)/i,
  /^ma[yij]/i,
  /^(?:jun|juin)/i,
  /^(?:jul|juil)/i,
  /^(?:aug|aoû|ago)/i,
  /^sep/i,
  /^o[ck]t/i,
  /^nov/i,
  /^(?:d[eé][cz]|dic)/i,
];

/** `9.30`, `9:30`, `11h00` as the clock shows them in a brief; otherwise a date. */
function timeOf(value: string): string | null {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:.h](\d{2})\s*$/.exec(value) ?? [];
  return hour === '' ? dateOf(value) : `${hour.padStart(2, '0')}:${minute}`;
}

/** A month and a year, where no day need be known: `Oct 2026`, `10/2026`. */
function partOf(value: string): string | null {
  const written = value.trim().replace(/[,;.]$/, '');
  const [, name, year] = /^(\p{L}{3,10})\.?,? +(\d{4})$/u.exec(written) ?? [];
  const [, month = name === undefined ? '' : monthOf(name), of = year] = /^(\d{1,2})[./](\d{4})$/.exec(written) ?? [];
  if (of !== undefined && month !== '' && Number(month) <= 12) return `${of}-${month.padStart(2, '0')}`;
  return dateOf(value);
}

/** Dates in other marks, without leading zeros or in words; never 3/4/2024, which may be either. */
function dateOf(value: string): string | null {
  const written = value.trim().replace(/[,;.]$/, '');
  const spaced = written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const parts = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(spaced);
  if (parts) return isoDate(parts[1], parts[2], parts[3]);
  const [, one = '', mark, two = '', last] =
    /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/.exec(spaced.replace(/(?<=^\d{1,2}\. ?\d{1,2}\. ?)(?=\d\d$)/, '20')) ??
    [];
  // With full stops the day comes first everywhere; elsewhere it shows where it is more than twelve.
  if (mark === '.' || Number(one) > 12) return isoDate(last, two, one);
  if (Number(two) > 12) return isoDate(last, one, two);
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th|er)?[. ]+([\p{L}]{3,10})\.?,? +(\d{4})$/u.exec(written) ?? [];
  if (month !== undefined) return isoDate(year, monthOf(month), day);
  const [, name, dayOf, yearOf] = /^([A-Za-z]{3,10})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/.exec(written) ?? [];
  if (name !== undefined) return isoDate(yearOf, monthOf(name), dayOf);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(written) ? `${written}Z` : null;
}

/** Both days that `3/4/2024` may be. */
export function eitherDate(value: string): readonly [string, string] | null {
  const [, one = '', two = '', year] = /^\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4})\s*$/.exec(value) ?? [];
  const [day, month] = [isoDate(year, two, one), isoDate(year, one, two)];
  return year === undefined || day === null || month === null || day === month ? null : [day, month];
}

function isoDate(year = '', month = '', day = ''): string | null {
  return month === '' || Number(month) > 12 || Number(day) > 31
    ? null
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function monthOf(name: string): string {
  const month = MONTHS.findIndex((each) => each.test(name)) + 1;
  return month === 0 ? '' : String(month);
}
