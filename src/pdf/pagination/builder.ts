/** pdfmake's LayoutBuilder with page breaking of our own: flow.ts says how. */
import { mirrorPages } from '../direction/mirror.js';
import type {
  EngineFontSource,
  EngineLayoutBuilder,
  EngineLine,
  EngineNode,
  EnginePage,
  EngineWriter,
  Furniture,
  Inline,
  PageItem,
  PageMargins,
} from '../engine/engine.js';
import { LayoutBuilder } from '../engine/pdfmake.js';
import { alignLine } from './align.js';
import { type Rest, trailingSpace, WHOLE } from './flow.js';
import type { Hyphenation } from './hyphenation.js';
import { LineMaker } from './lines.js';
import { type LineSource, Paginator } from './paginator.js';
import { LinearTextInlines } from './text-inlines.js';
import { mendWidths } from './widths.js';

/** A flow that leaves this many pages empty in a row does not end: a defect of ours. */
const MOST_EMPTY_PAGES = 3;

type Settings = Parameters<EngineLayoutBuilder['tryLayoutDocument']>;

/** A header or footer takes no more than this share of the page from the text, however high it is. */
const GREATEST_FURNITURE = 0.35;

/** pdfmake's steps before and after placing. */
interface InnerSteps {
  readonly docPreprocessor: {
    preprocessDocument(content: EngineNode): EngineNode;
    preprocessBlock(node: EngineNode): EngineNode;
  };
  addWatermark(watermark: object | undefined, document: EngineFontSource, defaultStyle: object): void;
}

/**
 * Measures a tree of nodes with pdfmake and places it on pages.
 *
 * For subclasses: `processLeaf` is called once for a text node and then `buildNextLine` for each of its lines in order;
 * `processImage`, `processSVG` and `processCanvas` once before the node is placed, with the width at hand in
 * `writer.context().availableWidth`. pdfmake's other steps (`processNode`, `processList`, `processTable` …) are not
 * used. What is set on a line, an image or a vector then reaches the page, and the copies in repeated table heads. A
 * list's items stand `listIndent` to the right. Lines come aligned and justified.
 */
export class PagedLayoutBuilder extends LayoutBuilder {
  /** Without it, no word is divided. */
  hyphenation: Hyphenation | null = null;
  /** The document is in a language that is written from right to left: its pages are turned round. */
  mirrored = false;
  private maker: LineMaker | null = null;
  private place: PlaceAtHand = { pages: [], availableWidth: 0 };

  override tryLayoutDocument(...settings: Settings): { pages: EnginePage[]; linearNodeList: EngineNode[] } {
    const [content, document, , defaultStyle, , header, footer, watermark] = settings;
    const inner = this as unknown as InnerSteps;
    this.docMeasure.textInlines = new LinearTextInlines(document);
    mendWidths(this.docMeasure);
    this.linearNodeList = [];
    this.place = { pages: [], availableWidth: 0 };
    this.writer = writerAt(this.place);
    this.pageMargins = this.marginsAround(header, footer);
    this.paginate(this.docMeasure.measureNode(inner.docPreprocessor.preprocessDocument(content)));
    this.addHeadersAndFooters(header, footer);
    if (this.mirrored) mirrorPages(this.place.pages);
    if (watermark !== undefined) inner.addWatermark(watermark, document, defaultStyle);
    return { pages: this.place.pages, linearNodeList: this.linearNodeList };
  }

  /** The margins, grown where a header or footer would reach into the text. */
  private marginsAround(header: Furniture, footer: Furniture): PageMargins {
    const { top, bottom } = this.pageMargins;
    const most = this.pageSize.height * GREATEST_FURNITURE;
    const grown = (margin: number, getter: Furniture): number =>
      Math.max(margin, Math.min(most, this.furnitureHeight(getter)));
    return { ...this.pageMargins, top: grown(top, header), bottom: grown(bottom, footer) };
  }

  /** The higher of that on the first page and that on the others; how many pages there are is not known yet. */
  private furnitureHeight(getter: Furniture): number {
    const preprocessor = (this as unknown as InnerSteps).docPreprocessor;
    const paginator = new Paginator(this.lineSource());
    const heights = [1, 888].map((page) => {
      const node = getter(page, 888);
      if (!node) return 0;
      const measured = this.docMeasure.measureNode(preprocessor.preprocessBlock(node));
      return paginator.height(measured, this.pageSize.width) - trailingSpace(measured);
    });
    return Math.max(...heights);
  }

  private paginate(content: EngineNode): void {
    const { width, height } = this.pageSize;
    const { left, top, right, bottom } = this.pageMargins;
    const { pages } = this.place;
    const paginator = new Paginator(this.lineSource());
    let rest: Rest | null = WHOLE;
    let empty = 0;
    while (rest !== null) {
      paginator.items = [];
      const placed = paginator.place(content, {
        area: {
          x: left,
          width: width - left - right,
          y: top,
          bottom: height - bottom,
          full: height - top - bottom,
          fresh: true,
          continued: pages.length > 0,
        },
        rest,
        after: 0,
      });
      pages.push(this.pageOf(paginator.items));
      empty = paginator.items.length === 0 ? empty + 1 : 0;
      if (empty > MOST_EMPTY_PAGES) throw new Error(`page ${pages.length} and those before it are empty`);
      rest = placed.rest;
    }
  }

  /** pdfmake looks for settings of a single page in `customProperties`; there are none. */
  private pageOf(items: PageItem[]): EnginePage & { customProperties: object } {
    return { items, pageSize: this.pageSize, pageMargins: this.pageMargins, customProperties: {} };
  }

  private lineSource(): LineSource {
    return {
      linesOf: (node, width) => this.linesOf(node, width),
      begin: (node, width) => this.begin(node, width),
    };
  }

  private linesOf(node: EngineNode, width: number): EngineLine[] {
    const before = this.maker;
    this.maker = new LineMaker(node, width, {
      measure: (text: string, inline: Inline) => this.docMeasure.textInlines.widthOfText(text, inline),
      hyphenation: this.hyphenation,
      mirrored: this.mirrored,
    });
    const lines: EngineLine[] = [];
    this.processLeaf(node);
    for (let line = this.buildNextLine(node); line !== null; line = this.buildNextLine(node)) lines.push(line);
    this.maker = before;
    return lines;
  }

  override buildNextLine(_node: EngineNode): EngineLine | null {
    const line = this.maker?.next() ?? null;
    if (line !== null) alignLine(line);
    return line;
  }

  private begin(node: EngineNode, width: number): void {
    this.place.availableWidth = width;
    if (node.image !== undefined) this.processImage(node);
    else if (node.svg !== undefined) this.processSVG(node);
    else if (node.canvas !== undefined) this.processCanvas(node);
  }

  // pdfmake would place the node here; subclasses mark it.
  override processLeaf(_node: EngineNode): void {}
  override processImage(_node: EngineNode): void {}
  override processSVG(_node: EngineNode): void {}
  override processCanvas(_node: EngineNode): void {}

  override addHeadersAndFooters(header: Furniture, footer: Furniture): void {
    this.addDynamicRepeatable(header, null, 'header');
    this.addDynamicRepeatable(footer, null, 'footer');
  }

  /** Headers begin at the top of the page, footers below the text; neither is broken. */
  override addDynamicRepeatable(getter: Furniture | undefined, _size: unknown, name: string): void {
    if (getter === undefined) return;
    const { pages } = this.place;
    const preprocessor = (this as unknown as InnerSteps).docPreprocessor;
    const paginator = new Paginator(this.lineSource());
    pages.forEach((page, index) => {
      const node = getter(index + 1, pages.length);
      if (!node) return;
      const measured = this.docMeasure.measureNode(preprocessor.preprocessBlock(node));
      const top = name === 'footer' ? page.pageSize.height - page.pageMargins.bottom : 0;
      paginator.items = page.items;
      const area = { x: 0, width: page.pageSize.width, y: top, bottom: Number.POSITIVE_INFINITY };
      const full = page.pageSize.height;
      paginator.place(measured, { area: { ...area, full, fresh: true, continued: false }, rest: WHOLE, after: 0 });
    });
  }
}

/** What pdfmake's own steps, and subclasses, may ask of the writer: the pages, and the width at hand. */
interface PlaceAtHand {
  readonly pages: EnginePage[];
  availableWidth: number;
}

function writerAt(place: PlaceAtHand): EngineWriter {
  const writer = { context: () => place, setMaxListeners: () => writer };
  return writer as unknown as EngineWriter;
}
