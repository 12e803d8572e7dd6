import { fieldsUnder, formatPath } from '../brief/schema-fields.js';
import type { Step } from '../syntax/places.js';

/** The usual order of the fields at a path: that of the format. */
export function fieldOrder(path: readonly Step[]): readonly string[] {
  return fieldsUnder(formatPath(path)).map(({ name }) => name);
}
