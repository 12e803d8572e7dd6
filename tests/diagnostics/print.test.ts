import { describe, expect, test } from 'vitest';
import { type Diagnostic, info, warning, wholeFile } from '../../src/diagnostics/diagnostic.js';

import { type Palette, PLAIN } from '../../src/diagnostics/palette.js';
import { type PrintOptions, printDiagnostics } from '../../src/diagnostics/print.js';

const TEXT = 'briefpress: 1\nkeyfacts:\n\tтитул: 日本語 here\r\n';

function at(line: number, column: number, endColumn: number, more: Partial<Diagnostic> = {}): Diagnostic {
  const place = { file: 'briefs/x.yaml', line, column, endLine: line, endColumn };
  return { severity: 'error', code: 'shape-unknown-field', message: 'No.', place, hints: [], ...more };
}

function print(diagnostics: readonly Diagnostic[], more: Partial<PrintOptions> = {}): string {
  return printDiagnostics(diagnostics, { format: 'pretty', version: '1.2.3', sourceText: () => TEXT, ...more });
}

describe('for people', () => {
  test('the place, the line with a caret, the hint, the count', () => {
    const hinted = at(2, 1, 9, { message: 'The brief has no field `keyfacts`.', hints: ['Did you mean `keyFacts`?'] });
    const whole: Diagnostic = warning('internal', 'Somewhere.');
    expect(print([hinted, whole])).toBe(
      [
        'briefs/x.yaml:2:1: error: The brief has no field `keyfacts`. [shape-unknown-field]',
        '  2 | keyfacts:',
        '    | ^^^^^^^^',
        '    Did you mean `keyFacts`?',
        '',
        'warning: Somewhere. [internal]',
        '',
        '1 error and 1 warning in 1 file',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['after a tab', 2, 7, '    |     ^^^^^'],
    ['after wide characters', 13, 17, '    |                   ^^^^'],
    ['under wide characters', 9, 12, '    |            ^^^^^^'],
    ['a tab', 1, 2, '    | ^^^^'],
    ['the end of the line', 17, 17, '    |                       ^'],
    ['nothing', 5, 5, '    |        ^'],
  ])('the caret stands under %s', (_, column, endColumn, caret) => {
    expect(
      print([at(3, column, endColumn)])
        .split('\n')
        .slice(1, 3),
    ).toEqual(['  3 |     титул: 日本語 here', caret]);
  });

  test('of a file as a whole no line is shown, and of its first character one is', () => {
    const whole = at(1, 1, 1, { place: wholeFile('briefs/x.yaml'), hints: ['Move it.'] });
    expect(print([whole]).split('\n').slice(0, 2)).toEqual([
      'briefs/x.yaml:1:1: error: No. [shape-unknown-field]',
      '    Move it.',
    ]);
    expect(print([at(1, 1, 2)])).toContain('  1 | briefpress: 1\n    | ^\n');
    expect(print([at(2, 1, 1)])).toContain('  2 | keyfacts:\n    | ^\n');
    expect(print([at(1, 2, 2)])).toContain('    |  ^\n');
  });

  test('combining characters take no room', () => {
    const [, line, caret] = print([at(1, 4, 5)], { sourceText: () => 'e\u0301\u0302x' }).split('\n');
    expect(line).toBe('  1 | e\u0301\u0302x');
    expect(caret).toBe('    |  ^');
  });

  test('a range over several lines is marked to the end of its first', () => {
    const diagnostic = at(2, 1, 1, { place: { file: 'x', line: 2, column: 4, endLine: 3, endColumn: 5 } });
    expect(print([diagnostic]).split('\n')[2]).toBe('    |    ^^^^^^');
  });

  test.each([
    ['the beginning', 1, 5],
    ['the middle', 500, 505],
    ['the end', 996, 1001],
    ['all of it', 1, 1001],
  ])('a long line is cut to the width: %s', (_, column, endColumn) => {
    const line = Array.from({ length: 100 }, (_unused, i) => String(i).padStart(10, '.')).join('');
    const [, shown = '', caret = ''] = print([at(1, column, endColumn)], { sourceText: () => line, width: 60 }).split(
      '\n',
    );
    expect(shown.length).toBeLessThanOrEqual(60);
    expect(caret.length).toBeLessThanOrEqual(60);
    const from = caret.indexOf('^');
    expect(line.slice(column - 1, endColumn - 1).startsWith(shown.slice(from, caret.length).replace('…', ''))).toBe(
      true,
    );
    expect(shown.includes('…')).toBe(true);
  });

  test('of a file in one long line, only what is near each place is shown', () => {
    const line = 'x'.repeat(5_000_000);
    const many = Array.from({ length: 100 }, (_, i) => at(1, i * 40_000 + 1, i * 40_000 + 3));
    const printed = print(many, { sourceText: () => line });
    expect(printed).toContain('100 errors');
    expect(Math.max(...printed.split('\n').map((each) => each.length))).toBeLessThan(200);
  });

  test('nothing in a file commands the terminal or turns a line round', () => {
    const evil = 'a\u001b[2Jb\u202Ec\u0007';
    const printed = print([at(1, 1, 2, { message: evil, hints: [evil] })], { sourceText: () => evil });
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(printed.split('\n')[1]).toBe('  1 | a\uFFFD[2Jb\uFFFDc\uFFFD');
  });

  test('colours come from the palette alone', () => {
    const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const palette: Palette = {
      error: mark('e'),
      warning: mark('w'),
      info: mark('i'),
      strong: mark('b'),
      muted: mark('m'),
      hint: mark('h'),
    };
    const printed = print([at(2, 1, 9, { hints: ['Do.'] })], { palette });
    expect(printed).toContain('<e>error:</e> <b>No.</b> <m>[shape-unknown-field]</m>');
    expect(printed).toContain('<e>^^^^^^^^</e>');
    expect(printed).toContain('<h>Do.</h>');
    expect(printed.replace(/<\/?[a-z]>/g, '')).toBe(print([at(2, 1, 9, { hints: ['Do.'] })], { palette: PLAIN }));
  });

  test('the count has its plurals, and files', () => {
    const other = at(1, 1, 2, {
      place: { file: 'y', line: 1, column: 1, endLine: 1, endColumn: 1 },
      severity: 'warning',
    });
    const remark = at(1, 1, 2, { severity: 'info' });
    const count = (list: Diagnostic[]) => print(list).trimEnd().split('\n').at(-1);
    expect(count([at(1, 1, 2), at(1, 1, 2), other, remark])).toBe('2 errors, 1 warning and 1 remark in 2 files');
    expect(count([other, other])).toBe('2 warnings in 1 file');
    expect(print([])).toBe('');
  });

  test('a file that is not at hand, and a line that is not there, have no excerpt', () => {
    expect(print([at(2, 1, 9)], { sourceText: () => undefined }).split('\n')[1]).toBe('');
    expect(print([at(99, 1, 9)]).split('\n')[1]).toBe('');
  });
});

describe('for programs', () => {
  test('one object, every field there', () => {
    const [first, second] = JSON.parse(
      print([at(2, 1, 9, { hints: ['h'], field: 'keyfacts' }), info('internal', 'm')], {
        format: 'json',
      }),
    ).diagnostics;
    expect(first).toEqual({
      severity: 'error',
      code: 'shape-unknown-field',
      message: 'No.',
      file: 'briefs/x.yaml',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 9,
      field: 'keyfacts',
      hint: 'h',
    });
    expect(second).toEqual({
      severity: 'info',
      code: 'internal',
      message: 'm',
      file: null,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      field: null,
      hint: null,
    });
    expect(JSON.parse(print([], { format: 'json' }))).toEqual({ diagnostics: [] });
  });
});

describe('for GitHub', () => {
  test('workflow commands, escaped as GitHub documents it', () => {
    const place = { file: 'a,b:c%.yaml', line: 2, column: 1, endLine: 2, endColumn: 9 };
    const printed = print(
      [
        at(2, 1, 9, { message: '100 % of a: b,\r\nc', hints: ['Do.'], place }),
        at(1, 1, 1, { severity: 'warning' }),
        info('internal', 'm'),
      ],
      { format: 'github' },
    );
    expect(printed).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=9,title=shape-unknown-field::100 %25 of a: b,%0D%0Ac%0ADo.\n' +
        '::warning file=briefs/x.yaml,line=1,endLine=1,col=1,endColumn=1,title=shape-unknown-field::No.\n' +
        '::notice title=internal::m\n',
    );
  });

  test('no columns over several lines', () => {
    const place = { file: 'x', line: 2, column: 4, endLine: 3, endColumn: 1 };
    expect(print([at(2, 1, 1, { place })], { format: 'github' })).toBe(
      '::error file=x,line=2,endLine=3,title=shape-unknown-field::No.\n',
    );
  });
});
