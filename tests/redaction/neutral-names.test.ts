import { describe, expect, test } from 'vitest';
import type { Brief, Section } from '../../src/brief/brief.js';
import { nameProblems } from '../../src/redaction/document-name.js';
import { withNeutralNames } from '../../src/redaction/neutral-names.js';
import { sectionsInPlace } from '../../src/redaction/section-places.js';
import { redactedFrom } from './specimen.js';

describe('files have neutral names', () => {
  const renamed = (fields: Record<string, unknown>) => {
    const { value, originals } = withNeutralNames(fields);
    return [value, Object.fromEntries(originals)] as const;
  };

  test('a theme', () => {
    expect(renamed({ layout: { theme: 'nightjar.yaml', paper: 'A4' } })).toEqual([
      { layout: { theme: 'theme.yaml', paper: 'A4' } },
      { 'theme.yaml': 'nightjar.yaml' },
    ]);
    for (const layout of [{ paper: 'A4' }, { theme: 'greyscale' }, { theme: 3 }, 'nightjar', undefined])
      expect(renamed({ layout })).toEqual([{ layout }, {}]);
  });

  test('kept copies, one name for each file', () => {
    const copy = (file: unknown) => ({ id: 's', snapshot: { file, sha256: 'x' } });
    const files = ['kept/Nightjar.HTML', 'b', 'kept/Nightjar.HTML', 'c.longextension', 'd.md.pdf', 'e.x y'];
    const names = ['copy-1.html', 'copy-2', 'copy-1.html', 'copy-3', 'copy-4.pdf', 'copy-5'];
    expect(renamed({ sources: files.map(copy) })).toEqual([
      { sources: names.map(copy) },
      Object.fromEntries(names.map((name, index) => [name, files[index]])),
    ]);
  });

  test('whatever has no copy stays as it is', () => {
    const sources = [{ id: 's' }, 'word', { snapshot: 'x' }, { snapshot: { file: 3 } }, null];
    expect(renamed({ sources, other: null })).toEqual([{ sources, other: null }, {}]);
    expect(renamed({ sources: 'x' })).toEqual([{ sources: 'x' }, {}]);
  });

  const inText = (text: string) => renamed({ a: [{ text }] })[0].a as readonly { readonly text: string }[];

  test.each([
    ['![a](one.png) ![b](two.jpeg) ![c](one.png)', '![a](picture-1.png) ![b](picture-2.jpeg) ![c](picture-1.png)'],
    ['![a](one.png.txt)', '![a](picture-1)'],
    ['![a](one.SVG)', '![a](picture-1.svg)'],
    ['![a](100%.png)', '![a](picture-1.png)'],
    ['![a](a%20b.png) [it](<a b.png>)', '![a](picture-1.png) [it](picture-1.png)'],
    ['![a]( one.png "Title (x)")', '![a]( picture-1.png "Title (x)")'],
    ['![a](one(1).png)', '![a](picture-1.png)'],
    ['![a][x]\n\n   [x]: one.png\n', '![a][x]\n\n   [x]: picture-1.png\n'],
    ['[a](one.png)', '[a](one.png)'],
    ['`![a](one.png)`', '`![a](one.png)`'],
    ['![a](one.png) [other](two.png)', '![a](picture-1.png) [other](two.png)'],
  ])('pictures: %j becomes %j', (text, expected) => {
    expect(inText(text)[0]?.text).toBe(expected);
  });
});

type Stood = readonly [id: string | undefined, after?: string | undefined, tlp?: 'AMBER'];

describe('a section stands where the withheld one stood', () => {
  const placesOf = (...sections: readonly Stood[]) => {
    const brief = {
      marking: { tlp: 'GREEN' },
      sections: sections.map(([id, after, tlp]) => ({ id, after, tlp, title: 'T', body: 'B' }) as Section),
    } as unknown as Brief;
    const redaction = { limit: 'GREEN', tier: null, audiences: [] } as unknown as Parameters<typeof sectionsInPlace>[1];
    return sectionsInPlace(brief, redaction)?.map((section) => ('after' in section ? section.after : 'none'));
  };

  test('behind what is kept, where it says so', () => {
    expect(placesOf(['a', 'risks'], ['b', 'a'], [undefined])).toEqual(['risks', 'a', 'none']);
  });

  test('where the one before it would have stood', () => {
    expect(placesOf(['a', 'risks', 'AMBER'], ['b', 'a'])).toEqual(['risks', 'risks']);
    expect(placesOf(['a', 'risks', 'AMBER'], ['b', 'a', 'AMBER'], ['c', 'b'])?.[2]).toBe('risks');
    expect(placesOf(['a', undefined, 'AMBER'], ['b', 'a'])?.[1]).toBe('none');
    expect(placesOf([undefined, 'risks', 'AMBER'], ['b', 'risks'])?.[1]).toBe('risks');
  });

  test('at the end, where withheld ones stand behind each other', () => {
    expect(placesOf(['a', 'b', 'AMBER'], ['b', 'a', 'AMBER'], ['c', 'a'])?.[2]).toBe('none');
  });

  test('a brief without sections has none', () => {
    expect(sectionsInPlace({} as Brief, {} as never)).toBeUndefined();
    const text = redactedFrom(
      `briefpress: 1
title: Talks
asOf: 2024-09-04
marking: { tlp: GREEN }
summary: S.
keyFacts: [{ text: The talks began., sources: [p] }]
sections: [{ id: secret, tlp: AMBER, title: T, body: B, after: risks }, { title: Open, body: B, after: secret }]
sources: [{ id: p, type: webpage, title: Report }]
`.replace('tlp: GREEN', 'tlp: AMBER'),
      { maxTlp: 'AMBER' },
    );
    expect(text.brief.sections?.map(({ after }) => after)).toEqual(['risks', 'secret']);
  });
});

describe('words of a name that are withheld', () => {
  const telling = (id: string, text: string, { shown = [] as string[], isPerson = false } = {}) =>
    nameProblems(id, { withheld: [{ field: 'f', text, isPerson }], shown }).map(
      ({ message }) => /the word "(.*?)"/.exec(message)?.[1],
    );

  test.each<[string, string, readonly string[]]>([
    ['heron', 'we saw Heron fly', ['Heron']],
    ['heron', 'Heron flies', []],
    ['heron', '„Heron flies', []],
    ['heron', 'It flies. Heron flies! It: Heron', []],
    ['heron', 'It flies.Heron flies', ['Heron']],
    ['heron', 'It flies.  Heron flies', []],
    ['heron', 'HERON flies', ['HERON']],
    ['heron', 'Heron', ['Heron']],
    ['mcheron', 'McHeron flies', ['McHeron']],
    ['he', 'see He now', []],
    ['her', 'see Her now', ['Her']],
    ['zolc', 'see Żółc', []],
    ['zurich', 'see Zürich', ['Zürich']],
    ['heron-heron', 'see Heron', ['Heron']],
    ['case-17b', 'the 17b', ['17b']],
    ['--', 'see Heron', []],
    ['heron', '…', []],
    ['heron', 'x Yheron', []],
  ])('%j, and %j is withheld', (id, text, words) => {
    expect(telling(id, text)).toEqual(words);
  });

  test('every word of a person’s name, and none that is shown', () => {
    expect(telling('ann-heron', 'ann Heron', { isPerson: true })).toEqual(['ann', 'Heron']);
    expect(telling('ann-heron', 'ann Heron', { isPerson: true, shown: ['x ANN, y'] })).toEqual(['Heron']);
    expect(telling('ann-heron', 'ann Heron', { isPerson: true, shown: ['anne'] })).toEqual(['ann', 'Heron']);
  });

  test('is said at the id', () => {
    const [problem] = nameProblems('heron', { withheld: [{ field: 'f', text: 'see Heron' }], shown: [] });
    expect(problem).toMatchObject({ code: 'edition-name', field: 'id', severity: 'warning' });
    expect(problem?.hints).toHaveLength(1);
  });
});
