import { afterEach, describe, expect, it, vi } from 'vitest';
import { listParts } from '../../../src/memo/words/lists.js';
import { templateFiles } from '../packs.js';

const LANGUAGES = [...templateFiles('shared').keys()].flatMap((path) => /^labels\/(.+)\.yaml$/.exec(path)?.[1] ?? []);

/** `_, _ and _` */
const pattern = (parts: readonly (number | string)[]) =>
  parts.map((part) => (typeof part === 'number' ? '_' : part)).join('');

function byIntl(length: number, language: string): string {
  const format = new Intl.ListFormat(language, { type: 'conjunction', style: 'long' });
  const parts = format.formatToParts(Array.from({ length }, (_, i) => String(i)));
  return parts.map(({ type, value }) => (type === 'element' ? '_' : value)).join('');
}

afterEach(() => vi.restoreAllMocks());

describe('lists', () => {
  it.each([...LANGUAGES.filter((language) => language !== 'mn'), 'ko', 'en-US', 'pt-BR', 'fr-CA', 'he'])(
    'have in %s the words that Intl has',
    (language) => {
      for (const length of [0, 1, 2, 3, 6]) {
        const parts = listParts(length, language);
        expect(pattern(parts)).toBe(byIntl(length, language === 'en' ? 'en-GB' : language));
        expect(parts.filter((part) => typeof part === 'number')).toEqual(Array.from({ length }, (_, i) => i));
      }
    },
  );

  it('have in Mongolian, whatever its script, the word that Intl lacks', () => {
    for (const language of ['mn', 'mn-Mong']) expect(pattern(listParts(3, language))).toBe('_, _ болон _');
  });

  it.each(LANGUAGES)('need no formatter in %s', (language) => {
    const made = vi.spyOn(Intl, 'ListFormat');
    listParts(3, language);
    expect(made).not.toHaveBeenCalled();
  });
});
