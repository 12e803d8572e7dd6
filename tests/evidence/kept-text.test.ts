import { expect, test } from 'vitest';
import { KeptText, keysOf } from '../../src/evidence/kept-text.js';
import { aside } from '../../src/evidence/structure.js';

test('a form is made once', () => {
  const kept = new KeptText(`a${aside('1')} “b”`);
  expect(kept.form('exact', 'left-out')).toBe(kept.form('exact', 'left-out'));
  expect(kept.form('exact', 'left-out').text).toBe('a “b”');
  expect(kept.form('exact', 'kept').text).toBe('a1 “b”');
  expect(kept.form('unified', 'left-out').text).toBe("a 'b'");
  expect(kept.form('unified', 'kept').text).toBe("a1 'b'");
});

test('a text without asides has one form for both', () => {
  const kept = new KeptText('a');
  expect(kept.form('exact', 'kept')).toBe(kept.form('exact', 'left-out'));
  expect(kept.form('exact', 'kept')).not.toBe(kept.form('unified', 'kept'));
});

test('what is not seen is a text of its own, made once; none where there is none', () => {
  const kept = new KeptText('a', { withUnseen: 'a b' });
  expect(kept.withUnseen?.text).toBe('a b');
  expect(kept.withUnseen).toBe(kept.withUnseen);
  expect(kept.withUnseen?.withUnseen).toBeNull();
  expect(new KeptText('a').withUnseen).toBeNull();
  expect(new KeptText('a', { withUnseen: null }).withUnseen).toBeNull();
  expect(new KeptText('a', { withUnseen: '' }).withUnseen?.text).toBe('');
});

test('its words: where each begins and ends, and the places of each', () => {
  const { words } = new KeptText('The end, the E\u0301nd: 2x');
  expect(words.starts).toEqual([0, 4, 9, 13, 19]);
  expect(words.ends).toEqual([3, 7, 12, 17, 21]);
  expect([...words.places]).toEqual([
    ['the', [0, 2]],
    ['end', [1]],
    ['\u00E9nd', [3]],
    ['2x', [4]],
  ]);
});

test('are indexed once', () => {
  const kept = new KeptText('a b');
  expect(kept.words).toBe(kept.words);
});

test('the words of a quote are in the same form', () => {
  expect(keysOf('The E\u0301nd, non-binding.')).toEqual(['the', '\u00E9nd', 'non', 'binding']);
  expect(keysOf('…')).toEqual([]);
});
