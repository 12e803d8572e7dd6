/**
 * How the words of a quote are to be read: what is verbatim in them, and what the editor has put there.
 *
 * - `[…]` or `[...]`, alone or with words (`[… Putin]`), says that words of the source were left out there. What stands
 *   before and after it are verbatim parts, in the order of the source.
 * - `[Putin]` between words says that the editor put it in. It stands for nothing: without it, the words around it are
 *   verbatim and follow each other. To replace words by others, write `[… Putin]`, so that a `not` cannot vanish behind
 *   an innocent word.
 * - `[t]he` says that one letter was changed from a capital or to one: the source has `The`.
 *
 * A bracket inside a word, or without a partner, is an ordinary character.
 */
export interface Reading {
  /** The verbatim parts, in the order of the source. */
  readonly parts: readonly string[];
  /** What the editor put in, without its brackets. */
  readonly insertions: readonly string[];
  /** Whether words are left out before the first part, and after the last. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** The readings of a quote, the plainest first. A source may have brackets of its own: that is the surest reading. */
export function readingsOf(words: string): readonly Reading[] {
  const literal: Reading = { parts: [words], insertions: [], isCutBefore: false, isCutAfter: false };
  const brackets = [...words.matchAll(/\[([^[\]]*)\]/g)];
  return brackets.length === 0 ? [literal] : [literal, editedReading(words, brackets)];
}

const ELLIPSIS = /^(?:…|\.{3}|\. \. \.)|(?:…|\.{3}|\. \. \.)$/;

function editedReading(words: string, brackets: readonly RegExpMatchArray[]): Reading {
  const parts: string[] = [''];
  const insertions: string[] = [];
  let from = 0;
  const add = (text: string) => parts.push((parts.pop() ?? '') + text);
  for (const bracket of brackets) {
    const [whole, inside = ''] = bracket;
    const at = bracket.index ?? 0;
    const end = at + whole.length;
    add(words.slice(from, at));
    from = end;
    const inserted = inside.trim();
    if (ELLIPSIS.test(inserted)) {
      parts.push('');
      insertions.push(inserted.replace(ELLIPSIS, '').trim());
    } else if (isChangedLetter(words, at, end, inside)) {
      add(inOtherCase(inside));
    } else if (isWithinWord(words, at, end)) {
      add(whole);
    } else {
      insertions.push(inserted);
      from = joinAround(words, end, parts);
    }
  }
  add(words.slice(from));
  const trimmed = parts.map((part) => part.trim());
  return {
    parts: trimmed.filter((part) => part !== ''),
    insertions: insertions.filter((each) => each !== ''),
    isCutBefore: trimmed.length > 1 && trimmed[0] === '',
    isCutAfter: trimmed.length > 1 && trimmed.at(-1) === '',
  };
}

function isChangedLetter(words: string, at: number, end: number, inside: string): boolean {
  return (
    /^\p{L}$/u.test(inside) && !/[\p{L}\p{N}\]]$/u.test(words.slice(Math.max(0, at - 2), at)) && isLetterAt(words, end)
  );
}

function isLetterAt(words: string, at: number): boolean {
  return /^\p{L}/u.test(words.slice(at, at + 2));
}

function isWithinWord(words: string, at: number, end: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(words.slice(Math.max(0, at - 2), at)) || /^[\p{L}\p{N}]/u.test(words.slice(end, end + 2))
  );
}

/** Joins the words around an insertion: with a space, unless there was none or a comma comes next. */
function joinAround(words: string, end: number, parts: string[]): number {
  const before = parts.pop() ?? '';
  const spaces = /\s*/y;
  spaces.lastIndex = end;
  const next = end + (spaces.exec(words)?.[0].length ?? 0);
  const hadSpace = /\s$/.test(before) || next > end;
  const isClose = next === end && /^[,.;:!?)]/.test(words.slice(end, end + 1));
  parts.push(`${before.trimEnd()}${hadSpace && !isClose ? ' ' : ''}`);
  return next;
}

function inOtherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}
