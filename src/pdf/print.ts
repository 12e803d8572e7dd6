import { type Diagnostic, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import { destinationsOf, drawnFamilies } from './contents.js';
import { TaggedDocument } from './document/document.js';
import { concatenated } from './document/strings.js';
import { TaggedRenderer } from './drawing/renderer.js';
import type { EngineNode, EnginePage, PageSize } from './engine.js';
import { fitFonts } from './fonts/fit-fonts.js';
import { FontLibrary } from './fonts/library.js';
import { settleAnchors } from './nodes/anchors.js';
import { blockNode } from './nodes/block.js';
import { blocks } from './nodes/container.js';
import type { Conversion, Inherited } from './nodes/conversion.js';
import { styleOf } from './nodes/conversion.js';
import { contentOf } from './page-content.js';
import { loadHyphenation } from './pagination/hyphenation.js';
import { SvgMeasure } from './pdfmake.js';
import { Pictures } from './pictures.js';
import type { PdfResources, RenderedPdf } from './resources.js';
import { furniture } from './setting/furniture.js';
import { TaggedLayoutBuilder } from './setting/tagged-layout.js';
import { StructureElement } from './structure/element.js';

/** The work behind renderPdf(), in the module that loads pdfmake. */
export async function printDefinition(given: PrintDefinition, resources: PdfResources): Promise<Outcome<RenderedPdf>> {
  const library = new FontLibrary(given.fonts, (family, face) => resources.readFont(family, face));
  const fitted = fitFonts(given, library);
  if (!fitted.ok) return fitted;
  const { definition, families } = fitted.value;
  const diagnostics: Diagnostic[] = [...fitted.diagnostics];
  const root = new StructureElement('Document', null);
  const pictures = new Pictures();
  const conversion = conversionOf(definition, pictures);
  const ready = definition.hyphenate === true ? 'freely' : 'never';
  const inherited: Inherited = { lang: definition.language, origin: undefined, ready };
  const content: EngineNode = { stack: blocks(definition.content, root, inherited, conversion) };
  settleAnchors(content);
  const document = new TaggedDocument({
    size: [definition.page.width, definition.page.height],
    lang: definition.language,
    info: definition.info,
    root,
    colorProfile: resources.colorProfile,
    attachments: resources.attachments,
    families: new Set([...families, ...drawnFamilies(definition.content)]),
    fontFile: (family, face) => library.file(family, face),
    onMissingGlyph: (font, text) => diagnostics.push(missingGlyph(font.name, text)),
  });
  const bytes = collect(document);
  diagnostics.push(...(await pictures.embedInto(document)));
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
  const builder = layoutBuilder(definition.page);
  if (conversion.languages.size > 0) builder.hyphenation = await loadHyphenation(conversion.languages);
  const pages = layOut(builder, definition, content, document, inherited, conversion);
  new TaggedRenderer(document).drawPages(pages);
  document.end();
  return outcomeOf({ bytes: await bytes, pages: pages.length, contents: pages.map(contentOf) }, diagnostics);
}

function conversionOf(definition: PrintDefinition, pictures: Pictures): Conversion {
  const { width, height, margins } = definition.page;
  return {
    destinations: destinationsOf(definition.content),
    room: { width: width - margins[0] - margins[2], height: height - margins[1] - margins[3] },
    pictureKey: (bytes, origin) => pictures.keyOf(bytes, origin),
    region: undefined,
    counters: { page: 0, pages: 0 },
    headingLevel: 0,
    languages: new Set(),
    block(node, parent, inherited, direct) {
      return blockNode(node, parent, inherited, this, direct);
    },
  };
}

function layoutBuilder({ width, height, margins }: PrintDefinition['page']): TaggedLayoutBuilder {
  const size: PageSize = { width, height, orientation: width > height ? 'landscape' : 'portrait' };
  const [left, top, right, bottom] = margins;
  return new TaggedLayoutBuilder(size, { left, top, right, bottom }, new SvgMeasure());
}

function layOut(
  builder: TaggedLayoutBuilder,
  definition: PrintDefinition,
  content: EngineNode,
  document: TaggedDocument,
  inherited: Inherited,
  conversion: Conversion,
): EnginePage[] {
  return builder.layoutDocument(
    content,
    document,
    {},
    styleOf(definition.defaultStyle),
    undefined,
    furniture(definition.header, 'Header', inherited, conversion),
    furniture(definition.footer, 'Footer', inherited, conversion),
    definition.watermark ? { ...definition.watermark } : undefined,
  );
}

function missingGlyph(font: string, text: string): Diagnostic {
  return {
    severity: 'error',
    code: 'glyph-missing',
    message: `The font ${font} has no glyph for a character in "${text}"; the text cannot be printed with it.`,
  };
}

/** pdfkit's document is a stream: its bytes, when it has ended. */
function collect(document: TaggedDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(concatenated(chunks)));
  });
}
