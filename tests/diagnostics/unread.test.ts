import { describe, expect, test } from 'vitest';
import { leavesItsFolder, unreadFile } from '../../src/diagnostics/unread.js';

describe('a path that leaves its folder by its spelling', () => {
  test.each([
    '../secret',
    'a/../../secret',
    './../secret',
    '..',
    '/etc/passwd',
    '//server/share',
    '\\\\server\\share\\x',
    '..\\secret',
    'a\\..\\..\\secret',
    'C:\\secret',
    'c:secret',
    'C:/secret',
    'file:///etc/passwd',
    'http://example.org/x.png',
    'data:text/plain,x',
    '%2e%2e/secret',
    '..%2fsecret',
    '%2Fetc/passwd',
    '..%5csecret',
    'a\0b',
    'a%00b',
    'line\nbreak',
  ])('%j', (path) => {
    expect(leavesItsFolder(path)).toBe(true);
  });

  test.each([
    'a.png',
    'a/b.png',
    './a.png',
    'a/../b.png',
    'a b.png',
    '100%.png',
    '...png',
    '..a/b',
    'bild-åäö.png',
    '-',
  ])('but not %j', (path) => {
    expect(leavesItsFolder(path)).toBe(false);
  });
});

const NAMED = { subject: 'The picture `Map.png`', path: 'Map.png', at: 'background' };

describe('a file that was not read', () => {
  test.each([
    ['missing', 'file-not-found', 'there is no such file'],
    ['outside', 'file-outside-folder', 'it is outside the folder of the brief'],
    ['unreadable', 'file-unreadable', 'it is not a file that you may read'],
    ['too-large', 'file-too-large', 'it is too large'],
  ] as const)('is said to be %s', (reason, code, why) => {
    expect(unreadFile({ ok: false, reason }, NAMED)).toMatchObject({
      severity: 'error',
      code,
      message: `The picture \`Map.png\` cannot be read: ${why}.`,
      field: 'background',
      hints: [expect.stringMatching(/\.$/)],
    });
  });

  test('may have a code, a hint and a folder of its own', () => {
    const own = {
      ...NAMED,
      folder: 'the folder of the theme',
      codes: { outside: 'theme-invalid' },
      hints: { outside: 'Its path is relative to the theme file.' },
    } as const;
    expect(unreadFile({ ok: false, reason: 'outside' }, own)).toMatchObject({
      code: 'theme-invalid',
      message: expect.stringContaining('it is outside the folder of the theme.'),
      hints: ['Its path is relative to the theme file.'],
    });
    expect(unreadFile({ ok: false, reason: 'missing' }, own)).toMatchObject({
      code: 'file-not-found',
      hints: ['Its path is relative to the folder of the brief.'],
    });
  });

  test('is shown as it is spelt on the disk, in place of the other hint', () => {
    const { hints } = unreadFile({ ok: false, reason: 'missing', otherCase: 'map.png' }, NAMED);
    expect(hints).toEqual([expect.stringMatching(/^Did you mean `map\.png`\? Only the case/)]);
  });

  test.each(['missing', 'outside'] as const)('is shown with /, if it was named with backslashes: %s', (reason) => {
    const found = unreadFile(
      { ok: false, reason },
      { ...NAMED, path: 'maps\\a\\b.png', codes: { missing: 'image-missing' } },
    );
    expect(found).toMatchObject({
      code: 'image-missing',
      message: expect.stringContaining('backslashes'),
      hints: ['Did you mean `maps/a/b.png`?'],
    });
  });

  test('and is too large is not said to be named wrongly', () => {
    const { message } = unreadFile({ ok: false, reason: 'too-large' }, { ...NAMED, path: 'maps\\a.png' });
    expect(message).not.toContain('backslash');
  });
});
