import { bindPages } from '../direction/bind.js';
import { mirrorPages } from '../direction/mirror.js';
import { alignLine } from '../pagination/align.js';
import { type Paragraph, type Rest, trailingSpace, WHOLE } from '../pagination/flow.js';
import type { Hyphenation } from '../pagination/hyphenation.js';
import { type Leading, setLeading } from '../pagination/line-distances.js';
import { LineMaker } from '../pagination/lines.js';
import { noteLines, withNumbers } from '../pagination/numbered-lines.js';
import { beginsOnNewPage } from '../pagination/page-breaks.js';
import { Paginator } from '../pagination/paginator.js';
import { setSpace, spaceAtBreak } from '../pagination/space.js';
import type { Furniture } from './layout-shapes.js';
import { measureNumbers, mendMeasure } from './measuring.js';
import type { EngineLine, EngineNode, EnginePage, Inline, PageItem, PageMargins, PageSize } from './node-shapes.js';
import type { EngineFontSource } from './pdfkit-shapes.js';
import { DocMeasure, DocPreprocessor, LayoutBuilder, Line } from './pdfmake.js';
import { SvgSize } from './svg-size.js';

/** A flow that leaves this many pages empty in a row would never end: that is our own bug. */
const MOST_EMPTY_PAGES = 3;

/** What is measured of a document. */
export interface Measured {
  readonly content: EngineNode;
  readonly defaultStyle: object;
  readonly header: Furniture;
  readonly footer: Furniture;
  readonly watermark?: object | undefined;
}

/** How much there is to be placed, in points. */
export interface Extent {
  readonly height: number;
  /** Of the text area of a page. */
  readonly page: number;
  /** At most so much of the height is space that is cut from one page to the next. */
  readonly lost: number;
}

/** A header or footer takes no more than this share of the page from the text, however high it is. */
const GREATEST_FURNITURE = 0.35;

/** Stands for the number of pages while it is not known: of three digits, all of them wide. */
const MANY_PAGES = 888;

/**
 * pdfmake's LayoutBuilder, which measures a tree of nodes and places it on pages, with placing of our own:
 * pagination/flow.ts says how. Of pdfmake's steps, preprocessing, measuring and the watermark remain.
 */
export class PagedLayoutBuilder extends LayoutBuilder {
  /** Without it, no word is divided. */
  hyphenation: Hyphenation | null = null;
  /** The document is in a language that is written from right to left: its pages are turned round. */
  mirrored = false;
  /** Points on the inner side of each page that its margin has more, for the binding. */
  binding = 0;
  /** What begins on a page of its own begins on a right-hand one: the first page, the third and so on. */
  rightHand = false;

  private readonly paragraphs = new WeakMap<EngineNode, Paragraph>();

  constructor(
    size: PageSize,
    margins: PageMargins,
    private readonly document: EngineFontSource,
    private readonly measured: Measured,
  ) {
    super(size, margins, new SvgSize());
  }

  /** Measures everything; once. */
  measure(): void {
    const { content, defaultStyle, header, footer } = this.measured;
    this.docPreprocessor = new DocPreprocessor();
    this.docMeasure = new DocMeasure(this.document, {}, defaultStyle, this.svgMeasure, {});
    mendMeasure(this.docMeasure, this.document);
    this.pageMargins = this.marginsAround(header, footer);
    this.docMeasure.measureNode(this.docPreprocessor.preprocessDocument(content));
  }

  /**
   * Measures what has become of the content since these of its nodes print other numbers.
   *
   * @returns whether anything may stand elsewhere now
   */
  measureAgain(changed: readonly EngineNode[]): boolean {
    let isMoved = false;
    for (const node of changed) {
      this.docPreprocessor.preprocessBlock(node);
      this.paragraphs.delete(node);
      if (measureNumbers(this.docMeasure, node)) isMoved = true;
    }
    if (isMoved) this.docMeasure.measureNode(this.measured.content);
    return isMoved;
  }

  /**
   * The pages with the content alone, which is placed as often as is wanted, each time on other pages.
   *
   * @param space the share of the space between blocks and in tables that is left
   */
  place(space = 1): EnginePage[] {
    setSpace(this.measured.content, space);
    const pages = this.paginate(this.measured.content);
    this.turn(pages);
    return pages;
  }

  /** Moves lines and blocks; null: to where they were measured. */
  lead(leading: Leading | null): void {
    const { content, defaultStyle } = this.measured;
    setLeading(content, leading, leading?.style ?? defaultStyle);
  }

  /** The same pages with the numbers that are known now, where they move nothing. */
  renumbered(pages: readonly EnginePage[]): EnginePage[] {
    const paginator = this.newPaginator();
    return withNumbers(pages, (node, width) => paginator.paragraph(node, width).lines);
  }

  /** The content in one piece: wherever it is broken, all of its height is on some page, but for space between them. */
  extent(space: number): Extent {
    const { content } = this.measured;
    setSpace(content, space);
    const { left, top, right, bottom } = this.pageMargins;
    const { width, height } = this.pageSize;
    const whole = this.newPaginator().height(content, width - left - right);
    return { height: whole, page: height - top - bottom, lost: spaceAtBreak(content) };
  }

  /** Adds what stands in the margins of pages, and behind their text. */
  finish(pages: readonly EnginePage[]): void {
    const { defaultStyle, header, footer, watermark } = this.measured;
    const furniture = pages.map(() => this.pageOf([]));
    this.addFurniture(furniture, header, () => 0);
    this.addFurniture(furniture, footer, ({ pageSize, pageMargins }) => pageSize.height - pageMargins.bottom);
    this.turn(furniture);
    pages.forEach((page, index) => {
      for (const item of furniture[index]?.items ?? []) page.items.push(item);
    });
    // Where pdfmake looks for the pages.
    this.writer = { context: () => ({ pages }) };
    if (watermark !== undefined) this.addWatermark(watermark, this.document, defaultStyle);
  }

  /** Turns pages round for a language that runs from the right, and moves them for the binding. */
  private turn(pages: readonly EnginePage[]): void {
    if (this.mirrored) mirrorPages(pages);
    if (this.binding > 0) bindPages(pages, this.mirrored ? -this.binding : this.binding);
  }

  /** The margins, grown where a header or footer would reach into the text. */
  private marginsAround(header: Furniture, footer: Furniture): PageMargins {
    const { top, bottom } = this.pageMargins;
    const most = this.pageSize.height * GREATEST_FURNITURE;
    const grown = (margin: number, getter: Furniture): number =>
      Math.max(margin, Math.min(most, this.furnitureHeight(getter)));
    return { ...this.pageMargins, top: grown(top, header), bottom: grown(bottom, footer) };
  }

  /** The greater of the height on the first page and that on the others. */
  private furnitureHeight(getter: Furniture): number {
    const paginator = this.newPaginator();
    const heights = [1, MANY_PAGES].map((page) => {
      const measured = this.measuredFurniture(getter, page, MANY_PAGES);
      return measured === null ? 0 : paginator.height(measured, this.pageSize.width) - trailingSpace(measured);
    });
    return Math.max(...heights);
  }

  private measuredFurniture(getter: Furniture, page: number, pages: number): EngineNode | null {
    const node = getter(page, pages);
    return node === null ? null : this.docMeasure.measureNode(this.docPreprocessor.preprocessBlock(node));
  }

  /** Nodes of which each stands on a page of its own, laid out from the page's upper left corner. After the pages. */
  stampItems(nodes: readonly EngineNode[]): PageItem[][] {
    const stamps = nodes.map(() => this.pageOf([]));
    this.addFurniture(
      stamps,
      (page) => nodes[page - 1] ?? null,
      () => 0,
    );
    if (this.mirrored) mirrorPages(stamps);
    return stamps.map(({ items }) => items);
  }

  private paginate(content: EngineNode): EnginePage[] {
    const { width, height } = this.pageSize;
    const { left, top, right, bottom } = this.pageMargins;
    const pages: EnginePage[] = [];
    const paginator = this.newPaginator();
    let rest: Rest | null = WHOLE;
    let empty = 0;
    while (rest !== null) {
      const isLeft = pages.length % 2 === 1;
      if (this.rightHand && isLeft && beginsOnNewPage(content, rest)) pages.push({ ...this.pageOf([]), blank: true });
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
    return pages;
  }

  /** pdfmake looks for settings of a single page in `customProperties`; there are none. */
  private pageOf(items: PageItem[]): EnginePage & { customProperties: object } {
    return { items, pageSize: this.pageSize, pageMargins: this.pageMargins, customProperties: {} };
  }

  private newPaginator(): Paginator {
    return new Paginator((node, width) => this.linesOf(node, width), this.paragraphs);
  }

  private linesOf(node: EngineNode, width: number): EngineLine[] {
    const maker = new LineMaker(node, width, {
      newLine: (room) => new Line(room),
      measure: (text: string, inline: Inline) => this.docMeasure.textInlines.widthOfText(text, inline),
      hyphenation: this.hyphenation,
      mirrored: this.mirrored,
    });
    const lines: EngineLine[] = [];
    for (let line = maker.next(); line !== null; line = maker.next()) {
      alignLine(line);
      lines.push(line);
    }
    if (node.isNumbered) noteLines(node, width, lines);
    return lines;
  }

  /** Headers and footers are not broken; they begin at `top`, in points from the top of the page. */
  private addFurniture(pages: readonly EnginePage[], getter: Furniture, top: (page: EnginePage) => number): void {
    const paginator = this.newPaginator();
    pages.forEach((page, index) => {
      const measured = this.measuredFurniture(getter, index + 1, pages.length);
      if (measured === null) return;
      paginator.items = page.items;
      const { width, height } = page.pageSize;
      const area = { x: 0, width, y: top(page), bottom: Number.POSITIVE_INFINITY, full: height };
      paginator.place(measured, { area: { ...area, fresh: true, continued: false }, rest: WHOLE, after: 0 });
    });
  }
}
