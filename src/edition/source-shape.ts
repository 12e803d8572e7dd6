import type { Season } from './dates.js';
import { date, flag, inline, list, number, optional, plain, record, type ValueOf, word } from './shape.js';

/** The shape of a source, as the list of sources and the footnotes print it. */

const author = (about: string) =>
  record('author', about, {
    family: optional(plain('family name')),
    given: optional(plain('given name')),
    literal: optional(plain('a name that is not taken apart, such as an organisation')),
  });
export type Author = ValueOf<ReturnType<typeof author>>;

export const source = record('source', 'a source', {
  number: number('its number, from 1'),
  id: word('its id in the brief'),
  cited: flag('something in this edition cites it'),
  type: word('a type of CSL, such as `article-newspaper`'),
  title: plain('the title'),
  authors: list('who wrote it', author('an author')),
  editors: list('who edited what it is in', author('an editor')),
  container: optional(plain('the newspaper, journal or book it is in')),
  volume: optional(plain('the volume')),
  issue: optional(plain('the issue')),
  pages: optional(plain('the pages')),
  designation: optional(plain('the number of a report, law or case')),
  genre: optional(plain('what it is, where its type says too little')),
  authority: optional(plain('the court or body it comes from')),
  publisher: optional(plain('the publisher')),
  place: optional(plain('where it was published')),
  issued: optional(date('when it came out')),
  issuedUntil: optional(date('where it came out over a time: its end')),
  issuedSeason: optional(word<Season>('the season of the year in `issued`: `spring`, `summer`, `autumn`, `winter`')),
  issuedCirca: flag('when it came out is not known for certain'),
  issuedText: optional(plain('when it came out, where the brief says so in words')),
  accessed: optional(date('when it was read')),
  url: optional(plain('its address')),
  doi: optional(plain('its digital object identifier')),
  note: optional(plain('a note on it')),
  language: optional(word('its language, a BCP 47 tag')),
  descriptor: optional(inline('what it is worth: quality, access, bias, currency')),
  checked: optional(
    record('kept copy', 'a copy was kept, and everything quoted stands in it word for word', {
      retrievedAt: optional(date('when the copy was taken')),
    }),
  ),
});
export type Source = ValueOf<typeof source>;
