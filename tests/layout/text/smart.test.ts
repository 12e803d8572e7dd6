import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartText } from '../../../src/layout/text/smart.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { definitionOf, runsIn } from '../setting.js';

/** `_` stands for U+00A0, `~` for U+202F. */
const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('typographic marks', () => {
  it.each([
    ['en', `"No," he said, "it isn't 'done' yet."`, '“No,” he said, “it isn’t ‘done’ yet.”'],
    ['en', `the court's "order" - which...`, 'the court’s “order” – which…'],
    ['en', 'one -- two---three', 'one – two—three'],
    ['en', `in the '90s, the ministers' views`, 'in the ’90s, the ministers’ views'],
    ['en', `a 5" screen, and 6' tall`, `a 5" screen, and 6’ tall`],
    ['en', 'an "open end', 'an "open end'],
    ['en', 'not .... nor ---- nor a-b', 'not .... nor ---- nor a-b'],
    ['en', `("a")`, '(“a”)'],
    ['en', `"'Twice' quoted"`, '“‘Twice’ quoted”'],
    ['sv', `"Nej", sade han - "det är 'klart'"`, '”Nej”, sade han – ”det är ’klart’”'],
    ['de', `"Nein", sagte er, "das ist 'fertig'."`, '„Nein“, sagte er, „das ist ‚fertig‘.“'],
    ['fr', `"Non", dit-il, l'État`, '«~Non~», dit-il, l’État'],
    ['ru', `"Нет" - сказал он`, '«Нет» — сказал он'],
    ['pl', `"Nie"`, '„Nie”'],
    ['da', `"Nej"`, '»Nej«'],
    ['fi', `"Ei"`, '”Ei”'],
    ['en', '“already” – so…', '“already” – so…'],
  ])('%s: %s', (language, text, expected) => {
    expect(shown(smartText(text, language))).toBe(expected);
  });

  it('changes nothing but marks, and nothing a second time', () => {
    const bare = (text: string) => text.replace(/["'“”‘’„‚«».…–—\u202f-]/gu, '');
    const words = fc.array(fc.constantFrom('a', ' ', '"', "'", '-', '.', '(', '1', 'é'), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'fr', 'de', 'ru'), (letters, language) => {
        const once = smartText(letters.join(''), language);
        expect(bare(once)).toBe(bare(letters.join('')));
      }),
    );
  });

  it('are found across words in bold, and never in quotations, code or addresses', () => {
    const theme = { ...defaultTheme, text: { ...defaultTheme.text, smart: true } };
    const texts = (markdown: string, setting = { theme }) =>
      runsIn(definitionOf(markdown, setting).content)
        .map(({ text }) => text)
        .join('');
    expect(texts('He said "**no** way".')).toBe('He said “no way”.');
    expect(texts('> He said "no".')).toBe('He said "no".');
    expect(texts('Type `"a" - "b"`.')).toBe('Type "a" - "b".');
    expect(texts('See <https://example.org/a--b> "now".')).toContain('https://example.org/a--b “now”');
    expect(texts('He said "no".', { theme: defaultTheme })).toBe('He said "no".');
  });
});
