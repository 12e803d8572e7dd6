import { readAsset } from '../workspace/installation.js';
import type { Workspace } from '../workspace/workspace.js';
import { FontCollection, fontFilesIn, keyOf } from './font-collection.js';
import { FONT_FILES, type FontFace } from './font-files.js';

/** Bytes of one font file; the largest in use, with Chinese, Japanese and Korean, have about 20 MB. */
const FONT_LIMIT = 64 * 1024 * 1024;

export interface FontLibrary {
  /** The font file of a face, or null where the family does not have it. */
  read(family: string, face: FontFace): Uint8Array | null;
  /** Every family's name. */
  readonly families: readonly string[];
}

/**
 * The fonts that come with Briefpress, and those in the user's folder, which come first. There, files are named as
 * foundries name them (`Family-Regular.ttf`, `Family-Bold.ttf`), or say themselves what they are. Files are read when they
 * are asked for, and once.
 */
export function fontLibrary(workspace: Workspace, folder?: string): FontLibrary {
  const own = folder === undefined ? new Map<string, OwnFamily>() : familiesIn(workspace, folder);
  const byName = once(() => collectionOf(workspace, folder));
  const read = new Map<string, Uint8Array | null>();
  return {
    get families() {
      const named = [...[...own.values()].map(({ name }) => name), ...byName().families];
      return [...new Set([...named, ...Object.keys(FONT_FILES)])];
    },
    read(family, face) {
      const key = `${family}\n${face}`;
      const found = () => {
        const bytes = readFace(workspace, own.get(keyOf(family)), family, face);
        return bytes ?? (folder === undefined || own.has(keyOf(family)) ? null : byName().read(family, face));
      };
      const bytes = read.has(key) ? (read.get(key) ?? null) : found();
      read.set(key, bytes);
      return bytes;
    },
  };
}

/** The fonts of a folder by what they say of themselves: read where no file has the name of a family. */
function collectionOf(workspace: Workspace, folder: string | undefined): FontCollection {
  const fonts = new FontCollection();
  for (const path of folder === undefined ? [] : fontFilesIn(workspace, workspace.resolve(folder))) {
    fonts.add(() => {
      const bytes = workspace.read(path, FONT_LIMIT);
      return bytes.ok ? bytes.value : null;
    });
  }
  return fonts;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface OwnFamily {
  readonly name: string;
  readonly faces: Map<FontFace, string>;
}

function readFace(workspace: Workspace, own: OwnFamily | undefined, family: string, face: FontFace): Uint8Array | null {
  const file = own?.faces.get(face);
  if (own !== undefined) {
    const bytes = file === undefined ? null : workspace.read(file, FONT_LIMIT);
    return bytes?.ok ? bytes.value : null;
  }
  const installed = Object.hasOwn(FONT_FILES, family) ? FONT_FILES[family]?.[face] : undefined;
  return installed === undefined ? null : readAsset(installed.slice(installed.lastIndexOf('/') + 1));
}

const FACES: Readonly<Record<string, FontFace>> = {
  '': 'normal',
  regular: 'normal',
  book: 'normal',
  roman: 'normal',
  bold: 'bold',
  italic: 'italics',
  it: 'italics',
  oblique: 'italics',
  bolditalic: 'bolditalics',
  boldit: 'bolditalics',
  boldoblique: 'bolditalics',
};

function familiesIn(workspace: Workspace, folder: string): Map<string, OwnFamily> {
  const families = new Map<string, OwnFamily>();
  const entries = workspace.list(folder);
  for (const { name, kind } of entries.ok ? entries.value : []) {
    const [, stem = '', style = ''] = /^(.+?)(?:[-_ ]([A-Za-z]+))?\.(?:ttf|otf)$/i.exec(name) ?? [];
    const face = FACES[style.toLowerCase()];
    if (kind !== 'file' || stem === '' || face === undefined) continue;
    const family = families.get(keyOf(stem)) ?? { name: stem.replaceAll('_', ' '), faces: new Map() };
    family.faces.set(face, workspace.resolve(folder, name));
    families.set(keyOf(stem), family);
  }
  return families;
}
