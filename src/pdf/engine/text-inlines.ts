/**
 * Cuts the runs of a text node into measured words. Break opportunities are those of the whole text (Unicode Line
 * Breaking Algorithm, UAX #14), not of each run: there is none between a bold word and its comma. Styles are looked up
 * once for a run, widths once for a word; time is linear in words, runs and the length of a single word.
 */
import LineBreaker from 'linebreak';
import { Kept } from '../../kept/kept.js';
import { MARK_OF_DIRECTION } from '../direction/levels.js';
import { drawable, withMarks } from '../pagination/drawable.js';
import type { EngineStyleStack, MeasuredInlines } from './layout-shapes.js';
import type { EngineRun, Inline } from './node-shapes.js';
import { TextInlines } from './pdfmake.js';
import { type StyleValues, valuesAround, valuesOf } from './style-values.js';

/** Longer pieces are measured in parts. */
const LONGEST_PIECE = 96;
/** The size of raised and lowered text. */
const SMALL = 0.58;

interface Piece {
  readonly text: string;
  readonly lineEnd: boolean;
  readonly noNewLine: boolean;
}

/** A run's style, ready for its words. */
interface Style {
  readonly template: Inline;
  readonly keepLeading: boolean;
  readonly keepTrailing: boolean;
  space: number | null;
}

export class LinearTextInlines extends TextInlines {
  override buildInlines(text: unknown, stack: EngineStyleStack): MeasuredInlines {
    const runs = flatten(text);
    const items: Inline[] = [];
    const around = valuesAround(stack);
    const pieces = cut(runs, (run) => (run.noWrap ?? around.noWrap) === true);
    runs.forEach((run, index) => {
      const style = this.styleOf(run, around);
      for (const piece of pieces[index] ?? []) items.push(this.word(piece, style));
    });
    const { longestWord, longestLine } = extent(items);
    return { items, minWidth: around.noWrap === true ? longestLine : longestWord, maxWidth: longestLine };
  }

  private styleOf(run: EngineRun, around: StyleValues): Style {
    const value = valuesOf(run, around);
    const font = this.pdfDocument.provideFont(String(value.font), value.bold === true, value.italics === true);
    const small = value.sup === true || value.sub === true;
    const fontSize = Number(value.fontSize) * (small ? SMALL : 1);
    // Every word has the same keys in the same order, also those that few words need: that is what makes reading them
    // fast, and there are many. So they are written out.
    const template = {
      text: '',
      x: 0,
      width: 0,
      leadingCut: 0,
      trailingCut: 0,
      justifyShift: 0,
      lineEnd: false,
      noNewLine: false,
      anchors: undefined,
      labels: undefined,
      font,
      alignment: value.alignment,
      fontSize,
      fontFeatures: value.fontFeatures,
      characterSpacing: value.characterSpacing,
      color: value.color,
      decoration: value.decoration,
      background: value.background,
      link: value.link,
      linkToDestination: value.linkToDestination,
      noWrap: value.noWrap,
      opacity: value.opacity,
      sup: value.sup,
      sub: value.sub,
      height: Number(value.leading ?? font.lineHeight(fontSize)),
      baseLine: Number(value.baseLine ?? (font.ascender / 1000) * fontSize),
      element: run.element,
      region: run.region,
      division: run.division,
      origin: run.origin,
      isolate: run.isolate,
      style: {},
    };
    return {
      template: template as Inline,
      keepLeading: value.preserveLeadingSpaces === true,
      keepTrailing: value.preserveTrailingSpaces === true,
      space: null,
    };
  }

  private word(piece: Piece, style: Style): Inline {
    const inline: Inline = { ...style.template, text: drawable(piece.text, style.template) };
    if (MARK_OF_DIRECTION.test(piece.text)) inline.ordered = withMarks(piece.text, style.template);
    if (piece.lineEnd) inline.lineEnd = true;
    if (piece.noNewLine) inline.noNewLine = true;
    inline.width = this.widthOfText(inline.text, inline);
    if (!style.keepLeading && isSpace(inline.text.charCodeAt(0))) {
      inline.leadingCut = this.spaceWidth(/^[ \t]+/.exec(inline.text)?.[0], style);
    }
    if (!style.keepTrailing && isSpace(inline.text.charCodeAt(inline.text.length - 1))) {
      inline.trailingCut = this.spaceWidth(/[ \t\u2000-\u200a\u3000]+$/.exec(inline.text)?.[0], style);
    }
    return inline;
  }

  private spaceWidth(spaces: string | undefined, style: Style): number {
    if (spaces === undefined) return 0;
    if (spaces !== ' ') return this.widthOfText(spaces, style.template);
    style.space ??= this.widthOfText(' ', style.template);
    return style.space;
  }
}

/** A quick look, for most words have one ordinary space or none. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || (code >= 0x2000 && code <= 0x3000);
}

/** Nested runs in one list; pdfmake allows strings, runs, and runs of runs. */
function flatten(text: unknown, into: EngineRun[] = []): EngineRun[] {
  if (Array.isArray(text)) for (const part of text) flatten(part, into);
  else if (typeof text === 'object' && text !== null) {
    const run = text as EngineRun;
    if (typeof run.text === 'string') into.push(run);
    else if (Array.isArray(run.text)) flatten(run.text, into);
    else into.push({ ...run, text: run.text === undefined || run.text === null ? '' : String(run.text) });
  } else into.push({ text: text === undefined || text === null ? '' : String(text) });
  return into;
}

/** The pieces of every run: cut where the whole text may be broken, and where it is too long to be measured at once. */
function cut(runs: readonly EngineRun[], isWhole: (run: EngineRun) => boolean): Piece[][] {
  const text = runs.map((run) => run.text).join('');
  const breaks = breaksOf(text);
  let next = 0;
  let start = 0;
  return runs.map((run, index) => {
    const end = start + run.text.length;
    const whole = isWhole(run);
    const pieces: Piece[] = [];
    let from = start;
    for (; next < breaks.length && (breaks[next]?.position ?? 0) <= end; next++) {
      const at = breaks[next];
      if (at === undefined || at.position <= from) continue;
      const inner = at.position < end;
      if (inner && whole && !at.required) continue;
      if (!inner && !at.required && at.position < text.length && staysWithNext(runs, index)) continue;
      add(pieces, text.slice(from, at.position), at.required, false);
      from = at.position;
    }
    if (from < end) add(pieces, text.slice(from, end), false, end < text.length);
    else if (end === start && text === '') pieces.push({ text: '', lineEnd: false, noNewLine: false });
    start = end;
    return pieces;
  });
}

/** A raised number follows its word to whichever line that is on. */
function staysWithNext(runs: readonly EngineRun[], index: number): boolean {
  let next = index + 1;
  while (runs[next]?.text === '') next++;
  return runs[next]?.sup === true && !/\s$/.test(runs[index]?.text ?? '');
}

function add(pieces: Piece[], text: string, required: boolean, noNewLine: boolean): void {
  const newLine = required ? /(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])$/.exec(text) : null;
  const plain = newLine === null ? text : text.slice(0, newLine.index);
  let from = 0;
  while (plain.length - from > LONGEST_PIECE) {
    const to = characterEnd(plain, from + LONGEST_PIECE);
    pieces.push({ text: plain.slice(from, to), lineEnd: false, noNewLine: true });
    from = to;
  }
  // A forced line break gets a space, as a wrapped line has one; otherwise the words around it are read as one.
  const blank = required && !/\s$/.test(plain) ? ' ' : '';
  pieces.push({ text: plain.slice(from) + blank, lineEnd: required, noNewLine });
}

/** Not within a surrogate pair, nor before a mark that belongs to the character before it. */
function characterEnd(text: string, near: number): number {
  let at = near;
  while (at < text.length && /^(?:\p{M}|\u200c|\u200d)/u.test(text.slice(at, at + 2))) at++;
  if (/[\ud800-\udbff]/.test(text.charAt(at - 1))) at++;
  return at;
}

interface Break {
  readonly position: number;
  readonly required: boolean;
}

const keptBreaks = new Kept<readonly Break[]>(500_000);

function breaksOf(text: string): readonly Break[] {
  return keptBreaks.of(text, () => foundBreaks(text));
}

function foundBreaks(text: string): readonly Break[] {
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    const required = /[\n\r\v\f\u0085\u2028\u2029]/.test(text.charAt(at.position - 1));
    breaks.push({ position: at.position, required });
  }
  return UNSPACED.test(text) ? withWordBreaks(text, breaks) : breaks;
}

/** Scripts of South East Asia, which write no spaces between words: UAX #14 leaves them to a dictionary. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WITHIN_UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}](?=[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])/uy;
/** The dictionary is that of the script, whichever language is asked for. Made when a text first needs it. */
let wordSegmenter: Intl.Segmenter | null = null;

/** The breaks, and those between the words of such scripts. */
function withWordBreaks(text: string, breaks: readonly Break[]): Break[] {
  wordSegmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const known = new Set(breaks.map(({ position }) => position));
  const added: Break[] = [];
  for (const { index, isWordLike } of wordSegmenter.segment(text)) {
    WITHIN_UNSPACED.lastIndex = index - 1;
    if (index === 0 || known.has(index) || isWordLike !== true || !WITHIN_UNSPACED.test(text)) continue;
    added.push({ position: index, required: false });
  }
  return [...breaks, ...added].sort((a, b) => a.position - b.position);
}

/** The width of the longest word, and of the longest line. */
function extent(items: readonly Inline[]): { longestWord: number; longestLine: number } {
  let longestWord = 0;
  let longestLine = 0;
  let word = 0;
  let line: number | null = null;
  for (const inline of items) {
    if (line === null) line = word = -inline.leadingCut;
    word += inline.width;
    line += inline.width;
    longestWord = Math.max(longestWord, word - inline.trailingCut);
    longestLine = Math.max(longestLine, line - inline.trailingCut);
    if (inline.noNewLine !== true) word = 0;
    if (inline.lineEnd === true) line = null;
  }
  return { longestWord, longestLine };
}
