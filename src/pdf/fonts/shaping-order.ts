/** What fontkit leaves to whoever hands it a text, and other shapers do themselves. */

/** Thai and Lao: a tone mark before the vowel AM, which is a ring above the letter and an A after it. */
const TONE_BEFORE_AM = /([\u0e48-\u0e4b\u0ec8-\u0ecb])([\u0e33\u0eb3])/g;
/** A vowel sign and the sign of doubling, which NFC puts after it. */
const VOWEL_BEFORE_SHADDA = /([\u064b-\u0650])\u0651/g;

/**
 * The text in the order in which its marks are put upon each other: the ring of Thai and Lao AM below a tone mark (as the
 * OpenType specification for Thai asks), the doubling sign of Arabic below its vowel (UTR #53).
 */
export function inShapingOrder(text: string): string {
  return text
    .replace(TONE_BEFORE_AM, (_, tone: string, am: string) =>
      am === '\u0e33' ? `\u0e4d${tone}\u0e32` : `\u0ecd${tone}\u0eb2`,
    )
    .replace(VOWEL_BEFORE_SHADDA, '\u0651$1');
}

/** Scripts in which what is drawn is not in the order, or not of the number, of what is written. */
const REORDERED =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Extended_Pictographic}]/u;
/** Read as nothing, where there are more glyphs than characters. */
const NOTHING = '\u2060';

export function mayBeReordered(text: string): boolean {
  return REORDERED.test(text);
}

/**
 * What each glyph of a text is to be read as, so that all of them together say the text in the order in which it is
 * written, whatever order they are drawn in. `drawn` is what each is made of. Glyphs at either end that say what is
 * written there keep their meaning.
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
  // Too much was taken from the beginning where no glyph is left for the rest.
  if (from === to && written !== '') return shared(text, drawn.length);
  return [...drawn.slice(0, from), ...shared(written, to - from), ...drawn.slice(to)];
}

/** A text cut into so many parts, one character each, the last with all that is left. */
function shared(text: string, count: number): string[] {
  const characters = [...text];
  return Array.from({ length: count }, (_, index) => {
    const part = index === count - 1 ? characters.slice(index).join('') : characters[index];
    return part === undefined || part === '' ? NOTHING : part;
  });
}
