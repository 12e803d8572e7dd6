import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import { contentsEntriesOf, placesWithPages } from './contents-pages.js';
import { USUAL_STANDARD } from './document/standard.js';
import { Pictures } from './engine/embedded-pictures.js';
import type { EnginePage } from './engine/node-shapes.js';
import { TaggedDocument } from './engine/tagged-document.js';
import type { FontLibrary } from './fonts/library.js';
import { pagesOfNames } from './pagination/page-numbers.js';
import { type PlacedStamp, Plate } from './plate.js';
import type { PdfResources } from './resources.js';
import { StructureElement } from './structure/element.js';

/** What all layouts of a definition have in common. */
export interface PressSetting {
  readonly definition: PrintDefinition;
  readonly library: FontLibrary;
  readonly families: ReadonlySet<string>;
  readonly resources: PdfResources;
  /** What was said before. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages without what stands in their margins. */
export interface LaidOut {
  readonly pages: EnginePage[];
  readonly plate: Plate;
}

/** A table of contents has to be laid out once to learn its numbers, and once more with them. */
const MOST_PASSES = 3;

/** A document that is laid out as often as is wanted, and drawn once. */
export class Press {
  readonly diagnostics: Diagnostic[];
  readonly document: TaggedDocument;
  /** Its document is being drawn, or was. */
  isUsed = false;
  private readonly root = new StructureElement('Document', null);
  private readonly pictures = new Pictures();
  /** The places whose pages are printed. */
  private readonly listed: readonly string[];
  /** What was measured, by the numbers of pages that it prints. */
  private readonly plates = new Map<string, Promise<Plate>>();

  constructor(private readonly setting: PressSetting) {
    const { definition, library, families, resources } = setting;
    this.diagnostics = [...setting.diagnostics];
    this.document = new TaggedDocument({
      size: [definition.page.width, definition.page.height],
      lang: definition.language,
      info: definition.info,
      root: this.root,
      colorProfile: resources.colorProfile,
      attachments: resources.attachments,
      standard: resources.standard ?? USUAL_STANDARD,
      families,
      fontFile: (family, face) => library.file(family, face),
      onMissingGlyph: (font, text) => this.diagnostics.push(missingGlyph(font.name, text)),
    });
    const { content } = definition;
    this.listed = [...contentsEntriesOf(content).map(({ id }) => id), ...placesWithPages(content)];
  }

  /** @param space the share of the space between blocks and in tables that is left */
  async layOut(space: number): Promise<LaidOut> {
    let pageOf: ReadonlyMap<string, number> = new Map();
    for (let pass = 1; ; pass++) {
      const plate = await this.plate(pageOf);
      const pages = plate.place(space);
      const measured = this.listed.length === 0 ? pageOf : pagesOfNames(pages);
      if (pass === MOST_PASSES || this.listed.every((id) => measured.get(id) === pageOf.get(id))) {
        return { pages, plate };
      }
      pageOf = measured;
    }
  }

  /** Puts everything else on the pages, which are to be drawn now. */
  finish({ pages, plate }: LaidOut): PlacedStamp[] {
    this.isUsed = true;
    this.plates.clear();
    return plate.finish(pages);
  }

  private plate(pageOf: ReadonlyMap<string, number>): Promise<Plate> {
    const key = this.listed.map((id) => pageOf.get(id) ?? '').join();
    const known = this.plates.get(key) ?? this.newPlate(pageOf);
    this.plates.set(key, known);
    return known;
  }

  private newPlate(pageOf: ReadonlyMap<string, number>): Promise<Plate> {
    const { root, pictures, document } = this;
    const plate = new Plate(this.setting.definition, { root, pictures, document }, pageOf);
    if (this.plates.size === 0) pictures.embedInto(document);
    return plate.measured();
  }
}

function missingGlyph(font: string, text: string): Diagnostic {
  return error(
    'glyph-missing',
    `The font ${font} has no glyph for a character in "${text}"; the text cannot be printed with it.`,
  );
}
