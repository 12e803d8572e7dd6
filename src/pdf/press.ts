import { type Diagnostic, error } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import { contentsEntriesOf, placesWithPages } from './contents-pages.js';
import { USUAL_STANDARD } from './document/standard.js';
import { Pictures } from './engine/embedded-pictures.js';
import type { EnginePage } from './engine/node-shapes.js';
import { TaggedDocument } from './engine/tagged-document.js';
import type { FontLibrary } from './fonts/library.js';
import type { Leading } from './pagination/line-distances.js';
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
  readonly pages: readonly EnginePage[];
  readonly plate: Plate;
  readonly leading: Leading | null;
  /** The numbers of pages that they print. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** All stands where it will stand, but still with the numbers before. */
  readonly hasOldNumbers: boolean;
}

/** Pages that can be drawn. */
interface Finished {
  readonly pages: readonly EnginePage[];
  readonly stamps: readonly PlacedStamp[];
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
  /** The places whose pages are printed. */
  private readonly listed: readonly string[];
  private plate: Promise<Plate> | null = null;
  /** The numbers of pages that the plate prints now. */
  private pageOf: ReadonlyMap<string, number> = NONE;

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

  /**
   * @param space the share of the space between blocks and in tables that is left
   * @param leading another than that of the definition
   */
  async layOut(space: number, leading: Leading | null): Promise<LaidOut> {
    this.plate ??= this.newPlate();
    const plate = await this.plate;
    plate.lead(leading);
    // Always from the beginning: what is found depends on no other layout.
    this.number(plate, NONE);
    for (let pass = 1; ; pass++) {
      const pages = plate.place(space);
      const { pageOf } = this;
      const measured = this.listed.length === 0 ? pageOf : pagesOfNames(pages);
      const placed = { pages, plate, leading };
      if (pass === MOST_PASSES || this.isSame(measured)) return { ...placed, pageOf, hasOldNumbers: false };
      const isMoved = this.number(plate, measured);
      if (!isMoved) return { ...placed, pageOf: measured, hasOldNumbers: true };
    }
  }

  /** Puts everything else on the pages, which are to be drawn now. */
  finish({ pages, plate, leading, pageOf, hasOldNumbers }: LaidOut): Finished {
    this.isUsed = true;
    plate.lead(leading);
    this.number(plate, pageOf);
    const finished = hasOldNumbers ? plate.renumbered(pages) : pages;
    return { pages: finished, stamps: plate.finish(finished) };
  }

  private number(plate: Plate, pageOf: ReadonlyMap<string, number>): boolean {
    const isMoved = !this.isSame(pageOf) && plate.number(pageOf);
    this.pageOf = pageOf;
    return isMoved;
  }

  private isSame(pageOf: ReadonlyMap<string, number>): boolean {
    return this.listed.every((id) => pageOf.get(id) === this.pageOf.get(id));
  }

  private async newPlate(): Promise<Plate> {
    const { root, document } = this;
    const pictures = new Pictures();
    const plate = new Plate(this.setting.definition, { root, pictures, document });
    pictures.embedInto(document);
    await plate.measure();
    return plate;
  }
}

const NONE: ReadonlyMap<string, number> = new Map();

function missingGlyph(font: string, text: string): Diagnostic {
  return error(
    'glyph-missing',
    `The font ${font} has no glyph for a character in "${text}"; the text cannot be printed with it.`,
  );
}
