import { describe, expect, test } from 'vitest';
import { daysIn, isLater, isPossible } from '../../../src/brief/sense/calendar.js';
import { diagnosticsOf, gist } from '../reading.js';

describe('whether there is such a date', () => {
  test.each([
    ['2024-01-31', true],
    ['2024-01-32', false],
    ['2024-01-00', false],
    ['2024-01-01', true],
    ['2024-12-31', true],
    ['2024-12', true],
    ['2024-00', false],
    ['2024-11-31', false],
    ['24-09-04', false],
    ['2024-9-4', false],
    ['x2024-09-04', false],
    ['2024-09-04x', false],
    ['2024-09-04T00:00Z', true],
    ['2024-09-04T00:59Z', true],
    ['2024-09-04T00:60Z', false],
    ['2024-09-04T23:00:60.5Z', false],
    ['2024-09-04T23:59:59Z', true],
    ['0000-01-01', false],
    ['2024-09-04T23:00:61Z', false],
    ['2024-09-04T12:00-12:59', true],
    ['2024-09-04T12:00+05:60', false],
    ['2024-09-31T12:00Z', false],
    ['2024-13-01T12:00Z', false],
    ['2024-09-04T12:00', false],
  ])('%s: %s', (date, possible) => {
    expect(isPossible(date)).toBe(possible);
  });

  test('the days of each month', () => {
    const days = (year: number) => Array.from({ length: 12 }, (_, month) => daysIn(year, month + 1));
    expect(days(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2023, 2024].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysIn(2024, 13)).toBe(0);
  });
});

describe('which of two is later', () => {
  test.each([
    ['2024-09-04T00:00-05:00', '2024-09-04T04:00Z', true],
    ['2024-09-04T00:00+05:00', '2024-09-04T00:00Z', false],
    ['2024-09-03T20:00-05:00', '2024-09-04T00:30Z', true],
    ['2024-09-04T00:00-00:30', '2024-09-04T00:29Z', true],
    ['2024-09-04T00:00-00:30', '2024-09-04T00:30Z', false],
    ['2024-09-04T05:30+05:30', '2024-09-04T00:00Z', false],
    ['2024-09-04T05:31+05:30', '2024-09-04T00:00Z', true],
    ['2024-09-04T00:00:30Z', '2024-09-04T00:00:29Z', true],
    ['2024-09-04T00:00:01Z', '2024-09-04T00:00Z', true],
    ['2024-10-01T00:00Z', '2024-09-30T23:59Z', true],
    ['2025-01-01T00:00Z', '2024-12-31T23:59Z', true],
    ['2024-09-04T00:00Z', '2024-09-04T00:00Z', false],
    ['2024-09-05', '2024-09-04T23:59Z', true],
    ['2024-09-04T23:59Z', '2024-09-05', false],
    ['2024-09-04', '2024-09-04', false],
    ['2024-10', '2024-09-04', true],
    ['2024-09-04', '2024-10', false],
    ['2024', '2024-09', false],
  ])('%s is later than %s: %s', (a, b, later) => {
    expect(isLater(a, b)).toBe(later);
  });
});

describe('dates in the parts of CSL-JSON', () => {
  const issued = (parts: string) =>
    gist(diagnosticsOf(`sources: [{id: press-0903, type: book, title: t, issued: {date-parts: ${parts}}}]`));

  test.each([
    '[[2023]]',
    '[[2023, 12]]',
    '[[2023, 1]]',
    '[[2024, 2, 29]]',
    '[["2023", "06", "30"]]',
    '[[2020], [2021]]',
  ])('%s exists', (parts) => {
    expect(issued(parts)).toEqual([]);
  });

  test.each([
    ['[[2023, 17]]', 0],
    ['[[2023, 20]]', 0],
    ['[[2023, 25]]', 0],
    ['[[2023, 13, 1]]', 0],
    ['[[2023, 0]]', 0],
    ['[[2023, 2, 29]]', 0],
    ['[[2023, 6, 0]]', 0],
    ['[[2023, 6, 31]]', 0],
    ['[[2020], [2021, 4, 31]]', 1],
  ])('%s does not', (parts, index) => {
    expect(issued(parts)).toEqual([`sense-impossible-date sources[0].issued.date-parts[${index}]`]);
  });

  test('the message has the date as it is written', () => {
    const [fault] = diagnosticsOf('reviewBy: 2025-02-29\nasOf: 2024-09-04');
    expect(fault?.message).toBe('`reviewBy` is 2025-02-29, and there is no such date.');
    expect(diagnosticsOf('asOf: 2024-09-04T24:00Z')[0]?.message).toContain('no such date or time');
  });
});

describe('what is known, against `asOf`', () => {
  const order = (fields: string) =>
    diagnosticsOf(fields)
      .filter(({ code }) => code === 'sense-date-order')
      .map(({ message }) => message);

  test('of two dates the one that is to be moved is reported, beside the other', () => {
    expect(order('timeline: [{from: 2024-09-05, event: e}]')).toEqual([
      '`timeline[0].from` is 2024-09-05, later than `asOf` (2024-09-04).',
    ]);
    expect(order('timeline: [{from: 2024-09-03, to: 2024-09-05, event: e}]')).toEqual([
      '`timeline[0].to` is 2024-09-05, later than `asOf` (2024-09-04).',
    ]);
    expect(order('reviewBy: 2024-09-03')).toEqual(['`reviewBy` is 2024-09-03, earlier than `asOf` (2024-09-04).']);
  });

  test.each([
    ['a month of the year before', 'issued: {date-parts: [[2023, 12]]}', 0],
    ['the same month', 'issued: {date-parts: [[2024, 9]]}', 0],
    ['the next month', 'issued: {date-parts: [[2024, 10]]}', 1],
    ['a day of it', 'issued: {date-parts: [[2024, 9, 5]]}', 1],
    ['one with a leading zero', 'issued: {date-parts: [["2024", "9", "4"]]}', 0],
    ['before Christ', 'issued: {date-parts: [[-44, 3, 15]]}', 0],
    ['an early year', 'issued: {date-parts: [[800]]}', 0],
    ['in a season', 'issued: {date-parts: [[2024, 21]]}', 0],
    ['in a season of the next year', 'issued: {date-parts: [[2025, 13]]}', 1],
    ['in words', 'issued: {literal: next year}', 0],
  ])('a source that was published: %s', (_, issued, count) => {
    expect(order(`sources: [{id: press-0903, type: book, title: t, ${issued}}]`)).toHaveLength(count);
  });

  test('a fact that is looked at again on the day itself is not stale', () => {
    const fact = (day: string) => `keyFacts: [{text: t, sources: [press-0903], staleAfter: ${day}}]`;
    expect(diagnosticsOf(fact('2024-09-04'))).toEqual([]);
    expect(gist(diagnosticsOf(fact('2024-09-03')))).toEqual(['sense-stale-fact keyFacts[0].staleAfter']);
    expect(gist(diagnosticsOf(fact('2024-02-30')))).toEqual(['sense-impossible-date keyFacts[0].staleAfter']);
  });

  test('an answered question was due when it was due', () => {
    const question = (status: string) =>
      order(
        `openQuestions: [{question: q, status: ${status}, due: 2024-09-01, answer: a, answeredOn: 2024-09-02, sources: [press-0903]}]`,
      );
    expect([question('answered'), question('overtaken'), question('open').length]).toEqual([[], [], 1]);
  });
});
