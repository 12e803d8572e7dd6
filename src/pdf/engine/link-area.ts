/** A rectangle on a page, in points from its top left. */
export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a link leads: an address, or the name of a place in the document. */
export interface LinkTarget {
  readonly link: string | null;
  readonly linkToDestination: string | null;
}
