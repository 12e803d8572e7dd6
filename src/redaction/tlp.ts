import type { Tlp } from '../brief/brief.js';
import { withinLimit } from '../brief/markings.js';

export const STRICTEST: Tlp = 'RED';

/** What an item says of its own readers. */
export interface Marks {
  readonly tlp?: unknown;
  readonly audiences?: unknown;
}

/**
 * Whether an item is shown to the readers of an edition. Without a `tlp` it bears the marking of what it stands in. With
 * `audiences` it is shown in an edition whose every reader is among them: one for partners and press holds what both may
 * read, and one that names no readers may fall into anybody's hands.
 */
export function mayShow(
  { tlp, audiences }: Marks,
  around: Tlp,
  redaction: { readonly limit: Tlp; readonly audiences: readonly string[] },
): boolean {
  if (!withinLimit(tlp ?? around, redaction.limit)) return false;
  if (audiences === undefined) return true;
  return (
    Array.isArray(audiences) &&
    redaction.audiences.length > 0 &&
    redaction.audiences.every((reader) => audiences.includes(reader))
  );
}
