import { describe, expect, test } from 'vitest';
import { briefWith, diagnosticsOf, gist, read } from './reading.js';

/** A figure with these fields, and an analysis that asks for it. */
const drawn = (fields: string, analysis = ':::chart{#f}\\n:::') =>
  `analysis: "${analysis}"\nfigures:\n  - { id: f, title: t, sources: [press-0903], ${fields} }\n`;
const numbers = (rows: string, kind = 'columns') => drawn(`kind: ${kind}, columns: [Year, Issued], rows: ${rows}`);
const inFile = (kind = 'columns') => drawn(`kind: ${kind}, file: d.csv`);

describe('the data of a figure', () => {
  test.each([
    ['numbers', numbers('[[2022, 3], [2023, -4.5], [2024, null]]'), []],
    [
      'as many columns as can be told apart',
      drawn('kind: bars, columns: [a, b, c, d, e], rows: [[a, 1, 2, 3, 4]]'),
      [],
    ],
    ['as many rows', numbers(`[${Array.from({ length: 30 }, (_, i) => `[a${i}, 1]`).join(', ')}]`, 'bars'), []],
    ['a line of two points', numbers('[[2022, 1], [2023, 2]]', 'line'), []],
    [
      'a row without shares beside one with',
      drawn('kind: shares, columns: [a, b, c], rows: [[a, 0, 1], [b, 0, 2]]'),
      [],
    ],
    ['a word for a number', numbers('[[2022, three]]'), ['sense-figure-data figures[0].rows[0][1]']],
    ['too few cells', numbers('[[2022, 1], [2023, 1, 2]]'), ['sense-figure-data figures[0].rows[1]']],
    ['a row without a name', numbers('[[null, 1]]'), ['sense-figure-data figures[0].rows[0][0]']],
    ['a line of one point', numbers('[[2022, 1]]', 'line'), ['sense-figure-data figures[0].rows[0]']],
    ['a share below 0', numbers('[[2022, -1]]', 'shares'), ['sense-figure-data figures[0].rows[0][1]']],
    ['no shares at all', numbers('[[2022, 0]]', 'shares'), ['sense-figure-data figures[0].rows[0]']],
    ['a position', numbers('[[Mongolia, opposes]]', 'positions'), []],
    [
      'a word that is no position',
      numbers('[[Mongolia, oppose]]', 'positions'),
      ['sense-figure-data figures[0].rows[0][1]'],
    ],
    ['a light with more', numbers('[[Budget, "red: late"]]', 'lights'), []],
    ['a word that is no light', numbers('[[Budget, yellow]]', 'lights'), ['sense-figure-data figures[0].rows[0][1]']],
    ['any word against a criterion', numbers('[[Say nothing, cheap]]', 'criteria'), []],
    [
      'too many columns',
      drawn('kind: bars, columns: [a, b, c, d, e, f], rows: [[a, 1, 2, 3, 4, 5]]'),
      ['sense-figure-data figures[0].columns'],
    ],
    [
      'too many rows',
      numbers(`[${Array.from({ length: 31 }, (_, i) => `[a${i}, 1]`).join(', ')}]`, 'bars'),
      ['sense-figure-data figures[0].rows[30]'],
    ],
    ['a kind that does not exist', numbers('[[2022, 1]]', 'pie'), ['shape-value figures[0].kind']],
    ['neither rows nor a file', drawn('kind: bars'), ['shape-required figures[0]', 'shape-required figures[0]']],
  ])('%s', (_, fields, expected) => {
    expect(gist(diagnosticsOf(fields))).toEqual(expected);
  });

  test.each([
    ['12345678901234567890', ['sense-figure-data figures[0].rows[0][1]']],
    ['"1234567890.1234567"', ['sense-figure-data figures[0].rows[0][1]']],
    ['123456789012345', []],
    ['12000000000000000000', []],
    ['0.00000000000000012', []],
  ])('a number of more digits than are kept is none: %s', (number, expected) => {
    expect(gist(diagnosticsOf(numbers(`[[2022, ${number}]]`)))).toEqual(expected);
    const file = { 'd.csv': `Year,A\n2022,${number}\n` };
    expect(gist(diagnosticsOf(inFile(), file)).map((each) => each.replace(/\[\d\]$/, ''))).toEqual(
      expected.map(() => 'sense-figure-data figures[0].rows[0]'),
    );
  });

  test('thousands in the brief itself are told at their place, with both readings', () => {
    const found = diagnosticsOf(numbers('[[2022, 900], [2023, 1.200], [2024, -3.500]]'));
    expect(found.map(({ severity, message, place }) => [severity, message, place?.column])).toEqual([
      [
        'warning',
        'All numbers with a separator in the column “Issued” are like 1.200, which is read as 1.2, and not as 1200.',
        114,
      ],
    ]);
  });

  test.each([
    '[[2022, 1.200], [2023, 1.25]]',
    '[[2022, 0.200]]',
    '[[1.200, 5]]',
    '[[2022, 1200]]',
    '[[2022, 1234.567]]',
  ])('and others are not: %s', (rows) => {
    expect(gist(diagnosticsOf(numbers(rows)))).toEqual(
      rows.startsWith('[[1.200') ? ['syntax-lost-text figures[0].rows[0][0]'] : [],
    );
  });

  test('two columns of one name are told, in the brief and in a file', () => {
    const twice = 'Columns 2 and 3 have the same name, “A”.';
    const own = diagnosticsOf(drawn('kind: bars, columns: [Year, A, A], rows: [[2022, 1, 2]]'));
    expect(own.map(({ severity, message }) => [severity, message])).toEqual([['warning', twice]]);
    const filed = diagnosticsOf(inFile(), { 'd.csv': 'Year,A,A\n2022,1,2\n' });
    expect(filed.map(({ message, place }) => [message, place?.file, place?.line])).toEqual([
      [twice, 'briefs/d.csv', 1],
    ]);
    expect(diagnosticsOf(drawn('kind: bars, columns: [A, {en: A}, {en: B}], rows: [[2022, 1, 2]]'))).toEqual([]);
  });

  test.each([
    ['Year,A\n2022,1.200\n2023,900\n', ['1.200, which is read as 1.2, and not as 1200.']],
    ['Year;A\n2022;1,200\n2023;1,300\n', ['1,200, which is read as 1.2, and not as 1200.']],
    ['Year,A,B\n2022,1.200,1.5\n2023,-1.300,2.125\n', ['1.200, which is read as 1.2, and not as 1200.']],
    ['Year,A\n2022,1.200\n2023,1.25\n', []],
    ['Year,A\n2022,0.200\n', []],
    ['Year,A\n2022,1200\n', []],
    ['1.200,A\n1.300,5\n', []],
  ])('decimals that may be thousands are told: %j', (csv, said) => {
    const found = diagnosticsOf(inFile(), { 'd.csv': csv });
    expect(found.map(({ severity, place }) => [severity, place?.line])).toEqual(said.map(() => ['warning', 2]));
    for (const [index, words] of said.entries()) expect(found[index]?.message).toContain(words);
  });

  test('a name that YAML takes for a number is as it is written, or an error', () => {
    expect(gist(diagnosticsOf(numbers('[[2022, 1.50], [1.10, 3]]')))).toEqual([
      'syntax-lost-text figures[0].rows[1][0]',
    ]);
  });

  test('numbers need a source, words do not', () => {
    const figure = (kind: string, cell: string) =>
      `analysis: ":::chart{#f}\\n:::"\nfigures:\n  - { id: f, title: t, kind: ${kind}, columns: [a, b], rows: [[a, ${cell}]] }\n`;
    expect(gist(diagnosticsOf(figure('bars', '1')))).toEqual(['shape-required figures[0]']);
    expect(gist(diagnosticsOf(figure('criteria', 'good')))).toEqual([]);
  });

  test('a message names the row and the column in words, and guesses', () => {
    const [wrong] = diagnosticsOf(numbers('[[Japan, neutral], [Mongolia, oppose]]', 'positions'));
    expect(wrong?.message).toBe(
      '"oppose" is not one of supports, opposes, mixed, neutral, unknown, in row 2 (Mongolia), column 2 (Issued).',
    );
    expect(wrong?.hints).toEqual(['Did you mean `opposes`?']);
  });
});

describe('data in a CSV file', () => {
  test('is the data of the brief', () => {
    const outcome = read(briefWith(inFile()), { 'd.csv': 'Year;Issued\n2022;3,5\n2023;\n' });
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.ok && outcome.value.brief.figures).toEqual([
      {
        id: 'f',
        kind: 'columns',
        title: 't',
        sources: ['press-0903'],
        columns: ['Year', 'Issued'],
        rows: [
          ['2022', 3.5],
          ['2023', null],
        ],
      },
    ]);
  });

  test('has its mistakes at their lines in it', () => {
    const [wrong] = diagnosticsOf(inFile(), { 'd.csv': 'Year,Issued\n2022,3\n2023,many\n' });
    expect(wrong?.message).toBe('"many" is not a number, in row 2 (2023), column 2 (Issued).');
    expect(wrong?.place).toMatchObject({ file: 'briefs/d.csv', line: 3 });
  });

  test.each([
    ['is missing', {}, ['file-not-found figures[0].file']],
    ['has no rows', { 'd.csv': 'Year,Issued\n' }, ['sense-figure-data']],
    ['is empty', { 'd.csv': '' }, ['syntax-empty']],
    ['has an open quotation mark', { 'd.csv': 'Year,Issued\n"2022,3\n' }, ['sense-figure-data']],
    ['has thousands parted', { 'd.csv': 'Year;Issued\n2022;1.234,5\n' }, ['sense-figure-data figures[0].rows[0][1]']],
  ])('%s', (_, files, expected) => {
    expect(gist(diagnosticsOf(inFile(), files))).toEqual(expected);
  });
});

describe('the place of a figure', () => {
  const figure = (analysis: string) => drawn('kind: bars, columns: [a, b], rows: [[a, 1]]', analysis);

  test.each([
    ['none', figure('Text.'), ['sense-figure-not-placed figures[0].id']],
    ['in code alone', figure('```\\n:::chart{#f}\\n:::\\n```'), ['sense-figure-not-placed figures[0].id']],
    ['in one line', figure('::chart{#f}'), []],
    [
      'of another id',
      figure(':::chart{#g}\\n:::'),
      ['sense-unknown-reference analysis', 'sense-figure-not-placed figures[0].id'],
    ],
    [
      'without an id',
      figure(':::chart\\n:::'),
      ['sense-unknown-reference analysis', 'sense-figure-not-placed figures[0].id'],
    ],
    [
      'asked for in other words',
      figure('Text.\\n\\n:::chart f'),
      ['sense-unknown-reference analysis', 'sense-figure-not-placed figures[0].id'],
    ],
    [
      'in a text without room',
      `${figure(':::chart{#f}\\n:::')}speakingPoints: [{ text: t, note: ":::chart{#f}\\n:::" }]\n`,
      ['sense-markup speakingPoints[0].note'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(gist(diagnosticsOf(fields)).toSorted()).toEqual(expected.toSorted());
  });

  test('may be in an annex that is a file', () => {
    const fields = `${figure('Text.')}annexes: [{ title: t, file: a.md }]\n`;
    expect(gist(diagnosticsOf(fields, { 'a.md': ':::chart{#f}\n:::\n' }))).toEqual([]);
    const [wrong] = diagnosticsOf(fields, { 'a.md': 'Text.\n\n:::chart{#ff}\n:::\n' });
    expect(wrong).toMatchObject({ code: 'sense-unknown-reference', place: { file: 'briefs/a.md', line: 3 } });
    expect(wrong?.hints).toEqual(['The figures are "f".']);
  });
});
