/** pdf.js, which is loaded when the first document comes. */
import type { PDFDocumentLoadingTask, TextLayer } from 'pdfjs-dist';

type PdfJs = typeof import('pdfjs-dist');

let loaded: Promise<PdfJs> | null = null;

function pdfJs(): Promise<PdfJs> {
  loaded ??= import('pdfjs-dist').then((pdf) => {
    pdf.GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.mjs', import.meta.url).href;
    return pdf;
  });
  return loaded;
}

/** Reads a document; it loads nothing else, and runs nothing of what is in it. */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await pdfJs();
  return getDocument({ data, useWasm: false, enableXfa: false, isEvalSupported: false, stopAtErrors: false });
}

type TextLayerOptions = ConstructorParameters<typeof TextLayer>[0];

/** The words of a page, over its picture, to be selected and read aloud. */
export async function textLayer(options: TextLayerOptions): Promise<void> {
  const { TextLayer } = await pdfJs();
  await new TextLayer(options).render();
}
