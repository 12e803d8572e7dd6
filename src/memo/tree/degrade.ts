import { mapBlocks } from '../../document/map.js';
import {
  ALERT_KINDS,
  type AlertKind,
  type Block,
  type Directive,
  type Inline,
  type Root,
} from '../../document/tree.js';

/**
 * The tree without what only paper has: every directive as the plain Markdown that comes nearest to it. What it
 * contains always stays.
 */
export function degradeDirectives(root: Root): Root {
  return { ...root, children: mapBlocks(root.children, { block: degrade, inline: degradeInline }) };
}

function degradeInline(node: Inline): readonly Inline[] | undefined {
  // An address with a `|` would end the cell of a table, where an autolink has no way to escape it.
  // Items have no names in Markdown.
  if (node.type === 'link' && node.url.startsWith('#item-')) return node.children;
  if (node.type === 'link') return [{ ...node, url: node.url.replaceAll('|', '%7C') }];
  if (node.type !== 'span') return undefined;
  if (node.role === 'change') return [{ type: 'strong', children: [...node.children, { type: 'text', value: ':' }] }];
  if (node.role === 'sign' || node.role === 'gauge') return [];
  if (node.role !== 'muted') return undefined;
  return [{ type: 'text', value: ' (' }, ...node.children, { type: 'text', value: ')' }];
}

function degrade(block: Block): readonly Block[] | undefined {
  if (block.type !== 'directive') return undefined;
  const { attributes, children } = block;
  switch (block.name) {
    case 'bottom-line':
      return [alert('important', attributes.title, children)];
    case 'changes':
      return [alert('note', attributes.title, children)];
    case 'callout':
      return [alert(alertKind(attributes.kind), attributes.title, children)];
    case 'quotation':
      return [quotation(children)];
    case 'kicker':
      return children.map(strongParagraph);
    case 'page-break':
      return [];
    case 'signature':
      return [signature(block)];
    default:
      return children;
  }
}

function alertKind(kind: string | undefined): AlertKind {
  return ALERT_KINDS.find((each) => each === kind) ?? 'note';
}

/** GitHub writes the kind of an alert over it, in English; our own title begins its first line. */
function alert(kind: AlertKind, title: string | undefined, children: readonly Block[]): Block {
  if (title === undefined || title === '') return { type: 'alert', kind, children };
  const heading: Inline = {
    type: 'strong',
    children: [{ type: 'text', value: /[.!?:…]$/.test(title) ? title : `${title}.` }],
  };
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph') {
    return { type: 'alert', kind, children: [{ type: 'paragraph', children: [heading] }, ...children] };
  }
  const opening: Block = { ...first, children: [heading, { type: 'text', value: ' ' }, ...first.children] };
  return { type: 'alert', kind, children: [opening, ...rest] };
}

/** Original, translations and attribution belong together, so they become one block quote. */
function quotation(children: readonly Block[]): Block {
  return {
    type: 'blockquote',
    children: children.flatMap((child) => (child.type === 'blockquote' ? child.children : [child])),
  };
}

function strongParagraph(block: Block): Block {
  return block.type === 'paragraph' ? { ...block, children: [{ type: 'strong', children: block.children }] } : block;
}

function signature({ attributes }: Directive): Block {
  const blank = '…'.repeat(12);
  const parts = [attributes.label, attributes.date].filter((part) => part !== undefined && part !== '');
  return { type: 'paragraph', children: [{ type: 'text', value: parts.map((part) => `${part} ${blank}`).join('  ') }] };
}
