import type { Size } from './node-shapes.js';
import { SvgMeasure } from './pdfmake.js';

/** The first tag, but for its end. No attribute that gets here has a `>` in it. */
const ROOT = /<svg(?=[\s>/])[^>]*?(?=\/?>)/;
const SIZE = /\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/**
 * Measures drawings as pdfmake does, but gives them their size without writing them anew: pdfmake indents what is
 * inside, and a text in two fonts would have a space where they meet.
 */
export class SvgSize extends SvgMeasure {
  /** By the root alone: pdfmake would read the whole drawing for it. */
  override measureSVG(svg: string): Size {
    const [root] = ROOT.exec(svg) ?? [];
    return super.measureSVG(root === undefined ? svg : `${root}/>`);
  }

  override writeDimensions(svg: string, { width, height }: Size): string {
    return svg.replace(ROOT, (tag) => {
      const natural = this.measureSVG(svg);
      const box = /\sviewBox\s*=/.test(tag) ? '' : ` viewBox="0 0 ${natural.width} ${natural.height}"`;
      return `${tag.replace(SIZE, '')}${box} width="${width}" height="${height}"`;
    });
  }
}
