import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote } from '../../src/evidence/find-quote.js';
import { KeptText } from '../../src/evidence/kept-text.js';
import { BARRIER } from '../../src/evidence/structure.js';

const SOURCE = `The committee met on Monday.\u00A0It did not agree to the non-binding text, and the chair’s illegal
order – “as drafted” – was with-
drawn. Café prices rose by 2.5 per cent. The chair can’t vote. A well-
known envoy left on Tuesday.

The committee met again on Friday. It did agree to the text.`;

const kindOf = (words: string, context = {}) => findQuote(words, SOURCE, context).kind;
const foundIn = (words: string, text = SOURCE) => {
  const match = findQuote(words, text);
  return 'passage' in match ? text.slice(match.passage.start, match.passage.end) : match.kind;
};

describe('what counts as verbatim', () => {
  test.each([
    ['the words as they stand', 'It did not agree to the non-binding text'],
    ['white space of any kind', 'on   Monday. It\n did not\tagree'],
    ['a line end in the source', 'the chair’s illegal order'],
    ['a word that was hyphenated at a line end', 'was withdrawn'],
    ['a word whose own hyphen stands at a line end', 'A well-known envoy'],
    ['letters that are written in another form of Unicode', 'Cafe\u0301 prices'],
    ['soft hyphens and spaces without width', 'did not ag\u00ADree to\u200B the'],
  ])('%s', (_what, words) => {
    expect(kindOf(words)).toBe('exact');
  });

  test.each([
    ['straight quotation marks', 'order – "as drafted" – was'],
    ['marks of another language', 'order – »as drafted« – was'],
    ['a straight apostrophe', "the chair's illegal order"],
    ['another dash', 'order — “as drafted” — was'],
    ['a hyphen that is a character of its own', 'the non\u2010binding text'],
  ])('only with marks taken for one: %s', (_what, words) => {
    expect(kindOf(words)).toBe('normalised');
  });

  test.each([
    ['another word', 'It did not consent to the non-binding text'],
    ['a word left out', 'It did agree to the non-binding text'],
    ['other order', 'did it not agree'],
    ['capitals', 'it did not agree to the non-binding text'],
    ['a full stop', 'was withdrawn, Café'],
    ['accents', 'Cafe prices'],
    ['a hyphen that is not at a line end', 'the nonbinding text'],
    ['a hyphen that is not in the source', 'not ag-ree to'],
    ['three full stops for what was left out, without brackets', 'It did not … the non-binding text'],
    ['an ellipsis character for three full stops', 'Monday…'],
    ['nothing but marks', '[…]'],
    ['nothing', ' '],
  ])('never with %s changed', (_what, words) => {
    expect(kindOf(words)).toBe('not-found');
  });

  test.each([
    ['legal order', 'illegal'],
    ['binding text', 'non-binding'],
    ['The chair can', 'can’t'],
    ['rose by 2', '2.5'],
    ['5 per cent', '2.5'],
    ['known envoy left', 'well-known'],
    ['did not agree to the non', 'non-binding'],
    ['drawn. Café', 'withdrawn'],
    ['envoy lef', 'left'],
  ])('“%s” is not quoted from “%s”: words are whole', (words) => {
    expect(kindOf(words)).toBe('not-found');
  });

  test('scripts without spaces have no whole words to ask for', () => {
    expect(findQuote('法院', '国际刑事法院的判决').kind).toBe('exact');
    expect(findQuote('судом', 'отвергнуто судом.').kind).toBe('exact');
    expect(findQuote('суд', 'отвергнуто судом.').kind).toBe('not-found');
  });

  test('says where the words stand, in the text as it is', () => {
    expect(foundIn('was withdrawn')).toBe('was with-\ndrawn');
    expect(foundIn('on Monday. It')).toBe('on Monday.\u00A0It');
    expect(foundIn('cafe\u0301', 'ein cafe\u0301.')).toBe('cafe\u0301');
    expect(foundIn('한국', '한국'.normalize('NFD'))).toBe('한국'.normalize('NFD'));
  });
});

describe('brackets', () => {
  test.each([
    ['The committee met […] It did not agree', 'parts in order'],
    ['The committee met [...] the non-binding text', 'three full stops'],
    ['[…] envoy left on Tuesday', 'at the beginning'],
    ['It did not agree [with anybody] to the non-binding text', 'an insertion'],
    ['It did not agree to the non-binding text [of the chair], and', 'an insertion before a comma'],
    ['[Then] The committee met on Monday', 'an insertion at the beginning'],
    ['A well-known envoy [… of Northland] left', 'words put in for others'],
    ['[i]t did not agree to the non-binding text', 'a letter made small'],
    ['and [T]he chair’s illegal order', 'a letter made a capital'],
  ])('%s: %s', (words) => {
    expect(kindOf(words)).toBe('exact');
  });

  test.each([
    ['It did [truly] agree to the non-binding text', 'an insertion hides no word'],
    ['the non-binding text […] The committee met on Monday', 'parts out of order'],
    ['It did not agree […] to a treaty', 'a part that is not there'],
    ['[d]t did not agree', 'another letter'],
    ['the [un]binding text', 'letters within a word'],
    ['It did not ag[ree] to', 'a part of a word'],
    ['It did […]gree to the non-binding text', 'an omission within a word'],
    ['[It did not] [agree]', 'nothing but insertions'],
    ['the chair’s illegal order […] – […] drafted', 'a part without words'],
  ])('%s: %s', (words) => {
    expect(kindOf(words)).toBe('not-found');
  });

  test('that stand in the source are words of the source', () => {
    const text = 'He wrote “teh [sic] treaty […] holds”. The treaty long holds.';
    expect(foundIn('teh [sic] treaty […] holds', text)).toBe('teh [sic] treaty […] holds');
  });

  test('of two beginnings with one end, the nearer is the passage', () => {
    expect(foundIn('he said […] no', 'First he said yes. Then he said: no.')).toBe('he said: no');
  });
});

describe('more than one passage', () => {
  const TWICE = 'The committee met';

  test('is ambiguous', () => {
    expect(findQuote(TWICE, SOURCE)).toMatchObject({ kind: 'ambiguous', count: 2 });
  });

  test.each([
    [{ suffix: 'on Monday' }, 'The committee met on'],
    [{ suffix: 'again on' }, 'The committee met again'],
    [{ prefix: 'left on Tuesday.' }, 'The committee met again'],
    [{ prefix: 'Tuesday. ', suffix: ' again' }, 'The committee met again'],
  ])('%j makes it one', (context, expected) => {
    const match = findQuote(TWICE, SOURCE, context);
    expect(match.kind).toBe('exact');
    const start = 'passage' in match ? match.passage.start : 0;
    expect(SOURCE.slice(start, start + expected.length)).toBe(expected);
  });

  test.each([[{ prefix: 'on Sunday' }], [{ suffix: 'never' }], [{ prefix: 'Tuesday.', suffix: 'on Monday' }]])(
    '%j is nowhere: the words are found elsewhere',
    (context) => {
      expect(findQuote(TWICE, SOURCE, context)).toMatchObject({ kind: 'not-found', elsewhere: 2, nearest: null });
    },
  );

  test('a prefix that is not so is wrong for a single passage too', () => {
    expect(kindOf('an envoy', { prefix: 'x' })).toBe('not-found');
    expect(kindOf('envoy left', { prefix: 'unknown' })).toBe('not-found');
  });

  test('a bar in a prefix or a suffix is the end of a cell', () => {
    const cells = ['x', 'a', '900', 'y', 'z', 'a', '900', 'w'].join(BARRIER);
    const placeOf = (context: object) => {
      const match = findQuote('900', cells, context);
      return 'passage' in match ? match.passage.start : match.kind;
    };
    expect(placeOf({ prefix: 'x | a' })).toBe(4);
    expect(placeOf({ prefix: 'z | a |' })).toBe(14);
    expect(placeOf({ suffix: '| y' })).toBe(4);
    expect(placeOf({ suffix: 'w' })).toBe(14);
    expect(placeOf({ suffix: 'y | z | a' })).toBe(4);
    expect(placeOf({ prefix: 'x|a' })).toBe('not-found');
  });

  test('but a bar between two letters is a bar', () => {
    const text = 'At p|q 900 came, and at p q 900 went.';
    expect(findQuote('900', text, { prefix: 'p|q' })).toMatchObject({ kind: 'exact', passage: { start: 7 } });
    expect(findQuote('900', text, { prefix: 'p q' })).toMatchObject({ kind: 'exact', passage: { start: 28 } });
  });

  test('the marks of a prefix do not matter', () => {
    expect(kindOf('illegal', { prefix: "the chair's" })).toBe('exact');
  });
});

describe('the nearest passage', () => {
  const nearestTo = (words: string, text = SOURCE) => {
    const match = findQuote(words, text);
    return match.kind === 'not-found' ? match.nearest : null;
  };

  test('is told word by word', () => {
    expect(nearestTo('It did not consent to the binding text')?.difference).toEqual([
      { kind: 'same', words: 'It did not' },
      { kind: 'quote', words: 'consent' },
      { kind: 'source', words: 'agree' },
      { kind: 'same', words: 'to the' },
      { kind: 'quote', words: 'binding' },
      { kind: 'source', words: 'non-binding' },
      { kind: 'same', words: 'text' },
    ]);
  });

  test('has its place in the source', () => {
    const nearest = nearestTo('was quickly withdrawn');
    expect(SOURCE.slice(nearest?.start, nearest?.end)).toContain('with-\ndrawn');
  });

  test('is none where nothing is like it', () => {
    expect(nearestTo('Entirely different matters occupy us')).toBeNull();
    expect(nearestTo('anything', '')).toBeNull();
  });
});

describe('any words and any text', () => {
  const letters = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      'é',
      'e\u0301',
      ' ',
      '\n',
      '-',
      '–',
      '"',
      '’',
      '[',
      ']',
      '…',
      '.',
      '\u00AD',
      '\u00A0',
      '😀',
    ),
  });

  test('a stretch of whole words is found where it was taken from', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', 'e\u0301', 'Ж'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (words, a, b) => {
        const [from, length] = [a % words.length, 1 + (b % words.length)];
        const quote = words.slice(from, from + length).join(' ');
        expect(findQuote(quote, words.join('\n')).kind).toMatch(/^(exact|ambiguous)$/);
      }),
    );
  });

  test('nothing throws, and what is found holds the letters of the quote', () => {
    const bare = (text: string) => text.normalize('NFC').replace(/[^\p{L}😀]/gu, '');
    fc.assert(
      fc.property(letters, letters, (words, text) => {
        const match = findQuote(words, text);
        if (!('passage' in match) || words.includes('[')) return;
        expect(bare(text.slice(match.passage.start, match.passage.end))).toBe(bare(words));
      }),
      { numRuns: 2000 },
    );
  });

  test('a text of megabytes is searched, found or not', () => {
    const sentence = (i: number) =>
      `In article ${i} the parties agreed, as the year ${i % 90} ended, to nothing of note.\n`;
    const text = new KeptText(Array.from({ length: 65_000 }, (_, i) => sentence(i)).join(''));
    expect(text.text.length).toBeGreaterThan(4_500_000);
    expect(findQuote('In article 64000 the parties agreed', text).kind).toBe('exact');
    expect(findQuote('the parties agreed', text).kind).toBe('ambiguous');
    const lost = findQuote('In article 64000 the parties rejected, as the year 10 ended, everything of note', text);
    expect(lost.kind === 'not-found' && lost.nearest?.words).toContain('In article 64000 the parties agreed,');
    expect(findQuote(`${'the parties agreed to '.repeat(2000)}!`, text).kind).toBe('not-found');
  });
});
