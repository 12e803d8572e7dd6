/** What the page asks of the worker that draws documents, and what comes back: plain data. */
import type { PDFPageProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** `version`: of a document that was opened, or is being opened; `draw` and `words` may be asked for before it is. */
export type DrawingTask =
  | { readonly task: 'open'; readonly version: string; readonly address: string }
  | { readonly task: 'draw'; readonly version: string; readonly page: number; readonly scale: number }
  | { readonly task: 'words'; readonly version: string; readonly page: number }
  | { readonly task: 'close'; readonly version: string };

export interface Opened {
  readonly pages: number;
  /** Of the first page, in points. */
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  readonly picture: ImageBitmap;
  /** Of the page, in points. */
  readonly width: number;
  readonly height: number;
}

export interface Words {
  readonly text: TextContent;
  /** Points: left, bottom, width and height. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Asked {
  readonly number: number;
  /** Null: what was asked for under this number is not wanted any more. */
  readonly job: DrawingTask | null;
}

/** `isGone`: it is not wanted any more, or there is no such document. */
export interface Answered {
  readonly number: number;
  readonly made?: unknown;
  readonly fault?: { readonly message: string; readonly isGone: boolean };
}
