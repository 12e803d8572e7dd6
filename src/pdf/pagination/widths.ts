/** Widths of columns that always fit into the width there is. */
import type { ColumnMeasure } from '../engine/node-shapes.js';

interface Claim {
  /** The least width without breaking a word. */
  min: number;
  /** The width without breaking a line. */
  max: number;
  kind: 'fixed' | 'auto' | 'star';
}

/**
 * Fixed and percentage columns have what they ask for, automatic ones as much as their content needs, and those with
 * a star share what is left. Where that is more than there is, the wide columns give way first: a narrow column of
 * numbers stays whole beside a column of long words.
 */
export function columnWidths(columns: readonly ColumnMeasure[], available: number): number[] {
  const claims = columns.map((column) => claimOf(column, available));
  const fixed = claims.filter((claim) => claim.kind === 'fixed').reduce((total, claim) => total + claim.max, 0);
  const rest = available - fixed;
  const free = claims.filter((claim) => claim.kind !== 'fixed');
  const least = free.reduce((total, claim) => total + claim.min, 0);
  if (rest < 0 || least > rest) return levelled(claims, available);
  const automatic = automaticWidths(claims, rest);
  const stars = claims.filter((claim) => claim.kind === 'star');
  const forStars = starWidths(stars, rest - automatic.reduce((total, width) => total + width, 0));
  let auto = 0;
  let star = 0;
  return claims.map((claim) => {
    if (claim.kind === 'fixed') return claim.max;
    return (claim.kind === 'auto' ? automatic[auto++] : forStars[star++]) ?? 0;
  });
}

function claimOf(column: ColumnMeasure, available: number): Claim {
  const min = column._minWidth ?? 0;
  const max = Math.max(min, column._maxWidth ?? 0);
  const width = column.width;
  if (typeof width === 'number') return { min: Math.min(min, width), max: width, kind: 'fixed' };
  if (width === 'auto') return { min, max, kind: 'auto' };
  if (typeof width === 'string' && width.endsWith('%')) {
    const share = (Number.parseFloat(width) / 100) * available;
    return { min: Math.min(min, share), max: share, kind: 'fixed' };
  }
  return { min, max, kind: 'star' };
}

/** Automatic columns between their least and greatest width, in proportion to what they would like. */
function automaticWidths(claims: readonly Claim[], rest: number): number[] {
  const auto = claims.filter((claim) => claim.kind === 'auto');
  const reserved = claims.filter((claim) => claim.kind === 'star').reduce((total, claim) => total + claim.min, 0);
  const least = auto.reduce((total, claim) => total + claim.min, 0);
  const wish = auto.reduce((total, claim) => total + claim.max - claim.min, 0);
  const spare = Math.max(0, rest - reserved - least);
  const share = wish <= spare || wish === 0 ? 1 : spare / wish;
  return auto.map((claim) => claim.min + (claim.max - claim.min) * share);
}

/** Equal shares, but none below its longest word. */
function starWidths(stars: readonly Claim[], room: number): number[] {
  const widths = stars.map(() => 0);
  let open = stars.map((_, index) => index);
  let left = room;
  for (;;) {
    const share = open.length === 0 ? 0 : left / open.length;
    const tight = open.filter((index) => (stars[index]?.min ?? 0) > share);
    if (tight.length === 0) {
      for (const index of open) widths[index] = Math.max(0, share);
      return widths;
    }
    for (const index of tight) {
      widths[index] = stars[index]?.min ?? 0;
      left -= widths[index] ?? 0;
    }
    open = open.filter((index) => !tight.includes(index));
  }
}

/** Columns that together ask for too much: each gets up to one common width, so that the widest shrink first. */
function levelled(claims: readonly Claim[], available: number): number[] {
  const wishes = claims.map((claim) => (claim.kind === 'fixed' ? claim.max : claim.min));
  let low = 0;
  let high = Math.max(...wishes, 0);
  for (let step = 0; step < 60; step++) {
    const level = (low + high) / 2;
    const total = wishes.reduce((sum, wish) => sum + Math.min(wish, level), 0);
    if (total > available) high = level;
    else low = level;
  }
  return wishes.map((wish) => Math.min(wish, low));
}
