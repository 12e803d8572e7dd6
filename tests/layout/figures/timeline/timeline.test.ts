import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../../src/document/figures.js';
import { flagsOnSide, flagWords } from '../../../../src/layout/figures/timeline/flags.js';
import { drawTimeline } from '../../../../src/layout/figures/timeline/timeline.js';
import { collisions, style, textsIn, type Word } from '../drawn.js';

type Event = Timeline['events'][number];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const timelineOf = (events: readonly Event[], form: Timeline['form'] = 'words'): Timeline => ({
  ...{ kind: 'timeline', form, months, events },
});
const on = (from: string, more: Partial<Event> = {}): Event => ({
  from,
  to: null,
  date: `D${from}`,
  text: 'x',
  ...more,
});
const drawnOf = (
  events: readonly Event[],
  { width = 470, rightToLeft = false, form = 'words' as Timeline['form'] } = {},
) => {
  const drawn = drawTimeline(timelineOf(events, form), { ...style, width, rightToLeft });
  if (drawn === null) throw new Error('not drawn');
  return drawn;
};

/** The places of points, in the order of their drawing: `y` is that of the edge of the axis they are on. */
const pointsIn = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*fill="([^"]+)"/g)].map(([, x, y, fill]) => ({
    ...{ x: Number(x), y: Number(y), fill },
  }));
/** Upright lines: from the points to the words. */
const stemsIn = (svg: string) =>
  [
    ...svg.matchAll(
      /<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" stroke="#555555" stroke-width="0.5"/g,
    ),
  ]
    .map((match) => match.slice(1).map(Number))
    .filter(([x1, , x2]) => x1 === x2)
    .map(([x = 0, y1 = 0, , y2 = 0]) => ({ x, top: Math.min(y1, y2), bottom: Math.max(y1, y2) }));

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc
  .string({ unit: fc.constantFrom(...'abc defgh Ж'), minLength: 1, maxLength: 60 })
  .map((words) => `N${words}`);
const events = (most: number) =>
  fc
    .array(fc.record({ day, text }), { minLength: 1, maxLength: most })
    .map((all) => all.map((each) => on(each.day, { text: each.text, date: '2 May 2024' })));

function expectTidy(texts: readonly Word[], width: number, height: number) {
  expect(collisions(texts)).toEqual([]);
  for (const each of texts) {
    expect(each.x).toBeGreaterThanOrEqual(-0.01);
    expect(each.x + each.width).toBeLessThanOrEqual(width + 0.01);
    expect(each.y).toBeGreaterThan(0);
    expect(each.y).toBeLessThanOrEqual(height);
  }
}

describe('words at their points', () => {
  it('hold every event, none on another, all inside, and no line runs through them', () => {
    fc.assert(
      fc.property(events(12), fc.constantFrom(227, 470), fc.boolean(), (all, width, rightToLeft) => {
        const drawn = drawTimeline(timelineOf(all), { ...style, width, rightToLeft });
        if (drawn === null) return;
        const texts = textsIn(drawn.svg);
        expectTidy(texts, width, drawn.height);
        const letters = texts.map((each) => each.text.replaceAll(' ', '')).join('');
        for (const each of all) for (const word of each.text.split(/\s+/)) expect(letters).toContain(word);
        for (const stem of stemsIn(drawn.svg)) {
          const crossed = texts.filter(
            ({ x, width: long, y }) =>
              stem.x > x + 1 && stem.x < x + long - 1 && y > stem.top + 1 && y - 4 < stem.bottom,
          );
          expect(crossed.map((each) => each.text)).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('begin at the line from their own point', () => {
    const { svg } = drawnOf([on('2024-01-01'), on('2025-01-01'), on('2026-01-01')]);
    const texts = textsIn(svg);
    for (const [at, point] of pointsIn(svg).entries()) {
      const word = texts.find((each) => each.text === `D${2024 + at}-01-01`);
      const gap = Math.min(Math.abs((word?.x ?? 0) - point.x), Math.abs((word?.x ?? 0) + (word?.width ?? 0) - point.x));
      expect(gap).toBeLessThan(5);
    }
  });

  it('stand at true distances from each other', () => {
    const [a, b, c] = pointsIn(drawnOf([on('2020-01-01'), on('2021-01-01'), on('2024-01-01')]).svg).map(({ x }) => x);
    expect(((c ?? 0) - (a ?? 0)) / ((b ?? 0) - (a ?? 0))).toBeCloseTo((365 * 4 + 1) / 366, 2);
  });

  it('run from the right in a document that does', () => {
    const all = [on('2020-01-01'), on('2021-01-01'), on('2024-01-01')];
    const [left, right] = [pointsIn(drawnOf(all).svg), pointsIn(drawnOf(all, { rightToLeft: true }).svg)];
    for (const [at, { x }] of left.entries()) expect(right[at]?.x).toBeCloseTo(470 - x, 1);
  });

  it('are not drawn where they would lie on each other', () => {
    const together = Array.from({ length: 12 }, (_, i) => on(`2024-05-${i + 10}`, { text: 'many words '.repeat(9) }));
    expect(drawTimeline(timelineOf([on('1990-01-01'), ...together]), style)).toBeNull();
  });

  it('cannot stand on one side with two lines that each run through the words of the other', () => {
    const wide = { text: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww', date: 'd' };
    const words = [on('x', wide), on('y', wide)].map((event) => flagWords(event, 200, style));
    expect(flagsOnSide([0, 1], [120, 360], { words, style: { ...style, width: 370 } })).not.toBeNull();
    expect(flagsOnSide([0, 1], [60, 100], { words, style: { ...style, width: 150 } })).toBeNull();
  });
});

describe('the axis', () => {
  const wordsOf = (all: readonly Event[], width = 470) =>
    textsIn(drawnOf(all, { width }).svg)
      .map((each) => each.text)
      .filter((each) => !each.startsWith('D') && each !== 'x');

  it('bears years, or months, or days, as the time asks for, and says the year at least once', () => {
    expect(wordsOf([on('1998-07-17'), on('2010-01-01'), on('2024-06-01')])).toEqual(
      expect.arrayContaining(['2000', '2005', '2010', '2015', '2020']),
    );
    expect(wordsOf([on('2023-02-10'), on('2023-12-01')])).toEqual(
      expect.arrayContaining(['Mar', 'May', 'Nov', '2024']),
    );
    expect(wordsOf([on('2023-02-10'), on('2023-09-20')])[0]).toMatch(/^[A-Z][a-z]+ 2023$/);
    expect(wordsOf([on('2024-05-02'), on('2024-05-20')])).toEqual(expect.arrayContaining(['5 May']));
    expect(wordsOf([on('2024-05-02'), on('2024-05-20')]).some((each) => each.endsWith('2024'))).toBe(true);
    expect(wordsOf([on('2024-05-02')])).not.toEqual([]);
    expect(wordsOf([on('-0044-03-15'), on('-0031-09-02')])).toContain('\u221241');
  });

  it('has fewer names where it is short', () => {
    const all = [on('1998-07-17'), on('2010-01-01'), on('2024-06-01')];
    expect(wordsOf(all, 227).length).toBeLessThan(wordsOf(all).length);
  });

  it('shows what lasted as a bar, and what has no exact date as a hollow point over the time that is meant', () => {
    const within = ['2024-01-01', '2024-12-31'] as const;
    const { svg } = drawnOf([
      on('2022-01-01', { to: '2023-01-01' }),
      on('2024-07-01', { within, isVague: true }),
      on('2026-01-01'),
    ]);
    expect(pointsIn(svg).map(({ fill }) => fill)).toEqual(['#112233', '#ffffff', '#112233']);
    const bars = [
      ...svg.matchAll(/x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)" y2="[\d.]+" stroke="[^"]+" stroke-width="2.4"/g),
    ];
    const [lasted = 0, meant = 0] = bars.map(([, x1, x2]) => Number(x2) - Number(x1));
    expect(lasted).toBeCloseTo(meant, 0);
  });

  it('puts what lasted at the same time beside each other', () => {
    const { svg } = drawnOf([on('2022-01-01', { to: '2024-01-01' }), on('2023-01-01', { to: '2025-01-01' })], {
      form: 'numbers',
    });
    const [a, b] = pointsIn(svg);
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(4);
  });
});

describe('numbers at points', () => {
  it('never lie on each other, and name every event, alone or in a range', () => {
    fc.assert(
      fc.property(events(40), fc.constantFrom(227, 470), (all, width) => {
        const sorted = all.toSorted((a, b) => (a.from < b.from ? -1 : 1));
        const drawn = drawnOf(sorted, { width, form: 'numbers' });
        const texts = textsIn(drawn.svg);
        expectTidy(texts, width, drawn.height);
        const named = texts
          .filter(({ y }) => y < drawn.height / 2)
          .flatMap((each) => {
            const [first = 0, last = first] = each.text.split('–').map(Number);
            return Array.from({ length: last - first + 1 }, (_, i) => first + i);
          });
        expect(named).toEqual(sorted.map((_, i) => i + 1));
        expect(pointsIn(drawn.svg)).toHaveLength(sorted.length);
      }),
      { numRuns: 60 },
    );
  });
});
