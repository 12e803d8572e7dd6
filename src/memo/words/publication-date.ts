import { calendarDate } from '../../edition/dates.js';
import type { Source } from '../../edition/source-shape.js';
import type { CalendarDate } from '../../edition/text.js';
import { dateRange, longDate } from './dates.js';
import type { Labels, Words } from './labels.js';

type Dated = Pick<Source, 'issued' | 'issuedUntil' | 'issuedSeason' | 'issuedCirca' | 'issuedText'>;

/** When a source came out, as exactly as it is known: `3–7 May 2019`, `spring 2024`, `c. 1850`; null: no date. */
export function publicationDate(source: Dated, labels: Labels): Words | null {
  const { issued, issuedUntil, issuedSeason, issuedCirca } = source;
  if (issued === null) return null;
  const words = issuedSeason === null ? dateOf(issued, issuedUntil, labels) : seasonOf(issued, issuedSeason, labels);
  return issuedCirca ? about(words.text, labels) : words;
}

function dateOf(issued: CalendarDate, until: CalendarDate | null, { wordLanguage: lang }: Labels): Words {
  return { text: dateRange(issued, until, lang), lang };
}

function seasonOf({ iso }: CalendarDate, season: string, labels: Labels): Words {
  const { text, lang } = labels.termWords('season', season);
  return { text: text.replace('{year}', iso.replace(/^(-?\d{4}).*/, '$1')), lang };
}

function about(date: string, labels: Labels): Words {
  const { text, lang } = labels.labelWords('circa');
  return { text: text.replace('{date}', date), lang };
}

/** The year for a key such as `Batdorj 2024`; of a range both, where they differ. */
export function publicationYear(source: Dated, labels: Labels): string | null {
  const { issued, issuedUntil, issuedCirca } = source;
  if (issued === null) return source.issuedText?.text ?? null;
  const [from, to] = [issued, issuedUntil].map((date) => date && calendarDate(date.iso.replace(/^(-?\d{4}).*/, '$1')));
  // In a key the year is digits, in Mongolian too.
  const year = to && from && to.iso !== from.iso ? `${from.iso}–${to.iso}` : (from?.iso ?? '');
  const date = issued.iso.startsWith('-') && from ? longDate(from, labels.wordLanguage) : year;
  return issuedCirca ? about(date, labels).text : date;
}
