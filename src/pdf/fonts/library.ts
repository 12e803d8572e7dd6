import type { FaceStyle, FontPlan } from '../../layout/definition.js';
import { Coverage, coverageOf } from './coverage.js';

/** Where a face is looked for when a family lacks it: an upright bold says more than a slanted regular. */
const NEAREST: Readonly<Record<FaceStyle, readonly FaceStyle[]>> = {
  normal: ['normal', 'italics', 'bold', 'bolditalics'],
  bold: ['bold', 'bolditalics', 'normal', 'italics'],
  italics: ['italics', 'normal', 'bolditalics', 'bold'],
  bolditalics: ['bolditalics', 'bold', 'italics', 'normal'],
};
const NOTHING = new Coverage();

interface FontFile {
  readonly bytes: Uint8Array;
  readonly coverage: Coverage;
}
type Faces = Partial<Record<FaceStyle, FontFile | null>>;

/** The fonts at hand. A file is read when its face is first asked for; one that is no font counts as missing. */
export class FontLibrary {
  private readonly files = new Map<string, Faces>();
  private readonly nearest = new Map<string, Faces>();
  private readonly opened = new Map<Uint8Array, FontFile | null>();

  constructor(
    private readonly plan: FontPlan,
    private readonly readFont: (family: string, face: FaceStyle) => Uint8Array | null,
  ) {}

  /** The file of a face, or of the nearest one that the family has; `null` if there is no such family. */
  file(family: string, face: FaceStyle): Uint8Array | null {
    return this.near(family, face)?.bytes ?? null;
  }

  /** The characters of a face; none if there is no such family. */
  coverage(family: string, face: FaceStyle): Coverage {
    return this.near(family, face)?.coverage ?? NOTHING;
  }

  /** The families that may set text of a family, in the order they are tried: itself, then its fallback chain. */
  chain(family: string): readonly string[] {
    const others = this.plan.fallback[this.plan.kind[family] ?? 'serif'];
    return [family, ...others.filter((other) => other !== family)];
  }

  private near(family: string, face: FaceStyle): FontFile | null {
    const known = this.nearest.get(family)?.[face];
    if (known !== undefined) return known;
    let found: FontFile | null = null;
    for (const near of NEAREST[face]) found ??= this.exact(family, near);
    facesIn(this.nearest, family)[face] = found;
    return found;
  }

  private exact(family: string, face: FaceStyle): FontFile | null {
    const faces = facesIn(this.files, family);
    let file = faces[face];
    if (file === undefined) {
      const bytes = this.readFont(family, face);
      file = bytes === null ? null : this.open(bytes);
      faces[face] = file;
    }
    return file;
  }

  private open(bytes: Uint8Array): FontFile | null {
    let file = this.opened.get(bytes);
    if (file === undefined) {
      const coverage = coverageOf(bytes);
      file = coverage === null ? null : { bytes, coverage };
      this.opened.set(bytes, file);
    }
    return file;
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
