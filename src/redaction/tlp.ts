import type { Tlp } from '../brief/brief.js';
import { withinLimit, withinTier } from '../brief/markings.js';

export const STRICTEST: Tlp = 'RED';

/** The fields by which an item limits its readers. */
export interface Marks {
  readonly tlp?: unknown;
  readonly tier?: unknown;
  readonly audiences?: unknown;
}

/** The markings of what contains an item. */
export interface Around {
  readonly tlp: Tlp;
  /** Null where it has none, or where the edition is not asked for one. */
  readonly tier: string | null;
}

/**
 * Whether an item is shown to the readers of an edition. Without `tlp` and `tier` it has the markings of what contains it. With
 * `audiences` it is shown only if every reader of the edition is among them: an edition for partners and press contains
 * what both may read, and an edition that names no readers may reach anybody.
 */
export function mayShow(
  { tlp, tier, audiences }: Marks,
  around: Around,
  redaction: { readonly limit: Tlp; readonly tier: string | null; readonly audiences: readonly string[] },
): boolean {
  if (!withinLimit(tlp ?? around.tlp, redaction.limit)) return false;
  if (!withinTier(tier === undefined ? around.tier : String(tier), redaction.tier)) return false;
  if (audiences === undefined) return true;
  return (
    Array.isArray(audiences) &&
    redaction.audiences.length > 0 &&
    redaction.audiences.every((reader) => audiences.includes(reader))
  );
}
