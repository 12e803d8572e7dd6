/**
 * The words of a line with both directions. Runs of one direction keep their logical order, the order in which they
 * are read. Within a right-to-left run the words are in visual order from left to right, which is what
 * programs that copy text from a page expect, and the run has its text in logical order for programs that read it
 * aloud.
 */
import type { EngineLine, Inline } from '../engine/node-shapes.js';
import { type Direction, drawnText, inVisualOrder, type Part, partsOf } from './levels.js';

interface Stretch extends Part {
  readonly inline: Inline;
}

/**
 * Splits the words of a finished line where the direction changes and places each part. `start` is where
 * the line begins in the paragraph's text; `measure` gives the width of a text in a word's font.
 */
export function setDirection(
  line: EngineLine,
  direction: Direction,
  start: number,
  measure: (text: string, inline: Inline) => number,
): void {
  const stretches = stretchesOf(line, direction, start, measure);
  let x = direction.rightToLeft ? -line.trailingCut : -line.leadingCut;
  for (const { inline } of inVisualOrder(withBoundaries(stretches, direction, start))) {
    if (inline === null) continue;
    inline.x = x;
    x += inline.width;
  }
  line.inlines = inDrawingOrder(stretches);
}

function stretchesOf(
  line: EngineLine,
  direction: Direction,
  start: number,
  measure: (text: string, inline: Inline) => number,
): Stretch[] {
  const paragraphLevel = direction.rightToLeft ? 1 : 0;
  const end = start + line.inlines.reduce((total, inline) => total + inline.text.length, 0);
  const text = line.inlines.map((inline) => inline.text).join('');
  // Rule L1: spaces at the end of a line follow the paragraph.
  const ink = start + text.trimEnd().length;
  const levelAt = (at: number): number => (at >= ink && at < end ? paragraphLevel : (direction.levels[at] ?? 0));
  let at = start;
  return line.inlines.flatMap((inline) => {
    const from = at;
    at += inline.text.length;
    const found = partsOf(inline.text, (index) => levelAt(from + index));
    return found.map((part, index): Stretch => {
      const drawn = drawnText(part);
      const trailingCut = index === found.length - 1 ? inline.trailingCut : 0;
      const own: Inline = { ...inline, text: drawn, trailingCut };
      if (found.length > 1 || drawn !== part.text) own.width = measure(drawn, own);
      return { ...part, inline: own };
    });
  });
}

/** The stretches, with the positions between them where an isolate begins or ends. */
function withBoundaries(
  stretches: readonly Stretch[],
  { boundaries }: Direction,
  start: number,
): { readonly level: number; readonly inline: Inline | null }[] {
  if (boundaries.size === 0) return [...stretches];
  let at = start;
  return stretches.flatMap((stretch) => {
    const level = boundaries.get(at);
    at += stretch.text.length;
    return level === undefined ? [stretch] : [{ level, inline: null }, stretch];
  });
}

/** Runs in logical order, with the words of right-to-left runs in visual order. */
function inDrawingOrder(stretches: readonly Stretch[]): Inline[] {
  const drawn: Inline[] = [];
  for (let from = 0; from < stretches.length; ) {
    const first = stretches[from] as Stretch;
    let to = from + 1;
    while (to < stretches.length && isSameRun(first, stretches[to] as Stretch)) to++;
    const run = stretches.slice(from, to);
    from = to;
    if (first.level % 2 === 0) {
      drawn.push(...run.map(({ inline }) => inline));
      continue;
    }
    const text = run.map((stretch) => stretch.text).join('');
    const reading = text.trim() === '' ? undefined : { text };
    for (const { inline } of run.reverse()) drawn.push(reading === undefined ? inline : { ...inline, reading });
  }
  return drawn;
}

function isSameRun(a: Stretch, b: Stretch): boolean {
  const [one, other] = [a.inline, b.inline];
  return (
    a.level === b.level &&
    one.font === other.font &&
    one.fontSize === other.fontSize &&
    one.color === other.color &&
    one.element === other.element &&
    one.link === other.link &&
    one.linkToDestination === other.linkToDestination &&
    one.sup === other.sup &&
    one.sub === other.sub
  );
}
