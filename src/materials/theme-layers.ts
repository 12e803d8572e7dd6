import type { BriefingMaterials } from '../briefing/briefing-materials.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf, wholeFile } from '../diagnostics/diagnostic.js';
import { type FileRead, unreadFile } from '../diagnostics/unread.js';
import { defaultTheme, parseTheme, type Theme } from '../layout/theme/theme.js';
import type { FontLibrary } from './fonts.js';
import type { InstalledFonts } from './installed-fonts.js';

const INVALID = 'theme-invalid' as const;

/** One theme file; it varies the one below it. */
export interface ThemeLayer {
  readonly text: string;
  /** For messages. */
  readonly file: string;
  /** Reads the fonts and the logo that the file names, relative to it. */
  readFile(path: string): FileRead;
}

/** The theme that the layers make one upon the other, with its logo and its fonts. */
export function readTheme(
  layers: readonly ThemeLayer[],
  library: FontLibrary,
  installed?: InstalledFonts,
): Outcome<Pick<BriefingMaterials, 'theme' | 'logo' | 'readFont'>> {
  const diagnostics: Diagnostic[] = [];
  const fonts = new OwnFonts();
  let theme = defaultTheme;
  let logo: Uint8Array | null = null;
  for (const layer of layers) {
    const parsed = parseTheme(layer.text, layer.file, theme);
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.ok) return failure(diagnostics);
    if (parsed.value.logo !== null && parsed.value.logo.file !== theme.logo?.file) {
      logo = read(layer, parsed.value.logo.file, 'logo', diagnostics);
    }
    diagnostics.push(...fonts.add(layer, parsed.value));
    theme = parsed.value;
  }
  const readFont: BriefingMaterials['readFont'] = (family, face) =>
    fonts.has(family)
      ? fonts.read(family, face)
      : (library.read(family, face) ?? installed?.read(family, face) ?? null);
  diagnostics.push(...missingFonts(theme, readFont, [...fonts.families, ...library.families], layers.at(-1)?.file));
  return outcomeOf({ theme, logo: theme.logo === null ? null : logo, readFont }, diagnostics);
}

type Face = Parameters<BriefingMaterials['readFont']>[1];

/** The font files that themes name themselves. */
class OwnFonts {
  readonly #files = new Map<string, ReadonlyMap<string, Uint8Array>>();
  readonly #seen = new Set<unknown>();

  get families(): readonly string[] {
    return [...this.#files.keys()];
  }

  has(family: string): boolean {
    return this.#files.has(family);
  }

  read(family: string, face: Face): Uint8Array | null {
    return this.#files.get(family)?.get(face) ?? null;
  }

  /** A family that a layer below has named already came with the base, and was read from that layer's folder. */
  add(layer: ThemeLayer, theme: Theme): readonly Diagnostic[] {
    const problems: Diagnostic[] = [];
    for (const [family, faces] of Object.entries(theme.fontFiles)) {
      const key = `${family}\n${JSON.stringify(faces)}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      const files = Object.entries(faces).flatMap(([face, path]) => {
        const bytes = read(layer, path, 'font', problems);
        return bytes === null ? [] : [[face, bytes] as const];
      });
      this.#files.set(family, new Map(files));
    }
    return problems;
  }
}

function read(layer: ThemeLayer, path: string, what: string, problems: Diagnostic[]): Uint8Array | null {
  const file = layer.readFile(path);
  if (file.ok) return file.bytes;
  const codes = { missing: INVALID, outside: INVALID, unreadable: INVALID, 'too-large': INVALID } as const;
  const hints = { missing: 'Its path is relative to the theme file.' };
  const named = { subject: `The ${what} \`${path}\``, path, at: wholeFile(layer.file) };
  problems.push(unreadFile(file, { ...named, folder: 'the folder that it may be read from', codes, hints }));
  return null;
}

function missingFonts(
  { fonts }: Theme,
  readFont: BriefingMaterials['readFont'],
  families: readonly string[],
  file: string | undefined,
): readonly Diagnostic[] {
  const named = new Set([fonts.body, fonts.title, fonts.heading, fonts.mono]);
  return [...named]
    .filter((family) => readFont(family, 'normal') === null)
    .map((family) =>
      invalid(`There is no font \`${family}\`.`, file ?? 'theme.yaml', `There are: ${families.join(', ')}.`),
    );
}

function invalid(message: string, file: string, hint: string): Diagnostic {
  return error(INVALID, message, { at: wholeFile(file), hints: [hint] });
}
