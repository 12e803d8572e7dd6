import { decodeHTMLStrict } from 'entities';

/** What stands for a character that no page can show: U+FFFD. */
const REPLACEMENT = '\uFFFD';

/** C0 (without tab and newline), DEL, C1, and halves of surrogate pairs: none of them is text. */
const UNPRINTABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]|\p{Cs}/gu;

/**
 * Text as the lexer wants it: `\n` alone ends a line, and nothing in it is a control character. A character that cannot
 * be shown becomes U+FFFD, so that the reader sees that something stood there.
 *
 * JavaScript's `.` stops at U+2028 and U+2029 where CommonMark does not, so they become ordinary line ends here.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u000B\f]/g, ' ')
    .replace(UNPRINTABLE, REPLACEMENT);
}

/** Every run of blanks that holds a line end, as one space: Markdown's soft line break. */
export function foldLines(text: string): string {
  return text.replace(/[ \t]*\n[ \t\n]*/g, ' ');
}

/** One character reference as CommonMark knows it (section 2.5): named, decimal or hexadecimal, with its semicolon. */
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/g;

/** `&amp;`, `&#38;`, `&#x26;` as the characters they stand for; an unknown name stays as it is written. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, decodeReference) : text;
}

function decodeReference(reference: string): string {
  const decoded = cleanText(decodeHTMLStrict(reference));
  return decoded === '\n' || decoded === '\t' ? ' ' : decoded;
}

/** Backslash escapes and character references in one pass, so that `\&amp;` keeps its letters. */
const ESCAPE_OR_REFERENCE = new RegExp(`\\\\([!-/:-@[-\`{-~])|${REFERENCE.source}`, 'g');

/** What a link's address or title, or a code block's language, says once its escapes and references are resolved. */
export function decodeString(text: string): string {
  return text.replace(ESCAPE_OR_REFERENCE, (whole: string, escaped: string | undefined) =>
    escaped === undefined ? decodeReference(whole) : escaped,
  );
}
