/** What a page of a PDF paints, as far as it says which of its text is seen: ISO 32000-2, 8.4 and 9.3. */
import { isAlike } from '../colours.js';
import { type Box, boxIn, holds, IDENTITY, type Matrix, matrixOf, pointIn, times } from './geometry.js';

/** The instructions of a page as pdf.js lists them: names and their operands. */
export interface Instruction {
  readonly name: string;
  readonly operands: readonly unknown[];
}

/** A string that is painted by one instruction, in the coordinates of the page. */
export interface PaintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isSeen: boolean;
}

interface State {
  readonly matrix: Matrix;
  /** `#rrggbb`; null for a pattern, or if unknown. */
  readonly color: string | null;
  readonly alpha: number;
  readonly mode: number;
  readonly size: number;
  readonly leading: number;
  readonly rise: number;
  readonly scale: number;
  readonly characterSpace: number;
  readonly wordSpace: number;
}

const START: State = {
  matrix: IDENTITY,
  color: '#000000',
  alpha: 1,
  mode: 0,
  size: 1,
  leading: 0,
  rise: 0,
  scale: 1,
  characterSpace: 0,
  wordSpace: 0,
};

interface Run extends PaintedText {
  readonly isInvisible: boolean;
}

/** A box that covers text is at most a few lines high; a larger one is a background that is clipped. */
const HIGHEST_COVER = 60;

export class Painting {
  #state: State = START;
  readonly #saved: State[] = [];
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  readonly #boxes: Box[] = [];
  readonly #runs: Run[] = [];
  readonly #covered = new Set<Run>();

  /** @param names of the operators that fill a path, by what pdf.js calls them */
  constructor(private readonly fills: ReadonlySet<number>) {}

  paint(instructions: readonly Instruction[]): readonly PaintedText[] {
    for (const [at, { name, operands }] of instructions.entries()) {
      this.#run(name, operands);
      // pdf.js omits the instruction of a picture that it does not decode; the matrix before it remains.
      if (name === 'transform' && instructions[at + 1]?.name === 'restore') this.#addBox([0, 0, 1, 1], null);
    }
    return this.#runs.map((run) => ({
      ...run,
      isSeen: run.isSeen && !this.#covered.has(run) && (!run.isInvisible || this.#isOnPicture(run)),
    }));
  }

  /** Text that was recognised in a scan is invisible, over or under the picture of the page. */
  #isOnPicture({ x, y }: PaintedText): boolean {
    return this.#boxes.some((box) => box.color === null && holds(box, x, y));
  }

  #run(name: string, operands: readonly unknown[]): void {
    const [first] = operands;
    const number = typeof first === 'number' ? first : 0;
    switch (name) {
      case 'save':
      case 'paintFormXObjectBegin':
        this.#saved.push(this.#state);
        if (name === 'paintFormXObjectBegin') this.#transform(numbersIn(first));
        return;
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case 'transform':
        this.#transform(operands.filter((each) => typeof each === 'number'));
        return;
      case 'setFillRGBColor':
        this.#set({ color: typeof first === 'string' ? first : null });
        return;
      case 'setFillColorN':
      case 'setFillTransparent':
        this.#set({ color: null });
        return;
      case 'setGState':
        this.#setGraphics(first);
        return;
      case 'constructPath':
        if (this.fills.has(number)) this.#addBox(numbersIn(operands[2]), this.#state.color);
        return;
      case 'shadingFill':
        this.#boxes.push({ left: -1e6, bottom: -1e6, right: 1e6, top: 1e6, color: null });
        return;
      default:
        if (/^paint.*Image/.test(name)) this.#addBox([0, 0, 1, 1], null);
        else this.#runText(name, operands, number);
        return;
    }
  }

  #runText(name: string, operands: readonly unknown[], number: number): void {
    switch (name) {
      case 'beginText':
        this.#text = IDENTITY;
        this.#line = IDENTITY;
        return;
      case 'setTextMatrix':
        this.#line = matrixOf(numbersIn(operands[0]));
        this.#text = this.#line;
        return;
      case 'setLeadingMoveText':
      case 'moveText':
        if (name === 'setLeadingMoveText') this.#set({ leading: -secondOf(operands) });
        this.#moveLine(number, secondOf(operands));
        return;
      case 'nextLine':
        this.#moveLine(0, -this.#state.leading);
        return;
      case 'setLeading':
        this.#set({ leading: number });
        return;
      case 'setFont':
        this.#set({ size: secondOf(operands) });
        return;
      case 'setTextRenderingMode':
        this.#set({ mode: number });
        return;
      case 'setTextRise':
        this.#set({ rise: number });
        return;
      case 'setHScale':
        this.#set({ scale: number / 100 });
        return;
      case 'setCharSpacing':
        this.#set({ characterSpace: number });
        return;
      case 'setWordSpacing':
        this.#set({ wordSpace: number });
        return;
      case 'showText':
        this.#show(Array.isArray(operands[0]) ? operands[0] : []);
        return;
    }
  }

  #set(changed: Partial<State>): void {
    this.#state = { ...this.#state, ...changed };
  }

  #setGraphics(entries: unknown): void {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const [key, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      if (key === 'ca' && typeof value === 'number') this.#set({ alpha: value });
    }
  }

  #transform(by: readonly number[]): void {
    this.#set({ matrix: times(this.#state.matrix, matrixOf(by)) });
  }

  #moveLine(x: number, y: number): void {
    this.#line = times(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #show(glyphs: readonly unknown[]): void {
    const { size, rise, scale, matrix, characterSpace, wordSpace, color, alpha, mode } = this.#state;
    let [text, advance] = ['', 0];
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') advance -= (glyph / 1000) * size * scale;
      if (typeof glyph !== 'object' || glyph === null || !('unicode' in glyph) || !('width' in glyph)) continue;
      text += String(glyph.unicode);
      advance +=
        ((Number(glyph.width) / 1000) * size + characterSpace + (glyph.unicode === ' ' ? wordSpace : 0)) * scale;
    }
    const placed = times(matrix, this.#text);
    const [x, y] = pointIn(placed, 0, rise);
    const [end] = pointIn(placed, advance, rise);
    const height = Math.abs(size) * Math.hypot(placed[2], placed[3]);
    const isSeen =
      alpha > 0.05 && height >= 1 && !isAlike(color, this.#colorAt(x + Math.min(1, end - x), y + height / 4));
    const isInvisible = mode === 3 || mode === 7;
    this.#runs.push({ text, x, y, width: Math.abs(end - x), isSeen, isInvisible });
    this.#text = times(this.#text, [1, 0, 0, 1, advance, 0]);
  }

  /** The colour at a point; null for a picture or a pattern. Paper is white. */
  #colorAt(x: number, y: number): string | null {
    const box = this.#boxes.findLast((each) => holds(each, x, y));
    return box === undefined ? '#ffffff' : box.color;
  }

  #addBox(rectangle: readonly number[], color: string | null): void {
    const box = boxIn(this.#state.matrix, rectangle, color);
    if (this.#state.alpha < 0.95) return;
    this.#boxes.push(box);
    if (color === null || box.top - box.bottom > HIGHEST_COVER) return;
    for (const run of this.#runs) if (run.width > 0 && covers(box, run)) this.#covered.add(run);
  }
}

function covers(box: Box, { x, y, width }: PaintedText): boolean {
  return box.left <= x + 1 && box.right >= x + width - 1 && box.bottom <= y && box.top >= y + 3;
}

function secondOf([, second]: readonly unknown[]): number {
  return typeof second === 'number' ? second : 0;
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((each) => typeof each === 'number');
}
