import type { Brief, LoadedBrief } from '../brief/read.js';
import { THEMES } from '../brief/schema/document.js';
import type { BriefingMaterials } from '../briefing/briefing-materials.js';
import { OWN_MATERIALS, type OwnMaterial } from '../briefing/build-record.js';
import type { MaterialChoices } from '../briefing/choices.js';
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  placedBy,
  success,
} from '../diagnostics/diagnostic.js';
import { type FileRead, unreadFile } from '../diagnostics/unread.js';

import type { TemplatePack } from '../memo/pack.js';
import { installationFolder, isAsset, readColorProfile } from '../workspace/installation.js';
import type { Workspace } from '../workspace/workspace.js';
import { fontFilesIn } from './font-collection.js';
import { type FontLibrary, fontLibrary } from './fonts.js';
import { type InstalledFonts, installedFonts } from './installed-fonts.js';
import { loadedPack } from './loaded-packs.js';
import type { OpenedBrief } from './open-brief.js';
import { builtInTemplates, choosePack, findPack, type PackFolder, readFolderText, sharedFolder } from './packs.js';
import { readTheme, type ThemeLayer } from './theme-layers.js';

/** Bytes of a picture, annex or theme that a brief names. */
const FILE_LIMIT = 20 * 1024 * 1024;

type BriefType = NonNullable<Brief['type']>;

/** The pack that sets a brief of each type, unless a person or the brief names another. */
const DEFAULT_PACK: Readonly<Record<BriefType, string>> = {
  'information-memo': 'policy-memo',
  'briefing-note': 'policy-memo',
  'policy-brief': 'policy-memo',
  'action-memo': 'submission',
  submission: 'submission',
  'read-ahead': 'read-ahead',
  'two-pager': 'two-pager',
  assessment: 'assessment',
};

/** Where a brief lies, and how the files that it names are read. */
type BriefFolder = Pick<OpenedBrief, 'folder' | 'readFile'>;

/** The stock of packs, themes and fonts: each is read once, however many briefs are made with it. */
export class Materials {
  readonly #packs = new Map<string, Outcome<TemplatePack>>();
  readonly #fonts: FontLibrary;
  readonly #installed = new Map<string, InstalledFonts>();
  /** What the person's own theme names: absolute. */
  readonly #themed = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly choices: MaterialChoices = {},
  ) {
    this.#fonts = fontLibrary(workspace, choices.fonts);
  }

  /** What a brief is made with. */
  for(loaded: LoadedBrief, place: BriefFolder): Outcome<BriefingMaterials> {
    const { folder, readFile } = place;
    const missing = this.#missingFolders();
    if (missing.length > 0) return failure(missing);
    const found = this.#findPack(loaded.brief);
    if (!found.ok) return failure(placedBy(loaded.placeOf, found.diagnostics));
    const pack = this.pack(found.value);
    const theme = this.#theme(found.value, loaded, place);
    const diagnostics = [...pack.diagnostics, ...theme.diagnostics];
    if (!pack.ok || !theme.ok) return failure(placedBy(loaded.placeOf, diagnostics));
    return outcomeOf(
      {
        pack: pack.value,
        ...theme.value,
        scriptFamilies: this.#installedFor(folder).scriptFamilies,
        isOwnFont: isAsset,
        colorProfile: readColorProfile(),
        own: this.#own(found.value),
        shipped: () => this.#shipped(loaded.brief),
        readFile,
      },
      diagnostics,
    );
  }

  /** What the program alone would set a brief with. A person's labels stay: they are words that the program knows too. */
  #shipped(brief: Brief): Partial<Pick<BriefingMaterials, 'pack' | 'theme' | 'logo'>> {
    const chosen = this.#findPack(brief);
    const isShipped = chosen.ok && !this.#isOwnPack(chosen.value);
    const found = isShipped ? chosen : findPack(this.workspace, DEFAULT_PACK[brief.type ?? 'information-memo'], []);
    if (!found.ok) return {};
    const pack = this.pack(found.value);
    const theme = readTheme(this.#packLayers(found.value), this.#fonts);
    return { ...(pack.ok && { pack: pack.value }), ...(theme.ok && theme.value) };
  }

  #packLayers({ folder }: PackFolder): readonly ThemeLayer[] {
    return [themeIn(this.workspace, sharedFolder()), themeIn(this.workspace, folder)].flat();
  }

  /** The font packages that a brief in `folder` is printed with. */
  #installedFor(folder: string): InstalledFonts {
    const known = this.#installed.get(folder);
    if (known !== undefined) return known;
    const fonts = installedFonts(this.workspace, [folder, this.workspace.cwd, installationFolder()]);
    this.#installed.set(folder, fonts);
    return fonts;
  }

  /** A pack, compiled; once. */
  pack(place: PackFolder): Outcome<TemplatePack> {
    const known = this.#packs.get(place.folder) ?? this.#loadPack(place);
    this.#packs.set(place.folder, known);
    return known;
  }

  /** The folders and files beside the brief that its documents depend on, for those who watch. */
  watched(loaded: LoadedBrief): readonly string[] {
    const found = this.#findPack(loaded.brief);
    const { theme, labels, fonts } = this.choices;
    const given = [found.ok ? found.value.folder : undefined, theme, labels, fonts].flatMap((path) =>
      path === undefined ? [] : [this.workspace.resolve(path)],
    );
    return [...given, ...this.#themed];
  }

  /** What does not come with the program, so that the document alone is not enough to make it again. */
  #own(pack: PackFolder): readonly OwnMaterial[] {
    const { theme, labels, fonts } = this.choices;
    const given = { template: this.#isOwnPack(pack), theme, labels, fonts };
    return OWN_MATERIALS.filter((each) => given[each] !== undefined && given[each] !== false);
  }

  #isOwnPack({ folder }: PackFolder): boolean {
    return this.workspace.resolve(folder, '..') !== this.workspace.resolve(sharedFolder(), '..');
  }

  /** In a misspelt folder nothing would be found, without a reason being given. */
  #missingFolders(): readonly Diagnostic[] {
    const { fonts, templateFolders = [] } = this.choices;
    const missing = (path: string) => this.workspace.kind(path) !== 'folder';
    return [
      ...(fonts !== undefined && missing(fonts) ? [notAFolder(fonts, 'fonts', FONTS_HINT)] : []),
      ...templateFolders.filter(missing).map((path) => notAFolder(path, 'template packs', PACKS_HINT)),
    ];
  }

  #findPack({ type, layout }: Brief): Outcome<PackFolder> {
    const folders = this.choices.templateFolders ?? [];
    if (this.choices.template !== undefined) return choosePack(this.workspace, this.choices.template, folders);
    const named = layout?.template;
    // By its name alone, and never a folder: a brief may come from anybody, and a pack is a program.
    const found = findPack(this.workspace, named ?? DEFAULT_PACK[type ?? 'information-memo'], folders);
    if (found.ok || named === undefined) return found;
    return failure(found.diagnostics.map((each) => ({ ...each, field: 'layout.template' })));
  }

  #loadPack({ name, folder }: PackFolder): Outcome<TemplatePack> {
    const pack = readFolderText(this.workspace, folder);
    const shared = readFolderText(this.workspace, sharedFolder());
    const { labels } = this.choices;
    const own = labels === undefined ? undefined : readLabels(this.workspace, labels);
    const diagnostics = [pack, shared, own].flatMap((each) => each?.diagnostics ?? []);
    if (!pack.ok || !shared.ok || own?.ok === false) return failure(diagnostics);
    const files = { pack: pack.value, shared: shared.value, folder: this.workspace.name(folder) };
    if (own === undefined || labels === undefined) return loadedPack(files, name);
    const ownName = (path: string) =>
      this.workspace.name(this.workspace.resolve(labels, path.replace(/^labels\//, '')));
    return loadedPack({ ...files, own: own.value, ownName }, name);
  }

  #theme(pack: PackFolder, { brief, originals }: LoadedBrief, place: BriefFolder) {
    const { workspace, choices } = this;
    const layers = this.#packLayers(pack);
    const named = choices.theme === undefined ? brief.layout?.theme : undefined;
    const chosen =
      choices.theme !== undefined
        ? ownTheme(workspace, themeFile(workspace, choices.theme), (path) => this.#themed.add(path))
        : named !== undefined
          ? briefTheme(workspace, place, originals?.get(named) ?? named)
          : null;
    if (chosen?.ok === false) return chosen;
    return readTheme(chosen ? [...layers, chosen.value] : layers, this.#fonts, this.#installedFor(place.folder));
  }
}

/** The labels of a person: a folder that holds `sv.yaml`, as a pack holds `labels/sv.yaml`. */
function readLabels(workspace: Workspace, folder: string): Outcome<ReadonlyMap<string, string>> {
  if (workspace.kind(folder) !== 'folder') return failure([notAFolder(workspace.name(folder), 'labels', LABELS_HINT)]);
  const texts = readFolderText(workspace, folder);
  if (!texts.ok) return texts;
  const prefixed = [...texts.value].map(([path, text]) => [`labels/${path.replace(/^labels\//, '')}`, text] as const);
  return success(new Map(prefixed));
}

const LABELS_HINT = 'Give a folder with one file a language, such as sv.yaml.';
const FONTS_HINT = 'Give a folder with font files, such as Family-Regular.ttf.';
const PACKS_HINT = 'Give a folder with template packs, or a pack.';

function notAFolder(name: string, what: string, hint: string): Diagnostic {
  return error('config-invalid', `${name}, which should hold ${what}, is not a folder.`, { hints: [hint] });
}

function themeIn(workspace: Workspace, folder: string): readonly ThemeLayer[] {
  const file = workspace.resolve(folder, 'theme.yaml');
  const text = workspace.kind(file) === 'file' ? workspace.readText(file, FILE_LIMIT) : null;
  if (!text?.ok) return [];
  const readFile = (path: string) => workspace.readWithin(folder, path, FILE_LIMIT);
  return [{ text: text.value, file: workspace.name(file), readFile, listFonts: fontsWithin(workspace, folder) }];
}

/** The file of a theme that is given by its path, or by the name of one that comes with the program. */
function themeFile(workspace: Workspace, given: string): string {
  return workspace.kind(given) === null ? (themeOfName(given) ?? given) : given;
}

/** The file of a theme that comes with the program; null for any other name. */
function themeOfName(name: string): string | null {
  return THEMES.some((each) => each === name) ? `${builtInTemplates()}/themes/${name}.yaml` : null;
}

const THEMES_HINT = `Give the path of a theme file, or the name of a theme that comes along: ${THEMES.join(', ')}.`;

/** A person's own theme may take its fonts and its logo from wherever that person says. */
function ownTheme(workspace: Workspace, file: string, named: (path: string) => void = () => {}): Outcome<ThemeLayer> {
  const text = workspace.readText(file, FILE_LIMIT);
  if (!text.ok) return failure(text.diagnostics.map((each) => ({ ...each, hints: [THEMES_HINT] })));
  const beside = (path: string) => workspace.resolve(file, '..', path);
  const readFile = (path: string): FileRead => {
    named(beside(path));
    const read = workspace.read(beside(path), FILE_LIMIT);
    if (read.ok) return { ok: true, bytes: read.value };
    const [{ code } = {}] = read.diagnostics;
    const reason = code === 'file-not-found' ? 'missing' : code === 'file-too-large' ? 'too-large' : 'unreadable';
    return { ok: false, reason };
  };
  const listFonts = (folder: string) => {
    named(beside(folder));
    return fontFilesIn(workspace, beside(folder));
  };
  return success({ text: text.value, file: workspace.name(file), readFile, listFonts });
}

/** The fonts in a folder that is within another: a link that leads out of it is found when a file is read. */
function fontsWithin(workspace: Workspace, folder: string, base = ''): ThemeLayer['listFonts'] {
  const root = workspace.resolve(folder);
  return (path) => {
    const place = workspace.resolve(root, base, path);
    if (place !== root && !place.startsWith(`${root}/`) && !place.startsWith(`${root}\\`)) return [];
    const start = workspace.resolve(root, base).length + 1;
    return fontFilesIn(workspace, place).map((each) => each.slice(start).replaceAll('\\', '/'));
  };
}

/** A theme that a brief names lies in the brief's folder, and so does all that it names; or it comes along. */
function briefTheme(workspace: Workspace, { folder, readFile }: BriefFolder, path: string): Outcome<ThemeLayer> {
  const read = readFile(path);
  const comesAlong = themeOfName(path);
  if (!read.ok && read.reason === 'missing' && comesAlong !== null) return ownTheme(workspace, comesAlong);
  if (!read.ok) {
    const hint = `Give the path of a theme file from the folder of the brief, or the name of a theme that comes along: ${THEMES.join(', ')}; or name a file with --theme.`;
    const named = { subject: `The theme \`${path}\``, path, at: 'layout.theme' };
    return failure([unreadFile(read, { ...named, hints: { missing: hint, outside: hint } })]);
  }
  const base = path.replace(/[^/]*$/, '');
  const file = workspace.name(workspace.resolve(folder, path));
  const listFonts = fontsWithin(workspace, folder, base);
  const text = new TextDecoder().decode(read.bytes);
  return success({ text, file, readFile: (inner) => readFile(base + inner), listFonts });
}
