/** Letters that count: a, b, … z, aa, ab, …; the first is that of `index` 0. */
export function letterAt(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
