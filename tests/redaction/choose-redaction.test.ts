import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { chooseRedaction, namedRedactions, type RedactionChoice } from '../../src/redaction/choose-redaction.js';
import { redactedFrom } from './specimen.js';

const brief = (editions: string, more = '', own = 'CLEAR') => `briefpress: 1
title: { en: Talks, sv: Samtal }
asOf: 2024-09-04
languages: [en, sv]
marking: { tlp: ${own} }
summary: { en: The desk sums up., sv: Sammanfattning. }
keyFacts:
  - { text: { en: The talks began., sv: Samtalen inleddes. }, tlp: CLEAR, sources: [press] }
  - { text: { en: For a., sv: För a. }, audiences: [a, b], sources: [press] }
${more}
sources:
  - { id: press, type: article-newspaper, title: Report on the talks, tlp: CLEAR }
editions:
${editions}
`;

const edition = (id: string, fields: string) =>
  `  - { id: ${id}, ${fields}, overrides: { title: { en: Words of ${id}, sv: Ord }, summary: { en: S, sv: S } } }`;

const titleOf = (editions: readonly string[], choice: RedactionChoice, own: string) => {
  const { title } = redactedFrom(brief(editions.join('\n'), '', own), choice).brief;
  return typeof title === 'string' ? title : title.en;
};

describe('the words that an edition without a name borrows', () => {
  const clear = edition('low', 'maxTlp: CLEAR');
  const green = edition('middle', 'maxTlp: GREEN');
  const red = edition('high', 'maxTlp: RED');
  const forA = edition('readers', 'maxTlp: GREEN, audiences: [a]');
  const forBoth = edition('both', 'maxTlp: GREEN, audiences: [a, b]');

  test.each([
    [[clear, green], 'Words of middle'],
    [[green, clear], 'Words of middle'],
    [[clear, green, red], 'Words of middle'],
    [[forA, clear, red], 'Words of low'],
  ])('are those of the highest that is not above it (%#)', (editions, expected) => {
    expect(titleOf(editions, { maxTlp: 'GREEN' }, 'AMBER')).toBe(expected);
  });

  test.each<[RedactionChoice, string[], string]>([
    [{ maxTlp: 'GREEN', audiences: ['a'] }, [forA], 'Words of readers'],
    [{ maxTlp: 'GREEN', audiences: ['a'] }, [green, forA], 'Words of readers'],
    [{ maxTlp: 'GREEN', audiences: ['a'] }, [forA, green], 'Words of readers'],
    [{ maxTlp: 'GREEN', audiences: ['b'] }, [forA, clear], 'Words of low'],
    [{ maxTlp: 'GREEN', audiences: ['a', 'b'] }, [forA, clear], 'Words of low'],
    [{ maxTlp: 'GREEN', audiences: ['a', 'b'] }, [forBoth], 'Words of both'],
  ])('%o: never those written for other readers (%#)', (choice, editions, expected) => {
    expect(titleOf(editions, choice, 'AMBER')).toBe(expected);
  });

  test.each<[RedactionChoice, string[], string]>([
    [{ maxTlp: 'RED' }, [clear, green], 'Talks'],
    [{ maxTlp: 'GREEN' }, [clear, green], 'Talks'],
    [{ maxTlp: 'GREEN' }, [forA], 'Talks'],
    [{ audiences: ['a'] }, [clear, green], 'Talks'],
    [{ audiences: ['b'] }, [clear, forA], 'Talks'],
    [{ audiences: ['a'] }, [clear, forA], 'Words of readers'],
    [{ maxTlp: 'RED', audiences: ['a', 'b'] }, [forA, forBoth], 'Words of both'],
  ])('%o: the own words, where its readers may have them and nothing replaces them for these (%#)', (...given) => {
    const [choice, editions, expected] = given;
    expect(titleOf(editions, choice, 'GREEN')).toBe(expected);
  });
});

describe('the copies of a document', () => {
  const text = brief(
    edition('green', 'maxTlp: GREEN'),
    'distribution:\n  - { copy: 1, role: Reader of green, edition: green }\n  - { copy: 2, role: Reader of all }',
  );

  test('are listed in the edition that they are of', () => {
    expect(redactedFrom(text, { edition: 'green' }).brief.distribution).toMatchObject([{ role: 'Reader of green' }]);
  });

  test('are not listed in an unnamed edition that is called the same', () => {
    const made = redactedFrom(text, { maxTlp: 'GREEN' });
    expect(made.redaction.name).toBe('green');
    expect(made.brief).not.toHaveProperty('distribution');
  });
});

describe('what was asked for', () => {
  const BRIEF = {
    marking: { tlp: 'AMBER' },
    languages: ['en', 'sv'],
    keyFacts: [{ audiences: ['partners', 'press'] }, null, { audiences: 'word' }],
    editions: [{ id: 'public', maxTlp: 'GREEN', audiences: ['all'], languages: ['sv'] }, { id: 'whole' }],
  } as unknown as Brief;
  const NOTHING = { languages: ['en'], title: 'T' } as unknown as Brief;
  const chosen = (choice: RedactionChoice, of = BRIEF) => {
    const made = chooseRedaction(of, choice);
    if (!made.ok) throw new Error(made.diagnostics[0]?.message);
    return made.value;
  };
  const hints = (choice: RedactionChoice, of = BRIEF) =>
    chooseRedaction(of, choice).diagnostics.map((each) => each.hints);

  test('an edition that the brief names', () => {
    expect(chosen({ edition: 'public' })).toEqual({
      ...{ name: 'public', field: 'editions[0]', isNamed: true, limit: 'GREEN', audiences: ['all'], languages: ['sv'] },
      ...{ tier: null, namesTier: false, bearsTlp: true },
      overrides: { values: {}, field: 'editions[0].overrides' },
    });
    expect(chosen({ edition: 'whole' })).toMatchObject({
      ...{ name: 'whole', field: 'editions[1]', limit: 'AMBER', audiences: [], languages: ['en', 'sv'] },
    });
    expect(namedRedactions(BRIEF).map(({ name }) => name)).toEqual(['public', 'whole']);
    expect(namedRedactions(NOTHING)).toEqual([]);
  });

  test('one that it does not name: those that there are', () => {
    expect(hints({ edition: 'zzzzzz' })).toEqual([['It has: public, whole.']]);
    expect(hints({ edition: 'zzzzzz' }, NOTHING)[0]?.[0]).toContain('Add it to `editions`');
    const { diagnostics } = chooseRedaction(BRIEF, { edition: 'zzzzzz' });
    expect(diagnostics).toMatchObject([{ code: 'edition-unknown', severity: 'error', field: 'editions' }]);
  });

  test.each<[RedactionChoice, string]>([
    [{ maxTlp: 'AMBER+STRICT' }, 'amber-strict'],
    [{ maxTlp: 'GREEN', audiences: ['press', 'partners'] }, 'green-press-partners'],
    [{ audiences: ['press'] }, 'press'],
    [{ audiences: [] }, 'amber'],
    [{}, 'amber'],
    [{ audiences: ['a-b2-c3d'] }, 'a-b2-c3d'],
  ])('an unnamed edition: %j is called %s', (choice, name) => {
    expect(chosen(choice)).toMatchObject({ name, field: '', isNamed: false, overrides: { values: {} } });
  });

  test.each(['a b', 'a_', 'A', '-a', 'a-', 'a--b', '../x', ''])('%j is not the name of an audience', (audience) => {
    expect(chooseRedaction(BRIEF, { audiences: ['press', audience] })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'edition-unknown', severity: 'error', field: '' }],
    });
  });

  test('an audience that the brief does not name: those that there are', () => {
    const made = chooseRedaction(BRIEF, { audiences: ['partners', 'zzzzzz', 'press'] });
    expect(made.diagnostics).toMatchObject([{ code: 'edition-unknown', severity: 'warning', field: '' }]);
    expect(made.diagnostics[0]?.hints).toEqual(['It names: partners, press, all.']);
    expect(hints({ audiences: ['zzzzzz'] }, NOTHING)).toEqual([[]]);
  });
});
