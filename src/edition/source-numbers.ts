import type { Citation } from '../document/tree.js';
import type { Edition } from './edition.js';
import type { SourceCitation } from './text.js';

/** Numbers sources by first citation in the order of the brief's fields, until a template gives them another order. */
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

/** The edition with its sources in another order, and every citation with the number that its source then has. */
export function renumberSources(edition: Edition, order: readonly string[]): Edition {
  const numbers = new Map(order.map((id, i) => [id, i + 1]));
  if (edition.sources.every(({ id, number }) => numbers.get(id) === number)) return edition;
  const renumbered = withNumbers(edition, numbers) as Edition;
  const sources = renumbered.sources.map((source) => ({ ...source, number: numbers.get(source.id) ?? source.number }));
  return { ...renumbered, sources: sources.toSorted((a, b) => a.number - b.number) };
}

/** An edition is plain data: a citation is known by its `kind`, the items of one in prose by its `type`. */
function withNumbers(value: unknown, numbers: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return value.map((each) => withNumbers(each, numbers));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as SourceCitation | Citation | { readonly kind?: undefined; readonly type?: undefined };
  if ('kind' in node && node.kind === 'citation') return { ...node, number: numbers.get(node.id) ?? node.number };
  if ('type' in node && node.type === 'citation') {
    return { ...node, items: node.items.map((item) => ({ ...item, number: numbers.get(item.source) ?? item.number })) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withNumbers(each, numbers)]));
}
