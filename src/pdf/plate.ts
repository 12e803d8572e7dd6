import type { PrintDefinition } from '../layout/definition.js';
import { isRightToLeft } from '../layout/text/right-to-left.js';
import { destinationsOf } from './contents-pages.js';
import type { Pictures } from './engine/embedded-pictures.js';
import { type Extent, PagedLayoutBuilder } from './engine/layout-builder.js';
import type { EngineNode, EnginePage, PageItem, PageSize } from './engine/node-shapes.js';
import type { EngineFontSource } from './engine/pdfkit-shapes.js';
import { settleAnchors } from './nodes/anchors.js';
import { blockNode } from './nodes/block.js';
import { blocks } from './nodes/container.js';
import type { Context, Conversion, Inherited } from './nodes/conversion.js';
import { styleOf } from './nodes/conversion.js';
import { artifactNode, furniture } from './nodes/furniture.js';
import { loadHyphenation } from './pagination/hyphenation.js';
import type { Leading } from './pagination/line-distances.js';
import type { StructureElement } from './structure/element.js';

/** The document that a plate is for. */
interface PlateSetting {
  /** The element that holds all others. */
  readonly root: StructureElement;
  readonly pictures: Pictures;
  readonly document: EngineFontSource;
}

/** The lines of a stamp that were laid out. */
export interface PlacedStamp {
  readonly line: readonly PageItem[];
  readonly mark: readonly PageItem[];
}

/**
 * A definition as pdfmake's nodes, with its structure, measured: placed on pages as often as is wanted, with more or less
 * space. It takes most of the time of a layout, and does not depend on the space.
 */
export class Plate {
  private readonly context: Context;
  private readonly builder: PagedLayoutBuilder;
  private leading: Leading | null = null;

  constructor(
    private readonly definition: PrintDefinition,
    { root, pictures, document }: PlateSetting,
  ) {
    const ready = definition.hyphenate === true ? 'freely' : 'never';
    const inherited: Inherited = { lang: definition.language, origin: undefined, ready };
    const conversion = conversionOf(definition, pictures);
    this.context = { parent: root, inherited, conversion };
    const content: EngineNode = { stack: blocks(definition.content, this.context) };
    settleAnchors(content);
    const { width, height, margins, binding = 0, rightHand = false } = definition.page;
    const size: PageSize = { width, height, orientation: width > height ? 'landscape' : 'portrait' };
    const [left, top, right, bottom] = margins;
    this.builder = new PagedLayoutBuilder(size, { left, top, right, bottom }, document, {
      content,
      defaultStyle: styleOf(definition.defaultStyle),
      header: furniture(definition.header, 'Header', this.context),
      footer: furniture(definition.footer, 'Footer', this.context),
      watermark: definition.watermark ? { ...definition.watermark } : undefined,
    });
    this.builder.mirrored = conversion.mirrored;
    this.builder.binding = binding;
    this.builder.rightHand = rightHand;
  }

  async measure(): Promise<void> {
    const { languages } = this.context.conversion;
    if (languages.size > 0) this.builder.hyphenation = await loadHyphenation(languages);
    this.builder.measure();
  }

  /**
   * Prints other numbers of pages, in a table of contents and elsewhere.
   *
   * @returns whether anything may stand elsewhere now
   */
  number(pageOf: ReadonlyMap<string, number>): boolean {
    this.context.conversion.pageOf = pageOf;
    return this.builder.measureAgain(this.context.conversion.renumber.map((renumber) => renumber()));
  }

  /** Moves lines and blocks to where they stand with another leading; null: to where they were measured. */
  lead(leading: Leading | null): void {
    if (leading === this.leading) return;
    this.leading = leading;
    this.builder.lead(leading);
  }

  /** The content with so much of its space, before it is broken over pages. */
  extent(space: number): Extent {
    return this.builder.extent(space);
  }

  /** The content alone; `space` is the share of the space between blocks and in tables that is left. */
  place(space: number): EnginePage[] {
    return this.builder.place(space);
  }

  /** The same pages with the numbers that are known now, where those move nothing. */
  renumbered(pages: readonly EnginePage[]): EnginePage[] {
    return this.builder.renumbered(pages);
  }

  /** Makes pages ready to be drawn. */
  finish(pages: readonly EnginePage[]): PlacedStamp[] {
    this.builder.finish(pages);
    const { stamps = [] } = this.definition;
    const lines = this.builder.stampItems(stamps.map(({ line }) => artifactNode(line, 'Header', this.context)));
    const marks = this.builder.stampItems(stamps.map(({ mark }) => artifactNode(mark, 'Header', this.context)));
    return stamps.map((_, at) => ({ line: lines[at] ?? [], mark: marks[at] ?? [] }));
  }
}

function conversionOf(definition: PrintDefinition, pictures: Pictures): Conversion {
  const { width, height, margins } = definition.page;
  return {
    destinations: destinationsOf(definition.content),
    pageOf: new Map(),
    renumber: [],
    mirrored: isRightToLeft(definition.language),
    room: { width: width - margins[0] - margins[2], height: height - margins[1] - margins[3] },
    pictureKey: (bitmap) => pictures.keyOf(bitmap),
    region: undefined,
    counters: { page: 0, pages: 0 },
    headingLevel: 0,
    languages: new Set(),
    block: blockNode,
  };
}
