import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceDate } from '../../../src/brief/brief.js';
import { sourceDate } from '../../../src/edition/dates.js';
import { type LabelFile, Labels, readLabels } from '../../../src/memo/words/labels.js';
import { publicationDate, publicationYear } from '../../../src/memo/words/publication-date.js';

const LANGUAGES = ['en', 'sv', 'de', 'fr', 'mn', 'ru', 'uk'];

function labelsIn(language: string): Labels {
  const files = new Map(
    LANGUAGES.map((tag) => {
      const url = new URL(`../../../templates/shared/labels/${tag}.yaml`, import.meta.url);
      const read = readLabels(`${tag}.yaml`, readFileSync(url, 'utf8'));
      if (!read.ok) throw new Error(tag);
      return [tag, (): LabelFile => read.value.words] as const;
    }),
  );
  return new Labels([files], language);
}

function dated(value: SourceDate) {
  const { from, until, season, circa } = sourceDate(value);
  return { issued: from, issuedUntil: until, issuedSeason: season, issuedCirca: circa, issuedText: null };
}
const printed = (value: SourceDate, language = 'en') => publicationDate(dated(value), labelsIn(language))?.text ?? null;

describe('when a source came out', () => {
  const cases: [SourceDate, string][] = [
    ['2024', '2024'],
    ['2024-09-03', '3 September 2024'],
    [
      {
        'date-parts': [
          [2019, 5, 3],
          [2019, 5, 7],
        ],
      },
      '3–7 May 2019',
    ],
    [
      {
        'date-parts': [
          [2019, 5],
          [2019, 6],
        ],
      },
      'May–June 2019',
    ],
    [{ 'date-parts': [[1960], [1969]] }, '1960–1969'],
    [{ 'date-parts': [[2024]], season: 1 }, 'spring 2024'],
    [{ 'date-parts': [[2024]], season: 'Fall' }, 'autumn 2024'],
    [{ 'date-parts': [[2024, 23]] }, 'autumn 2024'],
    [{ 'date-parts': [[1850]], circa: true }, 'c. 1850'],
    [{ 'date-parts': [[2019, 5]], circa: 1 }, 'c. May 2019'],
    [{ 'date-parts': [[-44, 3]] }, 'March 44 BC'],
    [{ 'date-parts': [[-44]], circa: true }, 'c. 44 BC'],
  ]; // prettier-ignore
  test.each(cases)('%j', (value, words) => {
    expect(printed(value)).toBe(words);
  });

  test.each([
    ['sv', 'våren 2024', 'ca 1850'],
    ['de', 'Frühjahr 2024', 'ca. 1850'],
    ['fr', 'printemps 2024', 'vers 1850'],
    ['mn', '2024 оны хавар', '1850 он орчим'],
    ['ru', 'весна 2024 г.', 'ок. 1850'],
    ['uk', 'весна 2024 р.', 'бл. 1850'],
  ])('is said in %s', (language, season, circa) => {
    expect(printed({ 'date-parts': [[2024]], season: 1 }, language)).toBe(season);
    expect(printed({ 'date-parts': [[1850]], circa: true }, language)).toBe(circa);
  });

  test('has a year for keys', () => {
    const year = (value: SourceDate) => publicationYear(dated(value), labelsIn('en'));
    expect(year('2024-09-03')).toBe('2024');
    expect(
      year({
        'date-parts': [
          [2019, 5],
          [2019, 6],
        ],
      }),
    ).toBe('2019'); // prettier-ignore
    expect(year({ 'date-parts': [[1960], [1969]] })).toBe('1960–1969');
    expect(year({ 'date-parts': [[1850]], circa: true })).toBe('c. 1850');
    expect(year({ 'date-parts': [[-44, 3]] })).toBe('44 BC');
  });
});
