import { KeptText } from './kept-text.js';
import { type Nearest, nearestPassage } from './nearest.js';
import { type Asides, type NormalForm, normalForm } from './normal-form.js';
import { chainsOf } from './occurrences.js';
import { type Reading, readingsOf } from './readings.js';
import { BARRIER, withoutMarks } from './structure.js';

/** A range of offsets in the text of a source, the end exclusive; from the first verbatim part to the last. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** What an editor did to the words of a passage. */
export interface Editing {
  /** What was put in, without its brackets. */
  readonly insertions: readonly string[];
  readonly omissions: readonly Omission[];
}

/** The text of the source between two parts of a quote; before the first and after the last, as far as the sentence goes. */
export interface Omission {
  readonly text: string;
  /** Whether a sentence ends before it, so that what follows is another one. */
  readonly followsSentence: boolean;
}

export type QuoteMatch =
  /** Word for word, after NFC, ligatures, white space and hyphenation at line ends. */
  | { readonly kind: 'exact'; readonly passage: Passage; readonly editing: Editing }
  /** Word for word, if the kinds of quotation marks, apostrophes and dashes are ignored. */
  | { readonly kind: 'normalised'; readonly passage: Passage; readonly editing: Editing }
  | { readonly kind: 'ambiguous'; readonly count: number; readonly passages: readonly Passage[] }
  | NotFound;

export interface NotFound {
  readonly kind: 'not-found';
  /** The passages with these words that do not stand between the prefix and the suffix. */
  readonly elsewhere: number;
  /** Whether the words are there if what the page strikes out or hides is included. */
  readonly isUnseen: boolean;
  /** The words as they are there, if they leave something out within a word. */
  readonly whole: string | null;
  readonly nearest: Nearest | null;
}

/** The words before and after a quoted passage, as in the TextQuoteSelector of the W3C's Web Annotation Data Model. */
export interface QuoteContext {
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

const LEVELS = ['exact', 'unified'] as const;
const ASIDES = ['left-out', 'kept'] as const;

/**
 * Finds quoted words in the text of their source: word for word or not at all. For brackets in them, see
 * readings.ts. Where parts are joined by `[…]`, a passage runs from one part to the nearest next one. The marks of notes
 * may be left out or quoted. Time grows with the length of the text, however little of the words is in it.
 */
export function findQuote(words: string, text: string | KeptText, context: QuoteContext = {}): QuoteMatch {
  const kept = typeof text === 'string' ? new KeptText(text) : text;
  const readings = readingsOf(withoutMarks(words));
  let elsewhere = 0;
  for (const level of LEVELS) {
    for (const asides of ASIDES) {
      const form = kept.form(level, asides);
      if (asides === 'kept' && form === kept.form(level, 'left-out')) continue;
      for (const reading of readings) {
        const everywhere = passagesOf(reading, form);
        const passages = everywhere.filter((passage) => isBetween(passage, kept, context));
        const [passage, ...others] = passages;
        elsewhere = Math.max(elsewhere, everywhere.length);
        if (others.length > 0) return { kind: 'ambiguous', count: passages.length, passages: passages.map(rangeOf) };
        if (passage !== undefined) {
          const editing = { insertions: reading.insertions, omissions: omissionsOf(passage, reading, kept) };
          return { kind: level === 'exact' ? 'exact' : 'normalised', passage: rangeOf(passage), editing };
        }
      }
    }
  }
  const isUnseen = elsewhere === 0 && kept.withUnseen !== null && 'passage' in findQuote(words, kept.withUnseen);
  const nearest = elsewhere > 0 ? null : nearestPassage(words, kept);
  return { kind: 'not-found', elsewhere, isUnseen, whole: inWholeWords(words, kept, context), nearest };
}

/** An omission within a word: where a line or a page ends in it, the word is there whole. */
const WITHIN_WORD = /(?<=[\p{L}\p{M}])-?\[(?:…|\.{3})\](?=\p{L})/gu;

function inWholeWords(words: string, kept: KeptText, context: QuoteContext): string | null {
  const whole = words.replace(WITHIN_WORD, '');
  return whole !== words && 'passage' in findQuote(whole, kept, context) ? whole : null;
}

interface FoundPassage extends Passage {
  /** Its verbatim parts. */
  readonly parts: readonly Passage[];
}

function rangeOf({ start, end }: Passage): Passage {
  return { start, end };
}

/** Every passage in which the parts stand in order, each part after the first at its nearest place. */
function passagesOf({ parts }: Reading, text: NormalForm): FoundPassage[] {
  const forms = parts.map((part) => normalForm(part, text.level));
  if (forms.some((form) => !/[\p{L}\p{N}]/u.test(form.text))) return [];
  return chainsOf(forms, text).map((chain) => {
    const found = chain.map(([from, to]) => ({ start: text.starts[from] ?? 0, end: text.ends[to - 1] ?? 0 }));
    return { start: found[0]?.start ?? 0, end: found.at(-1)?.end ?? 0, parts: found };
  });
}

/** How many characters beside a passage are looked at if words were left out there. */
const BESIDE = 200;

function omissionsOf({ parts, start, end }: FoundPassage, reading: Reading, { text }: KeptText): Omission[] {
  const after = (at: number, until: number): Omission => ({
    text: text.slice(at, until),
    followsSentence: /[.!?。！？]["'”’»)]*$/u.test(text.slice(Math.max(0, at - 4), at)),
  });
  const [before, rest] = [text.slice(Math.max(0, start - BESIDE), start), after(end, end + BESIDE)];
  return [
    ...(reading.isCutBefore ? [{ text: before.split(SENTENCE_END).at(-1) ?? '', followsSentence: false }] : []),
    ...parts.slice(1).map((part, i) => after(parts[i]?.end ?? 0, part.start)),
    ...(reading.isCutAfter && !rest.followsSentence ? [{ ...rest, text: rest.text.split(SENTENCE_END)[0] ?? '' }] : []),
  ];
}

const SENTENCE_END = /[.!?](?=\s|$)|[。！？\u001C]|\n\s*\n/u;

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
function isBetween(passage: Passage, kept: KeptText, context: QuoteContext): boolean {
  if (context.prefix === undefined && context.suffix === undefined) return true;
  return ASIDES.some((asides) => isBetweenIn(passage, kept.form('unified', asides), asides, context));
}

function isBetweenIn({ start, end }: Passage, form: NormalForm, asides: Asides, { prefix, suffix }: QuoteContext) {
  const { text, starts } = form;
  const from = lowest(starts.length, (i) => (starts[i] ?? 0) >= start);
  const to = lowest(starts.length, (i) => (starts[i] ?? 0) >= end);
  const before = prefix === undefined ? '' : normalForm(withBarriers(prefix), 'unified', asides).text;
  const after = suffix === undefined ? '' : normalForm(withBarriers(suffix), 'unified', asides).text;
  const gapAfter = isGap(text[to]) && !after.startsWith(' ') ? 1 : 0;
  const gapBefore = isGap(text[from - 1]) ? 1 : 0;
  return text.slice(0, from - gapBefore).endsWith(before) && text.startsWith(after, to + gapAfter);
}

function isGap(unit: string | undefined): boolean {
  return unit === ' ' || unit === BARRIER;
}

/** Words that are shown have a bar for a barrier, and may be given as a prefix or a suffix. */
function withBarriers(words: string): string {
  return words.replace(/(?<=^|\s)\|(?=\s|$)/g, BARRIER);
}
