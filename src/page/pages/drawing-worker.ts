/**
 * A worker of the page: fetches documents, reads and draws them, so that the page itself goes on while it does. pdf.js reads and
 * draws in this one thread: a document of a few pages is there before a second thread would have been told of it.
 */
import 'pdfjs-dist/build/pdf.worker.mjs';
import { getDocument, type PDFDocumentProxy, PDFWorker, type RenderTask } from 'pdfjs-dist';
import type { Answered, Asked, DrawingTask, Drawn, Opened, Words } from './drawing-tasks.js';

/** As far as a worker's own scope is used; the page's types know that of a window. */
interface Scope {
  readonly fonts: FontFaceSet;
  postMessage(answer: Answered, transfer: Transferable[]): void;
  addEventListener(name: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
const scope = self as unknown as Scope;

class Gone extends Error {}

const worker = new PDFWorker({ verbosity: 0 });
const documents = new Map<string, Promise<PDFDocumentProxy>>();
const unwanted = new Set<number>();
/** Pages are drawn one after the other, in the order in which they were asked for. */
let drawing: Promise<unknown> = Promise.resolve();
let drawn: { readonly number: number; readonly task: RenderTask } | null = null;

scope.addEventListener('message', ({ data }) => {
  if (!isAsked(data)) return;
  const { number, job } = data;
  if (job === null) {
    unwanted.add(number);
    if (drawn?.number === number) drawn.task.cancel();
    return;
  }
  act(number, job)
    .then(
      (made) => scope.postMessage({ number, made }, picturesIn(made)),
      (fault: unknown) => {
        const { message } = fault as Error;
        const isGone = fault instanceof Gone || unwanted.has(number);
        scope.postMessage({ number, fault: { message, isGone } }, []);
      },
    )
    .finally(() => unwanted.delete(number));
});

/** pdf.js hears and sends messages here, too. */
function isAsked(data: unknown): data is Asked {
  return typeof data === 'object' && data !== null && 'job' in data;
}

async function act(number: number, job: DrawingTask): Promise<unknown> {
  if (job.task === 'open') return opened(job.version, job.address);
  if (job.task === 'close') return closed(job.version);
  if (job.task === 'words') return wordsOf(job.version, job.page);
  const turn = drawing.then(() => draw(number, job));
  drawing = turn.catch(() => {});
  return turn;
}

async function opened(version: string, address: string): Promise<Opened> {
  const reading = read(address);
  // Who asks for its pages hears of it.
  reading.catch(() => {});
  documents.set(version, reading);
  const pdf = await reading;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return { pages: pdf.numPages, width, height };
}

/** It loads nothing else, and runs nothing of what is in it. */
async function read(address: string): Promise<PDFDocumentProxy> {
  const response = await fetch(address);
  if (response.status === 410) throw new Gone('There is a newer document.');
  if (!response.ok) throw new Error(`${response.status}`);
  return getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    worker,
    verbosity: 0,
    useWasm: false,
    enableXfa: false,
    isEvalSupported: false,
    stopAtErrors: false,
    ownerDocument: { fonts: scope.fonts } as unknown as HTMLDocument,
    CanvasFactory: Canvases,
    FilterFactory: Filters,
  }).promise;
}

function documentOf(version: string): Promise<PDFDocumentProxy> {
  return documents.get(version) ?? Promise.reject(new Gone('There is a newer document.'));
}

async function closed(version: string): Promise<void> {
  const reading = documents.get(version);
  documents.delete(version);
  await (await reading?.catch(() => undefined))?.loadingTask.destroy();
}

async function draw(number: number, { version, page: at, scale }: DrawingTask & { task: 'draw' }): Promise<Drawn> {
  if (unwanted.has(number)) throw new Gone('It is not wanted any more.');
  const page = await (await documentOf(version)).getPage(at);
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
  const task = page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport });
  // A moment for those who do not want it any more.
  task.onContinue = (goOn: () => void) => setTimeout(goOn);
  drawn = { number, task };
  try {
    await task.promise;
  } finally {
    drawn = null;
  }
  const { width, height } = page.getViewport({ scale: 1 });
  return { picture: canvas.transferToImageBitmap(), width, height };
}

async function wordsOf(version: string, at: number): Promise<Words> {
  const page = await (await documentOf(version)).getPage(at);
  const [x = 0, y = 0, right = 0, top = 0] = page.view;
  return { text: await page.getTextContent(), box: { x, y, width: right - x, height: top - y } };
}

function picturesIn(made: unknown): Transferable[] {
  return typeof made === 'object' && made !== null && 'picture' in made ? [made.picture as ImageBitmap] : [];
}

interface Canvas {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** What pdf.js draws on before it puts it on the page. */
class Canvases {
  create(width: number, height: number): Canvas {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: Canvas, width: number, height: number): void {
    if (canvas !== null) Object.assign(canvas, { width, height });
  }

  destroy(drawn: Canvas): void {
    this.reset(drawn, 0, 0);
    drawn.canvas = null;
    drawn.context = null;
  }
}

/** Filters are elements of a document, which a worker has none of; nothing that we print needs one. */
class Filters {
  addFilter = none;
  addHCMFilter = none;
  addAlphaFilter = none;
  addLuminosityFilter = none;
  addHighlightHCMFilter = none;
  destroy(): void {}
}

function none(): string {
  return 'none';
}
