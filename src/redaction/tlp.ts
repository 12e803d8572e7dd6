import type { Tlp } from '../brief/brief.js';
import { withinLimit } from '../brief/markings.js';

export const STRICTEST: Tlp = 'RED';

/** The fields by which an item limits its readers. */
export interface Marks {
  readonly tlp?: unknown;
  readonly audiences?: unknown;
}

/**
 * Whether an item is shown to the readers of an edition. Without `tlp` it has the marking of what contains it. With
 * `audiences` it is shown only if every reader of the edition is among them: an edition for partners and press contains
 * what both may read, and an edition that names no readers may reach anybody.
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
