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

/** An event's words, in lines. */
export interface FlagWords {
  readonly dates: readonly string[];
  readonly words: readonly string[];
  readonly height: number;
  /** The line included. */
  readonly width: number;
}

interface Unplaced extends FlagWords {
  readonly index: number;
  readonly x: number;
  readonly isLeft: boolean;
}

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
  { words, style }: { readonly words: readonly FlagWords[]; readonly style: FigureStyle },
): Flag[] | null {
  const flags = indices.flatMap((index) => {
    const own = words[index];
    return own === undefined ? [] : [{ ...own, index, x: xs[index] ?? 0 }];
  });
  let best: Flag[] | null = null;
  // From the first to this one, words stand right of their lines.
  for (let split = flags.length; split >= 0; split -= 1) {
    const right = flags
      .slice(0, split)
      .toReversed()
      .map((flag) => ({ ...flag, isLeft: false }));
    const left = flags.slice(split).map((flag) => ({ ...flag, isLeft: true }));
    for (const order of [
      [...right, ...left],
      [...left, ...right],
    ]) {
      const placed = stacked(order, style);
      if (placed !== null && (best === null || reach(placed) < reach(best) - 0.01)) best = placed;
    }
  }
  return best;
}

/** How far flags go from the axis. */
export function reach(flags: readonly Flag[]): number {
  return Math.max(0, ...flags.map(({ offset, height }) => offset + height));
}

/** The words of an event in lines of at most that width. */
export function flagWords({ date, text }: Timeline['events'][number], most: number, style: FigureStyle): FlagWords {
  const size = style.fontSize;
  const dates = wrap(style, date, { size, width: most, bold: true });
  const words = balanced(text, most, style);
  const widest = Math.max(
    ...dates.map((line) => style.measure(line, size, true)),
    ...words.map((line) => style.measure(line, size, false)),
  );
  const height = (dates.length + words.length) * size * 1.25;
  return { dates, words, height, width: Math.min(widest, most) + size * PAD };
}

/** As many lines as the width asks for, and of much the same length: no word stands alone in the last. */
function balanced(text: string, most: number, style: FigureStyle): string[] {
  const linesAt = (width: number) => wrap(style, text, { size: style.fontSize, width });
  const lines = linesAt(most);
  const longest = Math.max(...text.split(/\s+/).map((word) => style.measure(word, style.fontSize, false)));
  if (lines.length < 2 || longest > most) return lines;
  // Narrower lines are never fewer, so the first width that takes more is the end.
  let even = lines;
  const steps = Math.floor((most - longest) / style.fontSize);
  for (let step = 1; step <= steps; step++) {
    const narrower = linesAt(most - step * style.fontSize);
    if (narrower.length > lines.length) break;
    even = narrower;
  }
  return even;
}

/** The flags in the order given, each as near to the axis as those before allow; null where a line runs through words. */
function stacked(order: readonly Unplaced[], style: FigureStyle): Flag[] | null {
  const gap = style.fontSize * GAP;
  const placed: Flag[] = [];
  for (const { width, ...flag } of order) {
    const ends = flag.isLeft ? { left: flag.x - width, right: flag.x } : { left: flag.x, right: flag.x + width };
    if (ends.left < 0 || ends.right > style.width) return null;
    const beside = placed.filter((each) => each.left < ends.right + gap && ends.left < each.right + gap);
    const offset = Math.max(0, ...beside.map((each) => each.offset + each.height + style.fontSize * 0.35));
    placed.push({ ...flag, ...ends, offset });
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
