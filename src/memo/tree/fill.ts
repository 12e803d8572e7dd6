import { linkAddress } from '../../document/address.js';
import { mapBlocks } from '../../document/map.js';
import { joinTexts, trimInlines } from '../../document/texts.js';
import type { Block, FootnoteDefinition, Heading, Inline, List, ListItem, Root } from '../../document/tree.js';
import { plainText, walkTree } from '../../document/walk.js';
import type { BlockText, EditionText } from '../../edition/text.js';
import { OPENED_AT } from '../template/directive-places.js';
import { hasPlaceholder, type Placeholders, type Printable, type PrintedSection } from '../template/placeholders.js';
import { flattenBlocks } from './flatten.js';
import { keepValueOrder } from './value-order.js';

/**
 * Puts the values of a template's run in the places of their placeholders. Nothing that a value holds is read as
 * Markdown any more: it can add nodes to the place it stands in, never change what is around it.
 */
export function fillTree(blocks: readonly Block[], placeholders: Placeholders, language: string): Root {
  const filler = new Filler(placeholders, language);
  const children = filler.blocks(blocks);
  return { type: 'root', children: [...children, ...filler.footnotes.values()] };
}

/** The level of the headings of sections, below the title. */
const SECTION_LEVEL = 2;

class Filler {
  /** The footnotes of prose, by an identifier that is unique in the document. They end up behind everything else. */
  readonly footnotes = new Map<string, FootnoteDefinition>();
  /** The level of the template's heading that stands over what is being filled; prose begins below it. */
  #level = 1;

  constructor(
    private readonly placeholders: Placeholders,
    private readonly language: string,
  ) {}

  blocks(blocks: readonly Block[]): Block[] {
    return blocks.flatMap((block) => this.block(block));
  }

  private block(block: Block): Block[] {
    switch (block.type) {
      case 'paragraph': {
        const sole = this.soleBlock(block.children);
        if (sole !== null) return sole.kind === 'section' ? this.section(sole) : this.prose(sole);
        const children = this.inlines(block.children);
        return children.length === 0 ? [] : [{ ...block, children }];
      }
      case 'heading':
        return this.heading(block);
      case 'blockquote':
      case 'alert':
      case 'footnoteDefinition':
        return [{ ...block, children: this.blocks(block.children) }];
      case 'directive':
        return [{ ...block, attributes: this.attributes(block.attributes), children: this.blocks(block.children) }];
      case 'list':
        return this.list(block);
      case 'table':
        return [
          {
            ...block,
            children: block.children.map((row) => ({
              ...row,
              children: row.children.map((cell) => ({ ...cell, children: this.inlines(cell.children) })),
            })),
          },
        ]; // prettier-ignore
      case 'code':
        return [{ ...block, value: this.text(block.value) }];
      case 'thematicBreak':
      case 'figure':
        return [block];
    }
  }

  private heading(heading: Heading): Block[] {
    this.#level = heading.depth;
    const children = this.inlines(heading.children);
    if (children.length === 0) return [];
    return [heading.id === undefined ? { ...heading, children } : { ...heading, id: this.text(heading.id), children }];
  }

  private list(list: List): Block[] {
    const items = list.children.map((item): ListItem => {
      const filled = { ...item, children: this.blocks(item.children) };
      return item.id === undefined ? filled : { ...filled, id: this.text(item.id) };
    });
    const written = items.filter((item) => item.children.length > 0);
    return written.length === 0 ? [] : [{ ...list, children: written }];
  }

  private attributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
    const own = Object.entries(attributes).filter(([name]) => name !== OPENED_AT);
    return Object.fromEntries(own.map(([name, value]) => [name, this.text(value)]));
  }

  /** A paragraph that is one placeholder for long prose or a section and nothing else becomes that. */
  private soleBlock(children: readonly Inline[]): BlockText | PrintedSection | null {
    const [only, ...others] = children;
    if (only?.type !== 'text' || others.length > 0) return null;
    const segments = this.placeholders.segments(only.value.trim());
    const [segment] = segments;
    if (segments.length !== 1 || segment === undefined || !('value' in segment)) return null;
    const { value } = segment;
    return typeof value === 'object' && (value.kind === 'block' || value.kind === 'section') ? value : null;
  }

  private section({ id, title, body }: PrintedSection): Block[] {
    this.#level = SECTION_LEVEL;
    const heading: Heading = { type: 'heading', depth: SECTION_LEVEL, children: trimInlines(title) };
    return [id === null ? heading : { ...heading, id }, ...this.prose(body)];
  }

  private prose(text: BlockText): Block[] {
    const tops: number[] = [];
    walkTree(text.nodes, (node) => {
      if (node.type === 'heading') tops.push(node.depth);
    });
    const shift = this.#level + 1 - Math.min(...tops, 6);
    return shiftHeadings(this.ownFootnotes(text), tops.length === 0 ? 0 : shift);
  }

  /** Prose with its footnotes taken out and their labels made unique: two fields may both have a `[^1]`. */
  private ownFootnotes(text: BlockText): Block[] {
    const unique = (identifier: string) => `${text.path}|${identifier}`;
    const renamed = renameFootnotes(text.nodes, unique);
    for (const node of renamed) if (node.type === 'footnoteDefinition') this.footnotes.set(node.identifier, node);
    return renamed.filter((node) => node.type !== 'footnoteDefinition');
  }

  private inlines(nodes: readonly Inline[]): Inline[] {
    const filled = nodes.flatMap((node) => this.inline(node));
    const whole = trimInlines(joinTexts(unnest(filled, new Set())).map(closeGaps));
    return keepValueOrder(whole, this.language);
  }

  private inline(node: Inline): Inline[] {
    switch (node.type) {
      case 'text':
        return this.splice(node.value, (value) => [{ type: 'text', value }]);
      case 'inlineCode':
        return [{ ...node, value: this.text(node.value) }];
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'span': {
        const children = joinTexts(node.children.flatMap((child) => this.inline(child)));
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      case 'link': {
        const children = joinTexts(node.children.flatMap((child) => this.inline(child)));
        // A value may have completed an address to one that may not be followed; its text then stands without the link.
        const url = linkAddress(this.text(node.url));
        return url === null ? children : [{ ...node, url, title: node.title && this.text(node.title), children }];
      }
      case 'image':
        return [{ ...node, url: this.text(node.url), alt: this.text(node.alt) }];
      case 'citation':
      case 'footnoteReference':
      case 'break':
        return [node];
    }
  }

  private splice(text: string, literal: (text: string) => Inline[]): Inline[] {
    if (!hasPlaceholder(text)) return literal(text);
    return this.placeholders
      .segments(text)
      .flatMap((segment) => ('value' in segment ? this.value(segment.value) : literal(segment.text)));
  }

  private value(value: Printable): Inline[] {
    if (typeof value === 'string') return [{ type: 'text', value }];
    if (value.kind === 'phrase') return [...value.nodes];
    if (value.kind === 'section') return this.textNodes(value.body);
    return inOwnLanguage(this.textNodes(value), value, this.language);
  }

  private textNodes(text: EditionText): Inline[] {
    switch (text.kind) {
      case 'plain':
        return plainLines(text.text, text.path);
      case 'inline':
        return [...text.nodes];
      case 'block':
        return flattenBlocks(this.ownFootnotes(text));
    }
  }

  /** Where only characters fit: an address, an attribute, code. */
  private text(text: string): string {
    return plainText(this.splice(text, (value) => [{ type: 'text', value }]));
  }
}

/** Where a value between two blanks of the template is empty, one blank is left. Text of the brief stays as it is. */
function closeGaps(node: Inline): Inline {
  return node.type === 'text' && node.origin === undefined
    ? { ...node, value: node.value.replace(/ {2,}/g, ' ') }
    : node;
}

/** The words of a plain text; its line ends are kept. */
function plainLines(text: string, origin: string): Inline[] {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((value, i): Inline[] => [
      ...(i === 0 ? [] : [{ type: 'break' } as const]),
      { type: 'text', value, origin },
    ]);
}

function inOwnLanguage(nodes: Inline[], text: EditionText, documentLanguage: string): Inline[] {
  if (nodes.length === 0 || text.lang.toLowerCase() === documentLanguage.toLowerCase()) return nodes;
  return [{ type: 'span', lang: text.lang, origin: text.path, children: nodes }];
}

type Nestable = 'strong' | 'emphasis' | 'delete' | 'link';

/** Strong in strong says no more than strong, and Markdown cannot write it down; nor can it a link in a link. */
function unnest(nodes: readonly Inline[], around: ReadonlySet<Nestable>): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (!('children' in node)) return [node];
    if (node.type === 'span') return [{ ...node, children: unnest(node.children, around) }];
    if (around.has(node.type)) return unnest(node.children, around);
    return [{ ...node, children: unnest(node.children, new Set([...around, node.type])) }];
  });
}

function shiftHeadings(blocks: readonly Block[], shift: number): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'heading') {
      const depth = Math.min(6, Math.max(1, block.depth + shift)) as Heading['depth'];
      return { ...block, depth };
    }
    if (block.type === 'list') {
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: shiftHeadings(item.children, shift) })),
      };
    }
    return 'children' in block && block.type !== 'paragraph' && block.type !== 'table'
      ? { ...block, children: shiftHeadings(block.children, shift) }
      : block;
  });
}

function renameFootnotes(blocks: readonly Block[], rename: (identifier: string) => string): Block[] {
  const inline = (node: Inline): Inline[] | undefined =>
    node.type === 'footnoteReference' ? [{ ...node, identifier: rename(node.identifier) }] : undefined;
  const block = (node: Block): Block[] | undefined =>
    node.type === 'footnoteDefinition' ? [{ ...node, identifier: rename(node.identifier) }] : undefined;
  return mapBlocks(blocks, { inline, block });
}
