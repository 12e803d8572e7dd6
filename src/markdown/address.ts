/** A placeholder that the template engine printed for a value; the value is judged when it is put in. */
const PLACEHOLDER = /^\uE000\d+\uE001$/;

/** Blanks and characters that browsers drop before they read an address: where obfuscated schemes hide. */
const INVISIBLE = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF\uFFFD]/;

/**
 * The address a link may lead to, or null if it is forbidden: `http:`, `https:` and `mailto:` with something after
 * them, a target in the document (`#id`), or one placeholder. Relative addresses are forbidden too: on paper and in a
 * mailed file they lead nowhere.
 *
 * @param url decoded: without backslash escapes and character references
 */
export function allowedAddress(url: string): string | null {
  if (PLACEHOLDER.test(url)) return url;
  const spaced = url.trim().replaceAll(' ', '%20');
  if (INVISIBLE.test(spaced)) return null;
  return /^(?:https?:\/\/[^/?#\\]|mailto:.|#.)/i.test(spaced) ? spaced : null;
}

/** True for an image's address that names a file: one without a scheme and without a host. */
export function isLocalAddress(url: string): boolean {
  const bare = url.replace(new RegExp(INVISIBLE, 'g'), '');
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(bare);
}
