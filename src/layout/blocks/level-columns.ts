import type { Inline, Span, Table, TableCell } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';

/** The cell with the dots of a level over its word. */
export function withDotsAbove(cell: TableCell): TableCell {
  const children = cell.children.flatMap((child): readonly Inline[] =>
    isLevel(child) ? [{ ...child, children: [] }, { type: 'break' }, ...child.children] : [child],
  );
  return { ...cell, children };
}

interface Joined {
  readonly table: Table;
  readonly shares?: readonly number[];
}

/** Two columns of levels as one, the second below the first: they take half the width. Null where there are no two. */
export function joinedLevels(table: Table, shares: readonly number[] | undefined): Joined | null {
  const [, ...rows] = table.children;
  const isOfLevels = (column: number) =>
    rows.some(({ children }) => children[column]?.children.some(isLevel)) &&
    rows.every(({ children }) => children[column]?.children.every((child) => isLevel(child) || isAbsent(child)));
  const first = table.align.findIndex((_, column) => isOfLevels(column) && isOfLevels(column + 1));
  if (first < 0) return null;
  const children = table.children.map((row, rowIndex) => {
    const between: readonly Inline[] = rowIndex === 0 ? [{ type: 'text', value: ' / ' }] : [{ type: 'break' }];
    const [one, other] = [row.children[first], row.children[first + 1]];
    if (one === undefined || other === undefined) return row;
    const cell = { ...one, children: [...one.children, ...between, ...other.children] };
    return { ...row, children: [...row.children.slice(0, first), cell, ...row.children.slice(first + 2)] };
  });
  const without = <Each>(all: readonly Each[]) => all.filter((_, column) => column !== first + 1);
  return { table: { ...table, align: without(table.align), children }, ...(shares && { shares: without(shares) }) };
}

function isLevel(child: Inline): child is Span {
  return child.type === 'span' && child.role === 'dots';
}

function isAbsent(child: Inline): boolean {
  return (child.type === 'span' && child.role === 'absent') || plainText([child]).trim() === '';
}
