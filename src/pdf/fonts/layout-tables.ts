/** The tables of a font that say which glyphs replace and move others: GSUB and GPOS (OpenType 1.9), as far as fontkit reads them. */

/** One lookup: what it does, and where its subtables begin. */
export interface Lookup {
  readonly type: number;
  readonly flags: number;
  readonly subtables: readonly number[];
}

/** What a script has: a feature's tag → its lookups, by their numbers. */
export type Features = ReadonlyMap<string, readonly number[]>;

/** Numbers that are read of the lists of one table; those of the largest fonts have some thousand. */
const MOST_NUMBERS = 50_000;

/** Taken, in this order, for a script that the font does not know. */
const ANY_SCRIPT = ['DFLT', 'dflt', 'latn'];

export class LayoutTable {
  readonly #lookups = new Map<number, Lookup>();
  readonly #features = new Map<string, Features | null>();
  #room = MOST_NUMBERS;

  /** `extension`: the type of lookups that only say where another one is. */
  constructor(
    private readonly file: DataView,
    private readonly start: number,
    private readonly extension: number,
  ) {}

  /** The features of a script in no particular language; null where the font has none for it, nor for any. */
  featuresFor(script: string): Features | null {
    const known = this.#features.get(script);
    if (known !== undefined) return known;
    const features = this.#readFeatures(script);
    this.#features.set(script, features);
    return features;
  }

  /** The lookups of some features in their order. One that two features have is applied twice. */
  lookups(features: Features, tags: readonly string[]): readonly Lookup[] {
    const numbers = tags.flatMap((tag) => features.get(tag) ?? []);
    return numbers.sort((a, b) => a - b).map((number) => this.#lookup(number));
  }

  #readFeatures(script: string): Features | null {
    const scripts = this.start + this.file.getUint16(this.start + 4);
    const at = [script, ...ANY_SCRIPT].map((tag) => this.#record(scripts, tag)).find((found) => found !== null);
    if (at == null) return null;
    const language = this.file.getUint16(at);
    if (language === 0) return new Map();
    const list = this.start + this.file.getUint16(this.start + 6);
    const features = new Map<string, readonly number[]>();
    for (const index of this.#numbers(at + language + 4)) {
      const record = list + 2 + index * 6;
      features.set(this.#tag(record), this.#numbers(list + this.file.getUint16(record + 4) + 2));
    }
    return features;
  }

  /** Where a record of this tag points to. */
  #record(list: number, tag: string): number | null {
    const count = this.file.getUint16(list);
    this.#take(count);
    for (let index = 0; index < count; index++) {
      const record = list + 2 + index * 6;
      if (this.#tag(record) === tag) return list + this.file.getUint16(record + 4);
    }
    return null;
  }

  #lookup(number: number): Lookup {
    const known = this.#lookups.get(number);
    if (known !== undefined) return known;
    const list = this.start + this.file.getUint16(this.start + 8);
    const at = list + this.file.getUint16(list + 2 + number * 2);
    const own = this.file.getUint16(at);
    const places = this.#numbers(at + 4).map((offset) => at + offset);
    const isExtension = own === this.extension;
    const first = places[0];
    const lookup: Lookup = {
      type: isExtension && first !== undefined ? this.file.getUint16(first + 2) : own,
      flags: this.file.getUint16(at + 2),
      subtables: isExtension ? places.map((place) => place + this.file.getUint32(place + 4)) : places,
    };
    this.#lookups.set(number, lookup);
    return lookup;
  }

  /** A count and as many numbers. */
  #numbers(at: number): number[] {
    const count = this.file.getUint16(at);
    this.#take(count);
    return Array.from({ length: count }, (_, index) => this.file.getUint16(at + 2 + index * 2));
  }

  /** A font that lists the same thing over and over would keep us for ever. */
  #take(count: number): void {
    this.#room -= count;
    if (this.#room < 0) throw new RangeError('lists without end');
  }

  #tag(at: number): string {
    return String.fromCharCode(...[0, 1, 2, 3].map((index) => this.file.getUint8(at + index)));
  }
}

/** The place of a glyph in a coverage table; -1 where it is not in it. */
export function coverageIndex(file: DataView, at: number, glyph: number): number {
  const isList = file.getUint16(at) === 1;
  const size = isList ? 2 : 6;
  let low = 0;
  let high = file.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = at + 4 + middle * size;
    const first = file.getUint16(record);
    if (glyph < first) high = middle - 1;
    else if (glyph > (isList ? first : file.getUint16(record + 2))) low = middle + 1;
    else return isList ? middle : file.getUint16(record + 4) + glyph - first;
  }
  return -1;
}

/** The class of a glyph; 0 for one that has none. */
export function classOf(file: DataView, at: number, glyph: number): number {
  if (file.getUint16(at) === 1) {
    const index = glyph - file.getUint16(at + 2);
    return index >= 0 && index < file.getUint16(at + 4) ? file.getUint16(at + 6 + index * 2) : 0;
  }
  let low = 0;
  let high = file.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = at + 4 + middle * 6;
    if (glyph < file.getUint16(record)) high = middle - 1;
    else if (glyph > file.getUint16(record + 2)) low = middle + 1;
    else return file.getUint16(record + 4);
  }
  return 0;
}

/** Whether a contextual subtable has the glyph at `index` to begin with. */
export function mayBegin(file: DataView, at: number, glyph: number): boolean {
  const offset = file.getUint16(at) === 3 ? at + 6 : at + 2;
  return coverageIndex(file, at + file.getUint16(offset), glyph) >= 0;
}

/** Whether a chained contextual subtable has the glyph to begin with, whatever stands around it. */
export function mayBeginChain(file: DataView, at: number, glyph: number): boolean {
  if (file.getUint16(at) !== 3) return coverageIndex(file, at + file.getUint16(at + 2), glyph) >= 0;
  const place = at + 4 + file.getUint16(at + 2) * 2;
  return file.getUint16(place) === 0 || coverageIndex(file, at + file.getUint16(place + 2), glyph) >= 0;
}

/**
 * Whether a chained contextual subtable could apply to the glyph at `index`: one that lists coverages, where all of them
 * match; another, where it has the glyph to begin with.
 */
export function mayChain(file: DataView, at: number, glyphs: readonly number[], index: number): boolean {
  const has = (offset: number, glyph: number | undefined) =>
    glyph !== undefined && coverageIndex(file, at + offset, glyph) >= 0;
  if (file.getUint16(at) !== 3) return has(file.getUint16(at + 2), glyphs[index]);
  let place = at + 2;
  const matches = (from: number, step: number): boolean => {
    const count = file.getUint16(place);
    const offsets = Array.from({ length: count }, (_, each) => file.getUint16(place + 2 + each * 2));
    place += 2 + count * 2;
    return offsets.every((offset, each) => has(offset, glyphs[from + each * step]));
  };
  const before = matches(index - 1, -1);
  const count = file.getUint16(place);
  return before && matches(index, 1) && matches(index + count, 1);
}
