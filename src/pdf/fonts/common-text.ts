/** What the fonts of the usual theme surely have, known without reading a font file. A test asks the files themselves. */

/** Letters and marks of Latin, Greek and Cyrillic, digits, punctuation. Phonetic letters are not: few fonts have their capitals. */
const LETTERS =
  '\\u0020-\\u007e\\u00a0-\\u017f\\u018f\\u01a0\\u01a1\\u01af\\u01b0\\u01cd-\\u01dc\\u01e6\\u01e7\\u01f4\\u01f5\\u0218-\\u021b\\u0259' +
  '\\u02b0-\\u0373\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce\\u0400-\\u052f\\u1e00-\\u1eff';
/** Dashes, quotation marks, raised and lowered figures, currencies, arrows, boxes and shapes. No mark of direction is among them. */
const SIGNS =
  '\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u2070-\\u2071\\u2074-\\u208e\\u20a0-\\u20bf\\u2100-\\u2185\\u2190-\\u2311\\u2500-\\u269c';

const COMMON_LETTERS = new RegExp(`^[${LETTERS}\\t\\n\\r]*$`);
const COMMON_TEXT = new RegExp(`^[${LETTERS}${SIGNS}\\t\\n\\r]*$`);

/** Whether one font alone has the whole text: that of headings, or the first one after it. */
export function isOfCommonLetters(text: string): boolean {
  return COMMON_LETTERS.test(text);
}

/**
 * Whether each character of a text is in one of the fonts that are tried for it, upright, slanted and bold, whether it is
 * set in the font of texts, of headings or of code; and so in capitals, composed and decomposed.
 */
export function isCommonText(text: string): boolean {
  return COMMON_TEXT.test(text);
}
