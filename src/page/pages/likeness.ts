/** Finds the text of the brief that a paragraph was made of. What is printed has numbers of notes and divided words in it. */

import type { Path } from '../../preview/protocol-editing.js';
import { isMap } from '../../syntax/values.js';

export interface Leaf {
  readonly path: Path;
  readonly text: string;
}

/** How many letters are compared at a time. */
const LENGTH = 4;
/** The share of a paragraph that has to be in the text. */
const LEAST = 0.55;

/** Every text of a brief, with its path. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'number') return [{ path, text: String(value) }];
  if (Array.isArray(value)) return value.flatMap((each, at) => leavesOf(each, [...path, at]));
  return isMap(value) ? Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name])) : [];
}

/** What is left of a text when only its letters and digits count; without the addresses and citations of Markdown. */
function lettersOf(text: string): string {
  return text
    .replace(/\]\([^)]*\)|\[@[^\]]*\]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

function piecesOf(letters: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + LENGTH <= letters.length; at += 1) pieces.add(letters.slice(at, at + LENGTH));
  return pieces;
}

/** How much two texts are one, from 0 to 1.3; 0 where too little of the first is in the second. */
export function likeness(paragraph: string, text: string): number {
  const [a, b] = [lettersOf(paragraph), lettersOf(text)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1.3;
  if (a.length < LENGTH || b.length < LENGTH) return 0;
  const [of, within] = [piecesOf(a), piecesOf(b)];
  let common = 0;
  for (const piece of of) if (within.has(piece)) common += 1;
  const share = common / of.size;
  return share < LEAST ? 0 : share + 0.3 * (common / within.size);
}

/** The text that a paragraph is most like. */
export function leafOf(paragraph: string, leaves: readonly Leaf[]): Leaf | null {
  let best: Leaf | null = null;
  let most = 0;
  for (const leaf of leaves) {
    const score = likeness(paragraph, leaf.text);
    if (score > most) [best, most] = [leaf, score];
  }
  return best;
}
