import type { Delivery } from '../../../delivery/plan.js';
import { type Diagnostic, error, type Outcome } from '../../../diagnostics/diagnostic.js';
import type { Paper } from '../../../document/paper.js';
import type { RegisteredSheet } from '../../../printer/print-all.js';
import type { PageRange } from '../../page-ranges.js';

/** A document that is to be printed. */
export interface Printable {
  /** What a printer and its queue show: a file name without an ending, and nothing of the reader. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Null where it is on another paper than we set documents on. */
  readonly paper: Paper | null;
  /** Who gets it, for a numbered copy. */
  readonly delivery: Delivery | null;
  readonly copy: RegisteredSheet | null;
  /** The printer that the brief names. */
  readonly printer: string | null;
}

export interface Printables {
  readonly documents: readonly Printable[];
  /** What has to be written before anything is printed. */
  before(): Outcome<unknown>;
}

/** Points that a side may be longer or shorter: sizes are rounded in many ways. */
const NEAR = 3;
const SIZES: readonly (readonly [Paper, number, number])[] = [
  ['A4', 595, 842],
  ['LETTER', 612, 792],
];

/** The paper of a PDF whose pages have these sizes, in points; null for any that we set no documents on. */
export function paperOf(sizes: readonly (readonly [number, number])[]): Paper | null {
  const [first] = sizes;
  if (first === undefined) return null;
  const [short, long] = first.toSorted((a, b) => a - b) as [number, number];
  const near = (a: number, b: number) => Math.abs(a - b) <= NEAR;
  return SIZES.find(([, width, height]) => near(short, width) && near(long, height))?.[0] ?? null;
}

/** Pages that are asked for and that a document has not got. */
export function missingPages(
  documents: readonly Printable[],
  ranges: readonly PageRange[] = [],
): readonly Diagnostic[] {
  const last = ranges.at(-1)?.upper ?? 0;
  return documents
    .filter(({ pages }) => last > pages)
    .map(({ name, pages }) =>
      error('print-unable', `There is no page ${last}: ${name} ends with page ${pages}.`, {
        hints: ['Correct --pages.'],
      }),
    );
}
