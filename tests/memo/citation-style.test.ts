import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { compiledPack, edition, LANGUAGES } from './packs.js';

const PRINT = `{{#each keyFacts}}
1. {{text}}{{cite sources}}
{{/each}}

## Sources

:::sources
{{#each sources}}
1. {{reference this}}
{{/each}}
:::
`;
const PACK = compiledPack(PRINT, {}, PRINT.replace(/^:::.*$/gm, ''));

const author = (...families: string[]) => families.map((family) => ({ family, given: 'A.' }));
const SOURCES: Brief['sources'] = [
  { id: 'z', type: 'article-journal', title: 'Second', author: author('Zorn'), issued: '2024-05-01' },
  { id: 'b', type: 'article-journal', title: 'Later', author: author('Berg', 'Lind'), issued: '2024' },
  { id: 'c', type: 'article-journal', title: 'Again', author: author('Berg', 'Lind'), issued: '2024' },
  { id: 'd', type: 'report', title: 'Many', author: author('Ek', 'Alm', 'Ask'), publisher: 'Press' },
  {
    id: 'e',
    type: 'treaty',
    title: 'Treaty on the common river and its banks',
    'container-title': 'Series',
    issued: '1974',
  },
  { id: 'f', type: 'webpage', title: 'A page', authority: 'The Court', issued: '2023' },
];
const FACTS: Brief['keyFacts'] = [
  { text: 'One [@z] in prose.', sources: [{ source: 'b', locator: 'p. 3' }, 'z'] },
  { text: 'Two', sources: ['c', 'd'] },
  { text: 'Three', sources: ['e', 'f'] },
];

function memoIn(citationStyle: Brief['citationStyle'], language = 'en'): string {
  const change = { sources: SOURCES, keyFacts: FACTS, citationStyle } as Partial<Brief>;
  const outcome = composeMemo(edition(only(change, language), language), PACK);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** The specimen without what cites its own sources. */
function only(change: Partial<Brief>, language: string): Partial<Brief> {
  const none = {
    quotes: [],
    stakeholders: [],
    openQuestions: [],
    timeline: [],
    judgements: [],
    risks: [],
    annexes: [],
  };
  const words = { summary: 'S', background: 'B', analysis: 'A' };
  return { ...none, ...words, ...change, languages: [language] } as Partial<Brief>;
}

describe('citation styles', () => {
  test('notes is what there is without one', () => {
    expect(memoIn('notes')).toBe(memoIn(undefined));
    expect(memoIn('notes')).toContain('One[^1] in prose.[^2] (p. 3)\n');
  });

  test('numeric: the numbers of the list in brackets, with where in the source', () => {
    const memo = memoIn('numeric');
    expect(memo).toContain('One [1] in prose. [2, p. 3]');
    expect(memo).toContain('Two [3, 4]');
    expect(memo).not.toContain('[^');
    expect(memo).toMatch(/^1\. A. Zorn, “Second”/m);
  });

  test('author-date: authors and years, told apart by letters', () => {
    const memo = memoIn('author-date');
    expect(memo).toContain('One (Zorn 2024) in prose. (Berg and Lind 2024a, p. 3)');
    expect(memo).toContain('Two (Berg and Lind 2024b; Ek et al. n.d.)');
    expect(memo).toContain('Three (Treaty on the common … 1974; The Court 2023)');
    expect(memo).not.toContain('[^');
  });

  test('author-date: the list is in the order of what it is cited by', () => {
    const keys = [...memoIn('author-date').matchAll(/^\d+\. \*\*(.+?)\*\*: /gm)].map(([, key]) => key);
    expect(keys).toEqual([
      'Berg and Lind 2024a',
      'Berg and Lind 2024b',
      'Ek et al. n.d.',
      'The Court 2023',
      'Treaty on the common … 1974',
      'Zorn 2024',
    ]);
  });

  test.each(['numeric', 'author-date'] as const)(
    '%s in print: every citation leads to its place in the list',
    (citationStyle) => {
      const outcome = composePrint(edition(only({ sources: SOURCES, keyFacts: FACTS, citationStyle }, 'en')), PACK, {
        created: '2024-09-04T00:00:00Z',
      });
      const links: string[] = [];
      const items: (string | undefined)[] = [];
      walkTree(outcome.ok ? [outcome.value.root] : [], (node) => {
        if (node.type === 'link' && node.url.startsWith('#source-')) links.push(node.url.slice(1));
        if (node.type === 'listItem' && node.id !== undefined) items.push(node.id);
        expect(node.type).not.toBe('citation');
      });
      expect(items).toEqual(['source-1', 'source-2', 'source-3', 'source-4', 'source-5', 'source-6']);
      expect(links).toEqual(
        (citationStyle === 'numeric' ? [1, 2, 3, 4, 5, 6] : [6, 1, 2, 3, 5, 4]).map((number) => `source-${number}`),
      );
    },
  );

  test.each(LANGUAGES)('%s has words for many authors and for no date', (language) => {
    const memo = memoIn('author-date', language).replaceAll('\u200f', '');
    const isLatin = ['en', 'es', 'fr', 'it', 'nl', 'pt'].includes(language);
    expect(/Two \(.*; Ek (.+)\)/.exec(memo)?.[1]).toMatch(isLatin ? /^et al\./ : /^(?!et al)\S+/);
    if (language !== 'en') expect(memo).not.toContain('n.d.');
  });
});

describe('authors whose list a library cuts short', () => {
  const shortened: Brief['sources'] = [
    { id: 'x', type: 'book', title: 'T', author: [...author('Doe', 'Lind'), { literal: 'et al.' }], issued: '2024' },
  ];
  const memo = (citationStyle: Brief['citationStyle'], language: string) => {
    const facts = [{ text: 'One', sources: ['x'] }];
    const change = { sources: shortened, keyFacts: facts, citationStyle } as Partial<Brief>;
    const outcome = composeMemo(edition(only(change, language), language), PACK);
    return outcome.ok ? outcome.value : JSON.stringify(outcome.diagnostics);
  };

  test('are named with the words of the language', () => {
    expect(memo('notes', 'en')).toContain('1. A. Doe, A. Lind et al., _T_, 2024.');
    expect(memo('notes', 'sv')).toContain('1. A. Doe, A. Lind m.fl., _T_, 2024.');
    expect(memo('author-date', 'en')).toContain('One (Doe et al. 2024)');
  });
});
