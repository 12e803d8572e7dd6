/** Where words stand in a text, both in normal form. */
import { HYPHENS, isLetter, LINE_END, type NormalForm } from './normal-form.js';

/** A range of units of a normal form. */
export type Stretch = readonly [from: number, to: number];

/** More places than anybody counts; a text that was made to have millions of them must not keep us busy. */
const MOST = 10_000;

/**
 * Every place where the words stand as whole words: `legal` is not in `illegal`, `can` not in `can’t`, `2` not in `2.5`,
 * `binding` not in `non-binding`.
 */
export function occurrencesOf(words: NormalForm, text: NormalForm): Stretch[] {
  const found: Stretch[] = [];
  const { length } = words.text;
  if (length === 0) return found;
  for (let at = text.text.indexOf(words.text); at !== -1; at = text.text.indexOf(words.text, at + 1)) {
    if (!beginsWord(text, at) || !endsWord(text, at + length) || !sameHyphens(words, text, at)) continue;
    found.push([at, at + length]);
    if (found.length === MOST) break;
  }
  return found;
}

/** Scripts that put no space between words have no ends of words to see. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function beginsWord({ text, gaps }: NormalForm, at: number): boolean {
  const [before, first] = [letterBefore(text, at), letterAt(text, at)];
  if (!isWordLike(first) || UNSPACED.test(first)) return true;
  if (isWithinWord(gaps.get(at)) || isWordLike(before)) return false;
  return !(/^\p{N}/u.test(first) && /[.,]/.test(before) && /^\p{N}/u.test(letterBefore(text, at - 1)));
}

function endsWord({ text, gaps }: NormalForm, end: number): boolean {
  const [last, after] = [letterBefore(text, end), letterAt(text, end)];
  if (!isWordLike(last) || UNSPACED.test(last)) return true;
  if (isWithinWord(gaps.get(end)) || isWordLike(after) || /^\p{M}/u.test(after)) return false;
  const next = letterAt(text, end + after.length);
  if (/['\u2019]/.test(after) && isLetter(next)) return false;
  return !(/^\p{N}/u.test(last) && /[.,]/.test(after) && /^\p{N}/u.test(next));
}

/** A hyphen holds a word together; a dash without spaces parts two. */
function isWithinWord(gap: string | undefined): boolean {
  return gap !== undefined && (gap === LINE_END || HYPHENS.includes(gap));
}

function sameHyphens(words: NormalForm, text: NormalForm, at: number): boolean {
  if (words.gaps.size === 0 && text.gaps.size === 0) return true;
  const isOne = words.level === 'unified';
  for (let i = 1; i < words.text.length; i += 1) {
    const [ours, theirs] = [words.gaps.get(i), text.gaps.get(at + i)];
    const areSame = ours === theirs || (isOne && ours !== undefined && theirs !== undefined);
    if (!areSame && ours !== LINE_END && theirs !== LINE_END) return false;
  }
  return true;
}

function isWordLike(letter: string): boolean {
  return /^[\p{L}\p{N}]/u.test(letter);
}

function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function letterBefore(text: string, at: number): string {
  const unit = text[at - 1] ?? '';
  return /[\uDC00-\uDFFF]/.test(unit) ? text.slice(at - 2, at) : unit;
}
