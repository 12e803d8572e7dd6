/** What a column of a table asks for, in points. */
export interface ColumnClaim {
  /** Its longest word. */
  readonly min: number;
  /** Its longest line. */
  readonly natural: number;
  /** Numbers: farther apart they would be read less easily, so it takes no more than it needs. */
  readonly isNumeric?: boolean;
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

/** A column whose longest line takes no more than this part of the room is not broken, whatever its share. */
const SHORT = 0.25;

/**
 * Widths in given proportions, as long as no line is broken for them. Otherwise none is below its longest word while there
 * is room for all, none wider than its longest line, and columns of a few words keep them on one line. Where there is no
 * room for all words the widest columns give way.
 */
export function sharedWidths(shares: readonly number[], claims: readonly ColumnClaim[], room: number): number[] {
  const total = sum(shares);
  const wished = shares.map((share) => (share / total) * room);
  const areWhole = claims.every(({ natural }, index) => natural <= (wished[index] ?? 0));
  if (areWhole) return wished;
  const words = claims.map(({ min }) => min);
  if (sum(words) > room) return levelled(words, room);
  if (sum(claims.map(({ natural }) => natural)) <= room) return stretched(naturals(claims), room, claims);
  const isShort = ({ natural }: ColumnClaim) => natural <= room * SHORT;
  const least = claims.map((claim) => (isShort(claim) ? claim.natural : claim.min));
  return filled(shares, sum(least) <= room ? least : words, naturals(claims), room);
}

/** As near to the proportions as the limits allow; the sum of the least is no more than the room, that of the most no less. */
function filled(shares: readonly number[], least: readonly number[], most: readonly number[], room: number): number[] {
  // The widths grow with one factor, each within its limits: halving finds the one that fills the room.
  const at = (factor: number) =>
    shares.map((share, index) => Math.min(most[index] ?? 0, Math.max(least[index] ?? 0, share * factor)));
  let [low, high] = [0, room];
  while (sum(at(high)) < room && high < Number.MAX_SAFE_INTEGER) high *= 2;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > room) high = middle;
    else low = middle;
  }
  return at(low);
}

const HALVINGS = 60;

function naturals(claims: readonly ColumnClaim[]): number[] {
  return claims.map(({ natural }) => natural);
}

/** Stretches widths to fill the room, each in proportion to itself; those of numbers only where there are no others. */
export function stretched(widths: readonly number[], room: number, claims: readonly ColumnClaim[] = []): number[] {
  const total = sum(widths);
  if (total === 0) return widths.map(() => room / widths.length);
  const fixed = sum(widths.filter((_, index) => claims[index]?.isNumeric));
  if (fixed === total) return widths.map((width) => (width * room) / total);
  const factor = (room - fixed) / (total - fixed);
  return widths.map((width, index) => (claims[index]?.isNumeric && factor > 1 ? width : width * factor));
}

/**
 * The widths with the second column beginning at `edge`, where the others can spare or take that without a word or a line
 * being broken that was whole; else as they are.
 */
export function atEdge(widths: readonly number[], claims: readonly ColumnClaim[], edge: number): readonly number[] {
  const [first = 0, ...others] = widths;
  const [name, ...rest] = claims;
  if (name === undefined || others.length === 0 || first < edge * NEAR[0] || first > edge * NEAR[1]) return widths;
  const moved = [edge, ...stretched(others, sum(widths) - edge, rest)];
  const isKept = claims.every(({ min, natural }, index) => {
    const [before, after] = [widths[index] ?? 0, moved[index] ?? 0];
    return after >= before || after >= natural || (before < natural && after >= min);
  });
  return isKept ? moved : widths;
}

/** Parts of the way to the edge: a column that ends before or beyond them is not moved there. */
const NEAR = [0.5, 1.15] as const;

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
