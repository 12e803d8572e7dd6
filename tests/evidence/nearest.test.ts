import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeptText } from '../../src/evidence/kept-text.js';
import { nearestPassage } from '../../src/evidence/nearest.js';
import { differenceWords } from '../../src/evidence/quote-problems.js';

/** The difference as people read it: `[-…-]` is in the quote only, `{+…+}` in the source only. */
function difference(quote: string, text: string): string | null {
  const nearest = nearestPassage(quote, new KeptText(text));
  return nearest && differenceWords(nearest);
}

const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');

describe('the difference', () => {
  test.each([
    ['a b c d', 'a b c d', 'a b c d'],
    ['one two three four', 'So one two four it is', 'one two [-three-] four'],
    ['one two four five', 'So one two three four five it', 'one two {+three+} four five'],
    ['one two x y five six', 'one two three four five six', 'one two [-x y-] {+three four+} five six'],
    ['x two three four', 'He said one two three four', '[-x-] {+one+} two three four'],
    ['one two three x', 'one two three four five six', 'one two three [-x-] {+four+}'],
    ['x y three four five', 'zero one two three four five', '[-x y-] {+one two+} three four five'],
    ['one two three four x', 'one two three four', 'one two three four [-x-]'],
    ['x one two three four', 'one two three four', '[-x-] one two three four'],
    ['We regret it, deeply', 'We regret it; deeply', 'We regret [-it,-] {+it;+} deeply'],
    ['We Regret it', 'So we regret it all', '[-We Regret-] {+we regret+} it'],
    ['regret it deeply', 'So “regret it deeply”, he said', 'regret it deeply'],
    ['regret “it” deeply', 'regret it deeply', 'regret [-“it”-] {+it+} deeply'],
    ['We — regret it', 'We – regret it', 'We [-—-] {+–+} regret it'],
    ['regret it deeply', 'So regret it, deeply now', 'regret [-it-] {+it,+} deeply'],
    ['regret', 'He said: “(regret)”!', '[-regret-] {+“(regret)”!+}'],
  ])('between “%s” and “%s”', (quote, text, expected) => {
    expect(difference(quote, text)).toBe(expected);
  });

  test('is sought where most of the words are, rare ones above all', () => {
    const text = `${'the end of the year and of the war. '.repeat(600)} At the end of the talks, nothing. ${'the end of the year and of the war. '.repeat(600)}`;
    expect(difference('the end of all talks', text)).toContain('end of [-all-] {+the+} talks');
  });

  test('is sought among common words where there are no others', () => {
    const text = 'the end of it. '.repeat(600);
    expect(difference('the end was it', text)).toBe('the end [-was-] {+of+} it');
  });

  test('is sought where a rare word is, and not where there are many common ones', () => {
    const text = `${'the '.repeat(600)}${numbered(0, 100)} the zebra ran. ${numbered(100, 200)}`;
    expect(difference(`${'the '.repeat(4)}zebra ran`, text)).toBe(
      '[-the the the-] {+word97 word98 word99+} the zebra ran',
    );
  });

  test('is sought where words are that are nowhere else, and not where others are often', () => {
    const text = `${'alpha beta '.repeat(50)}${numbered(0, 100)} gamma delta alpha. ${numbered(100, 200)}`;
    expect(difference('alpha beta gamma delta', text)).toBe('[-alpha beta-] {+word98 word99+} gamma delta');
  });

  test('is sought where most words are near each other, though some were put in between', () => {
    const [first, second] = ['a1 a2 a3', 'b1 b2 b3 x x x x b4 b5'];
    const text = `${numbered(0, 50)} ${first} ${numbered(50, 100)} ${second} ${numbered(100, 150)}`;
    expect(difference('a1 a2 a3 b1 b2 b3 b4 b5', text)).toContain('b1 b2 b3 {+x x x x+} b4 b5');
  });

  test('of two places that are equally near is the first', () => {
    const nearest = nearestPassage('one two four', new KeptText(`one two three ${numbered(0, 50)} one two five`));
    expect(nearest?.words).toBe('one two three');
  });

  test('is found with words left out of the source, or put into it', () => {
    const text = `${numbered(0, 300)} ${numbered(310, 600)}`;
    expect(difference(numbered(290, 320), text)).toBe(
      `${numbered(290, 300)} [-${numbered(300, 310)}-] ${numbered(310, 320)}`,
    );
    expect(difference(`${numbered(290, 297)} ${numbered(299, 300)} ${numbered(310, 318)}`, text)).toBe(
      `${numbered(290, 297)} {+${numbered(297, 299)}+} ${numbered(299, 300)} ${numbered(310, 318)}`,
    );
  });

  test('is told of the first six hundred words', () => {
    const nearest = nearestPassage(numbered(0, 700), new KeptText(numbered(0, 700)));
    expect(nearest?.words).toBe(numbered(0, 600));
  });

  test('is not told where less than three in ten words are the same', () => {
    const text = 'one two three four five six seven eight nine ten';
    expect(difference('one two three a b c d e f g', text)).not.toBeNull();
    expect(difference('one two a b c d e f g h', text)).toBeNull();
    expect(difference('one', text)).toBe('one');
    expect(difference('', text)).toBeNull();
    expect(difference('…', text)).toBeNull();
    expect(difference('one two', '')).toBeNull();
    expect(difference('— — — one', '– – – – one')).toBeNull();
    expect(difference('well-known', 'a wellknown man')).toBeNull();
  });
});

describe('the place', () => {
  test.each([
    ['regret it all', 'He said: “regret it, all”!', 0],
    ['word500 x word502 word503', numbered(0, 1000), 500],
  ])('of what is nearest to “%s” holds its words', (quote, text) => {
    const nearest = nearestPassage(quote, new KeptText(text));
    const place = text.slice(nearest?.start, nearest?.end);
    expect(place).toContain(nearest?.words);
    expect(place.length).toBeLessThan(120);
  });

  test('does not cut a word, nor the marks around it', () => {
    const text = `${numbered(0, 20)} “(alpha beta gamma)”. ${numbered(20, 40)}`;
    const nearest = nearestPassage('alpha x gamma', new KeptText(text));
    expect(` ${text} `).toContain(` ${text.slice(nearest?.start, nearest?.end)} `);
    const alone = '“(alpha beta gamma)”.';
    expect(nearestPassage('alpha x gamma', new KeptText(alone))).toMatchObject({ start: 0, end: alone.length });
  });

  test('has eight of the marks before and after a word, however many there are', () => {
    const text = numbered(0, 40)
      .replaceAll('word', `${'('.repeat(20)}word`)
      .replaceAll(' ', `${')'.repeat(20)} `);
    const nearest = nearestPassage('word20 word21', new KeptText(text));
    expect(text.slice(nearest?.start, nearest?.end)).toMatch(/^\({8}word\d[\s\S]*\d\){8}$/);
  });
});

/** The length of the longest common subsequence, found by trying all. */
function shared([first, ...rest]: readonly string[], [other, ...others]: readonly string[]): number {
  if (first === undefined || other === undefined) return 0;
  if (first === other) return 1 + shared(rest, others);
  return Math.max(shared(rest, [other, ...others]), shared([first, ...rest], others));
}

test('as many words as can be are the same', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(words, words, (quote, source) => {
      const nearest = nearestPassage(quote.join(' '), new KeptText(source.join(' ')));
      const count = shared(quote, source);
      if (nearest === null) {
        expect(count).toBeLessThan(Math.max(1, 0.3 * quote.length));
        return;
      }
      const same = nearest.difference.filter(({ kind }) => kind === 'same');
      expect(same.flatMap((each) => each.words.split(' '))).toHaveLength(count);
    }),
    { numRuns: 300 },
  );
});

test('a difference is made of all words of the quote, and of words of the source in their order', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (quote, source) => {
      const nearest = nearestPassage(quote, new KeptText(source));
      if (nearest === null) return;
      const side = (kind: 'quote' | 'source') =>
        nearest.difference
          .flatMap((each) => (each.kind === kind || each.kind === 'same' ? [each.words] : []))
          .join(' ');
      expect(side('quote')).toBe(quote);
      expect(side('source')).toBe(nearest.words);
      expect(` ${source} `).toContain(` ${nearest.words} `);
      expect(source.slice(nearest.start, nearest.end)).toContain(nearest.words);
      for (const [at, { kind }] of nearest.difference.entries()) {
        expect(kind).not.toBe(nearest.difference[at - 1]?.kind);
        if (kind === 'quote') expect(nearest.difference[at - 1]?.kind).not.toBe('source');
      }
    }),
    { numRuns: 500 },
  );
});
