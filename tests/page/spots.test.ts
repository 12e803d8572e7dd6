import { expect, test } from 'vitest';
import { spotAt, spotsOfPath } from '../../src/page/pages/spots.js';

const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const spot = (field: string, page: number, [x, y, width, height]: readonly [number, number, number, number]) => ({
  field,
  page,
  x,
  y,
  width,
  height,
  range,
});
const SPOTS = [
  spot('summary', 1, [50, 50, 400, 100]),
  spot('keyFacts[0].text', 1, [50, 200, 400, 20]),
  spot('keyFacts[0].source', 1, [100, 205, 40, 10]),
  spot('keyFacts[1].text', 1, [50, 300, 400, 20]),
  spot('keyFacts[1].text', 2, [50, 50, 400, 20]),
  spot('keyFacts[10].text', 2, [50, 100, 400, 20]),
];
const fieldAt = (page: number, x: number, y: number) => spotAt(SPOTS, { page, x, y })?.field ?? null;
const placesOf = (...path: (string | number)[]) => spotsOfPath(SPOTS, path).map(({ field, page }) => [field, page]);

test('finds the field at a point of a page', () => {
  expect(fieldAt(1, 60, 140)).toBe('summary');
  expect(fieldAt(2, 60, 60)).toBe('keyFacts[1].text');
  expect(fieldAt(1, 48, 301)).toBe('keyFacts[1].text');
  expect(fieldAt(1, 60, 170)).toBeNull();
  expect(fieldAt(3, 60, 60)).toBeNull();
});

test('finds the smaller of two fields, where one is within the other', () => {
  expect(fieldAt(1, 110, 210)).toBe('keyFacts[0].source');
  expect(fieldAt(1, 60, 210)).toBe('keyFacts[0].text');
});

test('finds where a field, a language of it, or a part of its item stands; on one page', () => {
  expect(placesOf('summary', 'en')).toEqual([['summary', 1]]);
  expect(placesOf('keyFacts', 1)).toEqual([['keyFacts[1].text', 1]]);
  expect(placesOf('keyFacts', 1, 'sources', 0)).toEqual([['keyFacts[1].text', 1]]);
  expect(placesOf('keyFacts', 0)).toEqual([
    ['keyFacts[0].text', 1],
    ['keyFacts[0].source', 1],
  ]);
  expect(placesOf('keyFacts', 10, 'text')).toEqual([['keyFacts[10].text', 2]]);
});

test('finds nothing for an item that is not printed', () => {
  expect(placesOf('keyFacts', 2, 'text')).toEqual([]);
  expect(placesOf('title')).toEqual([]);
  expect(placesOf()).toEqual([]);
});
