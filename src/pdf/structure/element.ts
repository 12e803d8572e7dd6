import type { EngineRef } from '../engine/pdfkit-shapes.js';

/** The standard structure types written here (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Art'
  | 'Sect'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'BlockQuote'
  | 'Caption'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'Reference'
  | 'Code'
  | 'Link'
  | 'Figure';

export type ListNumbering = 'None' | 'Disc' | 'Decimal';

/** What a structure element says besides its type; a field that would add nothing is left out. */
export interface ElementAttributes {
  lang?: string | undefined;
  alt?: string | undefined;
  actualText?: string | undefined;
  listNumbering?: ListNumbering | undefined;
  scope?: 'Row' | 'Column' | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  summary?: string | undefined;
  /** x1, y1, x2, y2 from the lower left corner of the page, in points. */
  bbox?: readonly number[] | undefined;
}

/** A piece of marked content on a page. */
export interface ContentKid {
  readonly kind: 'content';
  readonly page: EngineRef;
  readonly mcid: number;
}
/** An annotation that belongs to the element. */
export interface ObjectKid {
  readonly kind: 'object';
  readonly page: EngineRef;
  readonly annotation: EngineRef;
}
export type Kid = StructureElement | ContentKid | ObjectKid;

/**
 * One element of the structure tree. Block elements are attached when made, in document order. Inline elements
 * (`deferred`) are attached when their first word is drawn: that puts them at their place among the marked contents.
 */
export class StructureElement {
  readonly kind = 'element';
  readonly kids: Kid[] = [];
  /** What a screen reader says for a link instead of its text. */
  contents = '';
  ref: EngineRef | null = null;
  /** What it leads to, or is led to from: in PDF 2.0 alone. */
  readonly refers = new Set<StructureElement>();
  private attached = false;

  constructor(
    readonly type: StructureType,
    readonly parent: StructureElement | null,
    readonly attributes: ElementAttributes = {},
    deferred = false,
  ) {
    if (!deferred) this.attach();
  }

  attach(): void {
    if (this.attached) return;
    this.attached = true;
    if (this.parent === null) return;
    this.parent.attach();
    this.parent.kids.push(this);
  }

  /** pdfmake serialises nodes into its error messages; with the parent, that would never end. */
  toJSON(): string {
    return this.type;
  }
}
