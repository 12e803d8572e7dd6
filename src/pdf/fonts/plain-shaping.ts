/**
 * Shapes the words of Latin, Greek and Cyrillic as fontkit does, straight from the bytes of the font: fontkit decodes whole
 * tables into objects before it shapes a first word, which takes longer than all the words of a document. Whatever is not
 * plain is left to it: marks, contexts that apply, scripts that reorder or join, fonts with axes.
 */
import {
  classOf,
  coverageIndex,
  LayoutTable,
  type Lookup,
  mayBegin,
  mayBeginChain,
  mayChain,
} from './layout-tables.js';
import { movePair, type Position } from './pair-values.js';
import { tableOf } from './tables.js';

/** A glyph, and the characters that it stands for. */
export interface PlainGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** In units of the font. */
  readonly advanceWidth: number;
}

/** What fontkit calls a run, as far as pdfkit uses it; whoever changes the positions changes its width. */
export class PlainRun {
  constructor(
    readonly glyphs: readonly PlainGlyph[],
    readonly positions: readonly Position[],
  ) {}

  get advanceWidth(): number {
    return this.positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
  }
}

/** Letters, digits and signs that stand for themselves: no marks, nothing that is not seen, no fraction slash. */
const PLAIN =
  /^[\x20-\x7e\xa0-\xac\xae-\u024f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0481\u048a-\u052f\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u2043\u2045-\u205e\u20a0-\u20bf\u2190-\u23ff\u2500-\u25ff]+$/;
const LETTER = /[A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u1e00-\u1eff]|([\u0386-\u03ce])|([\u0400-\u052f])/;

/** The features that are always on, in the two stages in which they are applied. */
const FIRST = ['rvrn', 'ltra', 'ltrm'];
const SECOND = ['ccmp', 'locl', 'rlig', 'mark', 'mkmk', 'calt', 'clig', 'liga', 'rclt', 'curs', 'kern'];
/** Those of fractions are on beside a fraction slash alone, unless they are asked for. */
const LOCAL = ['frac', 'numr', 'dnom'];

/** Lookups that pass over letters. */
const SKIPS_LETTERS = 0x0006;
const MARK = 3;
/** The types of lookups that look at what stands around a glyph. */
const SUBSTITUTION = { context: 5, chain: 6 };
const POSITIONING = { context: 7, chain: 8 };
/** Places where a word is looked for. */
const MOST_STEPS = 100_000;

/** Thrown, and caught here, where a text needs what this does not know. */
const NOT_PLAIN = Symbol('not plain');

export class PlainShaper {
  readonly #file: DataView;
  readonly #substitution: LayoutTable | null = null;
  readonly #positioning: LayoutTable | null = null;
  readonly #classes: number | null = null;
  readonly #metrics: number = 0;
  readonly #metricsCount: number = 0;
  readonly #hasKerning: boolean = false;
  readonly #glyphs = new Map<number, number>();
  readonly #plans = new Map<string, Plan | null>();
  readonly #concerned = new Map<Lookup, Map<number, readonly number[]>>();
  #steps = 0;

  /** `glyphOf`: the glyph of a character, by fontkit. */
  constructor(
    bytes: Uint8Array,
    private readonly glyphOf: (codePoint: number) => number,
  ) {
    this.#file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    try {
      const table = (tag: string) => tableOf(this.#file, tag);
      const [gsub, gpos, hhea, hmtx, gdef] = ['GSUB', 'GPOS', 'hhea', 'hmtx', 'GDEF'].map(table);
      const isOther = ['fvar', 'morx'].some((tag) => table(tag) !== null);
      if (isOther || gsub == null || gpos == null || hhea == null || hmtx == null) return;
      this.#substitution = new LayoutTable(this.#file, gsub, 7);
      this.#positioning = new LayoutTable(this.#file, gpos, 9);
      const classes = gdef == null ? 0 : this.#file.getUint16(gdef + 4);
      this.#classes = gdef == null || classes === 0 ? null : gdef + classes;
      this.#metrics = hmtx;
      this.#metricsCount = this.#file.getUint16(hhea + 34);
      this.#hasKerning = table('kern') !== null;
    } catch (thrown) {
      if (!isExpected(thrown)) throw thrown;
      this.#positioning = null;
    }
  }

  /** A text that runs from the left, shaped; null where that takes more. */
  shape(text: string, features: readonly string[] | null | undefined): PlainRun | null {
    if (!PLAIN.test(text)) return null;
    this.#steps = 0;
    try {
      return this.#shape(text, features ?? []);
    } catch (thrown) {
      if (isExpected(thrown)) return null;
      throw thrown;
    }
  }

  #shape(text: string, features: readonly string[]): PlainRun | null {
    const [letter, greek, cyrillic] = LETTER.exec(text) ?? [];
    const plan = this.#planFor(greek ? 'grek' : cyrillic ? 'cyrl' : letter ? 'latn' : 'zzzz', features);
    if (plan === null) return null;
    const codes = [...text].map((each) => each.codePointAt(0) ?? 0);
    const ids = codes.map((code) => this.#glyphFor(code));
    const characters = codes.map((code) => [code]);
    this.#refuseMarks(ids);
    for (const lookup of plan.substitutions) this.#substitute(lookup, ids, characters);
    this.#refuseMarks(ids);
    const glyphs = ids.map((id, index): PlainGlyph => {
      return { id, codePoints: characters[index] ?? [], advanceWidth: this.#advanceOf(id) };
    });
    const positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
    for (const lookup of plan.positionings) this.#position(lookup, ids, positions);
    return new PlainRun(glyphs, positions);
  }

  #planFor(script: string, features: readonly string[]): Plan | null {
    const key = [script, ...features].join(' ');
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const plan = this.#plan(script, features);
    this.#plans.set(key, plan);
    return plan;
  }

  #plan(script: string, features: readonly string[]): Plan | null {
    const [substitution, positioning] = [this.#substitution, this.#positioning];
    const [substituted, positioned] = [substitution?.featuresFor(script), positioning?.featuresFor(script)];
    if (!substitution || !positioning || !substituted || !positioned) return null;
    if (features.some((tag) => LOCAL.includes(tag)) || (this.#hasKerning && !positioned.has('kern'))) return null;
    const stages = [FIRST, [...SECOND, ...features.filter((tag) => ![...FIRST, ...SECOND].includes(tag))]];
    const plan = {
      substitutions: stages.flatMap((tags) => substitution.lookups(substituted, tags)),
      positionings: stages.flatMap((tags) => positioning.lookups(positioned, tags)),
    };
    const isPlain = [...plan.substitutions, ...plan.positionings].every(({ flags }) => !(flags & SKIPS_LETTERS));
    return isPlain ? plan : null;
  }

  #glyphFor(code: number): number {
    const glyph = this.#glyphs.get(code) ?? this.glyphOf(code);
    this.#glyphs.set(code, glyph);
    return glyph;
  }

  #advanceOf(glyph: number): number {
    return this.#file.getUint16(this.#metrics + 4 * Math.min(glyph, this.#metricsCount - 1));
  }

  /** What the font takes for a mark has no width and clings to a letter, whatever character it is. */
  #refuseMarks(ids: readonly number[]): void {
    const at = this.#classes;
    if (at !== null && ids.some((id) => classOf(this.#file, at, id) === MARK)) throw NOT_PLAIN;
  }

  /** The subtables of a lookup that may say something of a glyph: of most, none does, and that is found once. */
  #subtablesFor(lookup: Lookup, id: number, { context, chain }: typeof SUBSTITUTION): readonly number[] {
    const byGlyph = this.#concerned.get(lookup) ?? new Map<number, readonly number[]>();
    this.#concerned.set(lookup, byGlyph);
    const known = byGlyph.get(id);
    if (known !== undefined) return known;
    const { type, subtables } = lookup;
    const concerned = subtables.filter((at) => {
      this.#step();
      if (type === context) return mayBegin(this.#file, at, id);
      if (type === chain) return mayBeginChain(this.#file, at, id);
      return coverageIndex(this.#file, at + this.#file.getUint16(at + 2), id) >= 0;
    });
    byGlyph.set(id, concerned);
    return concerned;
  }

  #substitute(lookup: Lookup, ids: number[], characters: number[][]): void {
    const { type } = lookup;
    for (let index = 0; index < ids.length; index++) {
      this.#subtablesFor(lookup, ids[index] ?? 0, SUBSTITUTION).some((at) => {
        this.#step();
        if (type === SUBSTITUTION.context) throw NOT_PLAIN;
        if (type === SUBSTITUTION.chain) return this.#refuse(mayChain(this.#file, at, ids, index));
        const found = coverageIndex(this.#file, at + this.#file.getUint16(at + 2), ids[index] ?? 0);
        if (type === 1) ids[index] = this.#single(at, ids[index] ?? 0, found);
        else if (type === 4)
          return this.#ligature(at + this.#file.getUint16(at + 6 + found * 2), { ids, characters, index });
        else throw NOT_PLAIN;
        return true;
      });
    }
  }

  /** The other glyph for one: a distance away, or listed. */
  #single(at: number, id: number, found: number): number {
    if (this.#file.getUint16(at) === 1) return (id + this.#file.getInt16(at + 4)) & 0xffff;
    return this.#file.getUint16(at + 6 + found * 2);
  }

  /** The first ligature of a set whose letters follow. */
  #ligature(set: number, { ids, characters, index }: Glyphs): boolean {
    for (let each = 0; each < this.#file.getUint16(set); each++) {
      this.#step();
      const at = set + this.#file.getUint16(set + 2 + each * 2);
      const more = this.#file.getUint16(at + 2) - 1;
      if (more < 0 || more >= ids.length - index) continue;
      const others = ids.slice(index + 1, index + 1 + more);
      if (!others.every((id, from) => this.#file.getUint16(at + 4 + from * 2) === id)) continue;
      ids.splice(index, 1 + more, this.#file.getUint16(at));
      characters.splice(index, 1 + more, characters.slice(index, index + 1 + more).flat());
      return true;
    }
    return false;
  }

  #position(lookup: Lookup, ids: readonly number[], positions: readonly Position[]): void {
    const { type } = lookup;
    for (let index = 0; index < ids.length; index++) {
      this.#subtablesFor(lookup, ids[index] ?? 0, POSITIONING).some((at) => {
        this.#step();
        if (type === POSITIONING.chain) return this.#refuse(mayChain(this.#file, at, ids, index));
        if (type !== 2) throw NOT_PLAIN;
        const found = coverageIndex(this.#file, at + this.#file.getUint16(at + 2), ids[index] ?? 0);
        return index + 1 < ids.length && movePair(this.#file, at, { ids, positions, index, found });
      });
    }
  }

  /** A font that has us look in thousands of places for one word is for fontkit, which is guarded. */
  #step(): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw NOT_PLAIN;
  }

  #refuse(applies: boolean): false {
    if (applies) throw NOT_PLAIN;
    return false;
  }
}

/** The lookups of a script with some features. */
interface Plan {
  readonly substitutions: readonly Lookup[];
  readonly positionings: readonly Lookup[];
}

interface Glyphs {
  readonly ids: number[];
  readonly characters: number[][];
  readonly index: number;
}

/** An offset that points outside the file is for fontkit to report. */
function isExpected(thrown: unknown): boolean {
  return thrown === NOT_PLAIN || thrown instanceof RangeError;
}
