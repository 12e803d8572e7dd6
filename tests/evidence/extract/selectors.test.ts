import { describe, expect, test } from 'vitest';
import { selectorOf, selectorsOf } from '../../../src/evidence/extract/selectors.js';

const tags = (list: string) => selectorsOf(list).map(({ compounds }) => compounds.map(({ tag }) => tag).join(' '));

describe('a list of selectors', () => {
  test.each([
    ['a, b', ['a', 'b']],
    [' a ,b c ', ['a', 'b c']],
    ['a, , b', ['a', 'b']],
    ['a', ['a']],
    ['', []],
    ['a[title="b, c"], d', ['a', 'd']],
    ['a:is(b, c), d', ['a', 'd']],
    ['a:is(b, :is(c, d)), e', ['a', 'e']],
    ['a), b', ['a', 'b'].slice(1)],
    ['a, b:unknown-one(c, d), e', ['a', 'e']],
  ])('%j', (list, expected) => {
    expect(tags(list)).toEqual(expected);
  });

  test('may have a comma in a name, with a backslash before it', () => {
    expect(selectorsOf('.a\\,b, c')).toHaveLength(2);
    expect(selectorsOf('.a\\,b, c')[0]?.compounds[0]?.classes).toEqual(['a,b']);
    expect(selectorsOf('.a\\(b, c')).toHaveLength(2);
  });
});

test('a selector in selectors in selectors is not read without end', () => {
  const nested = (depth: number) => `${':is('.repeat(depth)}a${')'.repeat(depth)}`;
  expect(selectorOf(nested(2))).not.toBeNull();
  expect(selectorOf(nested(60))?.compounds[0]?.conditions).not.toContainEqual({ is: 'never' });
});
