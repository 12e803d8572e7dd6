import type { Face } from '../theme/typeface.js';

/**
 * Advance widths of Source Sans 3 in thousandths of an em, grouped by width. Layout does not have font files, nor need
 * them: column widths are generous estimates, and the page setter measures every line itself.
 */
const SANS: readonly (readonly [width: number, characters: string])[] = [
  [200, ' '],
  [250, "|ijl',.:;I"],
  [300, '!f()[]{}-'],
  [350, 'tr/\\'],
  [420, '*sz?"'],
  [455, 'cxvy'],
  [495, 'YJLFke#$+0123456789<=>^~_–'],
  [510, 'agXVE'],
  [545, 'STZ`oAhun'],
  [560, 'bdpqPRC'],
  [590, 'B&DGU'],
  [655, 'NHOQM'],
  [740, 'w'],
  [830, 'Wm%@—…'],
];
const WIDTHS: ReadonlyMap<string, number> = new Map(
  SANS.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);
/** Ratios of the widths of Source Serif to Source Sans, and of bold to regular. */
const SERIF = 1.14;
const BOLD = 1.07;
const MONO = 600;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const EAST_ASIAN_DIGIT = 600;

/** The family whose widths these are; any other is treated as the wider serif, unless it is measured. */
const SANS_FAMILY = 'Source Sans 3';

/** The approximate width of a line of text, in points. */
export function textWidth(text: string, face: Face): number {
  const isMono = /mono|code/i.test(face.family);
  const written = face.capitals ? text.toUpperCase() : text;
  const { units, count } = keptUnits(written) ?? countedUnits(written);
  const wide = isMono ? 1 : stretchOf(face);
  return (
    ((isMono ? MONO * count : units) * wide * face.size) / 1000 + (count * (face.tracking ?? 0) * face.size) / 1000
  );
}

interface Units {
  /** Thousandths of an em; whole, so that no order of adding matters. */
  readonly units: number;
  /** Characters. */
  readonly count: number;
}

/** The width of each character up to the Han radicals, once it was asked for: a figure asks for the same ones again and again. */
const KEPT = new Int16Array(0x2e80).fill(-1);
const EAST = -2;

/** Null for a text with characters of East Asia, which its digits depend on, and with those that take two code units. */
function keptUnits(text: string): Units | null {
  let units = 0;
  for (let at = 0; at < text.length; at++) {
    const width = keptWidth(text.charCodeAt(at));
    if (width === EAST) return null;
    units += width;
  }
  return { units, count: text.length };
}

function keptWidth(code: number): number {
  if (code >= KEPT.length) return EAST;
  const kept = KEPT[code] ?? EAST;
  if (kept !== -1) return kept;
  const character = String.fromCharCode(code);
  const width = EAST_ASIAN.test(character) ? EAST : characterWidth(character);
  KEPT[code] = width;
  return width;
}

function countedUnits(text: string): Units {
  // Digits among Chinese and Japanese are in the same font as these, where they are wider.
  const digit = EAST_ASIAN.test(text) ? EAST_ASIAN_DIGIT : null;
  let units = 0;
  let count = 0;
  for (const character of text) {
    units += digit !== null && /\d/.test(character) ? digit : characterWidth(character);
    count++;
  }
  return { units, count };
}

function stretchOf({ family, bold, stretch }: Face): number {
  if (stretch !== undefined) return bold ? stretch.bold : stretch.regular;
  return (family === SANS_FAMILY ? 1 : SERIF) * (bold ? BOLD : 1);
}

/** Whether the widths of a family are known here; others have to be measured by whoever has its file. */
export function isFamilyKnown(family: string): boolean {
  return /mono|code/i.test(family) || family === SANS_FAMILY || family === 'Source Serif 4';
}

/** What layout takes for the width of a text in Source Sans 3, in em. */
export function usualWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0) / 1000;
}

function characterWidth(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  if (/\p{M}/u.test(character)) return 0;
  if (EAST_ASIAN.test(character)) return 1000;
  if (/\p{Lu}/u.test(character)) return 650;
  if (/\p{Ll}/u.test(character)) return 560;
  return 620;
}

/** The width of the widest word of a text, in points. */
export function longestWord(text: string, face: Face): number {
  return Math.max(0, ...text.split(/[^\S\u00a0\u202f]+/u).map((word) => textWidth(word, face)));
}

/** `text`, truncated at a word and ended with an ellipsis if it is wider than `width` points. */
export function shortened(text: string, face: Face, width: number): string {
  if (textWidth(text, face) <= width) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const shorter = `${words.join(' ').replace(/[\s,;:.–—-]+$/u, '')}…`;
    if (textWidth(shorter, face) <= width) return shorter;
  }
  const letters = [...(words[0] ?? '')];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, face) > width) letters.pop();
  return `${letters.join('')}…`;
}
