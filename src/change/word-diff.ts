import { diffArrays } from 'diff';
import type { Words } from './changes.js';

/**
 * More edits than this are not worth marking: the texts have little in common, and the time to find it grows with the
 * square of the edits.
 */
const MOST_EDITS = 2000;

/** Two texts as runs of words that both have or one of them has. Joined, `same` and `added` give `after`. */
export function markWords(before: string, after: string, language: string): Words[] {
  if (before === after) return [{ kind: 'same', text: after }];
  const [from, to] = [wordsOf(before, language), wordsOf(after, language)];
  const marked = runsOf(from, to, isSameWord);
  // Where nothing but line ends differs, they are what has changed.
  const runs = marked?.every(({ kind }) => kind === 'same') ? runsOf(from, to, (a, b) => a === b) : marked;
  return runs === null ? whole(before, after) : bridged(runs);
}

/** A paragraph whose lines end elsewhere than before has not changed. */
function isSameWord(a: string, b: string): boolean {
  return a === b || (/^[ \n]$/.test(a) && /^[ \n]$/.test(b));
}

/** Null for texts that have too little in common. */
function runsOf(from: string[], to: string[], comparator: (a: string, b: string) => boolean): Words[] | null {
  if (leastEdits(from, to) > MOST_EDITS) return null;
  const parts = diffArrays(from, to, { comparator, maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  return parts.map(
    ({ added, removed, value }): Words => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
}

/** Words that one text alone has, in whatever order: it takes no time to count them, and no marking has fewer edits. */
function leastEdits(from: readonly string[], to: readonly string[]): number {
  const surplus = new Map<string, number>();
  const count = (words: readonly string[], one: number) => {
    for (const word of words) {
      const key = word === '\n' ? ' ' : word;
      surplus.set(key, (surplus.get(key) ?? 0) + one);
    }
  };
  count(from, 1);
  count(to, -1);
  return [...surplus.values()].reduce((sum, left) => sum + Math.abs(left), 0);
}

/** A text that one edition alone has. */
export function whole(before: string | null, after: string | null): Words[] {
  return [
    ...(before ? [{ kind: 'removed' as const, text: before }] : []),
    ...(after ? [{ kind: 'added' as const, text: after }] : []),
  ];
}

/** Words, blanks and marks of punctuation; Unicode's word boundaries, so that Chinese too has words. */
function wordsOf(text: string, language: string): string[] {
  return [...segmenterFor(language).segment(text)].map(({ segment }) => segment);
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}

/** Where only a blank stands between two changes they read as one: `two short words` and not `two` `short` `words`. */
function bridged(runs: readonly Words[]): Words[] {
  const made: Words[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    made.push(...whole(removed, added));
    removed = '';
    added = '';
  };
  runs.forEach(({ kind, text }, at) => {
    const isGap = kind === 'same' && /^\s+$/.test(text) && removed + added !== '' && at < runs.length - 1;
    if (kind === 'same' && !isGap) {
      close();
      made.push({ kind, text });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  close();
  return made;
}
