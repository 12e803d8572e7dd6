import { letterAt } from '../document/letters.js';
import type { FootnoteDefinition, Root } from '../document/tree.js';
import { walkTree } from '../document/walk.js';

export interface Footnote {
  readonly number: number;
  /** Its mark: numbers are those of sources. */
  readonly letter: string;
  readonly definition: FootnoteDefinition;
}

/** Numbers footnotes in the order in which the text refers to them, and knows the way back. */
export class Footnotes {
  private readonly definitions = new Map<string, FootnoteDefinition>();
  private readonly numbered = new Map<string, Footnote>();
  private readonly origins = new Map<number, string>();

  constructor(root: Root) {
    walkTree([root], (node) => {
      if (node.type === 'footnoteDefinition' && !this.definitions.has(node.identifier)) {
        this.definitions.set(node.identifier, node);
      }
    });
  }

  /** The footnote that a reference means; null if it does not exist. */
  refer(identifier: string): Footnote | null {
    const known = this.numbered.get(identifier);
    if (known) return known;
    const definition = this.definitions.get(identifier);
    if (definition === undefined) return null;
    const { size } = this.numbered;
    const note = { number: size + 1, letter: letterAt(size), definition };
    this.numbered.set(identifier, note);
    return note;
  }

  /** The block with the name `id` holds the first reference to note `number`. */
  cameFrom(number: number, id: string): void {
    if (!this.origins.has(number)) this.origins.set(number, id);
  }

  hasOrigin(number: number): boolean {
    return this.origins.has(number);
  }

  originOf(number: number): string | undefined {
    return this.origins.get(number);
  }

  /** Notes in order; setting one may add others, which it refers to. Notes without a reference are not printed. */
  *inOrder(): Generator<Footnote> {
    yield* this.numbered.values();
  }
}
