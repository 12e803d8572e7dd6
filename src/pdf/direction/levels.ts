/** The Unicode Bidirectional Algorithm (UAX #9): the direction of each character of a text. */
import bidiModule from 'bidi-js';

interface Bidi {
  getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { levels: Uint8Array };
  getMirroredCharacter(character: string): string | null;
  getBidiCharTypeName(character: string): string;
}
/** bidi-js is a CommonJS function; some loaders wrap it in `{ default }`. */
function loaded(module: unknown): Bidi {
  const inner = (module as { default?: unknown }).default ?? module;
  return (inner as () => Bidi)();
}
const bidi = loaded(bidiModule);

const RIGHT_TO_LEFT =
  /[\u061c\u200f\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0660-\u0669\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER_FROM_THE_RIGHT =
  /(?=[\p{L}\p{M}])[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The directional marks (left-to-right mark, right-to-left mark, Arabic letter mark) as a
 * capturing group, so that a text split at them keeps them. Embeddings and overrides are left out: they could make text
 * read differently from its letters.
 */
export const MARK_OF_DIRECTION = /([\u061c\u200e\u200f])/;

export function withoutMarks(text: string): string {
  return text.replace(/[\u061c\u200e\u200f]/g, '');
}

/** Whether shaping reverses the text: right-to-left letters do, digits and punctuation alone never. */
export function isTurnedByFont(text: string): boolean {
  return LETTER_FROM_THE_RIGHT.test(text);
}

/** A part of a paragraph's text. */
export interface Segment {
  readonly text: string;
  /** Its own direction, whatever is around it (UAX #9, isolates): words in another language, an address. */
  readonly isolate?: 'ltr' | 'rtl' | undefined;
}

/** The levels of all characters of a paragraph, without directional marks, and the direction of the paragraph. */
export interface Direction {
  readonly levels: Uint8Array;
  readonly rightToLeft: boolean;
  /**
   * By the position where an isolate begins or ends: the level around it. Two numbers with a boundary between them are
   * separate, and the second follows in the direction of the text around them.
   */
  readonly boundaries: ReadonlyMap<number, number>;
}

/**
 * `null` for text that is left-to-right throughout, as nearly all is. `rightToLeft`: the direction of the
 * paragraph, which its language decides; a name in Latin letters at its beginning does not change it.
 */
export function directionOf(segments: readonly Segment[], rightToLeft: boolean): Direction | null {
  if (!rightToLeft && !segments.some(({ text }) => RIGHT_TO_LEFT.test(text))) return null;
  const given = new GivenText(rightToLeft);
  let open: Segment['isolate'];
  for (const { text, isolate } of segments) {
    if (isolate !== open) {
      if (open !== undefined) given.close();
      if (isolate !== undefined) given.open(isolate);
      open = isolate;
    }
    given.add(text);
  }
  if (open !== undefined) given.close();
  const { levels } = bidi.getEmbeddingLevels(given.text, rightToLeft ? 'rtl' : 'ltr');
  return { ...given.ownLevels(levels), rightToLeft };
}

/** After this many characters without a letter, the last letter is repeated, so that numbers find it. */
const LONGEST_SEARCH = 500;
/** European and Arabic numbers; a digit before the letter lets what stands before it still be between two digits. */
const DIGITS: Readonly<Record<string, string>> = { EN: '0', AN: '\u0660' };
const REMINDERS: Readonly<Record<string, string>> = { L: 'a', R: '\u05d0', AL: '\u0627' };

/**
 * The text as passed to the algorithm: with isolates, and with reminders. bidi-js looks back from every number to the
 * last letter, which takes quadratic time for a long list of numbers. A copy of that letter before a
 * space, or of a digit and that letter before a digit, changes no level and ends the search.
 */
class GivenText {
  private readonly parts: string[] = [];
  /** The kind of each character: one of the paragraph that is drawn, the beginning or end of an isolate, or neither. */
  private readonly kinds: ('own' | 'boundary' | 'aid')[] = [];
  private around: string;
  private last: string;
  private since = 0;

  constructor(rightToLeft: boolean) {
    this.last = this.around = rightToLeft ? 'R' : 'L';
  }

  get text(): string {
    return this.parts.join('');
  }

  /** The levels of the characters of the paragraph. */
  ownLevels(levels: Uint8Array): Pick<Direction, 'levels' | 'boundaries'> {
    const own = levels.filter((_, at) => this.kinds[at] === 'own');
    const boundaries = new Map<number, number>();
    let before = 0;
    this.kinds.forEach((kind, at) => {
      if (kind === 'own') before++;
      else if (kind === 'boundary') boundaries.set(before, levels[at] ?? 0);
    });
    return { levels: own, boundaries };
  }

  open(direction: 'ltr' | 'rtl'): void {
    this.push(direction === 'rtl' ? '\u2067' : '\u2066', 'boundary');
    this.around = this.last;
    this.last = direction === 'rtl' ? 'R' : 'L';
  }

  close(): void {
    this.push('\u2069', 'boundary');
    this.last = this.around;
  }

  add(text: string): void {
    for (const character of text) {
      const unit = character.length === 1 ? character : sameType(character);
      const type = bidi.getBidiCharTypeName(unit);
      if ((type === 'WS' || DIGITS[type] !== undefined) && this.since > LONGEST_SEARCH) {
        for (const aid of [DIGITS[type], REMINDERS[this.last]]) if (aid !== undefined) this.push(aid, 'aid');
        this.since = 0;
      }
      if (REMINDERS[type] !== undefined) this.last = type;
      this.since = REMINDERS[type] === undefined ? this.since + 1 : 0;
      const kind = MARK_OF_DIRECTION.test(character) ? 'aid' : 'own';
      for (let at = 0; at < character.length; at++) this.push(unit, kind);
    }
  }

  private push(character: string, kind: 'own' | 'boundary' | 'aid'): void {
    this.parts.push(character);
    this.kinds.push(kind);
  }
}

/** bidi-js does not support characters above U+FFFF, so each is replaced by another of the same type. */
function sameType(character: string): string {
  if (RIGHT_TO_LEFT.test(character)) return '\u05d0';
  return /\p{L}/u.test(character) ? 'a' : '!';
}

/** A part of a text in one direction. */
export interface Part {
  /** In reading order. */
  readonly text: string;
  /** Odd: from right to left. */
  readonly level: number;
}

/** The parts of a text; in right-to-left text, words and spaces are separate parts. */
export function partsOf(text: string, levelAt: (index: number) => number): Part[] {
  if (text === '') return [{ text, level: levelAt(0) }];
  const found: Part[] = [];
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

/**
 * What is drawn for a part. In right-to-left text, brackets are mirrored; fonts reverse the order of letters by
 * themselves, but not that of punctuation without a letter.
 */
export function drawnText({ text, level }: Part): string {
  if (level % 2 === 0) return text;
  const characters = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character);
  return (isTurnedByFont(text) ? characters : characters.reverse()).join('');
}

/** Rule L2: from the highest level down, reverse every sequence at that level or above. */
export function inVisualOrder<T extends { readonly level: number }>(parts: readonly T[]): T[] {
  const order = [...parts];
  const highest = order.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      reverse(order, from, to);
      from = Math.max(from, to);
    }
  }
  return order;
}

function reverse<T>(list: T[], from: number, to: number): void {
  const part = list.slice(from, to).reverse();
  part.forEach((item, index) => {
    list[from + index] = item;
  });
}
