import type { FaceStyle } from '../../layout/definition.js';
import { clustersOf } from '../../layout/text/clusters.js';
import { isInvisible, isNeutral, standIn, withoutControls } from './characters.js';
import type { Coverage } from './coverage.js';
import type { FontLibrary } from './library.js';

/** How a text is to be set. */
export interface FontWish {
  readonly family: string;
  readonly face: FaceStyle;
  /** BCP 47: Chinese, Japanese and Korean share characters, but not their forms. */
  readonly language: string;
}

/** A stretch of text in one family. */
export interface FontRun {
  readonly text: string;
  readonly family: string;
}

export interface SplitText {
  readonly runs: readonly FontRun[];
  /** The characters that no family of the chain has, without duplicates, in order of occurrence. */
  readonly missing: readonly string[];
}

/**
 * Splits a text by font: every character is set in its family, or the first of the family's fallback chain
 * that has it; a letter and its accents are never separated. A word with a letter in a fallback font is set in that font as a whole, as are spaces and punctuation
 * between words of one fallback font. Control characters are dropped.
 */
export function splitText(text: string, wish: FontWish, library: FontLibrary): SplitText {
  const clean = withoutControls(text);
  const { family } = wish;
  const choice = new Choice(wish, clean, library);
  if (choice.covers(family, clean)) return { runs: [{ text: clean, family }], missing: [] };
  const parts: Part[] = [];
  for (const cluster of clustersOf(clean)) parts.push(...partsOf(cluster, choice));
  const missing = parts.flatMap((part) => (part.isMissing ? [part.text] : []));
  settleWords(parts, choice);
  settleNeutrals(parts, choice);
  return { runs: joined(parts), missing: [...new Set(missing)] };
}

interface Part {
  text: string;
  /** `null`: takes the font of the text around it. */
  family: string | null;
  /** Missing in every family of the chain. */
  readonly isMissing?: boolean;
}

/** The families that can set the characters of one text. */
class Choice {
  readonly own: string;
  private readonly scripted = new Map<string, readonly string[]>();

  constructor(
    private readonly wish: FontWish,
    private readonly around: string,
    private readonly library: FontLibrary,
  ) {
    this.own = wish.family;
  }

  /** The first family that has all of a text: its own, one of the fallback chain, or one installed for its script. */
  familyFor(text: string): string | undefined {
    const found = this.library.chain(this.own).find((family) => this.covers(family, text));
    return found ?? this.scriptedFor(text).find((family) => this.covers(family, text));
  }

  private scriptedFor(text: string): readonly string[] {
    const character = String.fromCodePoint(text.codePointAt(0) ?? 0);
    const known = this.scripted.get(character) ?? this.library.scripted(character, this.wish.language, this.around);
    this.scripted.set(character, known);
    return known;
  }

  covers(family: string, text: string): boolean {
    const coverage = this.library.coverage(family, this.wish.face);
    if (coverage.surelyHas(text)) return true;
    for (let at = 0; at < text.length; at++) {
      // Fast path for long runs: iterates by code point only if there are surrogates.
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at++;
      if (!coverage.has(codePoint) && !isDispensable(codePoint, coverage)) return false;
    }
    return true;
  }
}

/** Characters that are never drawn, or are drawn as another one that the font has. */
function isDispensable(codePoint: number, coverage: Coverage): boolean {
  if (isInvisible(String.fromCodePoint(codePoint))) return true;
  for (let other = standIn(codePoint); other !== undefined; other = standIn(other))
    if (coverage.has(other)) return true;
  return false;
}

/** Tries a cluster as it is, then composed or decomposed, and at worst its characters one by one. */
function partsOf(cluster: string, choice: Choice): Part[] {
  const isJoined = isNeutral(cluster) || [...cluster].every(isInvisible);
  if (isJoined && choice.familyFor(cluster) !== undefined) return [{ text: cluster, family: null }];
  for (const form of new Set([cluster, cluster.normalize('NFC'), cluster.normalize('NFD')])) {
    const family = choice.familyFor(form);
    if (family !== undefined) return [{ text: form, family }];
  }
  return [...cluster].map((character) => {
    const family = choice.familyFor(character);
    return { text: character, family: family ?? choice.own, isMissing: family === undefined };
  });
}

/** Two fonts in one word are conspicuous, so the word is set in the fallback font if that has all of it. */
function settleWords(parts: Part[], choice: Choice): void {
  let from = 0;
  while (from < parts.length) {
    let to = from;
    while (to < parts.length && parts[to]?.family !== null) to++;
    const word = parts.slice(from, to);
    const other = word.find((part) => part.family !== choice.own && /\p{L}/u.test(part.text))?.family ?? null;
    if (other !== null && word.every((part) => choice.covers(other, part.text))) {
      for (const part of word) part.family = other;
    }
    from = to + 1;
  }
}

/** A space between two words of one fallback font is in that font; any other is in the run's font, if it is there. */
function settleNeutrals(parts: Part[], choice: Choice): void {
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
    // In the font of emoji, spaces would be as wide as emoji.
    const isEmoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(parts[from - 1]?.text ?? '');
    const around = before !== null && before === after && !isEmoji ? [before] : [];
    for (const part of parts.slice(from, to)) {
      const wanted = [...around, choice.own, ...[before, after].filter((family) => family !== null)];
      const fit = wanted.find((family) => choice.covers(family, part.text));
      part.family = fit ?? choice.familyFor(part.text) ?? choice.own;
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
