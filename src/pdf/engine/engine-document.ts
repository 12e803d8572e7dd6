/** The shapes of pdfkit's document and pdfmake's renderer, as far as this room touches them. */
import type { FaceStyle } from '../../layout/definition.js';
import type { EngineFontSource, EngineLine, EngineNode, EnginePage, EngineRef, Vector } from './engine.js';

export interface EngineDocumentOptions {
  readonly size: readonly [number, number];
  readonly pdfVersion: '1.7';
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
  readonly width: number;
  readonly height: number;
  readonly dictionary: EngineRef;
  readonly fonts: Record<string, EngineRef>;
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
/** A tree of names (ISO 32000-1, 7.9.6) as pdfkit keeps it. */
export interface NameTree {
  limits: boolean;
  _compareKeys(a: string, b: string): number;
}

export interface EngineDocument extends EngineFontSource {
  readonly page: DocumentPage;
  readonly info: Record<string, unknown>;
  readonly options: EngineDocumentOptions;
  readonly outline: Outline;
  readonly fonts: Record<string, Record<string, string>>;
  readonly _imageRegistry: Record<string, EngineImage>;
  _root: EngineRef;
  _info: EngineRef;
  _font: unknown;
  _offset: number;
  _offsets: number[];
  _id: Uint8Array;
  _pdfMakePages: readonly EnginePage[];
  registerFont(name: string, bytes: Uint8Array): EngineDocument;
  addPage(options: { size: readonly [number, number] }): EngineDocument;
  addContent(operators: string): EngineDocument;
  addNamedDestination(name: string, ...destination: (string | number | null)[]): void;
  ref(data: unknown): EngineRef;
  save(): EngineDocument;
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

export interface EngineRenderer {
  renderVector(vector: Vector): void;
  renderImage(node: EngineNode): void;
  renderSVG(node: EngineNode): void;
  beginClip(item: unknown): void;
  endClip(): void;
}

export interface EngineTextDecorator {
  drawBackground(line: EngineLine, x: number, y: number): void;
  drawDecorations(line: EngineLine, x: number, y: number): void;
}
