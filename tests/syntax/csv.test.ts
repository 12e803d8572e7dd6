import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/syntax/csv.js';
import { LineIndex } from '../../src/syntax/places.js';

const read = (text: string) => readCsv(new LineIndex('data.csv', text));
const cells = (text: string) => {
  const table = read(text);
  return table.ok ? table.value.rows.map((row) => row.cells) : table.diagnostics.map(({ message }) => message);
};

describe('CSV', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a byte order mark and Windows line ends', '\uFEFFa,b\r\n1,2\r\n'],
    ['no line end at its end', 'a,b\n1,2'],
    ['blanks around cells and empty lines', 'a , b\n\n 1,2 \n,\n'],
    ['quotation marks', '"a","b"\n"1","2"\n'],
  ])('with %s', (_, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('cells in quotation marks may hold commas, line ends and doubled marks', () => {
    expect(cells('a,b\n"x, ""y""\nz",2\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ]);
  });

  test('a comma in quotation marks does not make the comma the separator', () => {
    expect(cells('"a, b, c";d\n1;2\n')).toEqual([
      ['a, b, c', 'd'],
      ['1', '2'],
    ]);
  });

  test('a decimal comma is possible where the comma parts no cells', () => {
    const [semicolons, commas] = [read('a;b\n1;2,5'), read('a,b\n1,2')];
    expect(semicolons.ok && semicolons.value.decimalComma).toBe(true);
    expect(commas.ok && commas.value.decimalComma).toBe(false);
  });

  test('each row knows its place, whatever lines its cells have', () => {
    const text = 'a,b\n"x\ny",2\n\n3,4\n';
    const table = read(text);
    const places = table.ok ? table.value.rows.map(({ range: [start, end] }) => text.slice(start, end)) : [];
    expect(places).toEqual(['a,b', '"x\ny",2', '3,4']);
  });

  test('the same row twice has two places', () => {
    const table = read('a,b\n1,2\n1,2\n');
    expect(table.ok && table.value.rows.map(({ range: [start] }) => start)).toEqual([0, 4, 8]);
  });

  test.each([
    ['a mark that is never closed', 'a,b\n1,2\n"3,4\n', 'never closed'],
    ['a mark within a cell', 'a,b\n1,2\n3"4,5\n', 'stands within a cell'],
  ])('%s is an error with its line', (_, text, words) => {
    const table = read(text);
    expect(table.ok).toBe(false);
    expect(table.diagnostics[0]?.message).toContain(words);
    expect(table.diagnostics[0]?.code).toBe('sense-figure-data');
    expect(table.diagnostics[0]?.place?.line).toBe(3);
  });
});
