import { readSvg, type SvgElement } from '../../../src/layout/pictures/svg/tree.js';

/** How figures are drawn in tests, and the words of a drawing read back with their places. */
export const style = {
  width: 470,
  font: 'Source Sans 3',
  fontSize: 8,
  ink: '#000000',
  muted: '#555555',
  accent: '#112233',
  tint: '#eeeeee',
  rightToLeft: false,
  measure: (text: string, size: number) => [...text].length * size * 0.55,
};

export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The texts of a drawing with their places: `x` is the left edge. */
export function textsIn(svg: string): Word[] {
  const root = readSvg(svg);
  if ('wrong' in root) throw new Error(root.wrong);
  const found: Word[] = [];
  const visit = (element: SvgElement) => {
    if (element.name === 'text') {
      const text = element.children.join('');
      const width = style.measure(text, Number(element.attributes['font-size']));
      const anchor = element.attributes['text-anchor'];
      const x = Number(element.attributes.x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      found.push({ text, x, y: Number(element.attributes.y), width });
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(root);
  return found;
}

/** Pairs of texts that stand on each other. */
export function collisions(texts: readonly Word[], height = style.fontSize * 0.75): string[] {
  return texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other) => {
      const apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
      return apart || Math.abs(one.y - other.y) >= height ? [] : [`${one.text} | ${other.text}`];
    }),
  );
}
