import type { Author } from '../../edition/source-shape.js';

/** The authors that have names, and whether there are others: libraries put `et al.` at the end of the list. */
export function namedAuthors(authors: readonly Author[]): {
  readonly named: readonly Author[];
  readonly others: boolean;
} {
  const others = authors.length > 1 && /^(?:et\.? al\.?|and others)$/i.test(authors.at(-1)?.literal?.text.trim() ?? '');
  return { named: others ? authors.slice(0, -1) : authors, others };
}
