import { describe, expect, it } from 'vitest';
import type { EngineLine } from '../../../src/pdf/engine/node-shapes.js';
import { alignLine } from '../../../src/pdf/pagination/align.js';

/** A line of words, each 20 points wide with a space of 3 after it where its text ends with one. */
function lineOf(texts: readonly string[], more: Partial<EngineLine> & { reading?: boolean } = {}): EngineLine {
  const { reading, ...rest } = more;
  const inlines = texts.map((text, at) => ({
    text,
    x: at * 20,
    width: 20,
    trailingCut: text.endsWith(' ') ? 3 : 0,
    ...(reading && { reading: 'x' }),
  }));
  return { maxWidth: 100, getWidth: () => texts.length * 20, inlines, ...rest } as unknown as EngineLine;
}

function placed(texts: readonly string[], more: Parameters<typeof lineOf>[1] = {}): number[] {
  const line = lineOf(texts, more);
  alignLine(line);
  return line.inlines.map(({ x }) => Math.round(x * 100) / 100);
}

describe('the words of a line', () => {
  it.each([
    ['left', [0, 20]],
    ['right', [60, 80]],
    ['center', [30, 50]],
  ])('are at the %s', (alignment, expected) => {
    expect(placed(['a ', 'b'], { alignment } as Partial<EngineLine>)).toEqual(expected);
  });

  it('begin where the column begins if they are wider than it', () => {
    expect(placed(['a ', 'b'], { alignment: 'right', maxWidth: 30 } as Partial<EngineLine>)).toEqual([0, 20]);
    expect(placed(['a ', 'b'], { alignment: 'center', maxWidth: 30 } as Partial<EngineLine>)).toEqual([0, 20]);
  });

  const justified = (more: Parameters<typeof lineOf>[1] = {}, texts = ['a ', 'b ', 'c', 'd ', 'e']) =>
    placed(texts, { alignment: 'justify', maxWidth: 106, ...more } as Parameters<typeof lineOf>[1]);

  it('are spread at spaces alone where they are justified', () => {
    expect(justified()).toEqual([0, 22, 44, 64, 86]);
    const line = lineOf(['a ', 'b', 'c ', 'd'], { alignment: 'justify', maxWidth: 84 } as Partial<EngineLine>);
    alignLine(line);
    expect(line.inlines.map(({ justifyShift }) => justifyShift)).toEqual([0, 2, 0, 2]);
  });

  it('do not count the space after the last of them', () => {
    expect(justified({ maxWidth: 44 }, ['a ', 'b '])).toEqual([0, 24]);
  });

  it.each([
    ['the last line', { lastLineInParagraph: true }],
    ['a line that the text ends', { newLineForced: true }],
    ['a line that is to be ragged', { ragged: true }],
    ['a line of two directions', { reading: true }],
    ['a line whose spaces would be over three times as wide', { maxWidth: 119 }],
  ])('stay where they are in %s', (_what, more) => {
    expect(justified(more as Parameters<typeof lineOf>[1])).toEqual([0, 20, 40, 60, 80]);
  });

  it('may have spaces of just three times their width', () => {
    expect(justified({ maxWidth: 118 })).toEqual([0, 26, 52, 72, 98]);
  });

  it('stay where they are without a space among them', () => {
    expect(justified({ maxWidth: 44 }, ['a', 'b '])).toEqual([0, 20]);
  });
});
