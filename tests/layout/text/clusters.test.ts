import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../../src/layout/text/clusters.js';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const expected = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

describe('characters as a reader sees them', () => {
  it('are those of Unicode, beside every character of Latin text, punctuation and currency', () => {
    const others = [
      'a',
      '\u00ad',
      '\u0301',
      '\u200d',
      '\u00a9',
      '\u2019',
      '\r',
      '\n',
      '\u{1f600}',
      '\u0e33',
      '\u1100',
      '\u0600',
    ];
    const wrong: string[] = [];
    for (let code = 0; code <= 0x20ff; code++) {
      const character = String.fromCodePoint(code);
      for (const text of others.flatMap((other) => [character + other, other + character])) {
        if (clustersOf(text).join('|') !== expected(text).join('|')) wrong.push(JSON.stringify(text));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are those of Unicode in any text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        'e\u0301',
        '\r\n',
        '\u{1f469}\u200d\u{1f680}',
        '\u{1f1f8}\u{1f1ea}',
        '\u0915\u094d\u0937',
        'ab\u00adc',
        '\u2013',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        expect(clustersOf(text)).toEqual(expected(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', ' ', '\u202f', '\ud83d', '\u0301', '\u{1f600}'])('are those of Unicode in %j alone', (text) => {
    expect(clustersOf(text)).toEqual(expected(text));
  });
});
