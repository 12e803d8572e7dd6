/** Where words are in a text, both in normal form. */
import { beginsWord, endsWord } from './boundaries.js';
import { DASHES, HYPHENS } from './characters.js';
import { LINE_END, type NormalForm } from './normal-form.js';

/** A range of units of a normal form. */
export type Stretch = readonly [from: number, to: number];

/** The most places that are counted; a text may be made to have millions of them. */
const MOST = 10_000;
/** The most passages of several parts. Each takes time in proportion to its length. */
const MOST_CHAINS = 100;

/** Every place where the words are whole words and whole numbers. */
export function occurrencesOf(words: NormalForm, text: NormalForm): Stretch[] {
  const found: Stretch[] = [];
  for (let at = firstAt(words, text, 0); at !== -1 && found.length < MOST; at = firstAt(words, text, at + 1)) {
    found.push([at, at + words.text.length]);
  }
  return found;
}

/**
 * Every passage with the parts in order, each as close to the next as possible: a list of the places of its parts. The
 * time grows with the length of the text, not with the number of parts.
 */
export function chainsOf(parts: readonly NormalForm[], text: NormalForm): (readonly Stretch[])[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  if (rest.length === 0) return occurrencesOf(first, text).map((stretch) => [stretch]);
  const chains: (readonly Stretch[])[] = [];
  for (let from = 0; chains.length < MOST_CHAINS; ) {
    const loose = chainFrom(parts, text, from);
    if (loose === null) break;
    const tight = tightened(parts, text, loose);
    chains.push(tight);
    from = (tight[0]?.[0] ?? 0) + 1;
  }
  return chains;
}

/** The chain that ends first of those that begin at `from` or later. */
function chainFrom(parts: readonly NormalForm[], text: NormalForm, from: number): Stretch[] | null {
  const chain: Stretch[] = [];
  let next = from;
  for (const part of parts) {
    const at = firstAt(part, text, next);
    if (at === -1) return null;
    next = at + part.text.length;
    chain.push([at, next]);
  }
  return chain;
}

/** The chain with the same end that begins last: an earlier beginning only has it inside. */
function tightened(parts: readonly NormalForm[], text: NormalForm, loose: readonly Stretch[]): Stretch[] {
  const chain = [...loose];
  for (let i = parts.length - 2; i >= 0; i -= 1) {
    const [part, next] = [parts[i], chain[i + 1]];
    if (part === undefined || next === undefined) break;
    const at = lastAt(part, text, next[0] - part.text.length);
    chain[i] = [at, at + part.text.length];
  }
  return chain;
}

function firstAt(words: NormalForm, text: NormalForm, from: number): number {
  if (words.text === '') return -1;
  let at = text.text.indexOf(words.text, from);
  while (at !== -1 && !standsAt(words, text, at)) at = text.text.indexOf(words.text, at + 1);
  return at;
}

/** The last place at or before `from`; there is one. */
function lastAt(words: NormalForm, text: NormalForm, from: number): number {
  let at = text.text.lastIndexOf(words.text, from);
  while (at > 0 && !standsAt(words, text, at)) at = text.text.lastIndexOf(words.text, at - 1);
  return at;
}

function standsAt(words: NormalForm, text: NormalForm, at: number): boolean {
  return (
    beginsWord(text, at) &&
    endsWord(text, at + words.text.length) &&
    haveSameMarks(words, text, at) &&
    hidesNothing(words, text, at)
  );
}

function haveSameMarks(words: NormalForm, text: NormalForm, at: number): boolean {
  if (words.gaps.size === 0 && text.gaps.size === 0) return true;
  for (let i = 1; i < words.text.length; i += 1) {
    const [ours, theirs] = [words.gaps.get(i), text.gaps.get(at + i)];
    if (ours !== theirs && !mayBeSame(ours, theirs, words.level) && !mayBeSame(theirs, ours, words.level)) return false;
  }
  return true;
}

/** Whether `theirs` may be the same as `ours`, where `theirs` may stand at the end of a line. */
function mayBeSame(ours: string | undefined, theirs: string | undefined, level: NormalForm['level']): boolean {
  if (theirs === undefined) return false;
  if (theirs === LINE_END) return ours === undefined || ours === LINE_END || HYPHENS.includes(ours[0] ?? '');
  if (ours === undefined || markOf(ours, level) !== markOf(theirs, level)) return false;
  return theirs.endsWith(LINE_END) || ours.slice(1) === theirs.slice(1);
}

function markOf(gap: string, level: NormalForm['level']): string {
  const mark = gap[0] ?? '';
  return level === 'unified' && DASHES.includes(mark) ? '-' : mark;
}

/** An invisible character can reverse the order of words; a quote has none that its source does not have. */
function hidesNothing(words: NormalForm, text: NormalForm, at: number): boolean {
  return [...words.unseen].every(([i, characters]) => text.unseen.get(at + i)?.includes(characters) === true);
}
