import type { Block, FieldPath, Inline } from '../document/tree.js';

/**
 * The text of one field in the language of the edition, already parsed. `plain` is printed as it is, `inline` runs
 * within a line, `block` holds paragraphs, lists and tables. `lang` is a BCP 47 tag; it differs from the edition's
 * language where a quote's own words are printed.
 */
export type EditionText = PlainText | InlineText | BlockText;

export interface PlainText {
  readonly kind: 'plain';
  readonly text: string;
  readonly path: FieldPath;
  readonly lang: string;
}

export interface InlineText {
  readonly kind: 'inline';
  readonly nodes: readonly Inline[];
  readonly path: FieldPath;
  readonly lang: string;
}

export interface BlockText {
  readonly kind: 'block';
  readonly nodes: readonly Block[];
  readonly path: FieldPath;
  readonly lang: string;
}

/** A date exactly as precise as the brief gives it. `minute` keeps the brief's offset from UTC. */
export interface CalendarDate {
  readonly kind: 'date';
  /** ISO 8601: `2024`, `2024-09`, `2024-09-04` or `2024-09-04T14:00:00+08:00`. */
  readonly iso: string;
  readonly precision: 'year' | 'month' | 'day' | 'minute';
}

/** A likelihood as a term and its range in per cent, both ends included. */
export interface Likelihood {
  readonly kind: 'likelihood';
  readonly scale: 'phia' | 'icd203';
  readonly term: string;
  readonly low: number;
  readonly high: number;
}

/** A reference to a source from an item of the brief; `number` is its place in the list of sources. */
export interface SourceCitation {
  readonly kind: 'citation';
  readonly id: string;
  readonly number: number;
  readonly locator: PlainText | null;
}
