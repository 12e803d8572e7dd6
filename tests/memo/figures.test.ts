import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import type { Figure } from '../../src/document/tree.js';
import { plainText, walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { compiledPack, editionOfParts } from './packs.js';

const template = `:::stakeholder-grid
No grid.
:::

:::timeline
No timeline.
:::

:::yardstick
No yardstick.
:::`;

/** The figures of a brief by their kind, and the words that stand in the places of the others. */
function figuresOf(change: Partial<Brief>, language = 'en') {
  const print = composePrint(editionOfParts(change, language), compiledPack(template), { created: '' });
  if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
  const figures: Record<string, Figure> = {};
  walkTree(print.value.root.children, (node) => {
    if (node.type === 'figure') figures[node.figure.kind] = node;
  });
  const words = plainText(print.value.root.children.filter(({ type }) => type !== 'figure'));
  return { figures, words };
}

const some = (count: number): NonNullable<Brief['stakeholders']> =>
  Array.from({ length: count }, (_, i) => ({
    name: `Name ${i}`,
    influence: i === 0 ? 'low' : 'high',
    interest: 'high',
    ...(i === 1 ? { position: 'opposes' } : {}),
  }));

describe('the stakeholder grid', () => {
  it('says every cell in words', () => {
    const { figures } = figuresOf({ stakeholders: some(8) });
    const others = [2, 3, 4, 5, 6, 7].map((number) => `Name ${number} (unknown)`).join(', ');
    expect(figures['stakeholder-grid']?.alt).toBe(
      `Stakeholders by influence and interest. Influence: high, Interest: high – Name 1 (opposes), ${others}. ` +
        'Influence: low, Interest: high – Name 0 (unknown).',
    );
    expect(figuresOf({ stakeholders: some(8) }, 'sv').figures['stakeholder-grid']?.alt).toContain('Inflytande: stort');
  });

  it('takes eight who have both', () => {
    const two = figuresOf({ stakeholders: [...some(7), { name: 'Else', influence: 'high' }] });
    expect(two.figures['stakeholder-grid']).toBeUndefined();
    expect(two.words).toContain('No grid.');
  });
});

describe('the timeline', () => {
  const events = (count: number): NonNullable<Brief['timeline']> =>
    Array.from({ length: count }, (_, i) => ({
      date: `2026-0${(i % 9) + 1}-01`,
      event: `Event ${i}`,
      sources: ['press'],
    }));

  it('says every event in words, and keeps the sources of each under it', () => {
    const { figures } = figuresOf({ timeline: events(3) });
    expect(figures.timeline?.alt).toBe(
      'Timeline. 1 January 2026: Event 0. 1 February 2026: Event 1. 1 March 2026: Event 2.',
    );
    const caption = figures.timeline?.caption ?? [];
    expect(plainText(caption)).toBe('Sources: 1 Jan 2026, 1 Feb 2026, 1 Mar 2026');
    expect(caption.filter(({ type }) => type === 'citation')).toHaveLength(3);
  });

  it('is drawn for three to forty events; the words of up to twelve stand in it, where they need no link', () => {
    for (const [count, form] of [
      [2, undefined],
      [3, 'words'],
      [12, 'words'],
    ] as const) {
      const { figure } = figuresOf({ timeline: events(count) }).figures.timeline ?? {};
      expect([count, figure?.kind === 'timeline' ? figure.form : undefined]).toEqual([count, form]);
    }
    const linked = [...events(3), { date: '2026-11-01', event: '[there](https://example.org)' }];
    expect(figuresOf({ timeline: linked }).words).toContain('No timeline.');
  });

  it('stands with numbers over the list of its events where there are more, or where words have no room', () => {
    const list = ':::timeline\n{{#each timeline}}\n- {{event}}\n{{/each}}\n:::';
    const blocksOf = (count: number) => {
      const print = composePrint(editionOfParts({ timeline: events(count) }), compiledPack(list), { created: '' });
      return print.ok ? print.value.root.children : [];
    };
    const numbered = [
      {
        type: 'figure',
        figure: { form: 'numbers' },
        caption: [],
        alt: expect.stringMatching(/^Timeline\. 1 January 2026 – /),
      },
      { type: 'list', ordered: true, start: 1 },
    ];
    expect(blocksOf(40)).toMatchObject(numbered);
    expect(blocksOf(5)).toMatchObject([{ type: 'figure', figure: { form: 'words' }, children: numbered }]);
    expect(blocksOf(41)).toMatchObject([{ type: 'list', ordered: false }]);
  });

  it('puts a month or year at its middle, and says how long it is; what lasted goes from its first day to its last', () => {
    const timeline = [
      { date: '2024' },
      { date: '2024-02' },
      { date: '2024-03-01', circa: true },
      { from: '2025', to: '2026-02' },
      { from: '2026-03-01' },
    ].map((each) => ({ ...each, event: 'E' }));
    const { figure } = figuresOf({ timeline }).figures.timeline ?? {};
    const placed = figure?.kind === 'timeline' ? figure.events.map(({ date: _, text: __, ...place }) => place) : [];
    expect(placed).toEqual([
      { from: '2024-07-01', to: null, within: ['2024-01-01', '2024-12-31'], isVague: true },
      { from: '2024-02-15', to: null, within: ['2024-02-01', '2024-02-29'], isVague: true },
      { from: '2024-03-01', to: null, isVague: true },
      { from: '2025-01-01', to: '2026-02-28' },
      { from: '2026-03-01', to: expect.stringMatching(/^2\d{3}-/) },
    ]);
  });

  it('names the months of its axis in the language of the document', () => {
    const monthsOf = (language: string) => {
      const { figure } = figuresOf({ timeline: events(3) }, language).figures.timeline ?? {};
      return figure?.kind === 'timeline' ? figure.months : [];
    };
    expect(monthsOf('sv')[4]).toMatch(/^maj/);
    expect(monthsOf('mn')[4]).toBe('5 сар');
    expect(monthsOf('en')).toHaveLength(12);
  });
});

describe('the yardstick', () => {
  it('says the scale and where the judgements stand on it', () => {
    const judgements: NonNullable<Brief['judgements']> = [{ text: 'One.', likelihood: 'likely' }, { text: 'Two.' }];
    const { alt, figure } = figuresOf({ judgements }).figures.yardstick ?? {};
    expect(alt).toContain('Probability yardstick. Remote chance: 0–5%.');
    expect(alt).toMatch(/Judgement 1: likely \(55–75%\)\.$/);
    expect(figure).toMatchObject({ marks: [{ name: '1', band: 4 }] });
  });
});

it('in the memo stand the words inside', () => {
  const memo = composeMemo(editionOfParts({ stakeholders: some(3) }), compiledPack('x', {}, template));
  expect(memo.ok && memo.value.trim()).toBe('No grid.\n\nNo timeline.\n\nNo yardstick.');
});

it('a kind stands on a line of its own in print and in brackets in the memo; items become sentences', () => {
  const asides = '{{#each stakeholders}}{{name}}{{aside kind}}. {{/each}}{{sentences request.options.0.pros}}';
  const change: Partial<Brief> = { stakeholders: [{ name: 'A', kind: 'court' }, { name: 'B' }] };
  const memo = composeMemo(editionOfParts(change), compiledPack('x', {}, asides));
  expect(memo.ok && memo.value).toContain('A (court). B.');
});

it('dates are in the language of the words around them', () => {
  const date = (language: string) => {
    const print = composePrint(editionOfParts({ asOf: '2024-09-04' }, language), compiledPack('{{date asOf}}'), {
      created: '',
    });
    return print.ok ? plainText(print.value.root.children) : '';
  };
  expect(date('he')).toBe('4 September 2024');
  expect(date('sv-FI')).toBe('4 september 2024');
});
