/** The passage of a text that is most like words that are not in it, and how the two differ. */
import { type KeptText, keysOf } from './kept-text.js';
import { normalForm, shownWords } from './normal-form.js';

export interface Nearest {
  /** The words of the source. */
  readonly words: string;
  /** Offsets in the text of the source. */
  readonly start: number;
  readonly end: number;
  /** The quote beside the source, in order. */
  readonly difference: readonly Difference[];
}

export interface Difference {
  /** In both, only in the quote, only in the source. */
  readonly kind: 'same' | 'quote' | 'source';
  readonly words: string;
}

/** The most words of a quote that are compared; of a longer one, the beginning is. */
const MOST_WORDS = 600;
/** A word in more places than this says too little about where to look. */
const COMMON = 500;
/** The least share of words that a passage must have in common with the quote to be worth showing. */
const LEAST_SHARED = 0.3;

/**
 * The nearest passage, or null if none has enough words in common. Each word of the quote votes for the places where
 * the quote would begin if that word were the same one; rare words count for more, and common ones do not vote. So the
 * time grows with the number of words, and not with its square.
 */
export function nearestPassage(quote: string, kept: KeptText): Nearest | null {
  const wanted = normalWords(quote).slice(0, MOST_WORDS);
  const keys = keysOf(wanted.join(' '));
  const { starts, ends, places } = kept.words;
  const begin = bestBeginning(keys, places);
  if (begin === null) return null;
  const slack = Math.ceil(keys.length / 4) + 3;
  const from = Math.max(0, begin - slack);
  const to = Math.min(starts.length - 1, begin + keys.length + slack);
  const [start, end] = [wordStart(kept.text, starts[from] ?? 0), wordEnd(kept.text, ends[to] ?? 0)];
  const there = normalWords(kept.text.slice(start, end));
  const aligned = align(wanted, there);
  if (aligned.filter(isShared).length < Math.max(1, LEAST_SHARED * wanted.length)) return null;
  const pairs = trimmed(aligned);
  const words = pairs.flatMap(({ source }) => source ?? []).join(' ');
  return { words, start, end, difference: differences(pairs) };
}

function bestBeginning(keys: readonly string[], places: ReadonlyMap<string, readonly number[]>): number | null {
  const votes = new Map<number, number>();
  const isRare = (key: string) => (places.get(key)?.length ?? 0) <= COMMON;
  const hasRare = keys.some((key) => places.has(key) && isRare(key));
  for (const [i, key] of keys.entries()) {
    const found = places.get(key) ?? [];
    if (found.length === 0 || (hasRare && !isRare(key))) continue;
    const weight = 1 / Math.sqrt(found.length);
    for (const place of found.slice(0, COMMON)) {
      // Words that were left out or put in shift what follows, so adjacent places share their votes.
      const at = Math.round((place - i) / 4);
      votes.set(at, (votes.get(at) ?? 0) + weight);
    }
  }
  let [best, most] = [0, 0];
  for (const [at, weight] of votes) {
    const sum = weight + ((votes.get(at - 1) ?? 0) + (votes.get(at + 1) ?? 0)) / 2;
    if (sum > most) [best, most] = [at, sum];
  }
  return most === 0 ? null : Math.max(0, best * 4);
}

function normalWords(text: string): string[] {
  return shownWords(normalForm(text, 'exact')).split(' ');
}

/** The most marks before or after a word that are shown with it. */
const MARKS = 8;

function wordStart(text: string, at: number): number {
  let start = at;
  while (at - start < MARKS && !/\s/.test(text[start - 1] ?? ' ')) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end - at < MARKS && !/\s/.test(text[end] ?? ' ')) end += 1;
  return end;
}

/** A word of the quote beside the same word of the source, or one that the other does not have. */
interface Pair {
  readonly quote?: string | undefined;
  readonly source?: string | undefined;
}

/** The longest common subsequence of two short lists of words; marks around a word and capitals do not matter. */
function align(quote: readonly string[], source: readonly string[]): Pair[] {
  const [ours, theirs] = [quote.map(bare), source.map(bare)];
  const columns = source.length + 1;
  const lengths = new Uint16Array((quote.length + 1) * columns);
  for (let i = quote.length - 1; i >= 0; i -= 1) {
    for (let j = source.length - 1; j >= 0; j -= 1) {
      const at = i * columns + j;
      const without = Math.max(lengths[at + columns] ?? 0, lengths[at + 1] ?? 0);
      lengths[at] = ours[i] === theirs[j] ? (lengths[at + columns + 1] ?? 0) + 1 : without;
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < quote.length || j < source.length) {
    const at = i * columns + j;
    const isBoth = i < quote.length && j < source.length && ours[i] === theirs[j];
    const isOurs = j >= source.length || (i < quote.length && (lengths[at + columns] ?? 0) >= (lengths[at + 1] ?? 0));
    pairs.push({ ...((isBoth || isOurs) && { quote: quote[i] }), ...((isBoth || !isOurs) && { source: source[j] }) });
    if (isBoth || isOurs) i += 1;
    if (isBoth || !isOurs) j += 1;
  }
  return pairs;
}

function bare(word: string): string {
  const letters = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return letters === '' ? word : letters;
}

/**
 * Removes the words of the source before and after the passage. If the first or the last words of the quote differ, as
 * many words of the source stay beside them.
 */
function trimmed(pairs: readonly Pair[]): Pair[] {
  const first = pairs.findIndex(isShared);
  const last = pairs.findLastIndex(isShared);
  const [head, tail] = [pairs.slice(0, first), pairs.slice(last + 1)];
  const before = head.filter(({ quote }) => quote !== undefined);
  const after = tail.filter(({ quote }) => quote !== undefined);
  const sourceBefore = head.filter(({ source }) => source !== undefined);
  const sourceAfter = tail.filter(({ source }) => source !== undefined);
  return [
    ...before,
    ...sourceBefore.slice(Math.max(0, sourceBefore.length - before.length)),
    ...withoutOuterMarks(pairs.slice(first, last + 1)),
    ...after,
    ...sourceAfter.slice(0, after.length),
  ];
}

/** The comma after a passage and the quotation mark before it do not count as a difference. */
function withoutOuterMarks(pairs: readonly Pair[]): Pair[] {
  return pairs.map(({ quote, source }, i) => {
    const isOuter =
      quote !== undefined &&
      ((i === 0 && source?.endsWith(quote)) || (i === pairs.length - 1 && source?.startsWith(quote)));
    return isOuter ? { quote, source: quote } : { quote, source };
  });
}

function isShared({ quote, source }: Pair): boolean {
  return quote !== undefined && source !== undefined;
}

function differences(pairs: readonly Pair[]): Difference[] {
  return joined(
    pairs.flatMap(({ quote, source }): Difference[] => {
      if (quote !== undefined && quote === source) return [{ kind: 'same', words: quote }];
      return [
        ...(quote === undefined ? [] : [{ kind: 'quote', words: quote } as const]),
        ...(source === undefined ? [] : [{ kind: 'source', words: source } as const]),
      ];
    }),
  );
}

/** Adjacent differences of one kind as one; in a run of differences, the words of the quote come first. */
function joined(found: readonly Difference[]): Difference[] {
  const runs: { readonly same: string[]; readonly quote: string[]; readonly source: string[] }[] = [];
  for (const { kind, words } of found) {
    const last = runs.at(-1);
    const goesOn = last !== undefined && (kind !== 'same' || last.quote.length + last.source.length === 0);
    if (goesOn) last[kind].push(words);
    else runs.push({ same: [], quote: [], source: [], [kind]: [words] });
  }
  return runs.flatMap((run) =>
    (['same', 'quote', 'source'] as const).flatMap((kind) =>
      run[kind].length === 0 ? [] : [{ kind, words: run[kind].join(' ') }],
    ),
  );
}
