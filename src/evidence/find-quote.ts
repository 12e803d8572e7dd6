import { KeptText } from './kept-text.js';
import { type Nearest, nearestPassage } from './nearest.js';
import { type NormalForm, normalForm } from './normal-form.js';
import { occurrencesOf, type Stretch } from './occurrences.js';
import { readingsOf } from './readings.js';

/** A range of offsets in the text of a source, the end exclusive; from the first verbatim part to the last. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

export type QuoteMatch =
  /** Word for word, after NFC, white space and hyphenation at line ends. */
  | { readonly kind: 'exact'; readonly passage: Passage }
  /** Word for word, once quotation marks, apostrophes and dashes are taken for one. */
  | { readonly kind: 'normalised'; readonly passage: Passage }
  | { readonly kind: 'ambiguous'; readonly count: number; readonly passages: readonly Passage[] }
  /** `elsewhere`: the words are there, but not between the prefix and the suffix. */
  | { readonly kind: 'not-found'; readonly elsewhere: number; readonly nearest: Nearest | null };

/** The words before and after a quoted passage, as in the TextQuoteSelector of the W3C's Web Annotation Data Model. */
export interface QuoteContext {
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Finds quoted words in the text of their source: word for word or not at all. How brackets in them are read, see
 * readings.ts. Where parts are joined by `[…]`, a passage runs from one part to the nearest next one. Time grows with
 * the length of the text, however little of the words is in it.
 */
export function findQuote(words: string, text: string | KeptText, context: QuoteContext = {}): QuoteMatch {
  const kept = typeof text === 'string' ? new KeptText(text) : text;
  let elsewhere = 0;
  for (const level of ['exact', 'unified'] as const) {
    for (const parts of readingsOf(words)) {
      const everywhere = passagesOf(parts, kept[level]);
      const passages = everywhere.filter((passage) => isBetween(passage, kept, context));
      const [passage, ...others] = passages;
      elsewhere = Math.max(elsewhere, everywhere.length);
      if (others.length > 0) return { kind: 'ambiguous', count: passages.length, passages };
      if (passage !== undefined) return { kind: level === 'exact' ? 'exact' : 'normalised', passage };
    }
  }
  return { kind: 'not-found', elsewhere, nearest: elsewhere > 0 ? null : nearestPassage(words, kept) };
}

/** Every passage in which the parts stand in order, each part after the first at its nearest place. */
function passagesOf(parts: readonly string[], text: NormalForm): Passage[] {
  const forms = parts.map((part) => normalForm(part, text.level));
  if (forms.length === 0 || forms.some((form) => !/[\p{L}\p{N}]/u.test(form.text))) return [];
  const [firsts = [], ...rests] = forms.map((form) => occurrencesOf(form, text));
  const chains = firsts.flatMap((first) => {
    const last = rests.reduce<Stretch | undefined>((before, next) => before && firstFrom(next, before[1]), first);
    return last === undefined ? [] : [[first[0], last[1]] as const];
  });
  // Of two beginnings with one end, the later is the passage; the other only has it inside.
  const tight = chains.filter(([, end], i) => rests.length === 0 || chains[i + 1]?.[1] !== end);
  return tight.map(([from, to]) => ({ start: text.starts[from] ?? 0, end: text.ends[to - 1] ?? 0 }));
}

function firstFrom(stretches: readonly Stretch[], from: number): Stretch | undefined {
  return stretches[lowest(stretches.length, (i) => (stretches[i]?.[0] ?? 0) >= from)];
}

/** The least index below `count` for which a condition holds that holds for all after it; `count` where it never does. */
function lowest(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Prefix and suffix only say where to look, so the kinds of marks in them do not matter. */
function isBetween({ start, end }: Passage, kept: KeptText, { prefix, suffix }: QuoteContext): boolean {
  if (prefix === undefined && suffix === undefined) return true;
  const { text, starts } = kept.unified;
  const from = lowest(starts.length, (i) => (starts[i] ?? 0) >= start);
  const to = lowest(starts.length, (i) => (starts[i] ?? 0) >= end);
  const before = prefix === undefined ? '' : normalForm(prefix, 'unified').text;
  const after = suffix === undefined ? '' : normalForm(suffix, 'unified').text;
  const gapAfter = text[to] === ' ' && !after.startsWith(' ') ? 1 : 0;
  const gapBefore = text[from - 1] === ' ' ? 1 : 0;
  return text.slice(0, from - gapBefore).endsWith(before) && text.startsWith(after, to + gapAfter);
}
