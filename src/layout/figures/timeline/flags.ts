import type { Timeline } from '../../../document/figures.js';
import { type FigureStyle, wrap } from '../figure.js';

/** The words of an event beside a line that rises from its point: `left` and `right` are their ends, the line included. */
export interface Flag {
  readonly index: number;
  readonly x: number;
  readonly isLeft: boolean;
  readonly dates: readonly string[];
  readonly words: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** From the axis to the nearer edge. */
  readonly offset: number;
}

type Unplaced = Omit<Flag, 'isLeft' | 'left' | 'right' | 'offset'> & { readonly width: number };

/** Between a line and its words, and between two flags, in ems. */
export const PAD = 0.4;
const GAP = 0.7;

/**
 * Places flags on one side of an axis so that no line runs through words: words that stand right of their line are laid
 * from the last to the first, and each stands over what it would cover; those left of theirs the other way round. Null
 * where that cannot be, as between two points near the ends of a short axis.
 */
export function flagsOnSide(
  indices: readonly number[],
  xs: readonly number[],
  { events, style, most }: { readonly events: Timeline['events']; readonly style: FigureStyle; readonly most: number },
): Flag[] | null {
  const flags = indices.map((index) => measured(index, xs[index] ?? 0, { event: events[index], style, most }));
  let best: Flag[] | null = null;
  // From the first to this one, words stand right of their lines.
  for (let split = flags.length; split >= 0; split -= 1) {
    const right = flags.slice(0, split).toReversed();
    const left = flags.slice(split);
    for (const order of [
      [...right, ...left],
      [...left, ...right],
    ]) {
      const placed = stacked(order, new Set(left), style);
      if (placed !== null && (best === null || reach(placed) < reach(best) - 0.01)) best = placed;
    }
  }
  return best;
}

/** How far flags go from the axis. */
export function reach(flags: readonly Flag[]): number {
  return Math.max(0, ...flags.map(({ offset, height }) => offset + height));
}

function measured(
  index: number,
  x: number,
  { event, style, most }: { event: Timeline['events'][number] | undefined; style: FigureStyle; most: number },
): Unplaced {
  const size = style.fontSize;
  const dates = wrap(style, event?.date ?? '', { size, width: most, bold: true });
  const words = balanced(event?.text ?? '', most, style);
  const widest = Math.max(
    ...dates.map((text) => style.measure(text, size, true)),
    ...words.map((text) => style.measure(text, size, false)),
  );
  const height = (dates.length + words.length) * size * 1.25;
  return { index, x, dates, words, height, width: Math.min(widest, most) + size * PAD };
}

/** As many lines as the width asks for, and of much the same length: no word stands alone in the last. */
function balanced(text: string, most: number, style: FigureStyle): string[] {
  const linesAt = (width: number) => wrap(style, text, { size: style.fontSize, width });
  const lines = linesAt(most);
  const longest = Math.max(...text.split(/\s+/).map((word) => style.measure(word, style.fontSize, false)));
  if (lines.length < 2 || longest > most) return lines;
  const step = style.fontSize;
  const widths = Array.from({ length: Math.floor((most - longest) / step) }, (_, i) => most - (i + 1) * step);
  const even = widths.map(linesAt).findLast((each) => each.length === lines.length);
  return even ?? lines;
}

/** The flags in the order given, each as near to the axis as those before allow; null where a line runs through words. */
function stacked(order: readonly Unplaced[], left: ReadonlySet<Unplaced>, style: FigureStyle): Flag[] | null {
  const gap = style.fontSize * GAP;
  const placed: Flag[] = [];
  for (const { width, ...flag } of order) {
    const isLeft = left.has(order.find(({ index }) => index === flag.index) as Unplaced);
    const ends = isLeft ? { left: flag.x - width, right: flag.x } : { left: flag.x, right: flag.x + width };
    if (ends.left < 0 || ends.right > style.width) return null;
    const beside = placed.filter((each) => each.left < ends.right + gap && ends.left < each.right + gap);
    const offset = Math.max(0, ...beside.map((each) => each.offset + each.height + style.fontSize * 0.35));
    placed.push({ ...flag, ...ends, isLeft, offset });
  }
  return placed.some((flag) => placed.some((other) => runsThrough(flag, other, style))) ? null : placed;
}

/** Whether the line of `flag` runs through the words of `other`. */
function runsThrough(flag: Flag, other: Flag, style: FigureStyle): boolean {
  if (flag === other || flag.offset + flag.height <= other.offset) return false;
  const clear = style.fontSize * PAD * 0.6;
  const [from, to] = other.isLeft
    ? [other.left - clear, other.right - clear]
    : [other.left + clear, other.right + clear];
  return flag.x > from && flag.x < to;
}
