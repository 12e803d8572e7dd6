import { readAsset } from '../workspace/installation.js';
import type { Workspace } from '../workspace/workspace.js';
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
 * foundries name them: `Family-Regular.ttf`, `Family-Bold.ttf`, `Family-Italic.ttf`, `Family-BoldItalic.ttf`. Files are
 * read when they are asked for, and once.
 */
export function fontLibrary(workspace: Workspace, folder?: string): FontLibrary {
  const own = folder === undefined ? new Map<string, OwnFamily>() : familiesIn(workspace, folder);
  const read = new Map<string, Uint8Array | null>();
  return {
    families: [...[...own.values()].map(({ name }) => name), ...Object.keys(FONT_FILES)],
    read(family, face) {
      const key = `${family}\n${face}`;
      const bytes = read.has(key) ? (read.get(key) ?? null) : readFace(workspace, own.get(keyOf(family)), family, face);
      read.set(key, bytes);
      return bytes;
    },
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

/** A theme says `Source Serif 4`, the file is called `SourceSerif4`. */
function keyOf(family: string): string {
  return family.toLowerCase().replaceAll(/[\s_-]/g, '');
}
