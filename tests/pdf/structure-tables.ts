import type { PdfFile } from './file/file.js';
import { type Dictionary, isDictionary, nameOf } from './file/objects.js';

/** What is wrong with a table: every position is covered by one cell, and every head says what it heads. */
export function checkTable(file: PdfFile, table: Dictionary): string[] {
  const problems: string[] = [];
  const rows = rowsOf(file, table);
  const parts = file.array(table.K).map((kid) => nameOf(file.dictionary(kid).S));
  if (parts.includes('THead') && !parts.includes('TBody')) problems.push('a head without a body');
  if (rows.length === 0) problems.push('a table without rows');
  const grid: boolean[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const kid of file.array(row.K)) {
      const cell = file.dictionary(kid);
      const attributes = file.array(cell.A).find((entry) => isDictionary(entry) && nameOf(entry.O) === 'Table');
      const { Scope, ColSpan, RowSpan } = isDictionary(attributes) ? attributes : ({} as Dictionary);
      if (nameOf(cell.S) === 'TH' && nameOf(Scope) === null) problems.push('TH without Scope');
      while (grid[y]?.[x]) x++;
      for (let i = 0; i < Number(RowSpan ?? 1); i++) {
        for (let j = 0; j < Number(ColSpan ?? 1); j++) {
          const line = grid[y + i];
          if (line === undefined) problems.push('a cell reaches below its table');
          else if (line[x + j]) problems.push('cells overlap');
          else line[x + j] = true;
        }
      }
    }
  });
  const widths = new Set(grid.map((line) => line.filter(Boolean).length));
  if (widths.size > 1) problems.push(`rows of ${[...widths].join(' and ')} columns in one table`);
  return problems;
}

function rowsOf(file: PdfFile, part: Dictionary): Dictionary[] {
  return file.array(part.K).flatMap((kid) => {
    if (typeof kid === 'number') return [];
    const dictionary = file.dictionary(kid);
    const type = nameOf(dictionary.S);
    if (type === 'TR') return [dictionary];
    return type === 'THead' || type === 'TBody' || type === 'TFoot' ? rowsOf(file, dictionary) : [];
  });
}
