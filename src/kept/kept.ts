/**
 * What was made of a text, kept for the next document: most of a document is what stood in the one before it, another
 * language, another edition or the same brief with one fact changed.
 *
 * What is made must depend on the text alone, and is shared: nobody may change it. So no byte of a document depends on what
 * is kept, and a test compares. All of it may be dropped at any time.
 */
export class Kept<Made> {
  readonly #made = new Map<string, Made>();
  #length = 0;

  /** @param most characters of all texts together; when there would be more, what is kept is dropped */
  constructor(private readonly most: number) {
    all.add(this);
  }

  of(text: string, make: () => Made): Made {
    const known = this.#made.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (text.length > this.most) return made;
    if (this.#length + text.length > this.most) this.drop();
    this.#made.set(text, made);
    this.#length += text.length;
    return made;
  }

  drop(): void {
    this.#made.clear();
    this.#length = 0;
  }
}

const all = new Set<Kept<unknown>>();

/** As if the process had made nothing yet. */
export function dropKept(): void {
  for (const each of all) each.drop();
}
