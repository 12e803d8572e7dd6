/**
 * How the words of a quote are to be read: what is verbatim in them, and what the editor has put there.
 *
 * - `[…]` or `[...]`, alone or with words (`[… Putin]`), says that words of the source were left out there. What stands
 *   before and after it are verbatim parts, in the order of the source.
 * - `[Putin]` between words says that the editor put it in. It stands for nothing: without it, the words around it are
 *   verbatim and follow each other. Who leaves words out in favour of others writes `[… Putin]`, so that a `not` cannot
 *   vanish behind an innocent word.
 * - `[t]he` says that one letter was changed from a capital or to one: the source has `The`.
 *
 * A bracket within a word, and one that has no partner, is a bracket.
 */
const OMISSION = /\[\s*(?:(?:…|\.{3}|\. \. \.)[^[\]]*|[^[\]]*(?:…|\.{3}|\. \. \.))\s*\]/u;
const CHANGED_LETTER = /(?<![\p{L}\p{N}\]])\[(\p{L})\](?=\p{L})/gu;
const INSERTION = /(\s*)(?<![\p{L}\p{N}])\[[^[\]]*\](?![\p{L}\p{N}])(\s*)/gu;

/** The readings of a quote, the plainest first: each is a list of verbatim parts in the order of the source. */
export function readingsOf(words: string): readonly (readonly string[])[] {
  const literal = [words];
  if (!/\[[^[\]]*\]/.test(words)) return [literal];
  const parts = words
    .split(OMISSION)
    .map((part) => withoutInsertions(part).trim())
    .filter((part) => part !== '');
  // A source may have brackets of its own: as they stand, they are the surest reading.
  return [literal, parts];
}

function withoutInsertions(part: string): string {
  return part
    .replace(CHANGED_LETTER, (_bracket, letter: string) => inOtherCase(letter))
    .replace(INSERTION, (bracket: string, before: string, after: string, at: number) => {
      const next = part[at + bracket.length] ?? '';
      return (before === '' && after === '') || (after === '' && /[,.;:!?)]/.test(next)) ? '' : ' ';
    });
}

function inOtherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}
