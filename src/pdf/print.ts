import { type Diagnostic, error, failure, type Outcome, outcomeOf, success } from '../diagnostics/diagnostic.js';

import type { PrintDefinition } from '../layout/definition.js';
import { withSpace } from '../layout/space.js';
import { isRightToLeft } from '../layout/text/right-to-left.js';
import { contentsEntriesOf, destinationsOf, drawnFamilies, placesWithPages } from './contents-pages.js';
import { type CopyContent, copyFile } from './document/numbered-copies.js';
import { USUAL_STANDARD } from './document/standard.js';
import { concatenated } from './document/strings.js';
import { formOf } from './drawing/stamps.js';
import { Pictures } from './engine/embedded-pictures.js';
import { UnreadableFont } from './engine/guarded-font.js';
import { PagedLayoutBuilder } from './engine/layout-builder.js';
import type { EngineNode, EnginePage, PageItem, PageSize } from './engine/node-shapes.js';
import { SvgSize } from './engine/svg-size.js';
import { TaggedDocument } from './engine/tagged-document.js';
import { COPY_LINE, COPY_MARK, TaggedRenderer } from './engine/tagged-renderer.js';
import { fitFonts } from './fonts/fit-fonts.js';
import { FontLibrary } from './fonts/library.js';
import { unreadableText, unusableFont } from './fonts/unusable.js';
import { settleAnchors } from './nodes/anchors.js';
import { blockNode } from './nodes/block.js';
import { blocks } from './nodes/container.js';
import type { Context, Conversion, Inherited } from './nodes/conversion.js';
import { styleOf } from './nodes/conversion.js';
import { artifactNode, furniture } from './nodes/furniture.js';
import { contentOf } from './page-content.js';
import { loadHyphenation } from './pagination/hyphenation.js';
import { pagesOfNames } from './pagination/page-numbers.js';
import type { LaidOutDocument, PdfResources, ReadyDefinition, RenderedPdf } from './resources.js';
import { StructureElement } from './structure/element.js';

/** The work behind readyDefinition(), in the module that loads pdfmake. */
export async function ready(given: PrintDefinition, resources: PdfResources): Promise<Outcome<ReadyDefinition>> {
  const library = new FontLibrary(
    given.fonts,
    (family, face) => resources.readFont(family, face),
    resources.scriptFamilies,
  );
  const fitted = fitFonts(given, library);
  if (!fitted.ok) return fitted;
  const { definition, families } = fitted.value;
  const all = new Set([...families, ...drawnFamilies(definition.content)]);
  const press: Press = { library, families: all, resources, diagnostics: fitted.diagnostics };
  return success({ layOut: (space = 1) => guarded(() => laidOut(withSpace(definition, space), press)) });
}

/** What all layouts of a definition have in common. */
interface Press {
  readonly library: FontLibrary;
  readonly families: ReadonlySet<string>;
  readonly resources: PdfResources;
  readonly diagnostics: readonly Diagnostic[];
}

/** A font is read piece by piece, so it may turn out to be damaged at any time. */
async function guarded<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableFont)) throw error;
    const { font, text } = error;
    const reason = 'its tables do not fit together';
    return failure([text === null ? unusableFont({ ...font, reason }) : unreadableText(font, text)]);
  }
}

async function laidOut(definition: PrintDefinition, press: Press): Promise<Outcome<LaidOutDocument>> {
  const { library, families, resources } = press;
  const diagnostics: Diagnostic[] = [...press.diagnostics];
  const root = new StructureElement('Document', null);
  const pictures = new Pictures();
  const document = new TaggedDocument({
    size: [definition.page.width, definition.page.height],
    lang: definition.language,
    info: definition.info,
    root,
    colorProfile: resources.colorProfile,
    attachments: resources.attachments,
    standard: resources.standard ?? USUAL_STANDARD,
    families,
    fontFile: (family, face) => library.file(family, face),
    onMissingGlyph: (font, text) => diagnostics.push(missingGlyph(font.name, text)),
  });
  const first = converted(definition, root, pictures, new Map());
  pictures.embedInto(document);
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
  const placed = await layOutAll(first, document, (pageOf) => converted(definition, root, pictures, pageOf));
  const { pages } = placed;
  const made = { pages: pages.length, contents: pages.map(contentOf) };
  const print = async () => outcomeOf({ ...made, ...(await drawn(placed, document)) }, diagnostics);
  return outcomeOf({ ...made, print: () => guarded(print) }, diagnostics);
}

async function drawn(
  { pages, stamps }: LaidOut,
  document: TaggedDocument,
): Promise<Pick<RenderedPdf, 'bytes' | 'copies'>> {
  const bytes = collect(document);
  new TaggedRenderer(document).drawPages(pages, stamps.length > 0);
  const contents = stamps.map((stamp) => drawnStamp(document, stamp));
  document.end();
  const written = await bytes;
  const { unnumbered } = document;
  const copies = unnumbered && contents.map((content) => () => copyFile({ ...unnumbered, bytes: written }, content));
  return { bytes: copies?.[0]?.().bytes ?? written, ...(copies && { copies }) };
}

/** The lines of a stamp that were laid out. */
interface PlacedStamp {
  readonly line: readonly PageItem[];
  readonly mark: readonly PageItem[];
}

function drawnStamp(document: TaggedDocument, { line, mark }: PlacedStamp): CopyContent {
  return { [COPY_MARK]: formOf(document, mark), [COPY_LINE]: formOf(document, line) };
}

/** A definition as pdfmake's nodes, for one pass of layout, which writes into them. */
interface Converted {
  readonly definition: PrintDefinition;
  readonly content: EngineNode;
  readonly context: Context;
}

/** Makes the nodes, and the structure anew; `pageOf`: the numbers that a table of contents prints. */
function converted(
  definition: PrintDefinition,
  root: StructureElement,
  pictures: Pictures,
  pageOf: ReadonlyMap<string, number>,
): Converted {
  root.kids.length = 0;
  const conversion = conversionOf(definition, pictures, pageOf);
  const ready = definition.hyphenate === true ? 'freely' : 'never';
  const inherited: Inherited = { lang: definition.language, origin: undefined, ready };
  const context: Context = { parent: root, inherited, conversion };
  const content: EngineNode = { stack: blocks(definition.content, context) };
  settleAnchors(content);
  return { definition, content, context };
}

/** A table of contents has to be laid out once to learn its numbers, and once more with them. */
const MOST_PASSES = 3;

async function layOutAll(
  first: Converted,
  document: TaggedDocument,
  again: (pageOf: ReadonlyMap<string, number>) => Converted,
): Promise<LaidOut> {
  const { content } = first.definition;
  const listed = [...contentsEntriesOf(content).map(({ id }) => id), ...placesWithPages(content)];
  let now = first;
  for (let pass = 1; ; pass++) {
    const laidOut = await layOut(now, document);
    const { pages } = laidOut;
    const measured = pagesOfNames(pages);
    const { pageOf } = now.context.conversion;
    if (pass === MOST_PASSES || listed.every((id) => measured.get(id) === pageOf.get(id))) return laidOut;
    now = again(measured);
  }
}

function conversionOf(
  definition: PrintDefinition,
  pictures: Pictures,
  pageOf: ReadonlyMap<string, number>,
): Conversion {
  const { width, height, margins } = definition.page;
  return {
    destinations: destinationsOf(definition.content),
    pageOf,
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

function layoutBuilder({ width, height, margins }: PrintDefinition['page']): PagedLayoutBuilder {
  const size: PageSize = { width, height, orientation: width > height ? 'landscape' : 'portrait' };
  const [left, top, right, bottom] = margins;
  return new PagedLayoutBuilder(size, { left, top, right, bottom }, new SvgSize());
}

interface LaidOut {
  readonly pages: EnginePage[];
  readonly stamps: readonly PlacedStamp[];
}

async function layOut({ definition, content, context }: Converted, document: TaggedDocument): Promise<LaidOut> {
  const builder = layoutBuilder(definition.page);
  const { mirrored, languages } = context.conversion;
  builder.mirrored = mirrored;
  builder.binding = definition.page.binding ?? 0;
  if (languages.size > 0) builder.hyphenation = await loadHyphenation(languages);
  const pages = builder.layoutDocument(
    content,
    document,
    {},
    styleOf(definition.defaultStyle),
    undefined,
    furniture(definition.header, 'Header', context),
    furniture(definition.footer, 'Footer', context),
    definition.watermark ? { ...definition.watermark } : undefined,
  );
  const { stamps = [] } = definition;
  const lines = builder.stampItems(stamps.map(({ line }) => artifactNode(line, 'Header', context)));
  const marks = builder.stampItems(stamps.map(({ mark }) => artifactNode(mark, 'Header', context)));
  return { pages, stamps: stamps.map((_, at) => ({ line: lines[at] ?? [], mark: marks[at] ?? [] })) };
}

function missingGlyph(font: string, text: string): Diagnostic {
  return error(
    'glyph-missing',
    `The font ${font} has no glyph for a character in "${text}"; the text cannot be printed with it.`,
  );
}

/** pdfkit's document is a stream; resolves to all its bytes when the stream has ended. */
function collect(document: TaggedDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(concatenated(chunks)));
  });
}
