import type { Citation } from '../document/tree.js';

/** Numbers sources by first citation. */
export class SourceNumbers {
  readonly #numbers = new Map<string, number>();

  constructor(private readonly known: ReadonlySet<string>) {}

  /** Whether the brief has a source with this id. */
  has(id: string): boolean {
    return this.known.has(id);
  }

  /** Cites a source and returns its number; null if the brief does not have it. */
  cite(id: string): number | null {
    if (!this.known.has(id)) return null;
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }

  /** A citation in prose, with the numbers of its sources. */
  mark(citation: Citation): Citation {
    return { ...citation, items: citation.items.map((item) => ({ ...item, number: this.cite(item.source) })) };
  }

  /** Every source of the brief: those cited, by number, then the others in the order of the brief. */
  order(ids: readonly string[]): readonly { readonly id: string; readonly number: number; readonly cited: boolean }[] {
    const cited = [...this.#numbers].map(([id, number]) => ({ id, number, cited: true }));
    const others = ids.filter((id) => !this.#numbers.has(id));
    return [...cited, ...others.map((id, i) => ({ id, number: cited.length + i + 1, cited: false }))];
  }
}
