import type { Inline } from '../engine.js';

const ENDS_WITH_SPACE = /\s$/;

/**
 * pdfmake stretches a justified line at every place where it could be broken: after a hyphen too, and between a word
 * and the comma after it in another style. The same width is given to the spaces alone, where there are any.
 */
export function stretchAtSpaces(words: readonly Inline[]): void {
  const shift = words[1]?.justifyShift ?? 0;
  if (shift === 0) return;
  const gaps = words.length - 1;
  const spaces = words.slice(0, gaps).filter((word) => ENDS_WITH_SPACE.test(word.text)).length;
  if (spaces === 0 || spaces === gaps) return;
  const each = (shift * gaps) / spaces;
  let moved = 0;
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before === undefined) return;
    const afterSpace = ENDS_WITH_SPACE.test(before.text);
    if (afterSpace) moved += each;
    word.x += moved - index * shift;
    word.justifyShift = afterSpace ? each : 0;
  });
}

/** pdfmake would draw a word's underline or ground over the stretched gap before it, too. */
export function keepDecorationsApart(words: readonly Inline[]): void {
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before === undefined || !word.justifyShift) return;
    if (word.decoration !== before.decoration || word.background !== before.background) word.justifyShift = 0;
  });
}
