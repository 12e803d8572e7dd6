/** What one person changed in the values of a brief, as changes of another's. */
import { editsFrom } from '../change/merge-lines.js';
import type { Change } from '../syntax/change-shape.js';
import { canonical } from '../syntax/change-values.js';
import { fieldOf, type Step } from '../syntax/places.js';
import { isMap } from '../syntax/values.js';
import { isStill } from './alike.js';

export interface Versions {
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Whether mine is taken where both have changed something; undefined: it is not there. `about`: `keyFacts[1].text`. */
export type Ask = (about: string, versions: Versions) => boolean;

/**
 * What `mine` has changed since `base`, as changes of `theirs`, to be made one after the other: first within items, then
 * items that are gone, from the last, then new ones, so that no change moves the place of the next.
 */
export function mergeFields(versions: Versions, ask: Ask, path: readonly Step[] = []): readonly Change[] {
  const { base, mine, theirs } = versions;
  if (isSame(mine, base) || isSame(mine, theirs)) return [];
  if (isSame(theirs, base)) return taking(mine, path);
  if (isMap(base) && isMap(mine) && isMap(theirs)) {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return names.flatMap((name) =>
      mergeFields({ base: own(base, name), mine: own(mine, name), theirs: own(theirs, name) }, ask, [...path, name]),
    );
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const merged = inLists({ base: Array.isArray(base) ? base : [], mine, theirs }, ask, path);
    if (merged !== null) return merged;
  }
  return ask(fieldOf(path), versions) ? taking(mine, path) : [];
}

interface Lists {
  readonly base: readonly unknown[];
  readonly mine: readonly unknown[];
  readonly theirs: readonly unknown[];
}

/**
 * Item by item, where each has a name that tells it from the others: its `id`, or all that it says, or said when it was
 * last the same for both. Null where one list has two of a name.
 */
function inLists(lists: Lists, ask: Ask, path: readonly Step[]): readonly Change[] | null {
  const { base, mine, theirs } = lists;
  const old = namesOf(base);
  const now = old && namesOf(mine, old);
  const other = old && namesOf(theirs, old);
  if (old === null || now === null || other === null) return null;
  const within: Change[] = [];
  const gone: Change[] = [];
  const order: string[] = [];
  for (const [index, name] of other.entries()) {
    const at = [...path, index];
    const before = old.indexOf(name);
    const versions = { base: base[before], mine: mine[now.indexOf(name)], theirs: theirs[index] };
    const isRemoved = versions.mine === undefined && versions.base !== undefined;
    // Where they have changed what I removed, somebody has to say.
    if (isRemoved && (isSame(versions.base, versions.theirs) || ask(fieldOf(at), versions))) {
      gone.unshift({ op: 'remove', path: at });
      continue;
    }
    order.push(name);
    // An item without an id may be another in its place: then what it says is not mixed with what that one says.
    const isOne = hasId(name) || (isStill(versions.mine, before, base) && isStill(versions.theirs, before, base));
    const merge = isOne ? mergeFields : mergeWhole;
    if (versions.mine !== undefined) within.push(...merge(versions, ask, at));
  }
  const added: Change[] = [];
  for (const [index, name] of now.entries()) {
    if (other.includes(name)) continue;
    const versions = { base: base[old.indexOf(name)], mine: mine[index], theirs: undefined };
    const isNew = versions.base === undefined;
    if (!isNew && (isSame(versions.base, versions.mine) || !ask(fieldOf([...path, index]), versions))) continue;
    // Behind the item that it stands behind in mine.
    const before = now.slice(0, index).findLast((each) => order.includes(each));
    const at = before === undefined ? 0 : order.indexOf(before) + 1;
    order.splice(at, 0, name);
    added.push({ op: 'insert', path: [...path, at], value: mine[index] });
  }
  return [...within, ...gone, ...added];
}

function mergeWhole(versions: Versions, ask: Ask, path: readonly Step[]): readonly Change[] {
  const { base, mine, theirs } = versions;
  if (isSame(mine, base) || isSame(mine, theirs)) return [];
  return isSame(theirs, base) || ask(fieldOf(path), versions) ? taking(mine, path) : [];
}

/** One that was changed where it stood keeps the name that it has among the `old` ones. */
function namesOf(items: readonly unknown[], old: readonly string[] = []): readonly string[] | null {
  const names = items.map((item) => {
    const id = isMap(item) ? (item.id ?? item.name) : undefined;
    return typeof id === 'string' ? `${ID}${id}` : canonical(item);
  });
  if (new Set(names).size !== names.length) return null;
  const before = new Map<string, string>();
  for (const { start, end, lines } of editsFrom(old, names)) {
    const gone = old.slice(start, end).filter((name) => !hasId(name) && !names.includes(name));
    const come = lines.filter((name) => !hasId(name) && !old.includes(name));
    for (const [index, name] of come.slice(0, gone.length).entries()) before.set(name, gone[index] ?? name);
  }
  return names.map((name) => before.get(name) ?? name);
}

/** No value begins like this. */
const ID = 'id ';

function hasId(name: string): boolean {
  return name.startsWith(ID);
}

function taking(mine: unknown, path: readonly Step[]): readonly Change[] {
  return [mine === undefined ? { op: 'remove', path } : { op: 'set', path, value: mine }];
}

function own(map: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}
