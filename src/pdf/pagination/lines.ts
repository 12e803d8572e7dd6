/** Breaks the measured words of a text node into lines, in linear time. */
import type { EngineLine, EngineNode, Inline } from '../engine.js';
import { Line } from '../pdfmake.js';
import { type Direction, directionOf, setDirection } from './bidi.js';

/** Words of a node that are not yet in a line. */
export class LineMaker {
  private index = 0;
  private readonly inlines: Inline[];
  private readonly direction: Direction | null;
  /** How much of the paragraph's text is in the lines before. */
  private done = 0;

  constructor(
    node: EngineNode,
    readonly width: number,
    private readonly measure: (text: string, inline: Inline) => number,
  ) {
    this.inlines = [...(node._inlines ?? [])];
    this.direction = directionOf(this.inlines.map((inline) => inline.text).join(''));
  }

  next(): EngineLine | null {
    if (this.index >= this.inlines.length) return null;
    const line = new Line(this.width);
    while (this.index < this.inlines.length) {
      const end = this.wordEnd(line);
      if (end === null) {
        if (line.inlines.length === 0) this.breakWord(line);
        break;
      }
      for (; this.index < end; this.index++) line.addInline(this.at(this.index));
      if (line.newLineForced === true) break;
    }
    line.lastLineInParagraph = this.index >= this.inlines.length;
    const length = line.inlines.reduce((total, inline) => total + inline.text.length, 0);
    if (this.direction !== null) setDirection(line, this.direction, this.done, this.measure);
    this.done += length;
    return line;
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
      if (this.measure(inline.text.slice(0, ends[middle - 1]), inline) <= room + ROUNDING) low = middle;
      else high = middle - 1;
    }
    if (low === 0 && !must) return null;
    const at = ends[Math.max(1, low) - 1] ?? inline.text.length;
    if (at >= inline.text.length) return { head: inline, tail: null };
    const head = { ...inline, text: inline.text.slice(0, at), trailingCut: 0, lineEnd: false, noNewLine: true };
    // What belongs to the beginning of the paragraph stays with it.
    const tail = { ...inline, text: inline.text.slice(at), leadingCut: 0, anchors: undefined, labels: undefined };
    head.width = this.measure(head.text, head);
    tail.width = this.measure(tail.text, tail);
    return { head, tail };
  }
}

const ROUNDING = 0.001;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The ends of the characters as a reader sees them (grapheme clusters, UAX #29). */
function characterEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length);
  return ends;
}
