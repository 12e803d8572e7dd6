/** Invisible characters that YAML treats as letters. */
import type { Range } from './places.js';

/** Spaces that are not the space, hyphens that may be, joiners, directions: none of them belongs into a field's name. */
const UNSEEN = /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/u;

const NAMES: Readonly<Record<number, string>> = {
  160: 'no-break space',
  173: 'soft hyphen',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8239: 'narrow no-break space',
  8288: 'word joiner',
  12288: 'ideographic space',
  65279: 'byte order mark',
};

/** An unseen character: what it is called, and where it stands. */
export interface Unseen {
  readonly name: string;
  readonly range: Range;
}

/** The first unseen character of a text that begins at `offset`. */
export function firstUnseen(text: string, offset: number): Unseen | null {
  const match = UNSEEN.exec(text);
  if (match === null) return null;
  const code = match[0].codePointAt(0) ?? 0;
  const at = offset + match.index;
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return { name: `${NAMES[code] ?? 'unseen character'} (U+${hex})`, range: [at, at + 1] };
}
