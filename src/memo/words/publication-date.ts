import { calendarDate } from '../../edition/dates.js';
import type { Source } from '../../edition/source-shape.js';
import { dateRange, longDate } from './dates.js';
import type { Labels } from './labels.js';

type Dated = Pick<Source, 'issued' | 'issuedUntil' | 'issuedSeason' | 'issuedCirca' | 'issuedText'>;

/** When a source came out, as exactly as it is known: `3–7 May 2019`, `spring 2024`, `c. 1850`; null: no date. */
export function publicationDate(source: Dated, labels: Labels): string | null {
  const { issued, issuedUntil, issuedSeason, issuedCirca } = source;
  if (issued === null) return null;
  const words =
    issuedSeason === null
      ? dateRange(issued, issuedUntil, labels.wordLanguage)
      : labels.term('season', issuedSeason).replace('{year}', issued.iso.replace(/^(-?\d{4}).*/, '$1'));
  return issuedCirca ? labels.label('circa').replace('{date}', words) : words;
}

/** The year for a key such as `Batdorj 2024`; of a range both, where they differ. */
export function publicationYear(source: Dated, labels: Labels): string | null {
  const { issued, issuedUntil, issuedCirca } = source;
  if (issued === null) return source.issuedText?.text ?? null;
  const [from, to] = [issued, issuedUntil].map((date) => date && calendarDate(date.iso.replace(/^(-?\d{4}).*/, '$1')));
  // In a key the year is digits, in Mongolian too.
  const year = to && from && to.iso !== from.iso ? `${from.iso}–${to.iso}` : (from?.iso ?? '');
  const date = issued.iso.startsWith('-') && from ? longDate(from, labels.wordLanguage) : year;
  return issuedCirca ? labels.label('circa').replace('{date}', date) : date;
}
