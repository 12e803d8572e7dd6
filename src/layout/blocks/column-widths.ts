/** What a column of a table asks for, in points. */
export interface ColumnClaim {
  /** Its longest word. */
  readonly min: number;
  /** Its longest line. */
  readonly natural: number;
}

/**
 * Widths of columns that together are never wider than `room`. Columns get what their longest line wants if there is
 * room, otherwise something between that and their longest word, as in browsers; if even the words do not fit, the
 * widest columns give way first, so that a narrow column of numbers stays whole.
 */
export function columnWidths(claims: readonly ColumnClaim[], room: number): number[] {
  const natural = sum(claims.map((claim) => claim.natural));
  const least = sum(claims.map((claim) => claim.min));
  if (natural <= room) return claims.map((claim) => claim.natural);
  if (least <= room) {
    const part = (room - least) / (natural - least);
    return claims.map((claim) => claim.min + (claim.natural - claim.min) * part);
  }
  return levelled(
    claims.map((claim) => claim.min),
    room,
  );
}

/** Widths in given proportions, but none below its longest word while there is room for all of them. */
export function sharedWidths(shares: readonly number[], claims: readonly ColumnClaim[], room: number): number[] {
  const total = sum(shares);
  const least = sum(claims.map((claim) => claim.min));
  const wished = shares.map((share) => (share / total) * room);
  if (least > room) return wished;
  const short = wished.map((width, index) => Math.max(0, (claims[index]?.min ?? 0) - width));
  const spare = wished.map((width, index) => Math.max(0, width - (claims[index]?.min ?? 0)));
  const part = sum(spare) === 0 ? 0 : sum(short) / sum(spare);
  return wished.map((width, index) => width + (short[index] ?? 0) - (spare[index] ?? 0) * part);
}

/** Stretches widths to fill the room, each in proportion to itself. */
export function stretched(widths: readonly number[], room: number): number[] {
  const total = sum(widths);
  return total === 0 ? widths.map(() => room / widths.length) : widths.map((width) => (width * room) / total);
}

/** Every wish up to one common level. */
function levelled(wishes: readonly number[], room: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
  const widths = wishes.map(() => 0);
  let left = room;
  order.forEach((index, done) => {
    const width = Math.min(wishes[index] ?? 0, left / (order.length - done));
    widths[index] = width;
    left -= width;
  });
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
