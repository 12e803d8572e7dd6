/** Breaks the measured words of a text node into lines, in linear time. */
import { clustersOf } from '../../layout/text/clusters.js';
import { type Direction, directionOf } from '../direction/levels.js';
import { setDirection } from '../direction/line-direction.js';
import type { EngineLine, EngineNode, Inline } from '../engine/node-shapes.js';
import { type Piece, type Place, placesToDivide } from './division-flow.js';
import type { Hyphenation } from './hyphenation.js';

/** What all lines of a document are set with. */
export interface LineSetting {
  /** An empty line that is this wide. */
  newLine(width: number): EngineLine;
  /** The width of a text in a word's font. */
  measure(text: string, inline: Inline): number;
  /** Without it, no word is divided. */
  readonly hyphenation: Hyphenation | null;
  /** The pages are turned round afterwards (direction/mirror.ts). */
  readonly mirrored: boolean;
}

/** Words of a node that are not yet in a line. */
export class LineMaker {
  private index = 0;
  private readonly inlines: Inline[];
  private readonly direction: Direction | null;
  private readonly alignment: string | undefined;
  /** Justified, and wide enough for that. */
  private readonly justified: boolean;
  /** How much of the paragraph's text is in the lines before. */
  private done = 0;
  /** How many of the last lines ended with a hyphen. */
  private hyphens = 0;

  constructor(
    node: EngineNode,
    readonly width: number,
    private readonly setting: LineSetting,
  ) {
    this.inlines = [...(node._inlines ?? [])];
    const segments = this.inlines.map(({ ordered, text, isolate }) => ({ text: ordered ?? text, isolate }));
    this.direction = directionOf(segments, node.rightToLeft === true);
    const length = this.inlines.reduce((total, inline) => total + inline.width, 0);
    const characters = segments.reduce((total, { text }) => total + text.length, 0);
    const letters = length === 0 ? 0 : (width * characters) / length;
    this.alignment = sideOf(this.inlines[0]?.alignment, this.direction?.rightToLeft === true, setting.mirrored);
    this.justified = this.alignment === 'justify' && letters >= LEAST_JUSTIFIED;
  }

  next(): EngineLine | null {
    if (this.index >= this.inlines.length) return null;
    const from = this.index;
    const line = this.withoutWidow(this.fullLine(), from);
    line.lastLineInParagraph = this.index >= this.inlines.length;
    line.ragged = !this.justified;
    this.hyphens = /[-\u2010]$/.test(line.inlines.at(-1)?.text ?? '') || line.divided ? this.hyphens + 1 : 0;
    const length = line.inlines.reduce((total, inline) => total + inline.text.length, 0);
    if (this.direction !== null) setDirection(line, this.direction, this.done, this.setting.measure);
    line.alignment = this.alignment;
    this.done += length;
    return line;
  }

  private fullLine(): EngineLine {
    const line = this.setting.newLine(this.width);
    while (this.index < this.inlines.length) {
      const end = this.wordEnd(line);
      if (end === null) {
        if (!this.divide(line) && line.inlines.length === 0) this.breakWord(line);
        break;
      }
      for (; this.index < end; this.index++) line.addInline(this.at(this.index));
      if (line.newLineForced === true) break;
    }
    return line;
  }

  /** The line, or the same without its last word, where another short one would be alone in the last line of the paragraph. */
  private withoutWidow(line: EngineLine, from: number): EngineLine {
    const left = this.inlines.length - this.index;
    if (this.justified || left === 0 || left > MOST_RUNS || line.divided || line.newLineForced === true) return line;
    const widow = this.inlines.slice(this.index);
    const isOneWord = widow.slice(0, -1).every(({ noNewLine, lineEnd }) => noNewLine === true && lineEnd !== true);
    const width = widthOf(widow);
    if (!isOneWord || width > Math.min(this.width * SHORT_PART, (widow[0]?.fontSize ?? 0) * SHORT_EMS)) return line;
    const ends: number[] = [];
    for (let at = from; at < this.index; at++) if (this.at(at).noNewLine !== true) ends.push(at + 1);
    const begin = ends.at(-2);
    if (begin === undefined || ends.length < FEWEST_WORDS || ends.at(-1) !== this.index) return line;
    const [kept, moved] = [this.inlines.slice(from, begin), this.inlines.slice(begin, this.index)];
    // A word with a hyphen stays whole.
    if ((kept.at(-1)?.trailingCut ?? 0) === 0) return line;
    if (widthOf(kept) < this.width * FULL_ENOUGH || widthOf(moved) + width > this.width) return line;
    const shorter = this.setting.newLine(this.width);
    for (const inline of kept) shorter.addInline(inline);
    this.index = begin;
    return shorter;
  }

  private at(index: number): Inline {
    const inline = this.inlines[index];
    if (inline === undefined) throw new Error(`no word ${index}`);
    return inline;
  }

  /** Where the word that begins here ends (it may be of several runs), or `null` if the line has no room for it. */
  private wordEnd(line: EngineLine): number | null {
    const first = this.at(this.index);
    const leading = line.inlines.length === 0 ? first.leadingCut : line.leadingCut;
    let width = line.inlineWidths - leading;
    for (let index = this.index; index < this.inlines.length; index++) {
      const inline = this.at(index);
      width += inline.width;
      if (width - inline.trailingCut > this.width + ROUNDING) return null;
      if (inline.noNewLine !== true || inline.lineEnd === true) return index + 1;
    }
    return this.inlines.length;
  }

  /** Ends the line with the first part of the word that has no room on it, if it may be divided, and should be. */
  private divide(line: EngineLine): boolean {
    if (this.setting.hyphenation === null || this.direction !== null) return false;
    const piece = this.pieceAt(this.index);
    if (!piece.tooWide && !this.wantsMore(line, piece)) return false;
    for (const place of placesToDivide(this.inlines, piece, this.setting.hyphenation)) {
      if (this.divideAt(line, place)) return true;
    }
    return false;
  }

  /** The words up to the next place where a line may be broken without a hyphen. */
  private pieceAt(from: number): Piece {
    let to = from;
    let width = -this.at(from).leadingCut;
    for (let joined = true; joined && to < this.inlines.length; to++) {
      const inline = this.at(to);
      width += inline.width;
      joined = inline.noNewLine === true && inline.lineEnd !== true;
      // Far too wide already, however it goes on.
      if (width - inline.trailingCut > 2 * this.width) joined = false;
    }
    return { from, to, tooWide: width - this.at(to - 1).trailingCut > this.width + ROUNDING };
  }

  /**
   * A hyphen improves a short line, but several below each other are ugly, and the last line should hold more than half
   * a word.
   */
  private wantsMore(line: EngineLine, piece: Piece): boolean {
    if (this.hyphens >= MOST_HYPHENS) return false;
    if (piece.to >= this.inlines.length || this.at(piece.to - 1).lineEnd === true) return false;
    const free = this.width - line.getWidth();
    if (!this.justified) return free > this.width * (this.width < NARROW ? RAGGED_IN_NARROW : RAGGED);
    const spaces = line.inlines.filter((inline) => inline.trailingCut > 0);
    const space = spaces.reduce((total, inline) => total + inline.trailingCut, 0);
    return spaces.length < 2 || free > (space - line.trailingCut) * STRETCHED;
  }

  private divideAt(line: EngineLine, { index, at }: Place): boolean {
    const inline = this.at(index);
    const before = this.inlines.slice(this.index, index);
    const whole = inline.whole ?? { text: inline.text, element: null };
    const text = inline.text.slice(0, at);
    const head: Inline = { ...inline, text, trailingCut: 0, lineEnd: false, hyphen: true, whole };
    head.width = this.setting.measure(head.text, head) + this.setting.measure('-', head);
    const first = before[0] ?? head;
    const leading = line.inlines.length === 0 ? first.leadingCut : line.leadingCut;
    const width = before.reduce((total, word) => total + word.width, line.inlineWidths - leading + head.width);
    if (width > this.width + ROUNDING) return false;
    for (const word of [...before, head]) line.addInline(word);
    line.divided = true;
    this.index = index;
    const begun = (inline.begun ?? '') + (/[\p{L}\p{M}]+$/u.exec(head.text)?.[0] ?? '');
    this.inlines[index] = { ...this.rest(inline, at, begun), whole };
    return true;
  }

  /** What is left of a word. What belongs to the beginning of the paragraph stays with that. */
  private rest(inline: Inline, at: number, begun: string | undefined): Inline {
    const text = inline.text.slice(at);
    const tail: Inline = { ...inline, text, leadingCut: 0, anchors: undefined, labels: undefined, begun };
    tail.width = this.setting.measure(text, tail);
    return tail;
  }

  /** A word wider than the line, alone on it: broken at a character. */
  private breakWord(line: EngineLine): void {
    for (;;) {
      const inline = this.at(this.index);
      const room = this.width - (line.inlineWidths - line.leadingCut);
      if (inline.width - inline.trailingCut <= room + ROUNDING) {
        line.addInline(inline);
        this.index++;
        if (inline.noNewLine !== true) return;
        continue;
      }
      const parts = this.split(inline, room, line.inlines.length === 0);
      if (parts === null) return;
      line.addInline(parts.head);
      if (parts.tail === null) this.index++;
      else this.inlines[this.index] = parts.tail;
      return;
    }
  }

  /** As many characters as there is room for, one at least on an empty line; `null` where there is room for none. */
  private split(inline: Inline, room: number, must: boolean): { head: Inline; tail: Inline | null } | null {
    const ends = characterEnds(inline.text);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.setting.measure(inline.text.slice(0, ends[middle - 1]), inline) <= room + ROUNDING) low = middle;
      else high = middle - 1;
    }
    if (low === 0 && !must) return null;
    const at = ends[Math.max(1, low) - 1] ?? inline.text.length;
    if (at >= inline.text.length) return { head: inline, tail: null };
    const head = { ...inline, text: inline.text.slice(0, at), trailingCut: 0, lineEnd: false, noNewLine: true };
    head.width = this.setting.measure(head.text, head);
    // The rest does not begin with a word that a dictionary knows.
    const tail = { ...this.rest(inline, at, undefined), division: undefined };
    return { head, tail };
  }
}

/**
 * The side of its room that a line stands at on paper. A definition is written as for a page that is read from the
 * left: `left` is where a paragraph begins, `right` where the page ends.
 */
function sideOf(alignment: string | undefined, rightToLeft: boolean, mirrored: boolean): string | undefined {
  switch (alignment) {
    case 'center':
      return alignment;
    case 'right':
      return mirrored ? 'left' : 'right';
    default:
      return rightToLeft ? 'right' : alignment;
  }
}

function widthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((total, { width }) => total + width, 0);
}

const ROUNDING = 0.001;
/** A word alone in the last line is short where it is no more than this part of the line, and of so many em. */
const SHORT_PART = 0.34;
const SHORT_EMS = 6;
/** Runs of the text that one word may be of, with the marks behind it. */
const MOST_RUNS = 8;
/** The line before gives a word away where so many are in it, and it is as full as this without it. */
const FEWEST_WORDS = 3;
const FULL_ENOUGH = 0.5;
/** Lines in a row that may end with a hyphen. */
const MOST_HYPHENS = 2;
/** Justified lines with fewer letters than this would have holes in them, so they are left ragged. */
const LEAST_JUSTIFIED = 45;
/** A ragged line is filled with part of a word if it would otherwise be shorter by this share of its width … */
const RAGGED = 0.18;
/** … and sooner in a column narrower than this many points. */
const NARROW = 90;
const RAGGED_IN_NARROW = 0.05;
/** A justified line is filled if its spaces would otherwise grow by this share of their width. */
const STRETCHED = 0.25;

/** The ends of the characters as a reader sees them. */
function characterEnds(text: string): number[] {
  let end = 0;
  return clustersOf(text).map((cluster) => {
    end += cluster.length;
    return end;
  });
}
