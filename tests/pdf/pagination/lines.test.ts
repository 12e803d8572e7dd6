import { describe, expect, it } from 'vitest';
import type { EngineLine, EngineNode, EngineRun } from '../../../src/pdf/engine/node-shapes.js';
import { layOut, lorem, text } from './print.js';

function linesOf(node: EngineNode, width = 240): EngineLine[] {
  const column: EngineNode = { stack: [node] };
  column.width = width;
  const pages = layOut([{ columns: [column], columnGap: 0 }]);
  return pages.flatMap((page) => page.items.flatMap((item) => (item.type === 'line' ? [item.item] : [])));
}
const textOf = (line: EngineLine): string => line.inlines.map((inline) => inline.text).join('');
const textsOf = (node: EngineNode, width?: number): string[] => linesOf(node, width).map(textOf);

/** At every width that takes the longest word, no line begins with what must not begin one, or ends with what must not end one. */
function neverSplits(runs: EngineRun[], wrong: RegExp): void {
  for (let width = 75; width <= 240; width += 3) {
    const broken = textsOf({ text: runs }, width).join('\n');
    expect(broken).not.toMatch(wrong);
  }
}

describe('lines are not broken', () => {
  it('between a word in bold and its comma', () => {
    neverSplits([{ text: 'some words before ' }, { text: 'bold', bold: true }, { text: ', and after' }], /\n,/);
  });
  it('between a word and the number that cites its source', () => {
    neverSplits([{ text: 'as it was said!' }, { text: '12', sup: true }, { text: ' and so on' }], /\n12/);
    neverSplits([{ text: 'in the treaty.' }, { text: '3', sup: true }, { text: ' Then' }], /\n3/);
  });
  it('after an opening or before a closing bracket or quotation mark', () => {
    neverSplits([{ text: 'words (in brackets) and “in quotes” and [these], all' }], /[([“]\n|\n[)\]”,]/);
  });
  it('at unbreakable spaces and hyphens', () => {
    neverSplits(
      [{ text: 'paid 10\u202f000\u00a0kr to A\u2011B yesterday' }],
      /[\u00a0\u202f]\n|-\nB|A\n|\n\u00a0|\n\u202f/,
    );
  });
  it('within a number or a date', () => {
    neverSplits([{ text: 'on 2024-09-04 it cost 1,250.75 in all' }], /\d-?\n\d|[,.]\n\d/);
  });
});

describe('lines are broken', () => {
  it('where the author says so, and at zero-width spaces, which are not drawn', () => {
    expect(textsOf(text('one\ntwo\n\nfour'))).toEqual(['one ', 'two ', ' ', 'four']);
    const parts = textsOf(text(`${'a'.repeat(20)}\u200b${'b'.repeat(20)}`), 140);
    expect(parts).toEqual(['a'.repeat(20), 'b'.repeat(20)]);
  });
  it('between letters as a reader sees them where a word is too long', () => {
    const parts = textsOf(text('e\u0301'.repeat(80)), 60);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toBe('e\u0301'.repeat(80));
    for (const part of parts) expect(part.startsWith('\u0301')).toBe(false);
  });
});

describe('a short word', () => {
  const SAID = 'We respect the finding, and we say to every party what it is.';

  it('is not alone in the last line, where the line before can spare another', () => {
    let widows = 0;
    for (let width = 110; width <= 300; width += 2) {
      const lines = textsOf(text(SAID), width);
      if (lines.length > 1 && lines.at(-1) === 'is.') widows += 1;
      expect(lines.join('')).toBe(SAID);
    }
    expect(widows).toBe(0);
  });
  it('does not part a word with a hyphen for that', () => {
    for (let width = 80; width <= 240; width += 2) {
      const isWhole = textsOf(text('A clear signal of long-term'), width).length === 1;
      const [first] = textsOf(text('A clear signal of long-term aid'), width);
      if (isWhole) expect(first).toMatch(/of $|long-term /);
    }
  });
  it('that is alone because the author says so stays alone', () => {
    expect(textsOf(text('one two three four\nis.')).at(-1)).toBe('is.');
  });
});

describe('what is drawn', () => {
  it('has no soft hyphen, joiner or mark of order, and leaves real hyphens in the font', () => {
    expect(textsOf(text('sam\u00adarbete a\u200db \ufeffc \u2066d\u2069 well-known'))).toEqual([
      'samarbete ab c d well-known',
    ]);
  });
});

describe('marks of direction', () => {
  it('put what stands beside them on its side, and are not drawn', () => {
    const placeOf = (content: string): number => {
      const [line] = linesOf(text(content));
      const mark = line?.inlines.find((inline) => inline.text.includes('!'));
      if (line === undefined || mark === undefined) throw new Error('no mark');
      expect(textOf(line)).not.toMatch(/[\u200e\u200f]/);
      return mark.x;
    };
    expect(placeOf('A word: \u05d0\u05d1\u05d2!\u200f')).toBeLessThan(placeOf('A word: \u05d0\u05d1\u05d2!'));
  });
});

describe('justified lines', () => {
  const justified = linesOf({ ...text(lorem(120)), alignment: 'justify' });

  it('reach both margins, all but the last', () => {
    for (const line of justified.slice(0, -1)) {
      const last = line.inlines.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0) - (last?.trailingCut ?? 0)).toBeCloseTo(240, 1);
    }
    expect(justified.at(-1)?.inlines.some((inline) => inline.justifyShift)).toBe(false);
  });

  it('are stretched at spaces alone', () => {
    const runs = Array.from({ length: 60 }, (_, index) => [
      { text: 'well-', bold: true },
      { text: `known${index} ` },
    ]).flat();
    for (const line of linesOf({ text: runs, alignment: 'justify' }).slice(0, -1)) {
      line.inlines.forEach((inline, index) => {
        const before = line.inlines[index - 1];
        const gap = before === undefined ? 0 : inline.x - before.x - before.width;
        if (before !== undefined && !before.text.endsWith(' ')) expect(gap).toBeCloseTo(0, 6);
      });
    }
  });

  it('stay ragged rather than have gaps of more than three spaces', () => {
    const wide = `${'m'.repeat(17)} `.repeat(6).trim();
    for (const line of linesOf({ ...text(`a ${wide}`), alignment: 'justify' }, 190)) {
      for (const inline of line.inlines) expect(inline.justifyShift ?? 0).toBeLessThan(3 * 3);
      expect(line.inlines[0]?.x).toBe(0);
    }
  });
});
