/**
 * The shapes of pdfmake 0.3.11's measuring, layout and rendering, as far as this program touches them. Lengths are
 * points; y grows downwards from the top of the page.
 */
import type { EngineLine, EngineNode, EnginePage, Inline, PageMargins, PageSize, Size, Vector } from './node-shapes.js';
import type { EngineFontSource } from './pdfkit-shapes.js';

export interface EngineStyleStack {
  readonly defaultStyle: object;
  /** The nodes around, from the outermost; names of styles are not used. */
  readonly styleOverrides: readonly object[];
  clone(): EngineStyleStack;
  push(style: unknown): void;
  getProperty(name: string): unknown;
}

/** The words of a text node: with the widths of the longest word and of the longest line. */
export interface MeasuredInlines {
  readonly items: Inline[];
  readonly minWidth: number;
  readonly maxWidth: number;
}

export interface EngineTextInlines {
  pdfDocument: EngineFontSource;
  buildInlines(text: unknown, stack: EngineStyleStack): MeasuredInlines;
  widthOfText(text: string, inline: Inline): number;
}

export interface EngineSvgMeasure {
  measureSVG(svg: string): Size;
  writeDimensions(svg: string, size: Size): string;
}

/** Gives a node its least and greatest width, and whatever else its kind needs to be placed. */
export interface EngineDocMeasure {
  textInlines: EngineTextInlines;
  styleStack: EngineStyleStack;
  measureNode(node: EngineNode): EngineNode;
  measureColumns(node: EngineNode): EngineNode;
  measureTable(node: EngineNode): EngineNode;
  measureUnorderedList(node: EngineNode): EngineNode;
  measureLeaf(node: EngineNode): EngineNode;
}

export interface EngineDocPreprocessor {
  preprocessDocument(content: EngineNode): EngineNode;
  preprocessBlock(node: EngineNode): EngineNode;
}

/** A header or footer; the first page is 1. */
export type Furniture = (page: number, pages: number) => EngineNode | null;

export interface LaidOut {
  readonly pages: readonly EnginePage[];
}

/** pdfmake's LayoutBuilder: measures a tree of nodes and places it on pages. */
export interface EngineLayoutBuilder {
  pageSize: PageSize;
  pageMargins: PageMargins;
  svgMeasure: EngineSvgMeasure;
  writer: { context(): LaidOut };
  docMeasure: EngineDocMeasure;
  docPreprocessor: EngineDocPreprocessor;
  addWatermark(watermark: object | undefined, document: EngineFontSource, defaultStyle: object): void;
}

export interface EngineRenderer {
  renderVector(vector: Vector): void;
  renderImage(node: EngineNode): void;
  renderSVG(node: EngineNode): void;
}

export interface EngineTextDecorator {
  drawBackground(line: EngineLine, x: number, y: number): void;
  drawDecorations(line: EngineLine, x: number, y: number): void;
}
