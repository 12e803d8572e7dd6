/** Lays out nodes and prints them without tags, to be read back with pdf.js: page breaking alone is on trial here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PagedLayoutBuilder } from '../../../src/pdf/engine/layout-builder.js';
import type { Furniture } from '../../../src/pdf/engine/layout-shapes.js';
import type { EngineNode, EnginePage } from '../../../src/pdf/engine/node-shapes.js';
import { PdfDocument, Renderer } from '../../../src/pdf/engine/pdfmake.js';
import type { Hyphenation } from '../../../src/pdf/pagination/hyphenation.js';

const require = createRequire(import.meta.url);
const face = (path: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/${path}`));
const serif = {
  normal: face('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  bold: face('source-serif-4/700Bold/SourceSerif4_700Bold.ttf'),
  italics: face('source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  bolditalics: face('source-serif-4/700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'),
};

export const PAGE = { width: 300, height: 400, orientation: 'portrait' as const };
export const MARGINS = { left: 30, top: 40, right: 30, bottom: 40 };
export const INNER = PAGE.height - MARGINS.top - MARGINS.bottom;

interface Style {
  readonly fontSize?: number;
  readonly leading?: number;
}

type Document = InstanceType<typeof PdfDocument>;

function newDocument(): Document {
  return new PdfDocument(
    { Serif: serif } as never,
    {},
    {},
    {},
    {
      size: [PAGE.width, PAGE.height],
      pdfVersion: '1.7',
      compress: true,
      lang: 'en',
      displayTitle: true,
      fontLayoutCache: true,
      bufferPages: false,
      autoFirstPage: false,
      info: {},
      font: null,
    },
  );
}

/** Fonts are opened, and words shaped, once for all tests that print nothing. */
const shared = newDocument();

const none: Furniture = () => null;

export function layOut(
  content: EngineNode[],
  style: Style = {},
  document = shared,
  hyphenation: Hyphenation | null = null,
): EnginePage[] {
  return built(content, style, document, { hyphenation });
}

interface Options {
  readonly hyphenation?: Hyphenation | null;
  readonly header?: Furniture;
  readonly footer?: Furniture;
}

function built(
  content: EngineNode[],
  style: Style,
  document: Document,
  { hyphenation = null, header = none, footer = none }: Options,
): EnginePage[] {
  const defaultStyle = { font: 'Serif', fontSize: 10, ...style };
  const measured = { content: { stack: content }, defaultStyle, header, footer };
  const builder = new PagedLayoutBuilder(PAGE, MARGINS, document, measured);
  builder.hyphenation = hyphenation;
  builder.measure();
  const pages = builder.place();
  builder.finish(pages);
  return pages;
}

/** As `layOut`, between a header and a footer. */
export function layOutBetween(content: EngineNode[], header: Furniture, footer: Furniture): EnginePage[] {
  return built(content, {}, shared, { header, footer });
}

/** As `layOut`, with words divided. */
export function layOutDivided(content: EngineNode[], hyphenation: Hyphenation): EnginePage[] {
  return layOut(content, {}, shared, hyphenation);
}

/** Lays out and prints: the pages, and the bytes of the PDF. */
export async function print(content: EngineNode[]): Promise<{ pages: EnginePage[]; bytes: Uint8Array }> {
  const document = newDocument();
  const pages = layOut(content, {}, document);
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => document.on('end', resolve));
  const renderer = new Renderer(document) as unknown as { renderPages(all: EnginePage[]): void };
  renderer.renderPages(pages);
  document.end();
  await done;
  return { pages, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

export interface ReadWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The base line, from the top of the page. */
  readonly y: number;
}

/** The words of every page as pdf.js reads them. */
export async function readBack(pdf: Uint8Array): Promise<ReadWord[][]> {
  const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
  const pages: ReadWord[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , left, bottom] = item.transform as number[];
        const x = left ?? 0;
        return [{ text: item.str, left: x, right: x + item.width, y: PAGE.height - (bottom ?? 0) }];
      }),
    );
  }
  await document.destroy();
  return pages;
}

/** The words that layout put on each page, line by line. */
export function linesOn(page: EnginePage): string[] {
  return page.items.flatMap((item) => (item.type === 'line' ? [item.item.inlines.map((i) => i.text).join('')] : []));
}

export const text = (content: string, more: Partial<EngineNode> = {}): EngineNode => ({ text: content, ...more });
export const lorem = (words: number, tag = 'w'): string =>
  Array.from({ length: words }, (_, index) => `${tag}${index}`).join(' ');
