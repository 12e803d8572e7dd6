import { describe, expect, test } from 'vitest';
import { unfitName } from '../../src/workspace/file-name.js';

describe('names of files', () => {
  test.each([
    'CON',
    'con',
    'Nul',
    'aux',
    'prn',
    'COM1',
    'lpt9',
    'COM¹',
    'con.partners',
    'CONIN$',
    'visit.',
    'visit ',
    'a:b',
    'a?',
    'a*',
    '<a>',
    'a|b',
    'a"b',
    'a\\b',
    'a/b',
    'a\u0007',
  ])('%j is refused', (name) => {
    expect(unfitName(name)).not.toBeNull();
  });

  test.each(['visit', 'console', 'com', 'com10', 'nullify', 'besök', 'a.b', 'visit (2)', 'Визит', '.a', 'a‑b'])(
    '%j is not',
    (name) => {
      expect(unfitName(name)).toBeNull();
    },
  );
});
