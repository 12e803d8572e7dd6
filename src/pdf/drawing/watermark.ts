import type { EnginePage, Inline } from '../engine/node-shapes.js';
import type { TaggedDocument } from '../engine/tagged-document.js';
import { drawWords } from './draw-text.js';

/** One line across the page, as large as it fits, turned to its diagonal. */
export function drawWatermark(document: TaggedDocument, page: EnginePage): void {
  const { watermark } = page;
  if (watermark === undefined) return;
  const { width, height } = page.pageSize;
  const { font, fontSize, text } = watermark;
  document.rotate(watermark.angle, { origin: [width / 2, height / 2] });
  const textWidth = font.widthOfString(text, fontSize);
  const middle = ((font.ascender + font.descender) / 2000) * fontSize;
  const word: Inline = {
    text,
    font,
    fontSize,
    color: watermark.color,
    opacity: watermark.opacity,
    fontFeatures: null,
    characterSpacing: 0,
    background: null,
    decoration: null,
    alignment: 'left',
    link: null,
    linkToDestination: null,
    sup: false,
    sub: false,
    noWrap: null,
    x: 0,
    width: textWidth,
    height: fontSize,
    baseLine: fontSize,
    leadingCut: 0,
    trailingCut: 0,
  };
  drawWords(document, {}, [word], { x: (width - textWidth) / 2, baseline: height / 2 + middle });
}
