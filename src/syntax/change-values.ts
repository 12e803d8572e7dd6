/** What a change makes of values. */
import type { Change } from './change-shape.js';
import type { Step } from './places.js';
import { isMap } from './values.js';

/** The value with the change made; null where there is no such place. */
export function applied(whole: unknown, change: Change): { readonly value: unknown } | null {
  return at(whole, change.path, change);
}

type Applied = { readonly value: unknown } | null;

function at(whole: unknown, [step, ...rest]: readonly Step[], change: Change): Applied {
  if (step === undefined) return change.op === 'set' ? { value: change.value } : null;
  if (rest.length === 0) return atLast(whole, step, change);
  if (typeof step === 'number') {
    const items = listOf(whole);
    if (items === null || step > items.length) return null;
    const inner = at(items[step], rest, change);
    return inner && { value: placed(items, step, inner.value) };
  }
  if (!isMap(whole) && whole !== null && whole !== undefined) return null;
  const map = whole ?? {};
  const inner = at(Object.hasOwn(map, step) ? map[step] : undefined, rest, change);
  return inner && { value: withField(map, step, inner.value) };
}

function atLast(whole: unknown, step: Step, change: Change): Applied {
  if (typeof step === 'string') {
    if (change.op === 'set') {
      const map = whole ?? {};
      return isMap(map) ? { value: withField(map, step, change.value) } : null;
    }
    if (change.op !== 'remove' || !isMap(whole) || !Object.hasOwn(whole, step)) return null;
    return { value: Object.fromEntries(Object.entries(whole).filter(([name]) => name !== step)) };
  }
  const items = listOf(whole);
  if (items === null) return null;
  switch (change.op) {
    case 'insert':
      return { value: items.toSpliced(Math.min(step, items.length), 0, change.value) };
    case 'set':
      return step > items.length ? null : { value: placed(items, step, change.value) };
    case 'remove':
      return step in items ? { value: items.toSpliced(step, 1) } : null;
    case 'move':
      if (!(step in items) || !(change.to in items)) return null;
      return { value: items.toSpliced(step, 1).toSpliced(change.to, 0, items[step]) };
  }
}

/** A list; nothing is an empty one. */
function listOf(value: unknown): readonly unknown[] | null {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

function placed(items: readonly unknown[], index: number, value: unknown): unknown[] {
  return items.toSpliced(index, 1, value);
}

/** Not by spreading: a field may be called `__proto__`. */
function withField(map: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const entries = Object.entries(map);
  const isThere = entries.some(([key]) => key === name);
  return Object.fromEntries(
    isThere ? entries.map(([key, old]) => [key, key === name ? value : old]) : [...entries, [name, value]],
  );
}

export function valueAt(whole: unknown, path: readonly Step[]): unknown {
  return path.reduce((value: unknown, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value as readonly unknown[])[step] : undefined;
    return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, whole);
}

/** Two values are the same where this is: the order of fields does not matter. */
export function canonical(value: unknown): string {
  const written = JSON.stringify(value, (_key, each: unknown) =>
    isMap(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
  return written ?? 'undefined';
}

/** What is in the first list and not in the second, as often as it is. */
export function without(all: readonly string[], some: readonly string[]): readonly string[] {
  const left = [...some];
  return all.filter((each) => {
    const index = left.indexOf(each);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}
