/** Cleans the text of a brief for print. */

/**
 * Soft hyphens (measuring one makes the real hyphens of its font disappear), break hints, joiners, byte order marks,
 * directional marks and overrides (the page setter orders text by its characters), variation selectors, tags, and code
 * points that are not characters: none of these has a glyph.
 */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\u034f|\p{Variation_Selector}|[\u{e0000}-\u{e01ef}]/gu;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LINE_END = /\r\n?|[\n\u000b\u000c\u0085\u2028\u2029]/g;
/** A joiner or non-joiner between joining letters is part of the spelling; elsewhere it is a hint. */
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;
const NO_BREAK_HYPHEN = /\u2011/g;

/** Text of a paragraph: line ends and tabs become spaces. No-break spaces stay. */
export function cleanText(text: string): string {
  return clean(text.replace(LINE_END, ' ').replace(/\t/g, ' '));
}

/** Text of a code block: lines stay, tabs extend to the next multiple of four columns. */
export function cleanCode(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .split('\n')
    .map((line) => clean(expandTabs(line)))
    .join('\n');
}

/** Letters, digits and signs that stay as they are, in the form that is wanted: nearly all texts. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2012-\u2027]*$/;

function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(JOINER, '')
    .replace(NO_BREAK_HYPHEN, '-')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC');
}

function expandTabs(line: string): string {
  let wide = '';
  for (const character of line) wide += character === '\t' ? ' '.repeat(4 - (wide.length % 4)) : character;
  return wide;
}

/** `text` in capitals, by the rules of its language (Turkish `i` becomes `İ`), or by default rules. */
export function inCapitals(text: string, language: string): string {
  try {
    return text.toLocaleUpperCase(language);
  } catch {
    return text.toUpperCase();
  }
}

const MARK_OF_DIRECTION = /([\u061c\u200e\u200f])/;

/** Like `cleanText`, but keeps directional marks, which the page setter obeys. */
function cleanProse(text: string): string {
  const parts = text.split(MARK_OF_DIRECTION);
  return parts.map((part) => (MARK_OF_DIRECTION.test(part) ? part : cleanText(part))).join('');
}

export interface Phrase {
  readonly text: string;
  /** Must not be broken: it contains a non-breaking hyphen or a range of numbers. */
  readonly whole: boolean;
}

/** An unbreakable phrase longer than this would run into the margin. */
const LONGEST_WHOLE = 24;
const WHOLE = /\u2011|\d–\d/;

/**
 * Splits a text into phrases. Words around a non-breaking hyphen (U+2011, not in Source Serif) get a plain hyphen and
 * are kept together, and so is a range such as `40–50 %` with what a no-break space joins to it; the rest is as from
 * `cleanText`.
 */
export function phrases(text: string): Phrase[] {
  if (!WHOLE.test(text)) return text === '' ? [] : [{ text: cleanProse(text), whole: false }];
  return text
    .split(/((?:\S|\u00a0)*(?:\u2011|\d–\d)(?:\S|\u00a0)*)/u)
    .map((part) => ({ text: cleanProse(part), whole: WHOLE.test(part) && part.length <= LONGEST_WHOLE }))
    .filter((phrase) => phrase.text !== '');
}
