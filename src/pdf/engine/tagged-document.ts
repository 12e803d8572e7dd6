import { runningSha256 } from '../../digest/sha256.js';
import type { DocumentInfo, FaceStyle } from '../../layout/definition.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { EmbeddedFile } from '../document/attachments.js';
import { addAttachments } from '../document/attachments.js';
import { Bookmarks } from '../document/bookmarks.js';
import { StructureDestinations } from '../document/destinations.js';
import type { FormContent, UnnumberedFile } from '../document/numbered-copies.js';
import { isPlain, ObjectStreams } from '../document/object-streams.js';
import type { Standard } from '../document/standard.js';
import { asciiUri, compareByBytes, decimal, pdfString } from '../document/strings.js';
import { xmpPacket } from '../document/xmp.js';
import type { StructureElement } from '../structure/element.js';
import { StructureTree } from '../structure/tree.js';
import { compressRef } from './compress-ref.js';
import { documentOptions, PRODUCER } from './document-options.js';
import { mendFont } from './embedded-font.js';
import { guardFont, UnreadableFont } from './guarded-font.js';
import type { LinkArea, LinkTarget } from './link-area.js';
import type { Anchor } from './node-shapes.js';
import type { DocumentPage, EngineDocument, EngineFont, EngineRef, NameTrees } from './pdfkit-shapes.js';
import { PdfDocument } from './pdfmake.js';
import { rememberWords } from './remembered-words.js';
import { openShared } from './shared-fonts.js';

export interface DocumentSetting {
  readonly size: readonly [number, number];
  readonly lang: string;
  readonly info: DocumentInfo;
  readonly root: StructureElement;
  readonly colorProfile: Uint8Array;
  readonly attachments: readonly EmbeddedFile[];
  readonly standard: Standard;
  readonly families: ReadonlySet<string>;
  /** The file of a face, or of the nearest one; `null` for a family that does not exist. */
  fontFile(family: string, face: FaceStyle): Uint8Array | null;
  onMissingGlyph(font: EngineFont, text: string): void;
}

/** How much of the file's hash is its ID: the 16 bytes that are usual. */
const ID_LENGTH = 16;

/**
 * pdfkit's document made into PDF/A-3a and PDF/UA-1 at once, or into PDF/A-4 and PDF/UA-2. pdfkit's own `subset` option knows one or the other, never
 * both, and its metadata is neither escaped nor complete; so all of that is written here.
 */
export class TaggedDocument extends PdfDocument {
  readonly tree: StructureTree;
  private readonly bookmarks: Bookmarks;
  /** In PDF 2.0; before, a destination is a place on a page. */
  private readonly destinations: StructureDestinations | null;
  private readonly streams: ObjectStreams;
  private readonly hash = runningSha256();
  private readonly readied = new WeakSet<EngineFont>();
  private readonly anchored = new Set<Anchor>();
  private captured: (Uint8Array | string)[] | null = null;
  private isFinished = false;
  /** Forms whose content differs from copy to copy, by name. */
  private readonly forms = new Map<string, EngineRef>();
  /** Where copies have numbers: the file as far as it is the same for all, once it has ended. */
  unnumbered: Omit<UnnumberedFile, 'bytes'> | null = null;

  constructor(private readonly setting: DocumentSetting) {
    super({}, {}, {}, {}, documentOptions(setting));
    const isNew = setting.standard === 'ua2';
    this.streams = new ObjectStreams(this, !isNew);
    this.tree = new StructureTree(setting.root, setting.standard, (data) => this.ref(data));
    this.bookmarks = new Bookmarks(this);
    // A drawing finds its family among these.
    for (const family of setting.families) this.fonts[family] = {};
    // Also what makes pdfkit write `/Tabs /S` on every page.
    this._root.data.MarkInfo = this.ref({ Marked: true });
    if (isRightToLeft(setting.lang)) (this._root.data.ViewerPreferences as EngineRef).data.Direction = 'R2L';
    this._root.data.PageLabels = { Nums: [0, { S: 'D' }] };
    const { Dests } = namesOf(this);
    Dests.limits = false;
    Dests._compareKeys = compareByBytes;
    const addName = (name: string, destination: unknown) => Dests.add(name, destination);
    this.destinations = isNew ? new StructureDestinations({ root: setting.root, addName }) : null;
  }

  override provideFont(family: string, bold: boolean, italics: boolean): EngineFont {
    const font = this.opened(family, bold, italics);
    if (this.readied.has(font)) return font;
    this.readied.add(font);
    guardFont(font, { family, face: this.getFontType(bold, italics) });
    mendFont(font, (lacking, text) => this.setting.onMissingGlyph(lacking, text));
    rememberWords(font);
    return font;
  }

  override font(name: string, ...rest: unknown[]): this {
    openShared(this, name, () => super.font(name, ...rest));
    return this;
  }

  private opened(family: string, bold: boolean, italics: boolean): EngineFont {
    try {
      return super.provideFont(family, bold, italics);
    } catch (cause) {
      if (cause instanceof UnreadableFont) throw cause;
      throw new UnreadableFont({ family, face: this.getFontType(bold, italics) }, null, { cause });
    }
  }

  /**
   * The name under which pdfkit knows a face, so that it opens the file once, whether text or a drawing asks for it. It
   * is read when it is first asked for; a drawing asks here and not at provideFont(), and its font is mended too.
   */
  override getFontFile(family: string, bold: boolean, italics: boolean): string | null {
    const face = this.getFontType(bold, italics);
    const name = `${family}/${face}`;
    const faces = this.fonts[family] ?? {};
    this.fonts[family] = faces;
    if (faces[face] === undefined) {
      const bytes = this.setting.fontFile(family, face);
      if (bytes === null) return null;
      this.registerFont(name, bytes);
      faces[face] = name;
      this.provideFont(family, bold, italics);
    }
    return name;
  }

  /** Puts what points at a node at the place where the node begins, in its element; `y` from the top of the page. */
  addAnchors(anchors: readonly Anchor[] | undefined, y: number, element: StructureElement | undefined): void {
    for (const anchor of anchors ?? []) {
      if (this.anchored.has(anchor)) continue;
      this.anchored.add(anchor);
      const top = Math.max(0, y);
      const { dictionary, height } = this.page;
      const begins = element === undefined ? this.tree.nextOn(dictionary) : () => element;
      const place = { page: dictionary, top: height - top, element: begins };
      if (anchor.id !== undefined) {
        if (this.destinations === null) this.addNamedDestination(anchor.id, 'XYZ', null, decimal(top), null);
        else this.destinations.addName(anchor.id, place);
      }
      if (anchor.bookmark === undefined) continue;
      const outline = this.bookmarks.add(anchor.bookmark, this.page, top);
      this.destinations?.addBookmark(outline, place);
    }
  }

  /** A link of `element` over a rectangle of the current page, in points from its top left. */
  addLink(element: StructureElement, area: LinkArea, target: LinkTarget): void {
    const page = this.page;
    const rectangle = [area.x, page.height - area.y - area.height, area.x + area.width, page.height - area.y];
    const inside = target.link === null ? (target.linkToDestination ?? '') : null;
    this.tree.addAnnotation(element, page.dictionary, (key) => {
      const annotation = this.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: rectangle.map(decimal),
        Border: [0, 0, 0],
        F: 4,
        Contents: pdfString(element.contents.trim() || target.link || inside || ''),
        StructParent: key,
        ...(target.link === null ? {} : { A: { S: 'URI', URI: pdfString(asciiUri(target.link)) } }),
      });
      page.annotations.push(annotation);
      if (inside !== null && this.destinations !== null) this.destinations.addLink(annotation, element, inside);
      else {
        if (inside !== null) annotation.data.Dest = pdfString(inside);
        annotation.end();
      }
      return annotation;
    });
  }

  /** Puts a form on the current page that each copy fills in its own way; its number is kept. */
  drawForm(name: string): void {
    let form = this.forms.get(name);
    if (form === undefined) {
      form = this.ref({});
      // It is not one of those that the document waits for.
      this._waiting -= 1;
      this.forms.set(name, form);
    }
    this.page.xobjects[name] = form;
    this.addContent(`/${name} Do`);
  }

  /** What `draw` draws, on no page. */
  drawApart(draw: () => void): FormContent {
    const page = this.page;
    const fonts: Record<string, EngineRef> = {};
    const written: string[] = [];
    this.page = { ...page, fonts, write: (operators: string) => written.push(operators) } as DocumentPage;
    try {
      draw();
    } finally {
      this.page = page;
    }
    const numbers = Object.entries(fonts).map(([name, { id }]) => [name, id] as const);
    return { operators: written.join('\n'), fonts: Object.fromEntries(numbers) };
  }

  override endOutline(): void {
    this.bookmarks.count();
    if (this.destinations !== null) {
      this.tree.prepare();
      this.destinations.settle();
    }
    super.endOutline();
  }

  override endMarkings(): void {
    const root = this.tree.write();
    this._root.data.StructTreeRoot = root;
    (this._root.data.MarkInfo as EngineRef).end();
  }

  override endMetadata(): void {
    addAttachments(this, this.setting.attachments, namesOf(this) as unknown as Record<string, unknown>);
    this.addOutputIntent();
    const { info, lang, standard, attachments } = this.setting;
    const holdsFiles = attachments.length > 0;
    const packet = xmpPacket({ info, lang, producer: PRODUCER, created: new Date(info.created), standard, holdsFiles });
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // So that tools that cannot read PDF find it (PDF/A-3, 6.6.2.1).
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(packet));
    this._root.data.Metadata = metadata;
  }

  private addOutputIntent(): void {
    const profile = this.ref({ N: 3 });
    profile.end(this.setting.colorProfile);
    const name = pdfString('sRGB IEC61966-2.1');
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: name,
      OutputConditionIdentifier: name,
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }

  override ref(data: unknown): EngineRef {
    const ref = super.ref(data);
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (!isPlain(ref)) {
        compressRef(ref);
        return finalize();
      }
      // pdfkit writes `id gen obj`, the object, `endobj`: the object alone goes into a stream.
      this.captured = [];
      finalize();
      const [, text] = this.captured;
      this.captured = null;
      if (typeof text !== 'string') throw new Error(`object ${ref.id} was not written`);
      // PDF/A-4, 6.1.3: only XMP says what Info did.
      if (ref === this._info && this.destinations !== null) this.streams.leaveOut(ref.id);
      else this.streams.add(ref.id, text);
    };
    return ref;
  }

  override _write(data: Uint8Array | string): void {
    // pdfkit's constructor writes before this class has its fields.
    if (this.captured) {
      this.captured.push(data);
      return;
    }
    super._write(data === '%PDF-1.7' ? `%PDF-${this.options.fileVersion ?? '1.7'}` : data);
    if (this.hash && !this.isFinished) this.hash.update(data);
  }

  override _finalize(): void {
    if (this.isFinished) return;
    this.streams.flush();
    this.isFinished = true;
    if (this.forms.size > 0) this.unnumbered = this.asUnnumbered();
    else {
      const start = this.streams.writeCrossReferences(this.hash.digest().subarray(0, ID_LENGTH));
      super._write(`startxref\n${start}\n%%EOF`);
    }
    this.push(null);
  }

  private asUnnumbered(): Omit<UnnumberedFile, 'bytes'> {
    const forms = Object.fromEntries([...this.forms].map(([name, { id }]) => [name, id]));
    return {
      digest: this.hash.digest(),
      forms,
      pageSize: this.setting.size,
      root: String(this._root),
      info: this.streams.hasInfo ? String(this._info) : null,
      size: this._offsets.length + 1,
      crossReferences: (size, places) => this.streams.table(size, places),
    };
  }
}

function namesOf(document: EngineDocument): NameTrees {
  return (document._root.data.Names as EngineRef).data as unknown as NameTrees;
}
