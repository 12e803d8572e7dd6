import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { isUnchanged } from '../../src/change/changes.js';
import { compareBriefs } from '../../src/change/compare.js';
import { printJson } from '../../src/change/printers/json.js';
import { printMarkdown } from '../../src/change/printers/markdown.js';
import { printPretty } from '../../src/change/printers/pretty.js';
import { markWords } from '../../src/change/word-diff.js';
import { shapelyBrief } from '../brief/arbitrary.js';

const BASE: Brief = {
  briefpress: 1,
  title: { en: 'A visit', sv: 'Ett besök' },
  languages: ['en', 'sv'],
  asOf: '2024-09-04',
  summary: { en: 'One thing.', sv: 'En sak.' },
  keyFacts: [
    { id: 'a', text: { en: 'The first fact.', sv: 'Det första.' }, sources: ['s'] },
    { id: 'b', text: { en: 'The second fact.', sv: 'Det andra.' }, sources: ['s', { source: 't', locator: 'p. 3' }] },
    { text: { en: 'One without an id.', sv: 'Ett utan id.' }, sources: ['s'] },
  ],
  judgements: [{ id: 'j', text: { en: 'So be it.', sv: 'Så är det.' }, likelihood: 'likely', confidence: 'low' }],
  openQuestions: [{ id: 'q', question: { en: 'What now?', sv: 'Vad nu?' }, likelihood: 'unlikely' }],
  sources: [
    { id: 's', type: 'webpage', title: 'A page' },
    { id: 't', type: 'book', title: 'A book' },
  ],
};

const compare = (older: Brief, newer: Brief, language = 'en') =>
  compareBriefs({ brief: older }, { brief: newer }, language);
const items = (newer: Brief, language = 'en') => compare(BASE, newer, language).items;

describe('compareBriefs', () => {
  test('sees what was added, removed and changed, by id', () => {
    const [a, b, c] = BASE.keyFacts;
    if (!a || !b || !c) throw new Error('three facts');
    const text = { en: 'The second fact, mended.', sv: 'Det andra.' };
    const found = items({ ...BASE, keyFacts: [{ id: 'd', text: 'New.', sources: ['s'] }, { ...b, text }, c] });
    expect(found.map(({ kind, id, index }) => [kind, id, index])).toEqual([
      ['added', 'd', 0],
      ['changed', 'b', 1],
      ['removed', 'a', 0],
    ]);
    expect(found[1]).toMatchObject({
      fields: [{ field: 'text', kind: 'text', before: 'The second fact.', after: 'The second fact, mended.' }],
    });
  });

  test('an order is no change, of items and of entries', () => {
    const [a, b, c] = BASE.keyFacts;
    if (!a || !b || !c) throw new Error('three facts');
    const turned = { ...b, sources: [...(b.sources ?? [])].reverse() } as typeof b;
    expect(isUnchanged(compare(BASE, { ...BASE, keyFacts: [c, turned, a] }))).toBe(true);
  });

  test('likelihood and confidence move with a direction; the other scale has none', () => {
    const [j] = BASE.judgements ?? [];
    if (!j) throw new Error('a judgement');
    const judgements = [{ ...j, likelihood: 'unlikely' as const, confidence: 'high' as const }];
    expect(items({ ...BASE, judgements })[0]).toMatchObject({
      fields: [
        { kind: 'likelihood', before: 'likely', after: 'unlikely', direction: 'down' },
        { kind: 'confidence', before: 'low', after: 'high', direction: 'up' },
      ],
    });
    const other = compare(BASE, { ...BASE, judgements, likelihoodScale: 'icd203' });
    expect(other.items[0]).toMatchObject({ fields: [{ direction: null }, { direction: 'up' }] });
  });

  test('a question is answered; a status that is written out is no change', () => {
    const [q] = BASE.openQuestions ?? [];
    if (!q) throw new Error('a question');
    const answered = { ...q, status: 'answered' as const, answer: 'This.', answeredOn: '2024-09-04', sources: ['s'] };
    expect(items({ ...BASE, openQuestions: [answered as typeof q] })[0]).toMatchObject({ id: 'q', answered: true });
    expect(items({ ...BASE, openQuestions: [{ ...q, status: 'open' }] })).toEqual([]);
  });

  test('one language is compared; a translation that was added, and lines that end elsewhere, are no change', () => {
    const summary = { en: 'One thing.', sv: 'En annan sak.' };
    expect(compare(BASE, { ...BASE, summary }, 'en').fields).toEqual([]);
    expect(compare(BASE, { ...BASE, summary }, 'sv').fields).toMatchObject([{ field: 'summary' }]);
    const untranslated = { ...BASE, languages: ['en'], summary: 'One\nthing.' };
    expect(compare(untranslated, { ...BASE, languages: ['en'] }, 'sv').fields).toEqual([]);
    expect(compare(BASE, { ...BASE, summary: { en: 'One\n\nthing.', sv: 'En sak.' } }).fields).toHaveLength(1);
  });

  test('without an id a changed item is removed and added; one that got an id is the same', () => {
    const [a, b, c] = BASE.keyFacts;
    if (!a || !b || !c) throw new Error('three facts');
    expect(items({ ...BASE, keyFacts: [a, b, { ...c, text: 'Another.' }] }).map(({ kind }) => kind)).toEqual([
      'added',
      'removed',
    ]);
    expect(items({ ...BASE, keyFacts: [a, b, { ...c, id: 'c' }] })).toMatchObject([
      { kind: 'changed', fields: [{ field: 'id' }] },
    ]);
  });

  test('an annex in a file is compared by what the file says', () => {
    const brief: Brief = { ...BASE, annexes: [{ id: 'x', title: 'X', file: 'x.md' }] };
    const body = (text: string) => ({ brief, annexBodies: new Map([[0, text]]) });
    expect(isUnchanged(compareBriefs(body('One.'), body('One.'), 'en'))).toBe(true);
    expect(compareBriefs(body('One.'), body('Two.'), 'en').items).toMatchObject([{ kind: 'changed', id: 'x' }]);
  });
});

describe('properties', () => {
  test('a brief has not changed from itself, and any two can be compared and printed', () => {
    fc.assert(
      fc.property(shapelyBrief, shapelyBrief, (one, other) => {
        const [older, newer] = [one as unknown as Brief, other as unknown as Brief];
        expect(isUnchanged(compare(older, older))).toBe(true);
        const changes = compare(older, newer);
        const paint = (text: string) => text;
        printPretty(changes, { added: paint, removed: paint, strong: paint, muted: paint });
        printMarkdown(changes);
        expect(JSON.parse(printJson(changes))).toMatchObject({ version: 1 });
      }),
      { numRuns: 40 },
    );
  });

  /** Every text, number and word of a value, by the steps to it. */
  function leaves(value: unknown, steps: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [steps];
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(inner, [...steps, Array.isArray(value) ? Number(key) : key]),
    );
  }

  function edited(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
    if (step === undefined) return typeof value === 'string' ? `${value}x` : Number(value) + 1;
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
    copy[step] = edited(copy[step], rest);
    return copy;
  }

  test('every single edit shows up', () => {
    const all = leaves(BASE).filter((steps) => steps[0] !== 'briefpress' && steps.at(-1) !== 'sv');
    expect(all.length).toBeGreaterThan(25);
    for (const steps of all) {
      const newer = edited(BASE, steps) as Brief;
      expect([steps.join('.'), isUnchanged(compare(BASE, newer))]).toEqual([steps.join('.'), false]);
    }
  });

  test('marked words give both texts back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const words = markWords(before, after, 'en');
        const side = (gone: string) => words.filter(({ kind }) => kind !== gone).map(({ text }) => text);
        const blank = (text: string) => text.replace(/[ \n]/g, ' ');
        expect(blank(side('removed').join(''))).toBe(blank(after));
        expect(blank(side('added').join(''))).toBe(blank(before));
      }),
    );
  });
});
