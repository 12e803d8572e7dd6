/** pdf.js, with one worker for every version of a document: to begin one takes longer than to read most documents. */
import type { PDFDocumentLoadingTask, PDFWorker, TextLayer } from 'pdfjs-dist';

type PdfJs = typeof import('pdfjs-dist');

let loaded: Promise<PdfJs> | null = null;
let worker: PDFWorker | null = null;

function pdfJs(): Promise<PdfJs> {
  loaded ??= import('pdfjs-dist').then((pdf) => {
    pdf.GlobalWorkerOptions.workerSrc = new URL('./pdf.worker.mjs', import.meta.url).href;
    return pdf;
  });
  return loaded;
}

/** Loads it while the first document is still being made. */
export async function prepare(): Promise<void> {
  const { PDFWorker } = await pdfJs();
  worker ??= new PDFWorker({});
}

/** Reads a document; it loads nothing else, and runs nothing of what is in it. */
export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<PDFDocumentLoadingTask> {
  const { getDocument, PDFWorker } = await pdfJs();
  if (worker === null || worker.destroyed) worker = new PDFWorker({});
  return getDocument({ data, worker, useWasm: false, enableXfa: false, isEvalSupported: false, stopAtErrors: false });
}

type TextLayerOptions = ConstructorParameters<typeof TextLayer>[0];

/** The words of a page, over its picture, to be selected and read aloud. */
export async function textLayer(options: TextLayerOptions): Promise<void> {
  const { TextLayer } = await pdfJs();
  await new TextLayer(options).render();
}
