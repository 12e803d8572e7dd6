import type { FaceStyle } from '../../layout/definition.js';
import { isInvisible, isNeutral, standIn, withoutControls } from './characters.js';
import type { Coverage } from './coverage.js';
import type { FontLibrary } from './library.js';

/** A stretch of text that one family sets. */
export interface FontRun {
  readonly text: string;
  readonly family: string;
}

export interface SplitText {
  readonly runs: readonly FontRun[];
  /** The characters that no family of the chain has, each once, in the order they occur. */
  readonly missing: readonly string[];
}

/** Characters as a reader sees them (grapheme clusters, UAX #29): a letter and its accents are never set apart. */
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Divides a text among fonts: every character goes to its own family, or to the first of the family's fallback chain
 * that has it. A word with a letter of a fallback font goes to that font whole, and so do the spaces and punctuation
 * between words of one fallback font. Control characters are dropped.
 */
export function splitText(text: string, family: string, face: FaceStyle, library: FontLibrary): SplitText {
  const clean = withoutControls(text);
  if (coversAll(clean, family, face, library)) return { runs: [{ text: clean, family }], missing: [] };
  const parts: Part[] = [];
  for (const { segment } of segmenter.segment(clean)) parts.push(...partsOf(segment, family, face, library));
  const missing = parts.flatMap((part) => (part.isMissing ? [part.text] : []));
  settleWords(parts, family, face, library);
  settleNeutrals(parts, family, face, library);
  return { runs: joined(parts), missing: [...new Set(missing)] };
}

interface Part {
  text: string;
  /** `null`: goes with its neighbours. */
  family: string | null;
  /** No family of the chain has it. */
  readonly isMissing?: boolean;
}

function coversAll(text: string, family: string, face: FaceStyle, library: FontLibrary): boolean {
  const coverage = library.coverage(family, face);
  for (let at = 0; at < text.length; at++) {
    // A run of a thousand words is looked at letter by letter: whole characters only where there are surrogates.
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    if (!coverage.has(codePoint) && !isDispensable(codePoint, coverage)) return false;
  }
  return true;
}

/** Never drawn, or drawn as another character that the font has. */
function isDispensable(codePoint: number, coverage: Coverage): boolean {
  if (isInvisible(String.fromCodePoint(codePoint))) return true;
  for (let other = standIn(codePoint); other !== undefined; other = standIn(other))
    if (coverage.has(other)) return true;
  return false;
}

/** A cluster whole, composed or decomposed where only that form is in the font; else, at worst, its characters. */
function partsOf(cluster: string, own: string, face: FaceStyle, library: FontLibrary): Part[] {
  if (isNeutral(cluster) || [...cluster].every(isInvisible)) {
    const someone = library.chain(own).find((family) => coversAll(cluster, family, face, library));
    if (someone !== undefined) return [{ text: cluster, family: null }];
  }
  for (const form of new Set([cluster, cluster.normalize('NFC'), cluster.normalize('NFD')])) {
    const family = library.chain(own).find((each) => coversAll(form, each, face, library));
    if (family !== undefined) return [{ text: form, family }];
  }
  return [...cluster].map((character) => {
    const family = library.chain(own).find((each) => coversAll(character, each, face, library));
    return { text: character, family: family ?? own, isMissing: family === undefined };
  });
}

/** Letters of two fonts in one word catch the eye: the word is set in the fallback font, if that has all of it. */
function settleWords(parts: Part[], own: string, face: FaceStyle, library: FontLibrary): void {
  let from = 0;
  while (from < parts.length) {
    let to = from;
    while (to < parts.length && parts[to]?.family !== null) to++;
    const word = parts.slice(from, to);
    const other = word.find((part) => part.family !== own && /\p{L}/u.test(part.text))?.family ?? null;
    if (other !== null && word.every((part) => coversAll(part.text, other, face, library))) {
      for (const part of word) part.family = other;
    }
    from = to + 1;
  }
}

/** Between two words of one fallback font a space is that font's; elsewhere it is the run's own, where it has it. */
function settleNeutrals(parts: Part[], own: string, face: FaceStyle, library: FontLibrary): void {
  let from = 0;
  while (from < parts.length) {
    if (parts[from]?.family !== null) {
      from++;
      continue;
    }
    let to = from;
    while (to < parts.length && parts[to]?.family === null) to++;
    const before = parts[from - 1]?.family ?? null;
    const after = parts[to]?.family ?? null;
    const around = before !== null && before === after ? [before] : [];
    for (const part of parts.slice(from, to)) {
      const wanted = [...around, own, ...[before, after].filter((family) => family !== null), ...library.chain(own)];
      part.family = wanted.find((family) => coversAll(part.text, family, face, library)) ?? own;
    }
    from = to;
  }
}

function joined(parts: readonly Part[]): FontRun[] {
  const runs: { text: string; family: string }[] = [];
  for (const { text, family } of parts) {
    const last = runs.at(-1);
    if (last !== undefined && last.family === family) last.text += text;
    else runs.push({ text, family: family ?? '' });
  }
  return runs;
}
