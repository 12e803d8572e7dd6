/**
 * The shapes of pdfkit 0.19.1's inner objects, as far as this program touches them. Lengths are points; y grows downwards
 * from the top of the page.
 */
import type { FaceStyle } from '../../layout/definition.js';

/** A PDF object that is being written. */
export interface EngineRef {
  readonly id: number;
  buffer: readonly Uint8Array[];
  data: Record<string, unknown>;
  compress: boolean;
  end(chunk?: Uint8Array | string): void;
  finalize(): void;
}

export interface EngineFont {
  readonly id: string;
  readonly name: string;
  /** In 1/1000 em. */
  readonly ascender: number;
  readonly descender: number;
  readonly unicode: number[][];
  readonly subset?: unknown;
  readonly font?: { hasGlyphForCodePoint(codePoint: number): boolean };
  lineHeight(size: number, includeGap?: boolean): number;
  widthOfString(text: string, size: number, features?: readonly string[] | null): number;
  encode(text: string, features?: readonly string[]): [codes: string[], positions: GlyphPosition[]];
  embed(): void;
  ref(): EngineRef;
}
export interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

export interface EngineFontSource {
  provideFont(family: string, bold: boolean, italics: boolean): EngineFont;
}

export interface EngineDocumentOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: '1.7';
  /** What the file's first line says; pdfkit does not know 2.0. */
  readonly fileVersion?: '1.7' | '2.0';
  readonly compress: boolean;
  readonly lang: string;
  readonly displayTitle: true;
  readonly fontLayoutCache: boolean;
  readonly bufferPages: false;
  readonly autoFirstPage: false;
  readonly info: Record<string, unknown>;
  readonly font: null;
}

export interface DocumentPage {
  readonly height: number;
  readonly dictionary: EngineRef;
  readonly fonts: Record<string, EngineRef>;
  readonly xobjects: Record<string, EngineRef>;
  readonly annotations: EngineRef[];
}

export interface Outline {
  readonly children: Outline[];
  readonly outlineData: Record<string, unknown>;
  addItem(title: string, options: { expanded: boolean }): Outline;
}

/** A picture that is in the file. */
export interface EngineImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** As EXIF counts. */
  readonly orientation: number;
  readonly obj: EngineRef;
}
/** The catalogue's names, as far as pdfkit writes them itself. */
export interface NameTrees {
  readonly Dests: NameTree;
}
/** A tree of names (ISO 32000-1, 7.9.6) as pdfkit keeps it. */
export interface NameTree {
  limits: boolean;
  add(name: string, destination: unknown): void;
  _compareKeys(a: string, b: string): number;
}

/** The document, as far as it opens fonts. */
export interface FontOpener {
  readonly _registeredFonts: Readonly<Record<string, { readonly src: Uint8Array } | undefined>>;
  readonly _fontFamilies: Record<string, EngineFont | undefined>;
  _font: EngineFont;
  _fontCount: number;
}

export interface EngineDocument extends EngineFontSource, FontOpener {
  readonly options: EngineDocumentOptions;
  page: DocumentPage;
  readonly outline: Outline;
  readonly fonts: Record<string, Record<string, string>>;
  readonly _imageRegistry: Record<string, EngineImage>;
  _root: EngineRef;
  _info: EngineRef;
  _offset: number;
  _offsets: number[];
  _waiting: number;
  _pdfMakePages: readonly unknown[];
  registerFont(name: string, bytes: Uint8Array): EngineDocument;
  font(name: string, ...rest: unknown[]): EngineDocument;
  addPage(options: { size: readonly [number, number] }): EngineDocument;
  addContent(operators: string): EngineDocument;
  addNamedDestination(name: string, ...destination: (string | number | null)[]): void;
  ref(data: unknown): EngineRef;
  save(): EngineDocument;
  translate(x: number, y: number): EngineDocument;
  restore(): EngineDocument;
  opacity(value: number): EngineDocument;
  fillColor(color: string, opacity?: number): EngineDocument;
  strokeColor(color: string, opacity?: number): EngineDocument;
  rotate(angle: number, options: { origin: readonly [number, number] }): EngineDocument;
  resolveColor(color: string | null | undefined, fallback: string): string;
  getFontFile(family: string, bold: boolean, italics: boolean): string | null;
  getFontType(bold: boolean, italics: boolean): FaceStyle;
  endOutline(): void;
  endMarkings(): void;
  endMetadata(): void;
  end(): void;
  push(chunk: Uint8Array | null): void;
  _write(data: Uint8Array | string): void;
  _finalize(): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}
