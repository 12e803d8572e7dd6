/** Which words of a paragraph may be divided at the end of a line, and where. */
import type { Inline } from '../engine/node-shapes.js';
import type { Hyphenation } from './hyphenation.js';

/** After `at` letters of the word with this index. */
export interface Place {
  readonly index: number;
  readonly at: number;
}

/** Words between the spaces `from` and `to`: what stands on one line as a piece unless it is divided. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Wider than a line: without a hyphen it would be broken at any letter. */
  readonly tooWide: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Not words of a language: numbers, web and mail addresses, paths, names in programs. */
const NO_WORD = /[\p{Nd}@/\\_=<>{}#%&+*~^|`$]|:[^\s:]|[\p{L}]\.[\p{L}]/u;
const LINKED_BY_HYPHEN = /\p{L}[-\u2010\u2011]\p{L}/u;
/** How many characters around a word are searched for what it belongs to. */
const NEIGHBOURHOOD = 96;

/**
 * Where a piece may be divided, the last place first. Never in code, addresses, numbers and words with digits or with
 * capitals inside. A capital in the middle of a sentence is taken for a name, except in German; names, words that have
 * a hyphen already, headings and table heads are divided only where they are wider than a whole line.
 */
export function placesToDivide(inlines: readonly Inline[], piece: Piece, hyphenation: Hyphenation): Place[] {
  const places: Place[] = [];
  for (let index = piece.from; index < piece.to; index++) {
    const inline = inlines[index];
    const division = inline?.division;
    if (inline === undefined || division === undefined || inline.noWrap === true || inline.sup || inline.sub) continue;
    if (division.onlyIfTooWide && !piece.tooWide) continue;
    for (const { 0: letters, index: at } of inline.text.matchAll(WORD)) {
      const begun = at === 0 ? (inline.begun ?? '') : '';
      const word = begun + letters;
      const found: FoundWord = { index, from: at, to: at + letters.length, begun };
      if (!isWhole(inlines, found)) continue;
      if (!isDivisible(word, contextOf(inlines, found), division.language, piece)) continue;
      for (const place of hyphenation(word, division.language)) {
        if (place > begun.length) places.push({ index, at: at + place - begun.length });
      }
    }
  }
  return places.reverse();
}

/** The letters of a word: a part of the inline with this index. */
interface FoundWord {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** The letters of it on the line before. */
  readonly begun: string;
}

/** A word that goes on in another style (half of it bold) is left alone. */
function isWhole(inlines: readonly Inline[], { index, from, to }: FoundWord): boolean {
  const inline = inlines[index];
  const startsIn = from > 0 || inline?.begun !== undefined || !/[\p{L}\p{M}]$/u.test(inlines[index - 1]?.text ?? '');
  const endsIn = to < (inline?.text.length ?? 0) || !/^[\p{L}\p{M}]/u.test(inlines[index + 1]?.text ?? '');
  return startsIn && endsIn;
}

/** What stands around a word, up to the next spaces and beyond. */
interface Context {
  readonly before: string;
  readonly after: string;
  /** The word with all that touches it: quotation marks, a hyphen and another word, the rest of an address. */
  readonly token: string;
  /** The word begins the paragraph. */
  readonly beginsParagraph: boolean;
}

function contextOf(inlines: readonly Inline[], { index, from, to, begun }: FoundWord): Context {
  const text = inlines[index]?.text ?? '';
  let before = begun === '' ? text.slice(0, from) : begun;
  let at = begun === '' ? index - 1 : -1;
  for (; at >= 0 && before.length < NEIGHBOURHOOD; at--) before = joined(inlines[at], before);
  let after = text.slice(to);
  for (let next = index + 1; next < inlines.length && after.length < NEIGHBOURHOOD; next++) {
    if (inlines[next - 1]?.lineEnd === true) after += '\n';
    after += inlines[next]?.text ?? '';
  }
  const head = /\S*$/.exec(before)?.[0] ?? '';
  const tail = /^\S*/.exec(after)?.[0] ?? '';
  return {
    before: before.slice(0, before.length - head.length),
    after: after.slice(tail.length),
    token: head + text.slice(from, to) + tail,
    beginsParagraph: before.length === head.length && at < 0,
  };
}

function joined(inline: Inline | undefined, before: string): string {
  return `${inline?.text ?? ''}${inline?.lineEnd === true ? '\n' : ''}${before}`;
}

function isDivisible(word: string, context: Context, language: string, piece: Piece): boolean {
  const { token } = context;
  if (token.length >= NEIGHBOURHOOD || NO_WORD.test(token)) return false;
  const [first = ''] = word;
  const others = word.slice(first.length);
  if (others !== others.toLowerCase()) return false;
  if (piece.tooWide) return true;
  if (LINKED_BY_HYPHEN.test(token)) return false;
  const isCapital = first !== first.toLowerCase();
  return !isCapital || /^de(?:-|$)/i.test(language) || beginsSentence(context);
}

/** A capital after one of these begins a sentence; after a title or an initial (`Dr.`, `J.`) it begins a name. */
const SENTENCE_END = /[.!?…][\p{Pe}\p{Pf}"']*$/u;
const TITLE = /(?:^|[\s\p{Ps}\p{Pi}])\p{Lu}\p{L}{0,3}\.$/u;

function beginsSentence({ before, after, beginsParagraph }: Context): boolean {
  const previous = before.trimEnd();
  const begins = beginsParagraph || previous === '' || (SENTENCE_END.test(previous) && !TITLE.test(previous));
  // Two capitalised words in a row are a name even there.
  return begins && !/^\s+\p{Ps}?\p{Lu}/u.test(after);
}
