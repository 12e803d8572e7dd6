/** Where the fields of the form write to: the brief, or an item that is not in it yet. */
import type { FieldChange, Path } from '../../preview/protocol-editing.js';
import { change } from '../writing.js';
import { changed, type Group } from './paths.js';

export interface Writer {
  readonly change: (...changes: readonly FieldChange[]) => Promise<boolean>;
  /** Whether it writes to the brief, whose problems are then shown beside the fields. */
  readonly isBrief: boolean;
}

export const briefWriter: Writer = { change, isBrief: true };

/** Writes to a value of the page's own. */
export function ownWriter(value: () => Group, set: (value: Group) => void): Writer {
  return {
    isBrief: false,
    change: async (...changes) => {
      set(changes.reduce<unknown>(changed, value()) as Group);
      return true;
    },
  };
}

/** Sets a field, or takes it away where nothing is left in it. */
export function written(path: Path, value: unknown, isRequired: boolean): FieldChange {
  const isNothing = value === '' || value === null || value === undefined;
  return isNothing && !isRequired ? { op: 'remove', path } : { op: 'set', path, value };
}
