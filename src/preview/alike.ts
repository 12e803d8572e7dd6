/** Which item of a list another one was, where no id says so: what it says tells. */
import { isMap } from '../syntax/values.js';

/** Of its words, at least, that an item has kept; with fewer it may be another in its place. */
const KEPT = 0.6;

/** Whether an item is still the one at a place of a list: it says most of what that one says, and of no other as much. */
export function isStill(item: unknown, at: number, list: readonly unknown[]): boolean {
  if (!isMap(item) || !isMap(list[at])) return false;
  const kept = likeness(item, list[at]);
  return kept >= KEPT && list.every((other, index) => index === at || likeness(item, other) < kept);
}

/** The words that two values have in common, of those that each has (Dice's coefficient): from 0 to 1. */
function likeness(a: unknown, b: unknown): number {
  const [own, other] = [wordsIn(a), wordsIn(b)];
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of own) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return own.length + other.length === 0 ? 1 : (2 * common) / (own.length + other.length);
}

function wordsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (isMap(value)) return Object.values(value).flatMap(wordsIn);
  return (
    String(value)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
