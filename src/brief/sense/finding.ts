import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Brief } from '../brief.js';
import type { Field } from '../schema-walk.js';
import type { Cited } from './citations.js';

/** What a check of sense found, by field; its place is looked up afterwards. */
export interface Finding extends Diagnostic {
  /** The words within the field to point at. */
  readonly words?: string;
  /** The annex whose file it is about, where the text of the field stands in a file of its own. */
  readonly annex?: number;
}

/** What the checks of sense look at. */
export interface Checked {
  readonly brief: Brief;
  /** Every value that a definition of the schema speaks of. */
  readonly fields: readonly Field[];
  /** Every citation, in lists of sources, in prose and in the files of annexes. */
  readonly citations: readonly Cited[];
  /** The text of the annexes that are files, by index in `annexes`. */
  readonly annexBodies: ReadonlyMap<number, string>;
  /** The ids of the sources that the brief itself lists: those of a library need not all be cited. */
  readonly listed: ReadonlySet<string>;
  /** The ids of all the sources in libraries, whether cited or not. */
  readonly offered: readonly string[];
}
