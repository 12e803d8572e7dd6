import { decimal } from '../document/strings.js';
import type { Inline } from '../engine/node-shapes.js';
import type { EngineFont, GlyphPosition } from '../engine/pdfkit-shapes.js';
import type { TaggedDocument } from '../engine/tagged-document.js';

/** What the page's graphics state holds; a setting that is already there is not written again. */
export interface TextState {
  font?: EngineFont;
  size?: number;
  spacing?: number;
  color?: string;
  opacity?: number;
}

/** Where a line is on its page, in points from the upper left corner. */
export interface LinePlace {
  readonly x: number;
  readonly baseline: number;
}

/** Whether two adjacent words are set alike and belong to the same element: then they are one piece of text. */
export function isSameRun(a: Inline, b: Inline): boolean {
  if (a.reading !== b.reading || a.whole !== b.whole) return false;
  if (a.style !== undefined && a.style === b.style) return true;
  return (
    a.font === b.font &&
    a.fontSize === b.fontSize &&
    a.color === b.color &&
    a.element === b.element &&
    a.link === b.link &&
    a.linkToDestination === b.linkToDestination &&
    a.sup === b.sup &&
    a.sub === b.sub &&
    a.opacity === b.opacity &&
    a.characterSpacing === b.characterSpacing &&
    a.fontFeatures === b.fontFeatures
  );
}

/**
 * Writes words as one `BT … ET` with the places that layout gave them. pdfkit's text() would take the spaces out of
 * justified text, and a screen reader would hear one long word; here every space stays in the text and only its width
 * is adjusted.
 */
export function drawWords(document: TaggedDocument, state: TextState, words: readonly Inline[], at: LinePlace): void {
  const [first] = words;
  if (first === undefined) return;
  const shown = new ShownText(first.fontSize, first.characterSpacing);
  for (const word of words) shown.add(word);
  const operand = shown.operand();
  if (operand === null) return;
  setColor(document, state, first);
  const { font } = first;
  document.page.fonts[font.id] ??= font.ref();
  const size = decimal(first.fontSize);
  const operators = [`BT 1 0 0 -1 ${decimal(at.x + first.x)} ${decimal(at.baseline)} Tm`];
  if (state.font !== font || state.size !== size) operators.push(`/${font.id} ${size} Tf`);
  const spacing = decimal(first.characterSpacing);
  if ((state.spacing ?? 0) !== spacing) operators.push(`${spacing} Tc`);
  Object.assign(state, { font, size, spacing });
  document.addContent(`${operators.join(' ')} ${operand} ET`);
}

function setColor(document: TaggedDocument, state: TextState, word: Inline): void {
  const color = document.resolveColor(word.color, 'black');
  const opacity = typeof word.opacity === 'number' ? word.opacity : 1;
  if ((state.opacity ?? 1) !== opacity) document.opacity(opacity);
  if (state.color !== color) document.fillColor(color);
  state.opacity = opacity;
  state.color = color;
}

/** Glyphs and the adjustments between them, in 1/1000 em, whole numbers: what is rounded off is carried on. */
class ShownText {
  private readonly parts: string[] = [];
  private glyphs = '';
  private carry = 0;
  private pen: number | null = null;
  private raised = false;

  constructor(
    private readonly fontSize: number,
    private readonly spacing: number,
  ) {}

  add(word: Inline): void {
    const [codes, positions] = word.font.encode(word.text, word.fontFeatures ?? undefined);
    if (this.pen !== null) {
      const gap = ((this.pen - word.x) * 1000) / this.fontSize;
      this.adjust(Math.abs(gap) < 0.5 ? 0 : gap);
    }
    this.addGlyphs(codes, positions);
    if (word.hyphen === true) this.addGlyphs(...word.font.encode('-'));
    this.pen = word.x + word.width + this.spacing;
  }

  private addGlyphs(codes: readonly string[], positions: readonly GlyphPosition[]): void {
    codes.forEach((code, index) => {
      const position = positions[index];
      if (position !== undefined) this.addGlyph(code, position);
    });
  }

  private addGlyph(code: string, position: GlyphPosition): void {
    const { xOffset, yOffset, xAdvance, advanceWidth } = position;
    // Marks that a font places itself (Arabic, combining accents): moved there and back.
    if (xOffset !== 0) this.adjust(-xOffset);
    if (yOffset !== 0) this.raise(yOffset);
    else if (this.raised) this.raise(0);
    this.glyphs += code;
    this.adjust(advanceWidth - xAdvance + xOffset);
  }

  /** Positive moves to the left (ISO 32000-1, 9.4.3). */
  private adjust(thousandths: number): void {
    const wanted = thousandths + this.carry;
    const whole = Math.round(wanted);
    this.carry = wanted - whole;
    if (whole === 0) return;
    this.flushGlyphs();
    // Two moves in a row are one: their digits would else run together.
    const before = /^-?\d+$/.exec(this.parts.at(-1) ?? '');
    if (before === null) this.parts.push(String(whole));
    else this.parts[this.parts.length - 1] = String(Number(before[0]) + whole);
  }

  private raise(offset: number): void {
    this.flushGlyphs();
    this.raised = offset !== 0;
    this.parts.push(`] TJ ${decimal((offset * this.fontSize) / 1000)} Ts [`);
  }

  private flushGlyphs(): void {
    if (this.glyphs !== '') this.parts.push(`<${this.glyphs}>`);
    this.glyphs = '';
  }

  /** The operators that show it, or `null` where there is nothing to show. */
  operand(): string | null {
    this.flushGlyphs();
    if (this.raised) this.raise(0);
    if (!this.parts.some((part) => part.startsWith('<'))) return null;
    while (/^-?\d+$/.test(this.parts.at(-1) ?? '')) this.parts.pop();
    if (this.parts.length === 1) return `${this.parts[0]} Tj`;
    return `[${this.parts.join('')}] TJ`.replaceAll('[] TJ ', '');
  }
}
