import { packageOf, SCRIPT_FONTS } from '../layout/theme/script-fonts.js';
import type { Workspace } from '../workspace/workspace.js';
import { fontFilesIn } from './font-collection.js';
import type { FontFace } from './font-files.js';

/** Bytes of one font file; the largest in use, with Chinese, Japanese and Korean, have about 20 MB. */
const FONT_LIMIT = 64 * 1024 * 1024;

/** The folders of the faces in a package of Google's fonts, the best first. */
const FOLDERS: Readonly<Record<FontFace, readonly string[]>> = {
  normal: ['400Regular', '500Medium', '300Light'],
  bold: ['700Bold', '600SemiBold'],
  italics: ['400Regular_Italic', '500Medium_Italic', '300Light_Italic'],
  bolditalics: ['700Bold_Italic', '600SemiBold_Italic'],
};

/** Fonts in packages that a person has installed: no setting names them. */
export interface InstalledFonts {
  /** Those for scripts that the program has no font for, in the order in which they are tried. */
  readonly scriptFamilies: readonly string[];
  /** The font file of a face, or null where no package of the family is installed. */
  read(family: string, face: FontFace): Uint8Array | null;
  /** The font files of a package, each to be read when it is wanted; null where the package is not installed. */
  filesOf(name: string): readonly (() => Uint8Array | null)[] | null;
  /** The file of a package, by the package's name and a path in it; null where there is none. */
  find(file: string): string | null;
}

/** Font packages in the `node_modules` of some folders and of those above them; the first that is found counts. */
export function installedFonts(workspace: Workspace, folders: readonly string[]): InstalledFonts {
  const places = [...new Set(folders.flatMap((folder) => upwards(workspace, workspace.resolve(folder))))];
  const found = new Map<string, string | null>();
  const files = new Map<string, Uint8Array | null>();
  // Packages of one publisher lie in one folder: where that is missing, as it mostly is, none of them is looked for.
  const publishers = new Map<string, readonly string[]>();
  const placesWith = (publisher: string): readonly string[] => {
    const isThere = (folder: string) => workspace.kind(workspace.resolve(folder, 'node_modules', publisher)) !== null;
    const known = publishers.get(publisher) ?? places.filter(isThere);
    publishers.set(publisher, known);
    return known;
  };
  const find = (file: string): string | null => {
    const known = found.get(file);
    if (known !== undefined) return known;
    const path = placesWith(file.slice(0, file.indexOf('/') + 1))
      .map((folder) => workspace.resolve(folder, 'node_modules', file))
      .find((each) => workspace.kind(each) !== null);
    found.set(file, path ?? null);
    return path ?? null;
  };
  const readFace = (family: string, face: FontFace): Uint8Array | null => {
    const folder = find(packageOf(family));
    const path = folder === null ? null : fontIn(workspace, folder, FOLDERS[face]);
    const bytes = path === null ? null : workspace.read(path, FONT_LIMIT);
    return bytes?.ok ? bytes.value : null;
  };
  let families: readonly string[] | undefined;
  return {
    find,
    get scriptFamilies() {
      families ??= SCRIPT_FONTS.map(({ family }) => family).filter((family) => find(packageOf(family)) !== null);
      return families;
    },
    filesOf(name) {
      const folder = find(name);
      if (folder === null) return null;
      return fontFilesIn(workspace, folder).map((path) => () => {
        const bytes = workspace.read(path, FONT_LIMIT);
        return bytes.ok ? bytes.value : null;
      });
    },
    read(family, face) {
      const key = `${family}\n${face}`;
      const bytes = files.has(key) ? (files.get(key) ?? null) : readFace(family, face);
      files.set(key, bytes);
      return bytes;
    },
  };
}

function upwards(workspace: Workspace, folder: string): string[] {
  const above = workspace.resolve(folder, '..');
  return above === folder ? [folder] : [folder, ...upwards(workspace, above)];
}

function fontIn(workspace: Workspace, folder: string, names: readonly string[]): string | null {
  for (const name of names) {
    const place = workspace.resolve(folder, name);
    const entries = workspace.kind(place) === 'folder' ? workspace.list(place) : null;
    const file = entries?.ok ? entries.value.find((entry) => /\.(?:ttf|otf)$/i.test(entry.name)) : undefined;
    if (file !== undefined) return workspace.resolve(place, file.name);
  }
  return null;
}
