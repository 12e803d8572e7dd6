import { expect, test } from 'vitest';
import { dayInWords, monthNames, shortDay } from '../../src/document/months.js';
import { writtenRange } from '../../src/document/numbers.js';
import { templateFiles } from '../memo/packs.js';

const LANGUAGES = [...templateFiles('shared').keys()].flatMap((path) => /^labels\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
const UNKNOWN = ['ja', 'mn', 'zh'];

/** Where it spaces with one kind of space in one release, and with another in the next. */
const tidy = (words: string) => words.replace(/[\u2009\u202F\u00A0]/g, ' ');
const utc = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(2000, month, day));
  date.setUTCFullYear(year, month, day);
  return date;
};

test.each(LANGUAGES.filter((language) => !UNKNOWN.includes(language)))(
  '%s has the days and months of Intl',
  (language) => {
    const locale = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
    const whole = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const formatter = new Intl.DateTimeFormat(locale, whole);
    const isEnglish = language === 'en';
    const digits = { day: isEnglish ? 'numeric' : '2-digit', month: isEnglish ? 'short' : '2-digit' } as const;
    const shortFormatter = new Intl.DateTimeFormat(locale, { ...digits, year: 'numeric', timeZone: 'UTC' });
    for (const year of [1, 99, 1500, 2024]) {
      for (let day = 0; day < 366; day++) {
        const date = utc(year, 0, 1 + day);
        expect(dayInWords(date, language)).toBe(tidy(formatter.format(date)));
        expect(shortDay(date, language)).toBe(tidy(shortFormatter.format(date)));
      }
    }
    const styles = [{ month: 'long', day: 'numeric' }, { month: 'long' }, { month: 'short', day: 'numeric' }] as const;
    const names = styles.flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
      const months = Array.from({ length: 12 }, (_, month) => format.formatToParts(new Date(Date.UTC(2024, month, 2))));
      return months.map((parts) => parts.find(({ type }) => type === 'month')?.value);
    });
    expect(monthNames(language)).toEqual([...new Set(names)].filter((name) => /\p{L}/u.test(name ?? '')));
  },
);

test.each([...UNKNOWN, 'en-US', 'de-AT', 'constructor'])('%s is left to Intl', (language) => {
  expect(dayInWords(utc(2024, 8, 4), language)).toBeNull();
  expect(shortDay(utc(2024, 8, 4), language)).toBeNull();
  expect(monthNames(language)).toBeNull();
});

test('a year before our era is left to Intl', () => {
  expect(dayInWords(utc(0, 2, 15), 'en')).toBeNull();
  expect(shortDay(utc(0, 2, 15), 'en')).toBeNull();
});

test.each([...LANGUAGES, 'de-AT', 'de-CH', 'en-US', 'es-MX', 'fr-CH'])('%s has the per cent of Intl', (language) => {
  const parts = new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn' }).formatToParts(0.5);
  const words = parts.map(({ type, value }) => (type === 'integer' ? '55–75' : value)).join('');
  const bare = words.replace(/[\u061c\u200e\u200f]/g, '').replace(/\s/g, '\u00a0');
  expect(writtenRange(55, 75, language)).toBe(bare);
});
