/**
 * Whether a comment, an instruction or a declaration of HTML that begins at a place can end at all. Without this, a text
 * that only begins them is read to its end from each of them.
 */
export class AngleEnds {
  readonly #last = new Map<string, number>();

  constructor(private readonly source: string) {}

  mayEnd(start: number): boolean {
    const closer = this.#closerAt(start);
    if (closer === null) return true;
    const last = this.#last.get(closer) ?? this.source.lastIndexOf(closer);
    this.#last.set(closer, last);
    return last > start;
  }

  #closerAt(start: number): string | null {
    if (this.source.startsWith('<!--', start)) return '->';
    if (this.source.startsWith('<![CDATA[', start)) return ']]>';
    if (this.source.startsWith('<?', start)) return '?>';
    return this.source.startsWith('<!', start) ? '>' : null;
  }
}
