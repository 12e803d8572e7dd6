import type { Alert, Block, Directive, Figure, Heading, List } from '../document/tree.js';
import type { PlainContext } from './context.js';
import { inlineText } from './inlines.js';
import { columnsOf, type Margin, movedIn, wrapped } from './lines.js';
import { tableLines } from './tables.js';

/** Blocks as lines, with an empty line between two. */
export function blockLines(blocks: readonly Block[], context: PlainContext): string[] {
  const parts = blocks.map((block) => linesOf(block, context)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function linesOf(block: Block, context: PlainContext): string[] {
  switch (block.type) {
    case 'heading':
      return headingLines(block, context);
    case 'paragraph':
      return wrapped(inlineText(block.children, context), context.width).filter((line) => line !== '');
    case 'blockquote':
      return inset(block.children, { first: '    ', rest: '    ' }, context);
    case 'list':
      return listLines(block, context);
    case 'code':
      return block.value.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
    case 'thematicBreak':
      return ['-'.repeat(Math.min(12, context.width))];
    case 'table':
      return parted(tableLines(block, context));
    case 'alert':
      return alertLines(block, context);
    case 'directive':
      return directiveLines(block, context);
    case 'figure':
      return figureLines(block, context);
    // They stand at the end.
    case 'footnoteDefinition':
      return [];
  }
}

function headingLines({ depth, children }: Heading, context: PlainContext): string[] {
  return titleLines(inlineText(children, context), depth, context);
}

/** A title, underlined as far as it reaches where it heads a document or a section. */
export function titleLines(text: string, depth: number, { width }: PlainContext): string[] {
  const lines = wrapped(text, width);
  if (depth > 2) return lines;
  const length = Math.max(...lines.map(columnsOf));
  return [...lines, (depth === 1 ? '=' : '-').repeat(length)];
}

function inset(blocks: readonly Block[], margin: Margin, context: PlainContext): string[] {
  const width = Math.max(20, context.width - columnsOf(margin.rest));
  return movedIn(blockLines(blocks, { ...context, width }), margin);
}

/** The rows of a list whose items take several lines are parted by empty ones. */
function parted(items: readonly (readonly string[])[]): string[] {
  const isOpen = items.some((lines) => lines.length > 1);
  return items.flatMap((lines, index) => (isOpen && index > 0 ? ['', ...lines] : lines));
}

function listLines(list: List, context: PlainContext): string[] {
  const items = list.children.map((item, index) => {
    const box = item.checked === null ? '' : item.checked ? '[x] ' : '[ ] ';
    const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : box === '' ? '- ' : '';
    const first = mark + box;
    return inset(item.children, { first, rest: ' '.repeat(columnsOf(first)) }, context);
  });
  return list.spread ? parted(items) : items.flat();
}

function alertLines({ kind, children }: Alert, context: PlainContext): string[] {
  return labelled(context.words.alerts[kind], children, context);
}

/** What has a title of its own, as a section is headed. */
function labelled(title: string, children: readonly Block[], context: PlainContext): string[] {
  const lines = blockLines(children, context);
  return title === '' ? lines : [...titleLines(title, 3, context), '', ...lines];
}

function figureLines({ title, caption, children }: Figure, context: PlainContext): string[] {
  const parts = [
    title === undefined ? [] : wrapped(inlineText(title, context), context.width),
    blockLines(children, context),
    caption.length === 0 ? [] : wrapped(inlineText(caption, context), context.width),
  ].filter((lines) => lines.some((line) => line !== ''));
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function directiveLines(directive: Directive, context: PlainContext): string[] {
  const { name, attributes, children } = directive;
  switch (name) {
    case 'bottom-line':
    case 'changes': {
      const lines = blockLines(children, context);
      const title = attributes.title ?? '';
      return title === '' ? lines : [...titleLines(title, 2, context), '', ...lines];
    }
    case 'callout': {
      const kind = Object.entries(context.words.alerts).find(([known]) => known === attributes.kind);
      const title = [kind?.[1], attributes.title].filter((word) => word !== undefined && word !== '').join(': ');
      return labelled(title, children, context);
    }
    case 'kicker':
      return blockLines(children, context).map((line) => line.toLocaleUpperCase(context.words.language));
    case 'fields':
      return children.flatMap((child) =>
        child.type === 'list' ? fieldLines(child, context) : blockLines([child], context),
      );
    case 'signature':
      return [attributes.label, attributes.date].flatMap((word) => (word ? [`${word}: ${'_'.repeat(24)}`] : []));
    case 'page-break':
    case 'contents':
      return [];
    default:
      return blockLines(children, context);
  }
}

/** `To: Minister’s office` */
function fieldLines(list: List, context: PlainContext): string[] {
  return list.children.flatMap(({ children: [first, ...rest] }) => {
    if (first?.type !== 'paragraph') return blockLines(first === undefined ? rest : [first, ...rest], context);
    const [label, ...value] = first.children;
    const isLabel = label?.type === 'strong';
    const name = isLabel ? `${inlineText([label], context).replace(/\s*:\s*$/, '')}:` : '';
    const words = inlineText(isLabel ? value : first.children, context).replace(/^\s*:?\s*/, '');
    const line = name === '' ? words : `${name} ${words}`;
    return [
      ...wrapped(line, context.width, { first: '', rest: '  ' }),
      ...movedIn(blockLines(rest, context), { first: '  ', rest: '  ' }),
    ];
  });
}
