import { failure, type Outcome, outcomeOf, success } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import { drawnFamilies } from './contents-pages.js';
import { type CopyContent, copyFile } from './document/numbered-copies.js';
import { concatenated } from './document/strings.js';
import { formOf } from './drawing/stamps.js';
import { UnreadableFont } from './engine/guarded-font.js';
import type { TaggedDocument } from './engine/tagged-document.js';
import { COPY_LINE, COPY_MARK, TaggedRenderer } from './engine/tagged-renderer.js';
import { fitFonts } from './fonts/fit-fonts.js';
import { FontLibrary } from './fonts/library.js';
import { unreadableText, unusableFont } from './fonts/unusable.js';
import { leadingOf } from './leading.js';
import { contentOf } from './page-content.js';
import type { Leading } from './pagination/line-distances.js';
import type { PlacedStamp } from './plate.js';
import { type LaidOut, Press, type PressSetting } from './press.js';
import type { Closeness, LaidOutDocument, PdfResources, ReadyDefinition, RenderedPdf } from './resources.js';

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
  const { diagnostics } = fitted;
  const printer = new Printer({ definition, library, families: all, resources, diagnostics });
  const led = (leading: Leading | null): ReadyDefinition => ({
    layOut: (space = 1) => guarded(() => printer.layOut(space, leading)),
    withLeadingOf: (other) => {
      const found = leadingOf(other, given, definition);
      return found && led(found);
    },
  });
  return success(led(null));
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

/** What lays a definition out; another one when its document has been written. */
class Printer {
  private press: Press | null = null;

  constructor(private readonly setting: PressSetting) {}

  async layOut(space: number, leading: Leading | null): Promise<Outcome<LaidOutDocument>> {
    const press = this.freshPress();
    const placed = await press.layOut(space, leading);
    const { diagnostics } = press;
    if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics);
    const made = { pages: placed.pages.length, contents: placed.pages.map(contentOf) };
    const exceeds = (most: number, closeness: Closeness) => isMoreThan(most, placed, closeness);
    const print = async () => {
      // A press draws one document; what was laid out on one that has is laid out once more.
      const used = press.isUsed ? new Press(this.setting) : press;
      const drawing = drawn(used === press ? placed : await used.layOut(space, leading), used);
      return outcomeOf({ ...made, ...(await drawing) }, used.diagnostics);
    };
    return outcomeOf({ ...made, exceeds, print: () => guarded(print) }, [...diagnostics]);
  }

  private freshPress(): Press {
    if (this.press === null || this.press.isUsed) this.press = new Press(this.setting);
    return this.press;
  }
}

/** Lengths are rounded, and nothing is to depend on the last digit of a sum. */
const SURELY = 1.005;

function isMoreThan(pages: number, { plate, leading: own }: LaidOut, { space, leading }: Closeness): boolean {
  plate.lead(own);
  const { height, page, lost } = plate.extent(space);
  // With less leading, no length is shorter by more than that.
  return height * leading > pages * (page + lost) * SURELY;
}

async function drawn(laidOut: LaidOut, press: Press): Promise<Pick<RenderedPdf, 'bytes' | 'copies'>> {
  const { document } = press;
  const { pages, stamps } = press.finish(laidOut);
  const bytes = collect(document);
  new TaggedRenderer(document).drawPages(pages, stamps.length > 0);
  const contents = stamps.map((stamp) => drawnStamp(document, stamp));
  document.end();
  const written = await bytes;
  const { unnumbered } = document;
  const copies = unnumbered && contents.map((content) => () => copyFile({ ...unnumbered, bytes: written }, content));
  return { bytes: copies?.[0]?.().bytes ?? written, ...(copies && { copies }) };
}

function drawnStamp(document: TaggedDocument, { line, mark }: PlacedStamp): CopyContent {
  return { [COPY_MARK]: formOf(document, mark), [COPY_LINE]: formOf(document, line) };
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
