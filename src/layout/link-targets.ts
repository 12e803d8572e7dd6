import { slugOf } from '../document/headings.js';
import type { Heading, Root } from '../document/tree.js';
import { type AnyNode, walkTree } from '../document/walk.js';

/**
 * Where `#id` links lead. A link to nothing is printed without being a link, a heading that nothing leads to gets no
 * name, and no name is given twice.
 */
export class LinkTargets {
  private readonly wanted = new Set<string>();
  private readonly existing = new Set<string>();
  private readonly given = new Set<string>();
  private readonly counted = new Map<string, number>();

  constructor(root: Root) {
    walkTree([root], (node) => this.note(node));
  }

  private note(node: AnyNode): void {
    if (node.type === 'link' && node.url.startsWith('#')) this.wanted.add(decoded(node.url.slice(1)));
    if (node.type === 'citation') {
      for (const { number } of node.items) if (number !== null) this.wanted.add(`source-${number}`);
    }
    if (node.type === 'heading') this.existing.add(node.id ?? slugOf(node));
    if (node.type === 'span' && node.id !== undefined) this.existing.add(node.id);
    if (node.type === 'listItem' && node.id !== undefined) this.existing.add(node.id);
  }

  /** The destination of an address `#id`, or null if nothing has that name. */
  destination(url: string): string | null {
    const id = decoded(url.slice(1));
    return this.existing.has(id) ? id : null;
  }

  /** The name of a heading: its own, or the one that GitHub would give it, if a link uses that. */
  nameOfHeading(heading: Heading): string | undefined {
    return this.name(heading.id ?? slugOf(heading));
  }

  /** A name for what has none, which nothing else in the document has: `stem-1`, `stem-2` … */
  freshName(stem: string): string {
    let number = (this.counted.get(stem) ?? 0) + 1;
    while (this.existing.has(`${stem}-${number}`)) number++;
    this.counted.set(stem, number);
    const name = `${stem}-${number}`;
    this.existing.add(name);
    return name;
  }

  /** Whether a link leads to `id`. */
  isWanted(id: string): boolean {
    return this.wanted.has(id);
  }

  /** `id`, the first time that it is asked for, and if something leads there. */
  name(id: string | undefined): string | undefined {
    if (id === undefined || !this.wanted.has(id) || this.given.has(id)) return undefined;
    this.given.add(id);
    return id;
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
