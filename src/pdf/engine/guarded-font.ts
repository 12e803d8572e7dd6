import type { FaceStyle } from '../../layout/definition.js';
import type { EngineFont } from './pdfkit-shapes.js';

/** A face as the theme names it. */
export interface NamedFace {
  readonly family: string;
  readonly face: FaceStyle;
}

/** A font that fontkit cannot read, though its tables are whole by their checksums. */
export class UnreadableFont extends Error {
  constructor(
    readonly font: NamedFace,
    /** The characters that cannot be read, where the font is good for others. */
    readonly text: string | null,
    options?: ErrorOptions,
  ) {
    super(`the font ${font.family} (${font.face}) cannot be read`, options);
  }
}

type Stream = Record<string, unknown> & { readonly length: number };

/** The parts of fontkit's font through which everything in a file is read. */
interface FontkitFont {
  readonly stream: Stream;
  glyphForCodePoint(codePoint: number): unknown;
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number): { readonly path: unknown } | null;
}

/** pdfkit's embedded font, as far as it is touched here. */
type Guarded = EngineFont & { readonly font: FontkitFont; readonly subset?: { readonly glyphs: readonly number[] } };

/**
 * Reads that any font may take. fontkit keeps what it has read: every glyph of a font together with all its features
 * takes less than one read a byte, and a document no more, however long.
 */
const READS = 1_000_000;
const READS_PER_BYTE = 2;
/** Bytes that are taken as a whole count as one read for as many as a number has. */
const BYTES_PER_READ = 4;

/** Thrown where a font is read over and over. */
class TooManyReads extends Error {}

/** What the document that is being made may still read of a font, and what it calls the font. */
interface Budget {
  room: number;
  name: NamedFace;
}

/** A font is shared by documents, and each may read as much of it as if it were alone. */
const budgets = new WeakMap<FontkitFont, Budget>();

/**
 * fontkit believes every count and offset in a font. Here a font that leads it astray ends in `UnreadableFont`: what
 * fontkit throws is about the font, and one that is read over and over never ends by itself.
 */
export function guardFont(font: EngineFont, name: NamedFace): void {
  const guardedFont = font as Guarded;
  const fontkit = guardedFont.font as FontkitFont | undefined;
  if (fontkit === undefined) return;
  allowReads(fontkit, name);
  const encode = font.encode.bind(font);
  const cannotBeEncoded = (text: string): boolean => throws(() => encode(text));
  const culpritIn = ([text]: readonly [string, ...unknown[]]): string => [...text].find(cannotBeEncoded) ?? text;
  font.encode = guarded(() => name, encode, culpritIn);
  font.widthOfString = guarded(() => name, font.widthOfString.bind(font), culpritIn);
  font.embed = guarded(
    () => name,
    font.embed.bind(font),
    () => unreadableGlyph(guardedFont),
  );
}

type Call<Given extends readonly unknown[], Answer> = (...given: Given) => Answer;

/** The call; where the font makes it fail, `culprit` finds the characters that it fails for. */
function guarded<Given extends readonly unknown[], Answer>(
  name: () => NamedFace,
  call: Call<Given, Answer>,
  culprit: (given: Given) => string | null,
): Call<Given, Answer> {
  return (...given) => {
    try {
      return call(...given);
    } catch (cause) {
      if (cause instanceof UnreadableFont) throw cause;
      throw new UnreadableFont(name(), cause instanceof TooManyReads ? null : culprit(given), { cause });
    }
  };
}

/** The characters of the first glyph of a document whose outline cannot be read. */
function unreadableGlyph({ font, subset, unicode }: Guarded): string | null {
  const index = subset?.glyphs.findIndex((glyph) => throws(() => font.getGlyph(glyph)?.path)) ?? -1;
  return index === -1 ? null : String.fromCodePoint(...(unicode[index] ?? []));
}

function throws(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}

/** Gives a document its reads. What documents share is wrapped once. */
function allowReads(fontkit: FontkitFont, name: NamedFace): void {
  const room = READS + READS_PER_BYTE * fontkit.stream.length;
  const known = budgets.get(fontkit);
  if (known !== undefined) {
    Object.assign(known, { room, name });
    return;
  }
  const budget = { room, name };
  budgets.set(fontkit, budget);
  countReads(fontkit.stream, budget);
  for (const look of ['glyphForCodePoint', 'hasGlyphForCodePoint'] as const) {
    const call = fontkit[look].bind(fontkit) as Call<[number], never>;
    fontkit[look] = guarded(
      () => budget.name,
      call,
      ([codePoint]) => String.fromCodePoint(codePoint),
    );
  }
}

function countReads(stream: Stream, budget: Budget): void {
  for (const name of readersOf(stream)) {
    const read = stream[name] as (...given: unknown[]) => unknown;
    const isNumber = name !== 'readBuffer' && name !== 'readString';
    stream[name] = (...given: unknown[]): unknown => {
      budget.room -= isNumber ? 1 : 1 + Number(given[0]) / BYTES_PER_READ;
      if (budget.room < 0) throw new TooManyReads();
      return read.apply(stream, given);
    };
  }
}

function readersOf(stream: object): string[] {
  const names = new Set<string>();
  for (let type: object | null = stream; type !== null; type = Object.getPrototypeOf(type)) {
    for (const name of Object.getOwnPropertyNames(type)) if (name.startsWith('read')) names.add(name);
  }
  return [...names];
}
