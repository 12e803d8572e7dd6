/** The passage of a text that comes nearest to words which are not in it, and how the two differ. */
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
  /** In both, in the quote alone, in the source alone. */
  readonly kind: 'same' | 'quote' | 'source';
  readonly words: string;
}

/** Words of a quote that are compared; what is longer is compared by its beginning. */
const MOST_WORDS = 600;
/** A word that stands in more places than this says too little about where to look. */
const COMMON = 500;
/** The least share of the words that a passage has to have in common with the quote to be worth showing. */
const LEAST_SHARED = 0.3;

/**
 * The nearest passage, or null where none has enough words in common. Each word of the quote votes for the places where
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
  const compared = trimmed(compare(wanted, there));
  const shared = count(compared, 'same');
  if (shared < Math.max(1, LEAST_SHARED * wanted.length)) return null;
  const words = compared.filter(({ kind }) => kind !== 'quote').map((each) => each.words);
  return { words: words.join(' '), start, end, difference: joined(compared) };
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
      // Words that were left out or put in shift what follows: neighbours share their votes.
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
  const shown = shownWords(normalForm(text, 'exact'));
  return shown === '' ? [] : shown.split(' ');
}

/** A word is shown with the marks around it. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 8 && !/\s/.test(text[start - 1] ?? ' ')) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 8 && !/\s/.test(text[end] ?? ' ')) end += 1;
  return end;
}

/** The longest common subsequence of two short lists of words, told as what is the same and what differs. */
function compare(quote: readonly string[], source: readonly string[]): Difference[] {
  const [rows, columns] = [quote.length + 1, source.length + 1];
  const lengths = new Uint16Array(rows * columns);
  for (let i = quote.length - 1; i >= 0; i -= 1) {
    for (let j = source.length - 1; j >= 0; j -= 1) {
      const at = i * columns + j;
      lengths[at] =
        quote[i] === source[j]
          ? (lengths[at + columns + 1] ?? 0) + 1
          : Math.max(lengths[at + columns] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < quote.length || j < source.length) {
    const [ours, theirs] = [quote[i], source[j]];
    const at = i * columns + j;
    if (ours !== undefined && ours === theirs) {
      found.push({ kind: 'same', words: ours });
      i += 1;
      j += 1;
    } else if (theirs === undefined || (ours !== undefined && (lengths[at + columns] ?? 0) >= (lengths[at + 1] ?? 0))) {
      found.push({ kind: 'quote', words: ours ?? '' });
      i += 1;
    } else {
      found.push({ kind: 'source', words: theirs });
      j += 1;
    }
  }
  return found;
}

/**
 * Without what the source has before and after the passage. Where the quote's own first or last words differ, as many
 * words of the source are kept beside them.
 */
function trimmed(found: readonly Difference[]): Difference[] {
  const first = found.findIndex(({ kind }) => kind === 'same');
  const last = found.findLastIndex(({ kind }) => kind === 'same');
  if (first === -1) return [];
  const head = found.slice(0, first);
  const tail = found.slice(last + 1);
  const before = count(head, 'quote');
  const keptHead = before === 0 ? [] : head.filter(({ kind }) => kind === 'source').slice(-before);
  const keptTail = tail.filter(({ kind }) => kind === 'source').slice(0, count(tail, 'quote'));
  return [
    ...head.filter(({ kind }) => kind === 'quote'),
    ...keptHead,
    ...found.slice(first, last + 1),
    ...tail.filter(({ kind }) => kind === 'quote'),
    ...keptTail,
  ];
}

function count(found: readonly Difference[], kind: Difference['kind']): number {
  return found.filter((each) => each.kind === kind).length;
}

/** Neighbours of one kind as one. */
function joined(found: readonly Difference[]): Difference[] {
  const runs: { kind: Difference['kind']; words: string[] }[] = [];
  for (const { kind, words } of found) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(words);
    else runs.push({ kind, words: [words] });
  }
  return runs.map(({ kind, words }) => ({ kind, words: words.join(' ') }));
}
