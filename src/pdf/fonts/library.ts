import type { FaceStyle, FontPlan } from '../../layout/definition.js';
import { familiesFor } from '../../layout/theme/script-fonts.js';
import { Coverage } from './coverage.js';
import { type FontFile, fontFileOf } from './font-file.js';
import type { UnusableFont } from './unusable.js';

/** The substitutes for a face that a family lacks: an upright bold emphasises more than a slanted regular. */
const NEAREST: Readonly<Record<FaceStyle, readonly FaceStyle[]>> = {
  normal: ['normal', 'italics', 'bold', 'bolditalics'],
  bold: ['bold', 'bolditalics', 'normal', 'italics'],
  italics: ['italics', 'normal', 'bolditalics', 'bold'],
  bolditalics: ['bolditalics', 'bold', 'italics', 'normal'],
};
const NOTHING = new Coverage();

type Font = Extract<FontFile, { kind: 'font' }>;
type Faces = Partial<Record<FaceStyle, Font | null>>;

/** The available fonts. A file is read when its face is first used. */
export class FontLibrary {
  private readonly files = new Map<string, Faces>();
  private readonly nearest = new Map<string, Faces>();
  /** Fonts that were requested and cannot be used. */
  readonly damaged: UnusableFont[] = [];

  constructor(
    private readonly plan: FontPlan,
    private readonly readFont: (family: string, face: FaceStyle) => Uint8Array | null,
    /** Installed families for additional scripts, which are tried last. */
    readonly scriptFamilies: readonly string[] = [],
  ) {}

  /** The file of a face, or of the nearest one that the family has; `null` if there is no such family. */
  file(family: string, face: FaceStyle): Uint8Array | null {
    return this.near(family, face)?.bytes ?? null;
  }

  /** The characters of a face; none if the family does not exist. */
  coverage(family: string, face: FaceStyle): Coverage {
    return this.near(family, face)?.coverage ?? NOTHING;
  }

  /** The families that may set text of a family, in the order they are tried: itself, then its fallback chain. */
  chain(family: string): readonly string[] {
    const others = this.plan.fallback[this.plan.kind[family] ?? 'serif'];
    return [family, ...others.filter((other) => other !== family)];
  }

  /** The installed families for a character's script, best first. */
  scripted(character: string, language: string, around: string): readonly string[] {
    if (this.scriptFamilies.length === 0) return [];
    return familiesFor(character, language, around).filter((family) => this.scriptFamilies.includes(family));
  }

  private near(family: string, face: FaceStyle): Font | null {
    const known = this.nearest.get(family)?.[face];
    if (known !== undefined) return known;
    let found: Font | null = null;
    for (const near of NEAREST[face]) found ??= this.exact(family, near);
    facesIn(this.nearest, family)[face] = found;
    return found;
  }

  private exact(family: string, face: FaceStyle): Font | null {
    const faces = facesIn(this.files, family);
    let font = faces[face];
    if (font === undefined) {
      const bytes = this.readFont(family, face);
      font = bytes === null ? null : this.open(bytes, family, face);
      faces[face] = font;
    }
    return font;
  }

  private open(bytes: Uint8Array, family: string, face: FaceStyle): Font | null {
    const file = fontFileOf(bytes);
    if (file.kind === 'font') return file;
    this.damaged.push({ family, face, reason: file.reason });
    return null;
  }
}

function facesIn(families: Map<string, Faces>, family: string): Faces {
  let faces = families.get(family);
  if (faces === undefined) {
    faces = {};
    families.set(family, faces);
  }
  return faces;
}
