/**
 * The one door to pdfmake's inner modules. They are CommonJS compiled from ES modules: Node hands out `{ default }`,
 * some loaders the class itself, so both are understood. Their versions are pinned; the files named `…-shapes.ts` have
 * their shapes.
 */

import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import docPreprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import documentModule from 'pdfmake/js/PDFDocument.js';
import rendererModule from 'pdfmake/js/Renderer.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import textDecoratorModule from 'pdfmake/js/TextDecorator.js';
import textInlinesModule from 'pdfmake/js/TextInlines.js';
import type {
  EngineDocMeasure,
  EngineDocPreprocessor,
  EngineLayoutBuilder,
  EngineRenderer,
  EngineSvgMeasure,
  EngineTextDecorator,
  EngineTextInlines,
} from './layout-shapes.js';
import type { EngineLine, PageMargins, PageSize } from './node-shapes.js';
import type { EngineDocument, EngineDocumentOptions, EngineFontSource } from './pdfkit-shapes.js';

function defaultOf<T>(module: unknown): T {
  const inner = (module as { default?: unknown }).default;
  return (inner ?? module) as T;
}

export type LayoutBuilder = EngineLayoutBuilder;
export const LayoutBuilder =
  defaultOf<new (size: PageSize, margins: PageMargins, svgMeasure: EngineSvgMeasure) => EngineLayoutBuilder>(
    layoutBuilderModule,
  );

export const DocPreprocessor = defaultOf<new () => EngineDocPreprocessor>(docPreprocessorModule);

export const DocMeasure =
  defaultOf<
    new (
      document: EngineFontSource,
      styles: object,
      defaultStyle: object,
      svgMeasure: EngineSvgMeasure,
      tableLayouts: object,
    ) => EngineDocMeasure
  >(docMeasureModule);

const EngineLineClass = defaultOf<new (maxWidth: number) => EngineLine>(lineModule);

/** A line whose base line is where its words say, not where the highest of their fonts would have it. */
export class Line extends EngineLineClass {
  override getHeight(): number {
    return this.block?.leading ?? super.getHeight();
  }

  override getAscenderHeight(): number {
    if (this.block?.baseLine !== undefined) return this.block.baseLine;
    return this.inlines.reduce((lowest, { baseLine }) => Math.max(lowest, baseLine), 0);
  }

  override clone(): Line {
    return Object.assign(new Line(this.maxWidth), this);
  }
}

export const PdfDocument =
  defaultOf<
    new (
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: EngineDocumentOptions,
    ) => EngineDocument
  >(documentModule);

export const Renderer = defaultOf<new (document: EngineDocument) => EngineRenderer>(rendererModule);

export const SvgMeasure = defaultOf<new () => EngineSvgMeasure>(svgMeasureModule);

export const TextDecorator = defaultOf<new (document: EngineDocument) => EngineTextDecorator>(textDecoratorModule);

export const TextInlines = defaultOf<new (document: EngineFontSource | null) => EngineTextInlines>(textInlinesModule);
