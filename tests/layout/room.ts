import type { PrintDefinition } from '../../src/layout/definition.js';
import type { ColumnWidth, PrintNode } from '../../src/layout/print-nodes.js';

/** More than rounding. */
const TOLERANCE = 0.01;

/** Every place of a definition's content that asks for more width than it has, in words. */
export function overflows(definition: PrintDefinition): string[] {
  const { width, margins } = definition.page;
  return definition.content.flatMap((node) => tooWide(node, width - margins[0] - margins[2]));
}

function tooWide(node: PrintNode, given: number): string[] {
  const [left, , right] = node.margin ?? [0, 0, 0, 0];
  const room = given - left - right;
  if (room <= 0) return [`no room: ${given} less ${left} and ${right}`];
  if ('stack' in node) return node.stack.flatMap((inner) => tooWide(inner, room));
  if ('columns' in node) {
    const widths = node.columns.map((column) => fixed(column.width));
    return [
      ...exceeds('columns', sum(widths) + node.columnGap * (widths.length - 1), room),
      ...node.columns.flatMap((column, index) => tooWide(column, widths[index] ?? 0)),
    ];
  }
  if ('list' in node) {
    return node.items.flatMap((item) => item.content.flatMap((inner) => tooWide(inner, room - node.indent)));
  }
  if ('table' in node) {
    const widths = node.table.widths.map(fixed);
    const { rules } = node;
    const outside = rules.left + rules.right + (widths.length - 1) * rules.inner;
    const total = sum(widths) + widths.length * (rules.padding[0] + rules.padding[2]) + outside;
    return [
      ...exceeds('table', total, room),
      ...node.table.body.flatMap((row) => row.flatMap((cell, index) => tooWide(cell, widths[index] ?? 0))),
    ];
  }
  if ('box' in node) {
    const { padding, bar, border, content } = node.box;
    const lines = (bar?.width ?? border?.width ?? 0) + (border?.width ?? 0);
    const inner = room - padding[0] - padding[2] - lines;
    return inner <= 0 ? ['no room in a box'] : content.flatMap((child) => tooWide(child, inner));
  }
  if ('image' in node || 'svg' in node) return exceeds('picture', node.width, room);
  if ('rule' in node) return node.rule.width === undefined ? [] : exceeds('rule', node.rule.width, room);
  return [];
}

function fixed(width: ColumnWidth): number {
  if (typeof width !== 'number') throw new Error(`a width of ${width} in the content`);
  return width;
}

function exceeds(what: string, width: number, room: number): string[] {
  return width > room + TOLERANCE ? [`a ${what} of ${width} in ${room}`] : [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
