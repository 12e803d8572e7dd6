/**
 * Right-to-left text: the Unicode Bidirectional Algorithm (UAX #9) over the words of a line. Runs of one direction keep
 * their logical order, the order in which they are read. Within a run from right to left the words stand as the eye
 * sees them from left to right, which is what programs that copy text from a page expect, and the run carries its text
 * in logical order for those that read it aloud.
 */
import bidiModule from 'bidi-js';
import type { EngineLine, Inline } from '../engine/engine.js';

interface Bidi {
  getEmbeddingLevels(text: string): { levels: Uint8Array; paragraphs: { level: number }[] };
  getMirroredCharacter(character: string): string | null;
}
/** bidi-js is a CommonJS function; some loaders hand out `{ default }`. */
function loaded(module: unknown): Bidi {
  const inner = (module as { default?: unknown }).default ?? module;
  return (inner as () => Bidi)();
}
const bidi = loaded(bidiModule);
const RIGHT_TO_LEFT =
  /[\u061c\u200f\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The levels of every character of a paragraph, and its own direction, that of its first letter. */
export interface Direction {
  readonly levels: Uint8Array;
  readonly rightToLeft: boolean;
}

/**
 * The marks that say how what stands beside them runs (left-to-right mark, right-to-left mark, Arabic letter mark): a
 * group, so that a text split at them keeps them. Embeddings and overrides are not among them: they could make a text
 * say something else than its letters.
 */
export const MARK_OF_DIRECTION = /([\u061c\u200e\u200f])/;

/**
 * `null` for text that runs from left to right throughout, as nearly all does. Marks of direction in the text have
 * their effect; the levels are those of the other characters.
 */
export function directionOf(text: string): Direction | null {
  if (!RIGHT_TO_LEFT.test(text)) return null;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const rightToLeft = (paragraphs[0]?.level ?? 0) % 2 === 1;
  if (!MARK_OF_DIRECTION.test(text)) return { levels, rightToLeft };
  return { levels: levels.filter((_, at) => !MARK_OF_DIRECTION.test(text.charAt(at))), rightToLeft };
}

interface Stretch {
  readonly inline: Inline;
  readonly level: number;
  /** As it is read. */
  readonly text: string;
}

/**
 * Divides the words of a finished line where the direction changes and gives each part its place. `start` is where
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
  for (const { inline } of inVisualOrder(stretches)) {
    inline.x = x;
    x += inline.width;
  }
  line.inlines = inDrawingOrder(stretches);
  if (!direction.rightToLeft) return;
  for (const inline of line.inlines) if (inline.alignment !== 'center') inline.alignment = 'right';
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
    const found = parts(inline.text, (index) => levelAt(from + index));
    return found.map((part, index): Stretch => {
      const drawn = part.level % 2 === 1 ? mirrored(part.text) : part.text;
      const trailingCut = index === found.length - 1 ? inline.trailingCut : 0;
      const own: Inline = { ...inline, text: drawn, trailingCut };
      if (found.length > 1 || drawn !== part.text) own.width = measure(drawn, own);
      return { ...part, inline: own };
    });
  });
}

/** The parts of a text that run one way; from right to left, words and spaces apart. */
function parts(text: string, levelAt: (index: number) => number): { text: string; level: number }[] {
  if (text === '') return [{ text, level: levelAt(0) }];
  const found: { text: string; level: number }[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    const level = levelAt(from);
    const wordEnds = level % 2 === 1 && (text[at - 1] === ' ') !== (text[at] === ' ');
    if (at < text.length && levelAt(at) === level && !wordEnds) continue;
    found.push({ text: text.slice(from, at), level });
    from = at;
  }
  return found;
}

/** Runs in logical order, the words of those from right to left in visual order. */
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

/**
 * Brackets turn with the direction. Fonts turn letters of right-to-left scripts round by themselves, but not
 * punctuation without a letter.
 */
function mirrored(text: string): string {
  const characters = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character);
  return (RIGHT_TO_LEFT.test(text) ? characters : characters.reverse()).join('');
}

/** Rule L2: from the highest level down, every sequence at that level or above is reversed. */
function inVisualOrder(stretches: readonly Stretch[]): Stretch[] {
  const order = [...stretches];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return order;
}
