/** The shapes of pdfmake's measuring and layout, as far as this room touches them. */
import type {
  EngineFont,
  EngineLine,
  EngineNode,
  EnginePage,
  Inline,
  PageItem,
  PageMargins,
  PageSize,
  Vector,
} from './engine-nodes.js';

/** Where layout stands: the current page and what is left of it. */
export interface EngineContext {
  pages: EnginePage[];
  page: number;
  x: number;
  y: number;
  availableWidth: number;
  availableHeight: number;
  pageMargins: PageMargins;
  snapshots: { availableHeight: number; overflowed?: boolean; [key: string]: unknown }[];
  backgroundLength: number[];
  getCurrentPage(): EnginePage | null;
  getCurrentPosition(): { pageNumber: number; top: number; left: number; pageInnerHeight: number };
  moveDown(offset: number): boolean;
  addMargin(left: number, right?: number): void;
  inSnakingColumns(): boolean;
}
export interface EngineWriter {
  transactionLevel: number;
  originalX: number;
  repeatables: { height: number; items: PageItem[]; insertedOnPages: boolean[] }[];
  context(): EngineContext;
  addLine(line: EngineLine, dontUpdateContextPosition?: boolean, index?: number): unknown;
  addVector(
    vector: Vector,
    ignoreContextX?: boolean,
    ignoreContextY?: boolean,
    index?: number | null,
    forcePage?: number,
  ): unknown;
  addFragment(block: unknown, useX?: boolean, useY?: boolean, dontMove?: boolean): unknown;
  moveToNextPage(orientation?: string): void;
  beginUnbreakableBlock(width?: number, height?: number): void;
  commitUnbreakableBlock(x?: number, y?: number): void;
  setMaxListeners(count: number): void;
  addListener(event: string, listener: (argument: never) => void): void;
  removeListener(event: string, listener: (argument: never) => void): void;
}
export interface EngineStyleStack {
  styleOverrides: unknown[];
  clone(): EngineStyleStack;
  push(style: unknown): void;
  pop(count?: number): void;
  getProperty(name: string): unknown;
}
export interface EngineTextInlines {
  pdfDocument: EngineFontSource;
  buildInlines(text: unknown, stack: EngineStyleStack): { items: Inline[]; minWidth: number; maxWidth: number };
  measure(words: Inline[], stack: EngineStyleStack): Inline[];
  widthOfText(text: string, inline: Inline): number;
}
export interface EngineSvgMeasure {
  measureSVG(svg: string): { width: number; height: number };
  writeDimensions(svg: string, size: { width: number; height: number }): string;
}
export interface EngineFontSource {
  provideFont(family: string, bold: boolean, italics: boolean): EngineFont;
}
export interface EngineDocMeasure {
  textInlines: EngineTextInlines;
  pdfDocument: EngineFontSource;
  styleStack: EngineStyleStack;
  measureNode(node: EngineNode): EngineNode;
  measureBlock(node: EngineNode): EngineNode;
  measureUnorderedList(node: EngineNode): EngineNode;
  measureLeaf(node: EngineNode): EngineNode;
}
export type Furniture = (page: number, pages: number) => EngineNode | null;

export interface EngineDocPreprocessor {
  preprocessDocument(content: EngineNode): EngineNode;
  preprocessBlock(node: EngineNode): EngineNode;
}

/** pdfmake's LayoutBuilder: measures a tree of nodes and places it on pages. */
export interface EngineLayoutBuilder {
  pageSize: PageSize;
  pageMargins: PageMargins;
  nestedLevel: number;
  writer: EngineWriter;
  docMeasure: EngineDocMeasure;
  docPreprocessor: EngineDocPreprocessor;
  linearNodeList: EngineNode[];
  layoutDocument(
    content: EngineNode,
    document: EngineFontSource,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: Furniture,
    footer: Furniture,
    watermark: object | undefined,
  ): EnginePage[];
  tryLayoutDocument(...settings: Parameters<EngineLayoutBuilder['layoutDocument']>): {
    pages: EnginePage[];
    linearNodeList: EngineNode[];
  };
  processNode(node: EngineNode, isVerticalAlignmentAllowed?: boolean): void;
  processVerticalContainer(node: EngineNode): void;
  processColumns(node: EngineNode): void;
  processList(ordered: boolean, node: EngineNode): void;
  processTable(node: EngineNode): void;
  processRow(row: {
    cells: EngineNode[];
    rowIndex?: number;
    tableNode?: EngineNode;
    dontBreakRows?: boolean;
    [key: string]: unknown;
  }): unknown;
  processLeaf(node: EngineNode): void;
  processImage(node: EngineNode): void;
  processSVG(node: EngineNode): void;
  processCanvas(node: EngineNode): void;
  buildNextLine(node: EngineNode): EngineLine | null;
  addHeadersAndFooters(header: Furniture, footer: Furniture): void;
  addDynamicRepeatable(getter: Furniture, size: unknown, name: string): void;
  addBackground(background: unknown): void;
  addWatermark(watermark: object | undefined, document: EngineFontSource, defaultStyle: object): void;
}
