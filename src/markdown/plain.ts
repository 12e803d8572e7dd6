import type * as Mdast from 'mdast';
import { joinTexts, trimInlines } from '../document/texts.js';
import type { AlertKind, Block, CitationItem, Inline, List, ListItem, Table } from '../document/tree.js';
import { walkTree } from '../document/walk.js';
import { foldLines } from './characters.js';

/** A GitHub alert, which mdast has no name for. */
export interface AlertNode extends Mdast.Parent {
  type: 'alert';
  kind: AlertKind;
  children: Mdast.BlockContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    alert: AlertNode;
  }
  interface BlockContentMap {
    alert: AlertNode;
  }
  interface TextData {
    /** Characters that the whole block has once, so that they pair with nothing. */
    alone?: string;
  }
}

/** Blocks as mdast: directives give way to their content, and what Markdown cannot say twice is said once. */
export function plainBlocks(blocks: readonly Block[]): Mdast.RootContent[] {
  return blocks.flatMap(plainBlock);
}

function plainBlock(block: Block): Mdast.RootContent[] {
  switch (block.type) {
    case 'heading': {
      // A heading is one line.
      const children = block.children.map((child) => (child.type === 'break' ? SPACE : child));
      return [{ type: 'heading', depth: block.depth, children: plainLine(children) }];
    }
    case 'paragraph': {
      const children = plainLine(block.children);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: containers(block.children) }];
    case 'alert':
      return [{ type: 'alert', kind: block.kind, children: containers(block.children) }];
    case 'list':
      return block.children.length === 0 ? [] : [plainList(block)];
    case 'code':
      return [{ type: 'code', lang: block.lang, value: block.value }];
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return block.children.length === 0 ? [] : [plainTable(block)];
    case 'footnoteDefinition':
      return [
        {
          type: 'footnoteDefinition',
          identifier: block.identifier,
          label: block.identifier,
          children: containers(block.children),
        },
      ];
    case 'directive':
    case 'figure':
      return plainBlocks(block.children);
  }
}

const SPACE: Inline = { type: 'text', value: ' ' };

/** mdast allows fewer blocks inside a container than in a document; the text forms are the same. */
function containers(blocks: readonly Block[]): Mdast.BlockContent[] {
  return plainBlocks(blocks) as Mdast.BlockContent[];
}

function plainList(list: List): Mdast.List {
  const children = list.children.map((item) => plainItem(item, list.spread));
  return { type: 'list', ordered: list.ordered, start: list.start, spread: list.spread, children };
}

function plainItem(item: ListItem, spread: boolean): Mdast.ListItem {
  return { type: 'listItem', checked: item.checked, spread, children: containers(item.children) };
}

function plainTable(table: Table): Mdast.Table {
  const rows = table.children.map(
    (row): Mdast.TableRow => ({
      type: 'tableRow',
      children: row.children.map((cell) => ({
        type: 'tableCell',
        children: plainCell(cell.children),
      })),
    }),
  );
  return { type: 'table', align: [...table.align], children: rows };
}

/** A line break in a cell is `<br>`: there is no other that GitHub reads. */
function plainCell(nodes: readonly Inline[]): Mdast.PhrasingContent[] {
  const lines: Inline[][] = [[]];
  for (const node of trimInlines(nodes.map((each) => (isCellSafe(each) ? each : cellText(each))))) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.flatMap((line, i): Mdast.PhrasingContent[] => [
    ...(i === 0 ? [] : [{ type: 'html', value: '<br>' } as const]),
    ...plainLine(line),
  ]);
}

/** In a cell a pipe is escaped even in code, and a backslash before it cannot be: there code is printed as text. */
function isCellSafe(node: Inline): boolean {
  return !(node.type === 'inlineCode' && /\\\||\\$/.test(node.value));
}

function cellText(node: Inline): Inline {
  return node.type === 'inlineCode' ? { type: 'text', value: node.value } : SPACE;
}

/** The inline content of one block. */
function plainLine(nodes: readonly Inline[]): Mdast.PhrasingContent[] {
  const simple = trimInlines(simplify(nodes, new Set()));
  const alone = ['$', '~'].filter((mark) => isAlone(mark, simple)).join('');
  return plainInlines(simple, alone);
}

/** Whether a block has a character once, in whatever node. */
function isAlone(mark: string, nodes: readonly Inline[]): boolean {
  let count = 0;
  walkTree(nodes, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') count += node.value.split(mark).length - 1;
    else if (node.type === 'image') count += `${node.alt}${node.url}`.split(mark).length - 1;
    else if (node.type === 'link') count += node.url.split(mark).length - 1;
    else if (node.type === 'delete' && mark === '~') count += 2;
  });
  return count === 1;
}

/**
 * Emphasis in emphasis, a link in a link, or two emphases side by side have no sure form in Markdown, and say no more
 * than one. Spans and citations give way to their content, and what is empty is left out.
 */
function simplify(nodes: readonly Inline[], inside: ReadonlySet<Inline['type']>): Inline[] {
  const simple: Inline[] = [];
  for (const node of joinTexts(nodes.flatMap((one) => simplifyOne(one, inside)))) {
    const last = simple.at(-1);
    if (last !== undefined && isMark(last) && last.type === node.type) {
      const children = simplify([...last.children, ...node.children], new Set([...inside, node.type]));
      simple[simple.length - 1] = { ...last, children };
    } else simple.push(node);
  }
  return simple;
}

function isMark(node: Inline): node is Extract<Inline, { type: 'emphasis' | 'strong' | 'delete' }> {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

function simplifyOne(node: Inline, inside: ReadonlySet<Inline['type']>): Inline[] {
  switch (node.type) {
    case 'span':
      return simplify(node.children, inside);
    case 'citation':
      return [{ type: 'text', value: citationText(node.items) }];
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link': {
      const children = simplify(node.children, new Set([...inside, node.type]));
      if (children.length === 0 || inside.has(node.type)) return children;
      return [{ ...node, children }];
    }
    case 'text':
      return [{ ...node, value: foldLines(node.value) }];
    default:
      return [node];
  }
}

/** `[1, art. 87(7); 2]`, or the source's id where it has no number. */
function citationText(items: readonly CitationItem[]): string {
  const parts = items.map((item) => {
    const name = item.number === null ? `@${item.source}` : String(item.number);
    return item.locator === null ? name : `${name}, ${item.locator}`;
  });
  return `[${parts.join('; ')}]`;
}

function plainInlines(nodes: readonly Inline[], alone: string): Mdast.PhrasingContent[] {
  return nodes.flatMap((node) => plainInline(node, alone));
}

function plainInline(node: Inline, alone: string): Mdast.PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [{ type: 'text', value: node.value, ...(alone !== '' && { data: { alone } }) }];
    case 'inlineCode':
      return node.value === '' ? [] : [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'image':
      return [{ type: 'image', url: node.url, alt: node.alt, title: node.title }];
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: node.identifier, label: node.identifier }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: plainInlines(node.children, alone) }];
    case 'link':
      return [{ type: 'link', url: node.url, title: node.title, children: plainInlines(node.children, alone) }];
    case 'citation':
    case 'span':
      return [];
  }
}
