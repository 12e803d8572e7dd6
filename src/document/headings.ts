import type { Heading } from './tree.js';
import { plainText } from './walk.js';

/** A heading's name as GitHub makes it: lower case, punctuation left out, spaces as hyphens. */
export function slugOf(heading: Heading): string {
  return plainText(heading.children)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}

/** Names of headings that are unique: the second of one name is `name-1`, as on GitHub. */
export class HeadingNames {
  readonly #given = new Map<string, number>();

  next(heading: Heading): string {
    const slug = slugOf(heading);
    let name = slug;
    while (this.#given.has(name)) {
      const count = (this.#given.get(slug) ?? 0) + 1;
      this.#given.set(slug, count);
      name = `${slug}-${count}`;
    }
    this.#given.set(name, 0);
    return name;
  }
}
