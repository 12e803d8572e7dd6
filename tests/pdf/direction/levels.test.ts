import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { directionOf, drawnText, inVisualOrder, isTurnedByFont, partsOf } from '../../../src/pdf/direction/levels.js';

const { given } = vi.hoisted(() => ({ given: [] as string[] }));

interface Bidi {
  getEmbeddingLevels(text: string, base: string): unknown;
}

/** The texts that the algorithm is given, which alone decide how many steps it takes. */
vi.mock('bidi-js', async (load) => {
  const { default: make } = await load<{ default: () => Bidi }>();
  return {
    default: () => {
      const bidi = make();
      const getEmbeddingLevels = (text: string, base: string) => {
        given.push(text);
        return bidi.getEmbeddingLevels(text, base);
      };
      return { ...bidi, getEmbeddingLevels };
    },
  };
});

function levels(text: string, rightToLeft: boolean): number[] {
  return [...(directionOf([{ text }], rightToLeft)?.levels ?? [])];
}

/** The text as it stands from left to right. */
function seen(text: string, rightToLeft: boolean): string {
  const direction = directionOf([{ text }], rightToLeft);
  const parts = partsOf(text, (at) => direction?.levels[at] ?? 0);
  return inVisualOrder(parts)
    .map((part) => (isTurnedByFont(part.text) ? [...drawnText(part)].reverse().join('') : drawnText(part)))
    .join('');
}

describe('the levels of a text', () => {
  it.each(['12, 5% ', '1,', '1', '١٬', '5-', '%1', '1/2.', '$3 '])(
    'take as many steps for a long run of %j as it is long, and are those of a short one',
    (unit) => {
      for (const before of ['א ', 'ا ', 'a ', '']) {
        for (const rightToLeft of [true, false]) {
          const short = levels(`${before}${unit.repeat(20)}א`, rightToLeft);
          const long = levels(`${before}${unit.repeat(3000)}א`, rightToLeft);
          const middle = (all: readonly number[]) => all.slice(before.length + unit.length, -4 * unit.length - 1);
          const period = middle(short).slice(0, unit.length);
          expect(middle(long)).toEqual(middle(long).map((_, at) => period[at % unit.length]));
          // From no number is it further to a letter than this.
          const runs = (given.at(-1) ?? '').split(/[\p{L}]/u).map(({ length }) => length);
          expect(Math.max(...runs)).toBeLessThan(600);
        }
      }
    },
  );

  it('are even for digits of every script', () => {
    for (const digits of ['2024', '١٤٠٣', '۱۴۰۳', '۱۴۰۳/۰۶/۱۳', '۱۲٫۵', '١٢٬٥٠٠']) {
      expect(seen(digits, true)).toBe(digits);
      expect(seen(`در ${digits}`, true)).toBe(`${digits} رد`);
      expect(seen(`of ${digits}.`, false)).toBe(`of ${digits}.`);
    }
  });

  it('are those of the characters that are drawn, without the marks of direction', () => {
    expect(levels('א\u200eb', false)).toEqual([1, 0]);
    expect(levels('\u200fa', true)).toEqual([2]);
  });

  it('take a character of two units for one', () => {
    expect(levels('א \u{1f600} ב', false)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(levels('\u{10a00}', false)).toEqual([1, 1]);
    expect(levels('א\u{1d400}', true)).toEqual([1, 2, 2]);
  });

  it('are the same for a long list of numbers as for each part of it', () => {
    for (const before of ['א ', 'ا ', 'a ', '']) {
      for (const rightToLeft of [true, false]) {
        const [first, second] = [40, 900].map((count) => levels(`${before}${'12, 5% '.repeat(count)}א`, rightToLeft));
        expect(new Set(second?.slice(before.length + 280, -20))).toEqual(new Set(first?.slice(before.length, -20)));
        expect(second).toHaveLength(before.length + 900 * 7 + 1);
      }
    }
  });
});

describe('what is drawn for a part', () => {
  it('has its brackets turned, and its order where no letter lets the font do that', () => {
    expect(drawnText({ text: '(א)', level: 1 })).toBe(')א(');
    expect(drawnText({ text: '?!', level: 1 })).toBe('!?');
    expect(drawnText({ text: '٪»', level: 1 })).toBe('«٪');
    expect(drawnText({ text: '(a)', level: 2 })).toBe('(a)');
  });
});

describe('the visual order', () => {
  it('is that of rule L2: each sequence turned round from the highest level down', () => {
    const at = (list: number[]): number[] =>
      inVisualOrder(list.map((level, index) => ({ level, index }))).map(({ index }) => index);
    expect(at([0, 1, 1, 0])).toEqual([0, 2, 1, 3]);
    expect(at([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
    expect(at([0, 1, 2, 2, 1, 0])).toEqual([0, 4, 2, 3, 1, 5]);
    expect(at([2, 1, 2])).toEqual([2, 1, 0]);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), (list) => {
        const order = inVisualOrder(list.map((level, index) => ({ level, index })));
        expect(order.map(({ index }) => index).sort((a, b) => a - b)).toEqual(list.map((_, index) => index));
      }),
    );
  });
});
