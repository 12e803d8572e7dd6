/** Properties of characters that matter for choosing a font. */

/**
 * Not drawn in any font: soft hyphen, zero-width spaces and joiners, directional marks, variation selectors, byte order
 * mark, tags. Layout removes them, or acts on them, before anything is measured.
 */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** Control characters other than tabs and line ends; they are dropped. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/** Line ends and tabs, which layout handles. */
const LAYOUT = /^[\t\n\v\f\r\u0085\u2028\u2029]$/;

/** If a font lacks the first, the second is drawn. */
const STAND_INS: ReadonlyMap<number, number> = new Map([
  [0x2011, 0x2d],
  [0x2010, 0x2d],
  [0x202f, 0xa0],
  [0xa0, 0x20],
]);

export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character) || LAYOUT.test(character);
}

export function withoutControls(text: string): string {
  return text.replace(CONTROL, '');
}

export function standIn(codePoint: number): number | undefined {
  return STAND_INS.get(codePoint);
}

/** Spaces, punctuation and standalone marks, which look right in the font of the text around them. */
export function isNeutral(cluster: string): boolean {
  return /^[\p{Z}\p{P}]+$/u.test(cluster);
}

const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cherokee',
  'Coptic',
  'Cuneiform',
  'Cyrillic',
  'Devanagari',
  'Egyptian_Hieroglyphs',
  'Ethiopic',
  'Georgian',
  'Gothic',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Latin',
  'Malayalam',
  'Mongolian',
  'Myanmar',
  'Oriya',
  'Runic',
  'Sinhala',
  'Syriac',
  'Tamil',
  'Telugu',
  'Thai',
  'Tibetan',
  'Tifinagh',
  'Yi',
] as const;
const SCRIPT_TESTS = SCRIPTS.map((script) => ({ script, test: new RegExp(`^\\p{Script=${script}}`, 'u') }));

/** What a person would call the character: its script, or the kind of symbol. */
export function kindOf(character: string): string | null {
  const script = SCRIPT_TESTS.find(({ test }) => test.test(character))?.script;
  if (script !== undefined) return `${script.replaceAll('_', ' ')} script`;
  if (/^\p{Extended_Pictographic}/u.test(character)) return 'emoji or pictograph';
  if (/^\p{Co}/u.test(character)) return 'private use, no agreed meaning';
  if (/^\p{Cn}/u.test(character)) return 'not assigned in Unicode';
  if (/^\p{Cs}/u.test(character)) return 'half of a surrogate pair';
  if (/^\p{M}/u.test(character)) return 'combining mark';
  if (/^\p{Sm}/u.test(character)) return 'mathematical sign';
  if (/^\p{S}/u.test(character)) return 'symbol';
  return null;
}

/** `U+1F600`. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
