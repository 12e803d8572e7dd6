/**
 * Changes any value in a text of YAML or JSON. What is not changed stays byte for byte: comments, order, how texts are
 * quoted, blocks. The text is cut where the value stands, read again, and given only where it says what was meant and
 * has lost no comment.
 */

import { valueAdded } from './change-fields.js';
import { inserted, moved, removed } from './change-items.js';
import { type Cutting, commentsIn, cuttingOf, nodeAt } from './change-nodes.js';
import { scalarSet, valueReplaced } from './change-replace.js';
import type { Change, ChangeOptions } from './change-shape.js';
import { applied, canonical, valueAt, without } from './change-values.js';
import { rewritten } from './change-whole.js';
import type { TextFormat } from './format.js';
import { parseText } from './parse.js';
import type { Step } from './places.js';
import { isMap } from './values.js';

/**
 * The text with the changes made, one after the other; null where one of them cannot be: there is no such place, or the
 * text is written in a way that cannot be cut (aliases, tags).
 */
export function changeText(
  text: string,
  format: TextFormat,
  changes: readonly Change[],
  options: ChangeOptions = {},
): string | null {
  return changes.reduce<string | null>((now, change) => now && changeOnce(now, format, change, options), text);
}

function changeOnce(text: string, format: TextFormat, change: Change, options: ChangeOptions): string | null {
  const before = parseText(text, '', format);
  if (!before.ok) return null;
  const wanted = applied(before.value.value, change);
  if (wanted === null) return null;
  const steps = stepsTo(before.value.value, wanted.value, change);
  let now = text;
  for (const step of steps) {
    const next = simplyChanged(now, format, step, options);
    if (next === null) return null;
    now = next;
  }
  return now;
}

/** The change as changes of single values, so that the comments between them stay where they are. */
function stepsTo(before: unknown, wanted: unknown, change: Change): readonly Change[] {
  if (change.op === 'insert' && !Array.isArray(valueAt(before, change.path.slice(0, -1)))) {
    const path = change.path.slice(0, -1);
    return [{ op: 'set', path, value: valueAt(wanted, path) }];
  }
  if (change.op !== 'set') return [change];
  return settingSteps(valueAt(before, change.path), change.value, change.path);
}

function settingSteps(before: unknown, value: unknown, path: readonly Step[]): readonly Change[] {
  if (canonical(before) === canonical(value)) return [];
  if (isMap(before) && isMap(value) && Object.keys(value).length > 0) {
    const gone = Object.keys(before).filter((name) => !Object.hasOwn(value, name));
    // The new ones first: a map that is empty in between would be written as `{}`.
    return [
      ...Object.entries(value).flatMap(([name, inner]) => settingSteps(before[name], inner, [...path, name])),
      ...gone.map((name): Change => ({ op: 'remove', path: [...path, name] })),
    ];
  }
  if (Array.isArray(before) && Array.isArray(value) && value.length > 0 && before.length > 0) {
    return listSteps(before, value, path);
  }
  return [{ op: 'set', path, value }];
}

/** What the lists have alike at their beginnings and ends stays; between them, items are set, added or removed. */
function listSteps(before: readonly unknown[], value: readonly unknown[], path: readonly Step[]): readonly Change[] {
  const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b);
  const most = Math.min(before.length, value.length);
  let head = 0;
  while (head < most && isSame(before[head], value[head])) head++;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail), value.at(-1 - tail))) tail++;
  const [old, next] = [before.slice(head, before.length - tail), value.slice(head, value.length - tail)];
  const shared = Math.min(old.length, next.length);
  const steps: Change[] = [];
  for (let i = 0; i < shared; i++) steps.push(...settingSteps(old[i], next[i], [...path, head + i]));
  for (let i = shared; i < next.length; i++) steps.push({ op: 'insert', path: [...path, head + i], value: next[i] });
  for (let i = old.length - 1; i >= shared; i--) steps.push({ op: 'remove', path: [...path, head + i] });
  return steps;
}

/** One change of one value; the first way of writing it that says what was meant. */
function simplyChanged(text: string, format: TextFormat, change: Change, options: ChangeOptions): string | null {
  const before = parseText(text, '', format);
  if (!before.ok) return null;
  const wanted = applied(before.value.value, change);
  if (wanted === null) return null;
  const target = canonical(wanted.value);
  const cutting = cuttingOf(text, format, options);
  const mayGo = change.op === 'remove' ? commentsIn(removedText(cutting, change.path)) : [];
  const needed = without(commentsIn(text, format), mayGo);
  const isRight = (candidate: string): boolean => {
    const after = parseText(candidate, '', format);
    if (!after.ok || canonical(after.value.value) !== target) return false;
    return without(needed, commentsIn(candidate, format)).length === 0;
  };
  for (const candidate of candidates(cutting, change)) if (isRight(candidate)) return candidate;
  const whole = rewritten(text, format, change);
  return whole !== null && isRight(whole) ? whole : null;
}

function* candidates(cutting: Cutting, change: Change): Generator<string> {
  switch (change.op) {
    case 'set': {
      const place = nodeAt(cutting, change.path);
      if (place === null) yield* valueAdded(cutting, change.path, change.value);
      else {
        yield* scalarSet(cutting, place, change.value);
        yield* valueReplaced(cutting, place, change.value);
      }
      return;
    }
    case 'insert':
      yield* inserted(cutting, change.path, change.value);
      return;
    case 'remove':
      yield* removed(cutting, change.path);
      return;
    case 'move':
      yield* moved(cutting, change.path, change.to);
  }
}

/** The lines of what is removed: the comments in them go with it. */
function removedText(cutting: Cutting, path: readonly Step[]): string {
  const place = nodeAt(cutting, path);
  if (place === null) return '';
  const { text } = cutting;
  const end = text.indexOf('\n', Math.max(place.start, text.slice(0, place.end).trimEnd().length));
  return text.slice(place.start, end === -1 ? text.length : end);
}
