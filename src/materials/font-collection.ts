import type { Workspace } from '../workspace/workspace.js';
import type { FontFace } from './font-files.js';
import { fontNames } from './font-names.js';

/** More files than any house has fonts; a folder that holds more is not one of fonts. */
const MOST_FILES = 1000;
/** Folders in folders: `fonts/Nota/static/`. */
const DEEPEST = 4;

interface Face {
  readonly weight: number;
  readonly isItalic: boolean;
  readonly read: () => Uint8Array | null;
}

/** Fonts by what their files say of themselves, whatever the files are called. */
export class FontCollection {
  readonly #families = new Map<string, { readonly name: string; readonly faces: Face[] }>();

  /** Every family's name. */
  get families(): readonly string[] {
    return [...this.#families.values()].map(({ name }) => name);
  }

  has(family: string): boolean {
    return this.#families.has(keyOf(family));
  }

  /** Looks into a file, which is read again when its letters are wanted. The answer says whether it is a font. */
  add(read: () => Uint8Array | null): boolean {
    const bytes = read();
    const names = bytes === null ? null : fontNames(bytes);
    if (names === null) return false;
    const { weight, isItalic } = names;
    for (const name of names.families) {
      const family = this.#families.get(keyOf(name)) ?? { name, faces: [] };
      family.faces.push({ weight, isItalic, read });
      this.#families.set(keyOf(name), family);
    }
    return true;
  }

  /** The font file of a face: of those that slant as it does, the one whose weight is nearest; null where there is none. */
  read(family: string, face: FontFace): Uint8Array | null {
    const isItalic = face === 'italics' || face === 'bolditalics';
    const isBold = face === 'bold' || face === 'bolditalics';
    const faces = this.#families.get(keyOf(family))?.faces ?? [];
    const fitting = faces.filter((each) => each.isItalic === isItalic && isBold === each.weight >= LEAST_BOLD);
    const wanted = isBold ? 700 : 400;
    // A family may have one weight alone, whatever it is called.
    const chosen = fitting.length === 0 && face === 'normal' ? faces : fitting;
    const [nearest] = chosen.toSorted((a, b) => Math.abs(a.weight - wanted) - Math.abs(b.weight - wanted));
    return nearest?.read() ?? null;
  }
}

/** Semibold: lighter ones do not stand out. */
const LEAST_BOLD = 600;

/** The font files in a folder and in those below it, in the order of their names. */
export function fontFilesIn(workspace: Workspace, folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (place: string, depth: number): void => {
    const entries = workspace.list(place);
    for (const { name, kind } of entries.ok ? entries.value : []) {
      if (found.length >= MOST_FILES) return;
      const path = workspace.resolve(place, name);
      if (kind === 'folder' && depth < DEEPEST && name !== 'node_modules') visit(path, depth + 1);
      if (kind === 'file' && /\.(?:ttf|otf)$/i.test(name)) found.push(path);
    }
  };
  if (workspace.kind(folder) === 'folder') visit(folder, 1);
  return found.toSorted();
}

/** A theme says `Source Serif 4`, a file may say `SourceSerif4`. */
export function keyOf(family: string): string {
  return family.toLowerCase().replaceAll(/[\s_-]/g, '');
}
