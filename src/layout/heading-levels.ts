/**
 * The level of each heading in the output. PDF/UA-1, 7.4.2: the first heading is an H1 and going down skips no level,
 * whatever depths the Markdown has.
 */
export class HeadingLevels {
  /** Depths of the headings that enclose the place at hand. */
  private readonly open: number[] = [];
  /** Headings so far. */
  count = 0;

  next(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
    while ((this.open.at(-1) ?? 0) >= depth) this.open.pop();
    this.open.push(depth);
    this.count++;
    return Math.min(this.open.length, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  }
}
