import { create } from 'fontkit';
import type { FaceStyle, FontPlan } from '../../layout/definition.js';

/** Where a face is looked for when a family lacks it: an upright bold says more than a slanted regular. */
const NEAREST: Readonly<Record<FaceStyle, readonly FaceStyle[]>> = {
  normal: ['normal', 'italics', 'bold', 'bolditalics'],
  bold: ['bold', 'bolditalics', 'normal', 'italics'],
  italics: ['italics', 'normal', 'bolditalics', 'bold'],
  bolditalics: ['bolditalics', 'bold', 'italics', 'normal'],
};
const FACES: readonly FaceStyle[] = ['normal', 'bold', 'italics', 'bolditalics'];

type Coverage = (codePoint: number) => boolean;

/**
 * The fonts at hand. A file is read when its face is first asked for, and opened only to see which characters it has
 * (its `cmap` table).
 */
export class FontLibrary {
  private readonly files = new Map<string, Uint8Array | null>();
  private readonly opened = new Map<Uint8Array, Coverage>();

  constructor(
    private readonly plan: FontPlan,
    private readonly readFont: (family: string, face: FaceStyle) => Uint8Array | null,
  ) {}

  /** The file of a face, or of the nearest one that the family has; `null` if there is no such family. */
  file(family: string, face: FaceStyle): Uint8Array | null {
    for (const near of NEAREST[face]) {
      const bytes = this.exactFile(family, near);
      if (bytes !== null) return bytes;
    }
    return null;
  }

  /** Whether the face has a glyph for a character. */
  has(family: string, face: FaceStyle, codePoint: number): boolean {
    const bytes = this.file(family, face);
    if (bytes === null) return false;
    let coverage = this.opened.get(bytes);
    if (coverage === undefined) {
      coverage = coverageOf(bytes);
      this.opened.set(bytes, coverage);
    }
    return coverage(codePoint);
  }

  /** The families that may set text of a family, in the order they are tried: itself, then its fallback chain. */
  chain(family: string): readonly string[] {
    const others = this.plan.fallback[this.plan.kind[family] ?? 'serif'];
    return [family, ...others.filter((other) => other !== family)];
  }

  /** A file for each face of families, for the document. Families that do not exist are left out. */
  facesOf(families: Iterable<string>): Map<string, Map<FaceStyle, Uint8Array>> {
    const faces = new Map<string, Map<FaceStyle, Uint8Array>>();
    for (const family of families) {
      const files = new Map<FaceStyle, Uint8Array>();
      for (const face of FACES) {
        const file = this.file(family, face);
        if (file !== null) files.set(face, file);
      }
      if (files.size > 0) faces.set(family, files);
    }
    return faces;
  }

  private exactFile(family: string, face: FaceStyle): Uint8Array | null {
    const key = `${face} ${family}`;
    let bytes = this.files.get(key);
    if (bytes === undefined) {
      bytes = this.readFont(family, face);
      this.files.set(key, bytes);
    }
    return bytes;
  }
}

/** A font's coverage, each character looked up once. */
function coverageOf(bytes: Uint8Array): Coverage {
  const font = create(bytes);
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let has = known.get(codePoint);
    if (has === undefined) {
      has = font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, has);
    }
    return has;
  };
}
