/** What fontkit expects its caller to do, and other shapers do themselves. */

/** Thai and Lao: a tone mark before the vowel AM, which is a ring above the letter followed by an A. */
const TONE_BEFORE_AM = /([\u0e48-\u0e4b\u0ec8-\u0ecb])([\u0e33\u0eb3])/g;
/** A vowel sign followed by a shadda, which is the order of NFC. */
const VOWEL_BEFORE_SHADDA = /([\u064b-\u0650])\u0651/g;

/**
 * The text in the order in which its marks are stacked: the ring of Thai and Lao AM below a tone mark (as the
 * OpenType specification for Thai requires), the Arabic shadda below its vowel (UTR #53).
 */
export function inShapingOrder(text: string): string {
  return text
    .replace(TONE_BEFORE_AM, (_, tone: string, am: string) =>
      am === '\u0e33' ? `\u0e4d${tone}\u0e32` : `\u0ecd${tone}\u0eb2`,
    )
    .replace(VOWEL_BEFORE_SHADDA, '\u0651$1');
}

/** Scripts in which glyphs differ from characters in order or number. */
const REORDERED =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Extended_Pictographic}]/u;
/** The text of surplus glyphs, if there are more glyphs than characters. */
const NOTHING = '\u2060';

export function mayBeReordered(text: string): boolean {
  return REORDERED.test(text);
}

/**
 * The text that each glyph stands for, so that together they give the text in the order in which it is
 * written, whatever order they are drawn in. `drawn` is what each is made of. Glyphs at either end that match what is
 * written there keep their text.
 */
export function readingsOf(text: string, drawn: readonly string[]): readonly string[] {
  if (drawn.join('') === text) return drawn.map((each) => (each === '' ? NOTHING : each));
  let [from, to] = [0, drawn.length];
  let written = text;
  for (; from < to && written.startsWith(drawn[from] ?? '') && drawn[from] !== ''; from++) {
    written = written.slice(drawn[from]?.length ?? 0);
  }
  for (; to > from && written.endsWith(drawn[to - 1] ?? '') && drawn[to - 1] !== ''; to--) {
    written = written.slice(0, written.length - (drawn[to - 1]?.length ?? 0));
  }
  // If no glyph is left for the rest, too many were matched at the beginning.
  if (from === to && written !== '') return shared(text, drawn.length);
  return [...drawn.slice(0, from), ...shared(written, to - from), ...drawn.slice(to)];
}

/** Splits a text into `count` parts of one character; the last has everything that is left. */
function shared(text: string, count: number): string[] {
  const characters = [...text];
  return Array.from({ length: count }, (_, index) => {
    const part = index === count - 1 ? characters.slice(index).join('') : characters[index];
    return part === undefined || part === '' ? NOTHING : part;
  });
}
