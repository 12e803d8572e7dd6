/** What a font file says of itself: OpenType 1.9, the tables `name` and `OS/2`. */
export interface FontNames {
  /** The family as designers call it, and as old programs do, which know four faces to a family: `Nota`, `Nota Light`. */
  readonly families: readonly string[];
  /** 100 to 900; 400 is regular, 700 bold. */
  readonly weight: number;
  readonly isItalic: boolean;
}

const HEADER = 12;
const RECORD = 16;
const NAME_RECORD = 12;
const [FAMILY, TYPOGRAPHIC_FAMILY] = [1, 16];
const [MACINTOSH, WINDOWS] = [1, 3];
const ENGLISH_US = 0x409;
/** Bits of `fsSelection`: italic, oblique. */
const SLANTED = (1 << 0) | (1 << 9);
const REGULAR = 400;

/** Null for what is not a font, or says nothing of itself. */
export function fontNames(bytes: Uint8Array): FontNames | null {
  try {
    const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const families = familiesIn(file);
    if (families.length === 0) return null;
    const style = tableAt(file, 'OS/2');
    const weight = style === null ? REGULAR : file.getUint16(style + 4);
    const isItalic = style !== null && (file.getUint16(style + 62) & SLANTED) !== 0;
    return { families, weight: weight > 0 && weight <= 1000 ? weight : REGULAR, isItalic };
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function tableAt(file: DataView, tag: string): number | null {
  for (let i = 0; i < file.getUint16(4); i++) {
    const record = HEADER + i * RECORD;
    if ([...tag].every((letter, at) => file.getUint8(record + at) === letter.charCodeAt(0))) {
      return file.getUint32(record + 8);
    }
  }
  return null;
}

function familiesIn(file: DataView): readonly string[] {
  const table = tableAt(file, 'name');
  if (table === null) return [];
  const found = new Map<number, string>();
  const texts = table + file.getUint16(table + 4);
  for (let i = 0; i < file.getUint16(table + 2); i++) {
    const record = table + 6 + i * NAME_RECORD;
    const [platform, language, name] = [0, 4, 6].map((at) => file.getUint16(record + at));
    if (name !== FAMILY && name !== TYPOGRAPHIC_FAMILY) continue;
    const isFirstChoice = platform === WINDOWS && language === ENGLISH_US;
    if (!isFirstChoice && (found.has(name) || (platform !== WINDOWS && platform !== MACINTOSH))) continue;
    const [length, offset] = [file.getUint16(record + 8), file.getUint16(record + 10)];
    found.set(name, textAt(file, { at: texts + offset, length, isWide: platform === WINDOWS }));
  }
  const names = [found.get(TYPOGRAPHIC_FAMILY), found.get(FAMILY)].map((name) => name?.trim() ?? '');
  return [...new Set(names.filter((name) => name !== ''))];
}

interface TextPlace {
  readonly at: number;
  readonly length: number;
  /** Two bytes a character. */
  readonly isWide: boolean;
}

function textAt(file: DataView, { at, length, isWide }: TextPlace): string {
  const step = isWide ? 2 : 1;
  const codes = Array.from({ length: Math.floor(length / step) }, (_, i) =>
    isWide ? file.getUint16(at + i * 2) : file.getUint8(at + i),
  );
  return String.fromCharCode(...codes);
}
