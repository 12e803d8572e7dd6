/** Which addresses a document may link to: the one rule, for the brief's text, a template's and the list of sources. */

/** Blanks and characters that browsers drop before they read an address: where obfuscated schemes hide. */
const INVISIBLE = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFFD]/;

/**
 * The address as a link has it, or null if it is forbidden: `http:`, `https:` and `mailto:` with something after them, or
 * a target in the document (`#id`). Relative addresses are forbidden too: on paper and in a mailed file they lead
 * nowhere. What browsers show as letters and a URI (RFC 3986) may not hold is percent-encoded, as they do themselves.
 *
 * @param written decoded: without backslash escapes and character references
 */
export function linkAddress(written: string): string | null {
  const address = written.trim().replaceAll(' ', '%20');
  if (INVISIBLE.test(address)) return null;
  if (/^#./.test(address)) return address;
  if (/^mailto:./i.test(address)) return encoded(address);
  const [, host = '', rest = ''] = /^(https?:\/\/[^/?#\\]+)(.*)$/is.exec(address) ?? [];
  const ascii = inAscii(host);
  return ascii === null ? null : ascii + encoded(rest);
}

/** A host of other letters in the form that the net knows it by: `xn--…`. */
function inAscii(host: string): string | null {
  if (host === '') return null;
  if (/^[\x21-\x7E]*$/.test(host)) return host;
  try {
    return new URL(host).href.replace(/\/$/, '');
  } catch {
    return null;
  }
}

function encoded(text: string): string {
  return text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\x21-\x7E]|["<>[\\\]^`{|}]/gu, (sign) => encodeURIComponent(/\p{Cs}/u.test(sign) ? '\uFFFD' : sign));
}

/** True for an image's address that names a file: one without a scheme and without a host. */
export function isLocalAddress(url: string): boolean {
  const bare = url.replace(new RegExp(INVISIBLE, 'g'), '');
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(bare);
}
