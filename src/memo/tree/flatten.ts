import type { Block, Inline } from '../../document/tree.js';

/**
 * Blocks as one run of text, for where only such fits: a cell of a table, a heading, the middle of a line. Every word
 * stays; what was a paragraph or an item begins on a new line.
 */
export function flattenBlocks(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap((block) => linesOf(block));
  return lines.flatMap((line, i): Inline[] => (i === 0 ? line : [{ type: 'break' }, ...line]));
}

function linesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'heading':
      return [[{ type: 'strong', children: block.children }]];
    case 'paragraph':
      return [[...block.children]];
    case 'blockquote':
    case 'alert':
    case 'directive':
    case 'figure':
      return block.children.flatMap(linesOf);
    case 'list':
      return block.children.flatMap((item, i) => {
        const label = block.ordered ? `${(block.start ?? 1) + i}. ` : '• ';
        const box = item.checked === null ? '' : item.checked ? '☒ ' : '☐ ';
        const [first = [], ...rest] = item.children.flatMap(linesOf);
        return [[{ type: 'text', value: box === '' ? label : box } as const, ...first], ...rest];
      });
    case 'code':
      return block.value.split('\n').map((value): Inline[] => [{ type: 'inlineCode', value }]);
    case 'table':
      return block.children.map((row) =>
        row.children.flatMap((cell, i): Inline[] =>
          i === 0 ? [...cell.children] : [{ type: 'text', value: ' · ' }, ...cell.children],
        ),
      );
    // The caller collects the footnotes of the edition; a rule has no words.
    case 'footnoteDefinition':
    case 'thematicBreak':
      return [];
  }
}
