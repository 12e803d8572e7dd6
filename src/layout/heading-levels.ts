export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The level of each heading in the output. PDF/UA-1, 7.4.2: the first heading is an H1 and going down skips no level,
 * whatever depths the Markdown has.
 */
export class HeadingLevels {
  /** Depths of the headings that enclose the current place. */
  private readonly open: number[] = [];
  /** Headings so far. */
  count = 0;

  /**
   * `level` is for the structure, `rank` for the look: without a title before it, a section still looks like a section.
   */
  next(depth: number): { readonly level: HeadingLevel; readonly rank: number } {
    while ((this.open.at(-1) ?? 0) >= depth) this.open.pop();
    this.open.push(depth);
    this.count++;
    const level = Math.min(this.open.length, 6) as HeadingLevel;
    return { level, rank: Math.min(this.open[0] === 1 ? level : level + 1, 6) };
  }

  /** Of a heading under the last one, which encloses nothing of what follows: that of a box. */
  within(): HeadingLevel {
    return Math.min(this.open.length + 1, 6) as HeadingLevel;
  }
}
