import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type RiskMatrix, STEP_STATES, type StepStrip } from '../../../src/document/figures.js';
import { drawRiskMatrix } from '../../../src/layout/figures/risk-matrix.js';
import { drawSteps } from '../../../src/layout/figures/step-strip.js';
import { collisions, style, textsIn } from './drawn.js';

const impacts = { low: 'Low', medium: 'Medium', high: 'High' };
const matrixOf = (risks: RiskMatrix['risks']): RiskMatrix => ({
  ...{ kind: 'risk-matrix', risks, words: { likelihood: 'Likelihood', impact: 'Impact', impacts, whole: '100%' } },
});
const barsIn = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((match) => {
    const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
    return { x, y, width, height };
  });

describe('the risk matrix', () => {
  it('has each risk over its range, in the row of its impact, the worst above', () => {
    const { svg, width } = drawRiskMatrix(
      matrixOf([
        { name: '1', low: 0, high: 50, impact: 'low' },
        { name: '2', low: 50, high: 100, impact: 'high' },
      ]),
      style,
    );
    const [high, low] = barsIn(svg);
    const texts = textsIn(svg);
    const middleOf = (text: string) => {
      const found = texts.filter((each) => each.text === text).at(-1);
      return found === undefined ? Number.NaN : found.x + found.width / 2;
    };
    expect(width).toBeLessThan(470);
    expect((high?.x ?? 0) - middleOf('50')).toBeCloseTo(0, 0);
    expect((low?.x ?? 0) + (low?.width ?? 0)).toBeCloseTo(high?.x ?? 0, 1);
    expect(low?.y ?? 0).toBeGreaterThan(high?.y ?? 0);
    for (const [name, bar] of [['2', high] as const, ['1', low] as const]) {
      expect(middleOf(name)).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) / 2, 0);
    }
  });

  it('holds every number, none on another or on another bar, all inside', () => {
    const range = fc.tuple(fc.nat(95), fc.integer({ min: 1, max: 60 }));
    const risk = fc.record({ range, impact: fc.constantFrom(...LEVELS) });
    fc.assert(
      fc.property(fc.array(risk, { minLength: 1, maxLength: 25 }), fc.constantFrom(200, 470), (all, width) => {
        const risks = all.map(({ range: [low, more], impact }, i) => ({
          ...{ name: String(i + 1), low, high: Math.min(100, low + more), impact },
        }));
        const drawn = drawRiskMatrix(matrixOf(risks), { ...style, width });
        const texts = textsIn(drawn.svg);
        expect(collisions(texts)).toEqual([]);
        for (const { name } of risks) expect(texts.map(({ text }) => text)).toContain(name);
        const bars = barsIn(drawn.svg);
        for (const [i, one] of bars.entries()) {
          for (const other of bars.slice(i + 1)) {
            const apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
            expect(apart || Math.abs(one.y - other.y) >= one.height).toBe(true);
          }
        }
        for (const { x, y, width: long } of texts) {
          expect(x).toBeGreaterThanOrEqual(-0.01);
          expect(x + long).toBeLessThanOrEqual(drawn.width + 0.01);
          expect(y).toBeLessThanOrEqual(drawn.height);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the strip of next steps', () => {
  const step = (more: Partial<StepStrip['steps'][number]> = {}): StepStrip['steps'][number] => ({
    ...{ due: '1 May 2026', action: 'Ask', owner: 'Desk', state: 'open', stateWord: 'open', ...more },
  });
  const drawnOf = (steps: StepStrip['steps'], width = 470) => drawSteps({ kind: 'steps', steps }, { ...style, width });

  it('says when, what, who and how it stands, from left to right', () => {
    const steps = [step(), step({ due: '2 June 2026', action: 'Travel', owner: 'Embassy', stateWord: 'blocked' })];
    const texts = textsIn(drawnOf(steps)?.svg ?? '');
    const placeOf = (text: string) => texts.find((each) => each.text === text)?.x ?? Number.NaN;
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['1 May 2026', 'Ask', 'Desk · open', '2 June 2026', 'Travel', 'Embassy · blocked']),
    );
    expect(placeOf('Travel')).toBe(placeOf('2 June 2026'));
    expect(placeOf('Travel')).toBeGreaterThan(placeOf('Ask'));
  });

  it('tells states apart by their shapes, not by colour', () => {
    const shapeOf = (state: StepStrip['steps'][number]['state']) =>
      drawSteps({ kind: 'steps', steps: [step({ state })] }, { ...style, accent: '#000000', muted: '#000000' })?.svg;
    expect(new Set(STEP_STATES.map(shapeOf)).size).toBe(STEP_STATES.length);
  });

  it('has no two texts on each other, and gives way where words have too little room', () => {
    const many = Array.from({ length: 5 }, () => step({ action: 'A sentence of several words, as steps have.' }));
    const drawn = drawnOf(many);
    expect(collisions(textsIn(drawn?.svg ?? ''))).toEqual([]);
    expect(drawn).not.toBeNull();
    expect(drawnOf(many, 227)).toBeNull();
    expect(drawnOf([step({ action: 'word '.repeat(200) })])).toBeNull();
  });
});
