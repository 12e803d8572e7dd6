import { describe, expect, test } from 'vitest';
import { contextOf, surroundings, wordsAt } from '../../src/evidence/context.js';
import { findQuote, type Passage } from '../../src/evidence/find-quote.js';
import { KeptText } from '../../src/evidence/kept-text.js';
import { BARRIER } from '../../src/evidence/structure.js';

function passagesIn(kept: KeptText, words: string): readonly Passage[] {
  const match = findQuote(words, kept);
  return match.kind === 'ambiguous' ? match.passages : 'passage' in match ? [match.passage] : [];
}

/** The contexts of all passages with these words, in order. */
function contexts(words: string, text: string) {
  const kept = new KeptText(text);
  return passagesIn(kept, words).map((passage) => contextOf(words, kept, passage));
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');

describe('the context of a passage', () => {
  test('is what follows, else what stands before, in one word where one is enough', () => {
    expect(contexts('voted', 'Today I voted yes. Later on he voted no. At last they voted no.')).toEqual([
      { suffix: 'yes.' },
      { prefix: 'he' },
      { prefix: 'they' },
    ]);
  });

  test('is both where neither alone is enough', () => {
    expect(contexts('met', 'we met them. we met us. you met them.')[0]).toEqual({ prefix: 'we', suffix: 'them.' });
  });

  test('has more words where one is not enough', () => {
    expect(contexts('x', 'big red x is one. small red x is one')).toEqual([
      { suffix: 'is one.' },
      { prefix: 'small red' },
    ]);
    expect(contexts('x', 'x is one. And x is two.')[0]).toEqual({ suffix: 'is one.' });
  });

  test('has up to twenty words, and no more', () => {
    const text = (count: number) => `vote ${numbered(count)} alpha; vote ${numbered(count)} beta`;
    expect(contexts('vote', text(19))[0]).toEqual({ suffix: `${numbered(19)} alpha;` });
    expect(contexts('vote', text(20))).toEqual([null, { prefix: 'alpha;' }]);
  });

  test('is found near the beginning of a long text', () => {
    const text = `we vote now. They vote now. ${numbered(500)}`;
    expect(contexts('vote', text)).toEqual([{ prefix: 'we' }, { prefix: 'They' }]);
  });

  test('may lie in another cell', () => {
    expect(contexts('900', ['Sweden', '900', 'Norway', '900'].join(BARRIER))[1]).toEqual({ prefix: 'Norway' });
  });

  test.each([
    ['a', 'a b a c a b d a'],
    ['a b', 'x a b y. z a b y. z a b w. x a b w.'],
    ['it is', 'it is. So it is, and it is not; it is'],
  ])('leads back to the passage: “%s” in “%s”', (words, text) => {
    const kept = new KeptText(text);
    const passages = passagesIn(kept, words);
    expect(passages.length).toBeGreaterThan(1);
    for (const passage of passages) {
      const context = contextOf(words, kept, passage);
      expect(findQuote(words, kept, context ?? {})).toMatchObject({ passage });
    }
  });
});

describe('a passage in its line', () => {
  const kept = new KeptText(
    `${numbered(300)} We regret\nthe de-\nlay one two three four five six seven ${numbered(300)}`,
  );
  const [passage = { start: 0, end: 0 }] = passagesIn(kept, 'We regret the delay');

  test('is shown on one line, without the hyphens of its printer', () => {
    expect(wordsAt(kept, passage)).toBe('We regret the delay');
  });

  test('is shown with six words on either side', () => {
    expect(surroundings(kept, passage)).toEqual({
      before: 'word294 word295 word296 word297 word298 word299',
      after: 'one two three four five six',
    });
  });

  test('is shown with what there is at the ends of a text', () => {
    const short = new KeptText(`We left. ${numbered(500)}`);
    expect(surroundings(short, { start: 3, end: 8 }).before).toBe('We');
    expect(surroundings(short, { start: 0, end: short.text.length })).toEqual({ before: '', after: '' });
  });
});
