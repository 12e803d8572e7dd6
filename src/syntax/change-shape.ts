import type { Step } from './places.js';

/**
 * `set`: the value at a path; the map around it is made where it is missing. `insert`: an item before the one at a path,
 * whose last step is an index, or behind the last; the list is made where it is missing. `remove`: a field or an item.
 * `move`: an item to another index of its list.
 */
export type Change =
  | { readonly op: 'set'; readonly path: readonly Step[]; readonly value: unknown }
  | { readonly op: 'insert'; readonly path: readonly Step[]; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: readonly Step[] }
  | { readonly op: 'move'; readonly path: readonly Step[]; readonly to: number };

export interface ChangeOptions {
  /** The usual order of the fields of the map at a path, where a new one is put in its place. */
  orderAt?(path: readonly Step[]): readonly string[];
}
