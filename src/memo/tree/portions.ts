import type { Block, Figure, Inline, ListItem, Root, TableRow } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import type { Portion } from '../../edition/edition.js';

/** The marks of portions by the field that each marks. */
export type PortionMarks = ReadonlyMap<string, string>;

export function portionMarks(portions: readonly Portion[]): PortionMarks {
  return new Map(portions.map(({ path, mark }) => [path, mark]));
}

/** The portion that a field such as `keyFacts[2].text` is in: here `keyFacts[2]`. */
function portionOf(marks: PortionMarks, field: string): string | null {
  for (let path = field; path !== ''; path = path.replace(/(?:^|[.[])[^.[]*$/, '')) if (marks.has(path)) return path;
  return null;
}

const LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];
const TIERS = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'SECRET-SENSITIVE', 'TOP SECRET', 'TOP SECRET-SENSITIVE'];

/** The mark of what shows several portions at once: the highest of theirs. */
export function highestMark(marks: PortionMarks, fields: readonly string[]): string | null {
  const all = fields.map((field) => marks.get(portionOf(marks, field) ?? '')).filter((each) => each !== undefined);
  const highest = (order: readonly string[], from: readonly string[][]) =>
    from.flat().toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0];
  const kinds = all.map((mark) => mark.split(', '));
  const [tiers, labels] = [TIERS, LABELS].map((order) =>
    kinds.map((each) => each.filter((one) => order.includes(one))),
  );
  // A portion that does not say its tier has that of the document, and none is above that.
  const tier = tiers?.every((each) => each.length > 0) === true ? highest(TIERS, tiers) : undefined;
  const found = [tier, highest(LABELS, labels ?? [])].filter((each) => each !== undefined);
  return found.length === 0 ? null : found.join(', ');
}

/** `(TLP:AMBER) `, to stand before a portion. */
export function markNodes(mark: string | null | undefined): Inline[] {
  if (mark === null || mark === undefined) return [];
  return [
    { type: 'span', role: 'marking', children: [{ type: 'text', value: `(${mark})` }] },
    { type: 'text', value: ' ' },
  ];
}

/**
 * Puts the mark of each portion before its first words, and before each further paragraph of one text, wherever a
 * template prints them: text knows the field it comes from, so no template can leave a mark out.
 */
export function withPortions(root: Root, portions: readonly Portion[]): Root {
  if (portions.length === 0) return root;
  const marker = new Marker(portionMarks(portions));
  return { ...root, children: marker.blocks(root.children) };
}

class Marker {
  /** The portion that the text belongs to at this point. It ends at a heading of the template, and at each note. */
  #current: string | null = null;

  constructor(private readonly marks: PortionMarks) {}

  blocks(blocks: readonly Block[], origin?: string): Block[] {
    return blocks.flatMap((block, index) => {
      // A table or a list after a paragraph, and so on: a reader may see it alone.
      if (block.origin !== undefined && block.origin === blocks[index - 1]?.origin) this.#current = null;
      return this.block(block, block.origin ?? origin);
    });
  }

  private block(block: Block, origin: string | undefined): Block[] {
    switch (block.type) {
      case 'heading':
        // A heading of the template ends the portion; one within long prose belongs to that prose.
        if (origin === undefined) this.#current = null;
        return [{ ...block, children: this.line(block.children, origin) }];
      case 'paragraph':
        return [{ ...block, children: this.line(block.children, origin) }];
      case 'list':
        return [{ ...block, children: block.children.map((item) => this.item(item, item.origin ?? origin)) }];
      case 'table':
        return [{ ...block, children: block.children.map((row) => this.row(row, row.origin ?? origin)) }];
      case 'code': {
        const mark = markNodes(this.enter(origin));
        return mark.length === 0 ? [block] : [{ type: 'paragraph', children: mark.slice(0, 1) }, block];
      }
      case 'footnoteDefinition':
        this.#current = null;
        return [{ ...block, children: this.blocks(block.children, origin) }];
      case 'blockquote':
      case 'alert':
      case 'directive':
        return [{ ...block, children: this.blocks(block.children, origin) }];
      case 'figure':
        return [this.figure(block, origin)];
      case 'thematicBreak':
        return [block];
    }
  }

  /** Drawn, or printed as what stands in its place: the mark comes first in both. */
  private figure(figure: Figure, origin: string | undefined): Figure {
    const before = this.#current;
    const title = figure.title && this.line(figure.title, origin);
    this.#current = before;
    return { ...figure, ...(title && { title }), children: this.blocks(figure.children, origin) };
  }

  private item(item: ListItem, origin: string | undefined): ListItem {
    return { ...item, children: this.blocks(item.children, origin) };
  }

  private row(row: TableRow, origin: string | undefined): TableRow {
    const children = row.children.map((cell) => ({
      ...cell,
      children: this.line(cell.children, cell.origin ?? origin),
    }));
    return { ...row, children };
  }

  private line(nodes: readonly Inline[], origin: string | undefined): Inline[] {
    const marked: Inline[] = [];
    for (const node of nodes) {
      const mark = markNodes(this.enter(fieldOf(node, origin)));
      // What stands close to the first word, such as a quotation mark, stays with it.
      const close = mark.length === 0 ? [] : takeClose(marked);
      marked.push(...mark, ...close, node);
    }
    return marked;
  }

  /** The mark to print where text of this field comes next; undefined within a portion and where there is none. */
  private enter(field: string | undefined): string | undefined {
    const portion = field === undefined ? null : portionOf(this.marks, field);
    if (portion === null || portion === this.#current) return undefined;
    this.#current = portion;
    return this.marks.get(portion);
  }
}

/** The field that the words of a node come from; that of the first, where it has several. */
function fieldOf(node: Inline, inherited: string | undefined): string | undefined {
  const origin = node.origin ?? inherited;
  if (!('children' in node) || plainText([node]).trim() === '') return origin;
  for (const child of node.children) {
    const field = fieldOf(child, node.origin);
    if (field !== undefined) return field;
  }
  return origin;
}

/** Takes the end of the last text off, as far as no blank parts it from what follows. */
function takeClose(nodes: Inline[]): Inline[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || last.origin !== undefined) return [];
  const [close = ''] = /\S*$/.exec(last.value) ?? [];
  if (close === '') return [];
  nodes[nodes.length - 1] = { ...last, value: last.value.slice(0, -close.length) };
  return [{ ...last, value: close }];
}
