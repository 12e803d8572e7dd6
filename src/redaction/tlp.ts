import type { Tlp } from '../brief/brief.js';

/** From the widest to the narrowest (TLP 2.0, https://www.first.org/tlp/). */
const ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

export const STRICTEST: Tlp = 'RED';

/** Whether what bears `mark` may be read by those who may read `limit`. A mark that nobody knows is above all limits. */
export function withinLimit(mark: unknown, limit: Tlp): boolean {
  const rank = ORDER.indexOf(mark as Tlp);
  return rank !== -1 && rank <= ORDER.indexOf(limit);
}

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
