import type { BriefingMaterials } from '../briefing/briefing-materials.js';
import {
  type Diagnostic,
  didYouMean,
  error,
  failure,
  type Outcome,
  outcomeOf,
  type Place,
  wholeFile,
} from '../diagnostics/diagnostic.js';
import { type FileRead, unreadFile } from '../diagnostics/unread.js';
import { defaultTheme, parseTheme, placeInTheme, type Theme } from '../layout/theme/theme.js';
import { FontCollection } from './font-collection.js';
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
  /** The font files in a folder, by the paths that `readFile` takes; none where it may not be looked into. */
  listFonts(folder: string): readonly string[];
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
    diagnostics.push(...fonts.add(layer, parsed.value), ...fonts.addFolders(layer, parsed.value, installed));
    theme = parsed.value;
  }
  const readFont: BriefingMaterials['readFont'] = (family, face) =>
    fonts.has(family)
      ? fonts.read(family, face)
      : (library.read(family, face) ?? installed?.read(family, face) ?? null);
  diagnostics.push(...missingFonts(theme, { readFont, families: [...fonts.families, ...library.families], layers }));
  return outcomeOf({ theme, logo: theme.logo === null ? null : logo, readFont }, diagnostics);
}

type Face = Parameters<BriefingMaterials['readFont']>[1];

/** The font files that themes name themselves, one by one or by their folders. */
class OwnFonts {
  readonly #collection = new FontCollection();
  readonly #files = new Map<string, ReadonlyMap<string, Uint8Array>>();
  readonly #seen = new Set<unknown>();

  get families(): readonly string[] {
    return [...this.#files.keys(), ...this.#collection.families];
  }

  has(family: string): boolean {
    return this.#files.has(family) || this.#collection.has(family);
  }

  read(family: string, face: Face): Uint8Array | null {
    const named = this.#files.get(family);
    return named ? (named.get(face) ?? null) : this.#collection.read(family, face);
  }

  /** Fonts by what they say of themselves: those of folders beside the theme, and those of packages. */
  addFolders(
    layer: ThemeLayer,
    { fontFolders, fontPackages }: Theme,
    installed?: InstalledFonts,
  ): readonly Diagnostic[] {
    const problem = (steps: readonly string[], message: string, hint: string) =>
      error(INVALID, message, { at: placeOf([layer], steps), hints: [hint] });
    const folders = fontFolders
      .filter((folder) => this.#isNew(`folder ${folder}`))
      .flatMap((folder) => {
        const files = layer
          .listFonts(folder)
          .filter((path) => this.#collection.add(() => bytesOf(layer.readFile(path))));
        if (files.length > 0) return [];
        const message = `The folder \`${folder}\` has no font files in it that can be read.`;
        return [
          problem(
            ['fontFolders'],
            message,
            'Its path is relative to the theme file. It holds files that end in .ttf or .otf.',
          ),
        ];
      });
    const packages = fontPackages
      .filter((name) => this.#isNew(`package ${name}`))
      .flatMap((name) => {
        const files = installed?.filesOf(name);
        if (files?.filter((read) => this.#collection.add(read)).length) return [];
        return files
          ? [
              problem(
                ['fontPackages'],
                `The package \`${name}\` has no TrueType or OpenType files.`,
                'Fonts for web pages (.woff2) cannot be printed; look for a package with .ttf or .otf files.',
              ),
            ]
          : [problem(['fontPackages'], `The package \`${name}\` is not installed.`, `Install it: npm i ${name}`)];
      });
    return [...folders, ...packages];
  }

  /** What a layer below has named already came with the base. */
  #isNew(key: string): boolean {
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
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

function bytesOf(file: FileRead): Uint8Array | null {
  return file.ok ? file.bytes : null;
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

interface KnownFonts {
  readonly readFont: BriefingMaterials['readFont'];
  readonly families: readonly string[];
  readonly layers: readonly ThemeLayer[];
}

const OWN_FONTS =
  'Fonts that are installed on this computer are not used by themselves: copy the .ttf or .otf files of this one beside ' +
  'the theme, and name their folder in `fontFolders`.';

function missingFonts({ fonts }: Theme, { readFont, families, layers }: KnownFonts): readonly Diagnostic[] {
  const lacking = (['body', 'title', 'heading', 'mono'] as const).filter(
    (use) => readFont(fonts[use], 'normal') === null,
  );
  const firsts = lacking.filter((use, i) => lacking.findIndex((each) => fonts[each] === fonts[use]) === i);
  return firsts.map((use) => {
    const family = fonts[use];
    const near = didYouMean(family, families);
    const hints = near === null ? [`There are: ${[...new Set(families)].join(', ')}.`, OWN_FONTS] : [near];
    return error(INVALID, `There is no font \`${family}\`.`, { at: placeOf(layers, ['fonts', use]), hints });
  });
}

/** In the topmost theme that says it. */
function placeOf(layers: readonly ThemeLayer[], steps: readonly string[]): Place {
  for (const { text, file } of layers.toReversed()) {
    const place = placeInTheme(text, file, steps);
    if (place !== null) return place;
  }
  return wholeFile(layers.at(-1)?.file ?? 'theme.yaml');
}
