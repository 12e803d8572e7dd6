import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import type { Figure } from '../../src/document/tree.js';
import { plainText, walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { edition, PACKS, pack } from './packs.js';

type Data = NonNullable<Brief['figures']>[number];

const WARRANTS: Data = {
  ...{ id: 'warrants', kind: 'line', title: 'Warrants', unit: 'a year', note: 'Sealed ones are not counted' },
  columns: ['Year', 'Issued', 'Executed'],
  rows: [
    [2022, 1234.5, 1],
    [2023, 4, null],
  ],
  sources: ['press'],
};
const ASKED = 'Before.\n\n:::chart{#warrants}\n:::\n\nAfter.';

function figures(change: Partial<Brief>, name = 'policy-memo'): Figure[] {
  const outcome = composePrint(edition(change), pack(name), { created: '' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  const found: Figure[] = [];
  walkTree(outcome.value.root.children, (node) => {
    if (node.type === 'figure' && (node.figure.kind === 'chart' || node.figure.kind === 'matrix')) found.push(node);
  });
  return found;
}

function memo(change: Partial<Brief>, name = 'policy-memo'): string {
  const outcome = composeMemo(edition(change), pack(name));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('a chart', () => {
  it('is drawn where the text asks for it, and its data is said', () => {
    const [figure] = figures({ analysis: ASKED, figures: [WARRANTS] });
    expect(figure?.figure).toEqual({
      ...{ kind: 'chart', form: 'line', language: 'en', categories: ['2022', '2023'], days: [18993, 19358] },
      series: [
        { name: 'Issued', values: [1234.5, 4] },
        { name: 'Executed', values: [1, null] },
      ],
    });
    expect(plainText(figure?.title ?? [])).toBe('Warrants, a year');
    expect(figure?.alt).toBe(
      'Warrants (a year). 2022: Issued 1,234.5, Executed 1. 2023: Issued 4, Executed –. Sealed ones are not counted.',
    );
    expect(plainText(figure?.caption ?? [])).toMatch(/^Sealed ones are not counted\. Source: \S/);
  });

  it('is a table in the memo, between what stands before and after it', () => {
    const text = memo({ analysis: ASKED, figures: [WARRANTS] });
    const part = text.slice(text.indexOf('Before.'), text.indexOf('After.'));
    expect(part).toContain('**Warrants**, a year');
    expect(part).toMatch(/\| 2022 +\| +1,234\.5 \| +1 \|/);
    expect(part).toMatch(/\| 2023 +\| +4 \| +– \|/);
    expect(part).toMatch(/Sealed ones are not counted\. Source: .+\[\^\d+\]/);
  });

  it('cites a source where it stands, and the source has its number from there on page and memo', () => {
    const change: Partial<Brief> = {
      ...{ analysis: ASKED, figures: [WARRANTS], quotes: [], stakeholders: [], judgements: [], timeline: [] },
      ...{ openQuestions: [], keyFacts: [{ text: 'A fact.', sources: ['treaty'] }], summary: 'S.', background: 'B.' },
      ...{ sections: [{ id: 'later', title: 'Later', body: 'Later [@unused].' }] },
    };
    const text = memo(change);
    const order = [...text.slice(0, text.indexOf('[^1]: ')).matchAll(/\[\^(\d+)\]/g)].map(([, number]) => number);
    expect([...new Set(order)]).toEqual(['1', '2', '3']);
    expect(text).toMatch(/^\[\^2\]: .*A report/m);
    const [figure] = figures(change);
    const numbers: (number | null)[] = [];
    walkTree(figure?.caption ?? [], (node) => {
      if (node.type === 'citation') numbers.push(...node.items.map(({ number }) => number));
    });
    expect(numbers).toEqual([2]);
  });

  it.each(PACKS)('is lost in no pack: %s', (name) => {
    const place = { sections: [{ id: 'numbers', title: 'Numbers', body: ASKED }] };
    expect(figures({ ...place, analysis: 'Text.', figures: [WARRANTS] }, name)).toHaveLength(1);
    expect(memo({ ...place, analysis: 'Text.', figures: [WARRANTS] }, name)).toContain('**Warrants**');
  });

  it('keeps what stands within its directive', () => {
    const change = { analysis: ':::chart{#warrants}\nWithin.\n:::', figures: [WARRANTS] };
    expect(memo(change)).toContain('Within.');
  });

  it('has every number in its alternative text, or its ends and extremes where there are too many', () => {
    const rows = Array.from({ length: 80 }, (_, i): [string, number, number] => [
      String(1900 + i),
      i === 40 ? 99 : i,
      1,
    ]);
    const [figure] = figures({ analysis: ASKED, figures: [{ ...WARRANTS, rows }] });
    expect(figure?.alt).toContain('Issued: 0 (1900) to 79 (1979), lowest 0 (1900), highest 99 (1940).');
  });

  it.each([
    ['years', ['2019', '2021'], [17897, 18628]],
    ['months', ['2019-01', '2019-02'], [17897, 17928]],
    ['years out of order', ['2021', '2019'], null],
    ['words', ['Spring', 'Autumn'], null],
    ['years and words', ['2019', '2020 (so far)'], null],
  ])('of %s has a scale of time only where that is true', (_, names, days) => {
    const [figure] = figures({ analysis: ASKED, figures: [{ ...WARRANTS, rows: names.map((name) => [name, 1, 2]) }] });
    expect(figure?.figure).toMatchObject({ days });
  });

  it('says its sources once in author-date style', () => {
    const [figure] = figures({ analysis: ASKED, figures: [WARRANTS], citationStyle: 'author-date' });
    const words = plainText(figure?.caption ?? []);
    expect(words.match(/\d{4}|n\.d\./g)).toHaveLength(1);
    expect(words).toContain('Source: (');
  });
});

describe('a matrix', () => {
  it('has no letters in its lights where two of their words begin alike', () => {
    const figure: Data = {
      ...{ id: 'warrants', kind: 'lights', title: 'M' },
      columns: ['a', 'b'],
      rows: [['c', 'green']],
    };
    const outcome = composePrint(edition({ analysis: ASKED, figures: [figure] }, 'sv'), pack('policy-memo'), {
      created: '',
    });
    expect(JSON.stringify(outcome)).toContain('"mark":"green","text":"grönt"');
  });

  const matrix = (kind: Data['kind'], cell: string | null): Data => ({
    ...{ id: 'warrants', kind, title: 'Matrix' },
    ...{ columns: ['Who', 'What'], rows: [['Mongolia', cell]] },
  });

  it.each([
    ['positions', 'opposes', { mark: 'opposes', text: 'opposes' }],
    ['lights', 'amber: late', { mark: 'amber', letter: 'A', text: 'amber: late' }],
    ['criteria', '--', { mark: '--', text: 'very poor' }],
    ['criteria', 'cheap', { mark: null, text: 'cheap' }],
    ['criteria', 'cheap: for now', { mark: null, text: 'cheap: for now' }],
    ['criteria', null, null],
  ] as const)('of %s has a mark and a word: %s', (kind, cell, expected) => {
    const [figure] = figures({ analysis: ASKED, figures: [matrix(kind, cell)] });
    expect(figure?.figure).toMatchObject({ kind: 'matrix', rows: [{ name: 'Mongolia', cells: [expected] }] });
  });
});
