import type { Citation } from '../document/tree.js';

/** Numbers sources by first citation. */
export class SourceNumbers {
  readonly #numbers = new Map<string, number>();

  constructor(private readonly known: ReadonlySet<string>) {}

  /** Whether the brief has that source. */
  has(id: string): boolean {
    return this.known.has(id);
  }

  /** The number of a source that is cited here; null for one that the brief does not have. */
  cite(id: string): number | null {
    if (!this.known.has(id)) return null;
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }

  /** A citation in prose, with the numbers of what it cites. */
  mark(citation: Citation): Citation {
    return { ...citation, items: citation.items.map((item) => ({ ...item, number: this.cite(item.source) })) };
  }

  /** Every source of the brief: first those cited, by number, then the others in their order. */
  order(ids: readonly string[]): readonly { readonly id: string; readonly number: number; readonly cited: boolean }[] {
    const cited = [...this.#numbers].map(([id, number]) => ({ id, number, cited: true }));
    const others = ids.filter((id) => !this.#numbers.has(id));
    return [...cited, ...others.map((id, i) => ({ id, number: cited.length + i + 1, cited: false }))];
  }
}
