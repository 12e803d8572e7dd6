import { describe, expect, test } from 'vitest';
import { negationIn } from '../../src/evidence/negations.js';

describe('a word that negates', () => {
  test.each([
    ['en', 'we did not agree', 'not'],
    ['en', 'Never again', 'Never'],
    ['en', 'we don’t agree', "don't"],
    ['en', "we can't", "can't"],
    ['en', 'we do n\u02BCt', "n't"],
    ['en', "a 'not' in marks", "'not'"],
    ['en', 'a not-so-good text', 'not-so-good'],
    ['en', 'the why-not question', 'why-not'],
    ['en-GB', 'without delay', 'without'],
    ['EN', 'no', 'no'],
    ['sv', 'det är inte så', 'inte'],
    ['no', 'det er ikke slik', 'ikke'],
    ['nb', 'det er ikke slik', 'ikke'],
    ['fr', 'il n’est pas là', "n'est"],
    ['fr', 'il ne vient', 'ne'],
    ['ro', 'n-am venit', 'n-am'],
    ['mn', 'энэ болохгүй', 'болохгүй'],
    ['tr', 'o gelmiyor', 'gelmiyor'],
    ['ru', 'он не пришёл', 'не'],
    ['ar', 'هذا ليس كذلك', 'ليس'],
    ['zh', '这不是', '这不是'],
    ['ja', '行かない', '行かない'],
    ['ko', '하지 않았다', '않았다'],
    ['fi', 'hän ei tule', 'ei'],
    ['es', 'nadie jama\u0301s', 'nadie'],
    ['pt', 'na\u0303o', 'não'],
  ])('in %s: %s', (language, text, word) => {
    expect(negationIn(text, [language])).toBe(word);
  });

  test('is the first of the text, in any of the languages', () => {
    expect(negationIn('inte now, not ever', ['en', 'sv'])).toBe('inte');
    expect(negationIn('not now, inte', ['en', 'sv'])).toBe('not');
    expect(negationIn('inte now, not ever', ['en'])).toBe('not');
  });
});

describe('none', () => {
  test.each([
    ['en', 'we noted nothings of another kind'],
    ['en', 'nota bene'],
    ['en', 'inte'],
    ['en', "n'est"],
    ['en', ''],
    ['en', '…'],
    ['fr', 'nation'],
    ['fr', "l'n'"],
    ['mn', 'гүйдэл'],
    ['tlh', 'not'],
    ['', 'not'],
  ])('in %s: %s', (language, text) => {
    expect(negationIn(text, [language])).toBeNull();
  });

  test('without a language', () => {
    expect(negationIn('not', [])).toBeNull();
  });
});
