/** Where the words of a line stand: aligned, or spread over the line. */
import type { EngineLine } from '../engine/node-shapes.js';

/**
 * A space may grow to this many times its width; a line that needs more is left ragged, since its gaps would be too
 * wide.
 */
const GREATEST_SPACE = 3;

/** Gives every word of a finished line its place, from the left of the line. */
export function alignLine(line: EngineLine): void {
  // A letter wider than its column begins where the column begins.
  const free = Math.max(0, line.maxWidth - line.getWidth());
  switch (line.alignment) {
    case 'right':
      shift(line, free);
      break;
    case 'center':
      shift(line, free / 2);
      break;
    case 'justify':
      if (line.newLineForced !== true && line.lastLineInParagraph !== true && line.ragged !== true) justify(line, free);
      break;
  }
}

function shift(line: EngineLine, by: number): void {
  for (const inline of line.inlines) inline.x += by;
}

/** Room is added only at spaces, never at a hyphen or at a change of style within a word. */
function justify(line: EngineLine, free: number): void {
  const gaps = line.inlines.slice(0, -1).filter(endsWithSpace);
  // In mixed directions a word's space is on either side of it: such lines stay ragged.
  if (gaps.length === 0 || line.inlines.some((inline) => inline.reading !== undefined)) return;
  const each = free / gaps.length;
  const space = gaps.reduce((total, inline) => total + inline.trailingCut, 0) / gaps.length;
  if (space + each > space * GREATEST_SPACE) return;
  let moved = 0;
  line.inlines.forEach((inline, index) => {
    const before = line.inlines[index - 1];
    const afterSpace = before !== undefined && endsWithSpace(before);
    if (afterSpace) moved += each;
    inline.x += moved;
    inline.justifyShift = afterSpace ? each : 0;
  });
}

function endsWithSpace(inline: { text: string }): boolean {
  return inline.text.endsWith(' ');
}
