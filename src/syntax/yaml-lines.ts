/** Where values end in a text of YAML, and how lines are put between its lines. */

import { isMap, isSeq, type Node, type Pair } from 'yaml';

/** A text, and the line end that it uses. */
export interface Lined {
  readonly text: string;
  readonly end: string;
}

export function endOf(pair: Pair | undefined): number | undefined {
  return endOfNode(pair?.value) ?? endOfNode(pair?.key);
}

/** Where the last value in a node ends: the range of a list or a map holds the comments below it too, whose ever they are. */
export function endOfNode(node: unknown): number | undefined {
  if (isMap(node) && !node.flow) return endOf(node.items.at(-1));
  if (isSeq(node) && !node.flow) return endOfNode(node.items.at(-1));
  return (node as Node | null | undefined)?.range?.[1];
}

interface Spot {
  /** Where what is before the new lines ends. */
  readonly end: number;
  /** The column of its name, or of the dash of its item. */
  readonly column: number;
  /** It is a whole field of the root, or an item: comments in its own column may belong to it as well. */
  readonly isLast: boolean;
}

/** Puts lines below what is before them and the comments that belong to it. */
export function addLines({ text, end: lineEnd }: Lined, spot: Spot, lines: readonly string[]): string {
  const content = text.slice(0, spot.end).trimEnd().length;
  const rest = text.slice(content);
  const line = content + (/\r?\n/.exec(rest)?.index ?? rest.length);
  const at = line + commentsBelow(text.slice(line), spot);
  return `${text.slice(0, at)}${lineEnd}${lines.join(lineEnd)}${text.slice(at)}`;
}

/**
 * The length of the comments below a value that belong to it and not to what follows: those that are indented further
 * than its name, and those in the same column, without an empty line between, that nothing follows at once.
 */
function commentsBelow(rest: string, { column, isLast }: Spot): number {
  const lines = rest.split('\n').slice(1);
  const indents = lines.map((line) => /^([ \t]*)#/.exec(line)?.[1]?.length);
  let count = 0;
  for (const [index, indent] of indents.entries()) {
    if (indent !== undefined && indent > column) count = index + 1;
    else if (lines[index]?.trim() !== '') break;
  }
  if (isLast) {
    let same = count;
    while (indents[same] === column) same++;
    const next = lines[same] ?? '';
    const indentOfNext = /^[ \t]*/.exec(next)?.[0].length ?? 0;
    if (next.trim() === '' || indentOfNext < column) count = same;
  }
  const length = lines.slice(0, count).reduce((sum, line) => sum + 1 + line.length, 0);
  return rest.slice(0, length).endsWith('\r') ? length - 1 : length;
}

export function indented(text: string, start: number, lines: readonly string[]): string[] {
  const indent = ' '.repeat(columnOf(text, start));
  return lines.map((line) => (line === '' ? line : `${indent}${line}`));
}

export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

export function indentOf(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return line.length - line.trimStart().length;
}

/** Whether nothing but space stands before a place in its line. */
export function isLineStart(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}
