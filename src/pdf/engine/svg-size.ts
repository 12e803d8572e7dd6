import type { Size } from './node-shapes.js';
import { SvgMeasure } from './pdfmake.js';

const SIZE = /\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/**
 * Measures drawings as pdfmake does, but gives them their size without writing them anew: pdfmake indents what is
 * inside, and a text in two fonts would have a space where they meet.
 */
export class SvgSize extends SvgMeasure {
  override writeDimensions(svg: string, { width, height }: Size): string {
    return svg.replace(/<svg(?=[\s>/])[^>]*?(?=\/?>)/, (tag) => {
      const natural = this.measureSVG(svg);
      const box = /\sviewBox\s*=/.test(tag) ? '' : ` viewBox="0 0 ${natural.width} ${natural.height}"`;
      return `${tag.replace(SIZE, '')}${box} width="${width}" height="${height}"`;
    });
  }
}
