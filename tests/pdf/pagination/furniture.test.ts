import { describe, expect, it } from 'vitest';
import type { EngineNode, EnginePage } from '../../../src/pdf/engine/node-shapes.js';
import { layOutBetween, lorem, MARGINS, PAGE, text } from './print.js';

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** From where to where the lines with a word of this kind reach. */
function extentOf(page: EnginePage, kind: RegExp): Extent {
  const lines = page.items.flatMap((item) => (item.type === 'line' ? [item.item] : []));
  const found = lines.filter((line) => kind.test(line.inlines[0]?.text ?? ''));
  if (found.length === 0) throw new Error(`no line with ${kind}`);
  return {
    top: Math.min(...found.map((line) => line.y)),
    bottom: Math.max(...found.map((line) => line.y + line.getHeight())),
  };
}

const content: EngineNode[] = [text(lorem(900, 'w'))];
const head = (words: number) => (): EngineNode => text(lorem(words, 'head'));
const foot = (words: number) => (): EngineNode => text(lorem(words, 'foot'));

describe('headers and footers', () => {
  it('in their margins leave the text where it is', () => {
    const [page] = layOutBetween(content, head(3), foot(3));
    if (page === undefined) throw new Error('no page');
    expect(extentOf(page, /^w/).top).toBe(MARGINS.top);
    expect(extentOf(page, /^foot/).top).toBe(PAGE.height - MARGINS.bottom);
  });

  it.each([
    [60, 3],
    [3, 60],
    [60, 60],
  ])('of %i and %i words never meet the text, nor leave the page', (above, below) => {
    const pages = layOutBetween(content, head(above), foot(below));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const body = extentOf(page, /^w/);
      expect(body.top).toBeGreaterThanOrEqual(extentOf(page, /^head/).bottom);
      expect(body.bottom).toBeLessThanOrEqual(extentOf(page, /^foot/).top + 0.01);
      expect(extentOf(page, /^foot/).bottom).toBeLessThanOrEqual(PAGE.height + 0.01);
    }
  });

  it('on the first page alone push the text of every page', () => {
    const pages = layOutBetween(content, (page) => (page === 1 ? head(60)() : null), foot(3));
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error('too few pages');
    expect(extentOf(second, /^w/).top).toBe(extentOf(first, /^w/).top);
  });

  it('leave room for the text, however high they are', () => {
    const pages = layOutBetween([text(lorem(60, 'w'))], head(4_000), foot(4_000));
    expect(pages.length).toBeLessThan(5);
  });
});
