import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/pdf/engine/node-shapes.js';
import { drawable, withMarks } from '../../../src/pdf/pagination/drawable.js';

/** A font without some characters. */
const without = (lacking = '') =>
  ({
    font: { font: { hasGlyphForCodePoint: (code: number) => !lacking.includes(String.fromCodePoint(code)) } },
  }) as unknown as Inline;

describe('what is drawn for a text', () => {
  it.each([
    ['plain words', 'Åre, 2024', '', 'Åre, 2024'],
    ['a tab', 'a\tb', '', 'a b'],
    ['a soft hyphen', 'co\u00adoperate', '', 'cooperate'],
    ['a joiner between Latin letters', 'a\u200db', '', 'ab'],
    ['a joiner between letters that join', '\u0646\u200c\u0645', '', '\u0646\u200c\u0645'],
    ['a joiner that the font lacks', '\u0646\u200c\u0645', '\u200c', '\u0646\u0645'],
    ['another invisible character beside letters that join', '\u0646\u2060\u0645', '', '\u0646\u0645'],
    ['hyphens and spaces that the font has', 'a\u2010b\u2011c\u202fd\u00a0e', '', 'a\u2010b\u2011c\u202fd\u00a0e'],
    ['hyphens that it lacks', 'a\u2010b\u2011c', '\u2010\u2011', 'a-b-c'],
    ['a narrow space that it lacks', 'a\u202fb', '\u202f', 'a\u00a0b'],
    ['both no-break spaces that it lacks', 'a\u202fb\u00a0c', '\u202f\u00a0', 'a b c'],
  ])('%s', (_what, text, lacking, drawn) => {
    expect(drawable(text, without(lacking))).toBe(drawn);
  });

  it('takes a font that is not known for one that has everything', () => {
    expect(drawable('a\u2011b', { font: {} } as unknown as Inline)).toBe('a\u2011b');
  });

  it('leaves the marks of direction between, which are not drawn', () => {
    expect(withMarks('a\u00adb\u200fc\u2011d', without('\u2011'))).toBe('ab\u200fc-d');
  });
});
