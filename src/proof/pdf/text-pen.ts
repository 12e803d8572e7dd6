/** Where text is drawn: the graphics and text state of a content stream (ISO 32000-1, 8.3 and 9.3), as far as text needs it. */

import { type FontCodes, NO_FONT } from './font-codes.js';
import { PdfString, type PdfValue } from './objects.js';

/** Glyphs that follow one another without a gap. */
export interface DrawnRun {
  readonly text: string;
  /** Where it begins and ends on its line, and where the line is, in units of the page; `size` is that of its type. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** The direction of the line, in degrees. */
  readonly angle: number;
  readonly size: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];

interface Style {
  readonly font: FontCodes;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  /** 1 is as wide as the font. */
  readonly stretch: number;
  readonly leading: number;
}

interface Graphics extends Style {
  readonly page: Matrix;
}

/** States that `q` may keep; a page needs a dozen. */
const MOST_KEPT = 1000;

export class TextPen {
  #state: Graphics = { page: SAME, font: NO_FONT, size: 1, charSpace: 0, wordSpace: 0, stretch: 1, leading: 0 };
  readonly #kept: Graphics[] = [];
  #line: Matrix = SAME;
  #text: Matrix = SAME;

  /** Applies an operator; the runs that it draws. */
  apply(
    operator: string,
    operands: readonly PdfValue[],
    fontNamed: (name: PdfValue) => FontCodes,
  ): readonly DrawnRun[] {
    const numbers = operands.map((each) => (typeof each === 'number' ? each : 0));
    const [a = 0, b = 0] = numbers;
    switch (operator) {
      case 'q':
        if (this.#kept.length < MOST_KEPT) this.#kept.push(this.#state);
        return [];
      case 'Q':
        this.#state = this.#kept.pop() ?? this.#state;
        return [];
      case 'cm':
        return this.#set({ page: times(matrixOf(numbers), this.#state.page) });
      case 'Tf':
        return this.#set({ font: fontNamed(operands[0] ?? null), size: b });
      case 'Tc':
        return this.#set({ charSpace: a });
      case 'Tw':
        return this.#set({ wordSpace: a });
      case 'Tz':
        return this.#set({ stretch: a / 100 });
      case 'TL':
        return this.#set({ leading: a });
      case 'BT':
        return this.#begin(SAME);
      case 'Tm':
        return this.#begin(matrixOf(numbers));
      case 'TD':
        this.#set({ leading: -b });
        return this.#move(a, b);
      case 'Td':
        return this.#move(a, b);
      case 'T*':
        return this.#move(0, -this.#state.leading);
      case 'Tj':
      case 'TJ':
        return this.#draw(operands.flat());
      case "'":
      case '"':
        this.#move(0, -this.#state.leading);
        return this.#draw(operands.slice(-1));
      default:
        return [];
    }
  }

  #set(change: Partial<Graphics>): readonly DrawnRun[] {
    this.#state = { ...this.#state, ...change };
    return [];
  }

  #begin(matrix: Matrix): readonly DrawnRun[] {
    this.#line = matrix;
    this.#text = matrix;
    return [];
  }

  #move(x: number, y: number): readonly DrawnRun[] {
    return this.#begin(times([1, 0, 0, 1, x, y], this.#line));
  }

  #draw(values: readonly PdfValue[]): readonly DrawnRun[] {
    const { size, stretch } = this.#state;
    return values.flatMap((value) => {
      if (value instanceof PdfString) return [this.#run(value.bytes)];
      if (typeof value === 'number') this.#advance((-value / 1000) * size * stretch);
      return [];
    });
  }

  #advance(distance: number): void {
    this.#text = times([1, 0, 0, 1, distance, 0], this.#text);
  }

  #run(bytes: string): DrawnRun {
    const { font, size, charSpace, wordSpace, stretch, page } = this.#state;
    const start = times(this.#text, page);
    let text = '';
    for (let at = 0; at + font.width <= bytes.length; at += font.width) {
      const code = font.width === 1 ? bytes.charCodeAt(at) : (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1);
      text += font.meanings.get(code) ?? (font.width === 1 ? String.fromCharCode(code) : '');
      const space = charSpace + (font.width === 1 && code === 32 ? wordSpace : 0);
      this.#advance(((font.advanceOf(code) / 1000) * size + space) * stretch);
    }
    const end = times(this.#text, page);
    const length = Math.hypot(start[0], start[1]) || 1;
    const [dx, dy] = [start[0] / length, start[1] / length];
    return {
      text,
      start: start[4] * dx + start[5] * dy,
      end: end[4] * dx + end[5] * dy,
      line: start[5] * dx - start[4] * dy,
      angle: Math.round((Math.atan2(dy, dx) * 180) / Math.PI),
      size: Math.abs(size) * (Math.hypot(start[2], start[3]) || 1),
    };
  }
}

function matrixOf([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** First `one`, then `other`. */
function times(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[1] * other[2],
    one[0] * other[1] + one[1] * other[3],
    one[2] * other[0] + one[3] * other[2],
    one[2] * other[1] + one[3] * other[3],
    one[4] * other[0] + one[5] * other[2] + other[4],
    one[4] * other[1] + one[5] * other[3] + other[5],
  ];
}
