/** The lines of a page of a PDF, from the strings that pdf.js finds, in the order of its content. */

import { aside } from '../../structure.js';
import { raisedString } from '../notes.js';

/** A string on a page, in points from its lower left corner. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters; 0 for the space between two strings. */
  readonly size: number;
  readonly endsLine: boolean;
  /** The file declares that it is not part of the text: a running head or a page number. */
  readonly isArtifact: boolean;
}

/** Strings side by side without a wide gap. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly size: number;
  readonly isArtifact: boolean;
}

/** A gap wider than this, in heights of the letters, separates columns or cells: no line is set so wide. */
const WIDE = 2;

export function linesOf(items: readonly Item[]): readonly Line[] {
  const lines: Line[] = [];
  let current: Item[] = [];
  for (const item of items) {
    current.push(item);
    if (!item.endsLine) continue;
    lines.push(...lineOf(current));
    current = [];
  }
  return [...lines, ...lineOf(current)];
}

export function textOfLine({ segments }: Line): string {
  return segments.map(({ text }) => text).join(' ');
}

function lineOf(items: readonly Item[]): Line[] {
  const words = items.filter(({ text, size }) => text.trim() !== '' && size > 0);
  const main = words.reduce<Item | undefined>(
    (most, each) => (each.text.length > (most?.text.length ?? 0) ? each : most),
    undefined,
  );
  if (main === undefined) return [];
  const segments: { text: string; left: number; right: number }[] = [];
  let last: Item | undefined;
  for (const item of items) {
    const isBlank = item.text.trim() === '';
    const current = segments.at(-1);
    if (isBlank || current === undefined || last === undefined) {
      if (isBlank && current !== undefined) current.text += item.text;
      if (isBlank) continue;
    }
    const isApart = last !== undefined && item.x - (last.x + last.width) > WIDE * main.size;
    if (current === undefined || isApart) segments.push({ text: item.text, left: item.x, right: item.x + item.width });
    else {
      current.text += wordsOf(item, main, current.text);
      current.right = Math.max(current.right, item.x + item.width);
    }
    last = item;
  }
  return [{ segments, y: main.y, size: main.size, isArtifact: words.every(({ isArtifact }) => isArtifact) }];
}

/** A small string above the line is the mark of a note, or a power. */
function wordsOf(item: Item, main: Item, before: string): string {
  const isRaised = item.size < 0.85 * main.size && item.y - main.y > 0.15 * main.size;
  const raised = isRaised ? raisedString({ text: item.text.trim(), before }) : null;
  if (raised === null) return item.text;
  return raised.kind === 'note' ? aside(item.text) : raised.text;
}
