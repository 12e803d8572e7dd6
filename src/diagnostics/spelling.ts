/**
 * The word of a list that was probably meant: for "did you mean". Distance is the optimal string alignment distance
 * (insert, delete, replace, swap neighbours), and a word may be off by a third of its letters.
 */
export function nearestWord(written: string, words: Iterable<string>): string | null {
  const wanted = plain(written);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const candidate = plain(word);
    // A word of two letters is one letter away from hundreds of others.
    const longest = Math.max(wanted.length, candidate.length);
    const allowed = longest < 3 ? 0 : Math.max(1, Math.floor(longest / 3));
    if (Math.abs(wanted.length - candidate.length) > allowed) continue;
    const distance = editDistance(wanted, candidate);
    if (distance <= allowed && distance < least) {
      nearest = word;
      least = distance;
    }
  }
  return nearest;
}

/** Without case, hyphens, underscores and spaces: `key_facts` is `keyFacts`. Longer than any name is cut. */
function plain(word: string): string {
  return word
    .slice(0, 64)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
