import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, POSITIONS, type StakeholderGrid, type Timeline } from '../../../src/document/figures.js';
import type { Figure } from '../../../src/document/tree.js';
import { drawStakeholderGrid } from '../../../src/layout/figures/grid.js';
import { drawYardstick } from '../../../src/layout/figures/yardstick.js';
import type { SvgNode } from '../../../src/layout/print-nodes.js';
import { definitionOf, documentOf, layout, lettersOf, madeBy, nodesIn } from '../setting.js';
import { collisions, style, textsIn } from './drawn.js';

const words: StakeholderGrid['words'] = {
  influence: 'Influence',
  interest: 'Interest',
  influenceLevels: { low: 'low', medium: 'medium', high: 'high' },
  interestLevels: { low: 'low', medium: 'medium', high: 'high' },
  positions: { supports: 'For', opposes: 'Against', mixed: 'Mixed', neutral: 'Neutral', unknown: 'Unknown' },
};

const name = fc
  .string({ unit: fc.constantFrom(...'abc defgh Ж'), minLength: 1, maxLength: 60 })
  .map((text) => `N${text}`);
const member = fc.record({
  name,
  influence: fc.constantFrom(...LEVELS),
  interest: fc.constantFrom(...LEVELS),
  position: fc.constantFrom(...POSITIONS),
});
describe('the stakeholder grid', () => {
  it('holds every name, none on another, all inside', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 3, maxLength: 30 }), (members) => {
        const drawn = drawStakeholderGrid({ kind: 'stakeholder-grid', members, words }, style);
        const texts = textsIn(drawn.svg);
        expect(collisions(texts)).toEqual([]);
        const letters = texts
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, '');
        for (const each of members) for (const word of each.name.split(/\s+/)) expect(letters).toContain(word);
        for (const { x, y, width } of texts) {
          expect(x).toBeGreaterThanOrEqual(-0.01);
          expect(x + width).toBeLessThanOrEqual(style.width + 0.01);
          expect(y).toBeLessThanOrEqual(drawn.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells positions apart by their shapes, not by colour', () => {
    const shapeOf = (position: (typeof POSITIONS)[number]) => {
      const members = [{ name: 'A', influence: 'low', interest: 'low', position } as const];
      const { svg } = drawStakeholderGrid(
        { kind: 'stakeholder-grid', members, words },
        { ...style, accent: '#000000', muted: '#000000' },
      );
      return svg.replace(/<text.*?<\/text>/g, '');
    };
    expect(new Set(POSITIONS.map(shapeOf)).size).toBe(POSITIONS.length);
  });
});

describe('the yardstick', () => {
  it('puts the judgements on their bands', () => {
    const bands = [
      { name: 'Unlikely', range: '0–40 %', low: 0, high: 40 },
      { name: 'Likely', range: '60–100 %', low: 60, high: 100 },
    ];
    const marks = [
      { name: '1', band: 1 },
      { name: '2', band: 0 },
      { name: '3', band: 1 },
    ];
    const texts = textsIn(drawYardstick({ kind: 'yardstick', bands, marks }, style).svg);
    const placeOf = (text: string) => {
      const found = texts.find((each) => each.text === text);
      return found === undefined ? Number.NaN : found.x + found.width / 2;
    };
    const at = (percent: number) => 9.6 + (percent / 100) * (470 - 19.2);
    expect(placeOf('1, 3')).toBeCloseTo(at(80), 1);
    expect(placeOf('2')).toBeCloseTo(at(20), 1);
    expect(collisions(texts)).toEqual([]);
  });
});

describe('a figure on the page', () => {
  const data: Timeline = {
    ...{ kind: 'timeline', form: 'words', months: [] },
    events: ['2024-01-01', '2024-02-01', '2024-03-01'].map((from, i) => ({
      from,
      to: null,
      date: from,
      text: `E${i}`,
    })),
  };
  const figure = (more: Partial<Figure> = {}): Figure => ({
    type: 'figure',
    figure: data,
    alt: 'What it says.',
    caption: [{ type: 'text', value: 'Under it' }],
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'In its place' }] }],
    ...more,
  });

  it('is a Figure with words for who does not see it, and keeps its caption', () => {
    const { content } = madeBy(layout(documentOf([figure()])));
    const drawn = nodesIn(content).find((node): node is SvgNode => 'svg' in node);
    expect(drawn).toMatchObject({ role: 'Figure', alt: 'What it says.' });
    expect(content[0]).toMatchObject({ unbreakable: true });
    expect(nodesIn(content).some((node) => node.role === 'Caption')).toBe(true);
    expect(lettersOf(content)).toBe('Whatitsays.Underit');
  });

  it('gives way to what stands inside it where it would be too high or too narrow', () => {
    const long = data.events.map((event) => ({ ...event, text: 'word '.repeat(400) }));
    const high = madeBy(layout(documentOf([figure({ figure: { ...data, events: long } })]))).content;
    expect(lettersOf(high)).toBe('Initsplace');
    const columns = { type: 'directive', name: 'columns', attributes: {} } as const;
    const narrow = madeBy(layout(documentOf([{ ...columns, children: [figure(), figure()] }]))).content;
    expect(lettersOf(narrow)).toBe('InitsplaceInitsplace');
  });

  it('collapses the numbers of many sources, and keeps those with a place in their order', () => {
    const cited = (numbers: readonly [number, string | null][]) => {
      const items = numbers.map(([number, locator]) => ({ source: `s${number}`, number, locator }));
      const { content } = madeBy(
        layout(
          documentOf([
            {
              type: 'paragraph',
              children: [
                { type: 'text', value: 'x' },
                { type: 'citation', items },
              ],
            },
          ]),
        ),
      );
      const [node] = content;
      return node !== undefined && 'text' in node && typeof node.text !== 'string'
        ? node.text.map(({ text }) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', '')).join('')
        : '';
    };
    expect(
      cited([
        [2, null],
        [1, null],
      ]),
    ).toBe('x1, 2');
    expect(cited([6, 7, 12, 9, 8].map((number) => [number, null]))).toBe('x6–9, 12');
    expect(
      cited([
        [4, 'art. 2'],
        [1, null],
      ]),
    ).toBe('x4 (art. 2) 1');
  });

  it('prints restrictions in the footer of every page, whole', () => {
    const words = 'For training only. '.repeat(20).trim();
    const { footer, page } = madeBy(layout(documentOf([], { restrictions: words })));
    for (const part of [footer.first, footer.rest]) {
      const texts = part === null ? [] : nodesIn([part]).flatMap((node) => ('text' in node ? [node.text] : []));
      expect(texts).toContain(words);
    }
    expect(page.margins[3]).toBeGreaterThan(definitionOf('x').page.margins[3]);
  });
});

describe('a figure that is read from the right', () => {
  const grid: StakeholderGrid = {
    kind: 'stakeholder-grid',
    words,
    members: [
      { name: 'One', influence: 'high', interest: 'low', position: 'supports' },
      { name: 'Two', influence: 'low', interest: 'high', position: 'neutral' },
      { name: 'Three', influence: 'medium', interest: 'medium', position: 'unknown' },
    ],
  };

  it('has everything at its place from the other edge', () => {
    const left = textsIn(drawStakeholderGrid(grid, style).svg);
    const right = textsIn(drawStakeholderGrid(grid, { ...style, rightToLeft: true }).svg);
    expect(right.map(({ text }) => text.replace('←', '→'))).toEqual(left.map(({ text }) => text));
    for (const [at, { x, y, width }] of right.entries()) {
      expect(x).toBeCloseTo(style.width - (left[at]?.x ?? 0) - width, 1);
      expect(y).toBe(left[at]?.y);
    }
  });
});
