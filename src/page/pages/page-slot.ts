/** The place of one page: its picture, and its words over it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Spot } from '../../preview/protocol.js';
import { textLayer } from './open-pdf.js';

type RenderTask = ReturnType<PDFPageProxy['render']>;

export class PageSlot {
  readonly element = document.createElement('section');
  #canvas: HTMLCanvasElement | null = null;
  #words: HTMLElement | null = null;
  #task: RenderTask | null = null;
  #drawing: Promise<void> | null = null;
  #turn = 0;
  #isFresh = false;
  #scale = 1;

  /** Calls with a point of the page that was clicked, in points of paper from its top left corner. */
  constructor(
    readonly number: number,
    onPoint: (page: number, x: number, y: number) => void,
  ) {
    this.element.className = 'sheet';
    this.element.addEventListener('click', (event) => {
      // Whoever selects words does not ask for their place.
      if (getSelection()?.isCollapsed === false) return;
      const { left, top } = this.element.getBoundingClientRect();
      onPoint(this.number, (event.clientX - left) / this.#scale, (event.clientY - top) / this.#scale);
    });
  }

  resize(width: number, height: number, scale: number): void {
    this.#scale = scale;
    this.element.style.width = `${Math.floor(width * scale)}px`;
    this.element.style.height = `${Math.floor(height * scale)}px`;
    // Until it is drawn anew, what is there is stretched.
    this.#words?.style.setProperty('--total-scale-factor', String(scale));
  }

  /** What is drawn is of an older version, or of another size; it stays until it is drawn anew. */
  outdate(): void {
    this.#isFresh = false;
    this.#turn += 1;
    this.#drawing = null;
    this.#task?.cancel();
  }

  /** Gives back the memory of a page that is far away. */
  clear(): void {
    this.outdate();
    this.#canvas?.remove();
    this.#words?.remove();
    this.#canvas = null;
    this.#words = null;
  }

  draw(pdf: PDFDocumentProxy, scale: number): Promise<void> {
    if (this.#isFresh) return Promise.resolve();
    this.#drawing ??= this.#drawAnew(pdf, scale).catch((error: unknown) => {
      // What is drawn in its place, or is gone, is no fault.
      if (!/Cancelled|destroyed/i.test(`${(error as Error).name} ${(error as Error).message}`)) throw error;
    });
    return this.#drawing;
  }

  async #drawAnew(pdf: PDFDocumentProxy, scale: number): Promise<void> {
    const turn = this.#turn;
    const page = await pdf.getPage(this.number);
    if (turn !== this.#turn) return;
    const viewport = page.getViewport({ scale });
    const density = Math.min(window.devicePixelRatio || 1, 3);
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width * density);
    canvas.height = Math.floor(viewport.height * density);
    canvas.setAttribute('aria-hidden', 'true');
    this.#task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
    await this.#task.promise;
    if (turn !== this.#turn) return;
    const [, , width = 0, height = 0] = page.view;
    this.resize(width, height, scale);
    this.#canvas?.remove();
    this.element.prepend(canvas);
    this.#canvas = canvas;
    this.#isFresh = true;
    await this.#setWords(page, viewport, turn);
  }

  async #setWords(page: PDFPageProxy, viewport: ReturnType<PDFPageProxy['getViewport']>, turn: number): Promise<void> {
    const words = document.createElement('div');
    words.className = 'words';
    words.style.setProperty('--total-scale-factor', String(viewport.scale));
    await textLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
    if (turn !== this.#turn) return;
    this.#words?.remove();
    this.element.append(words);
    this.#words = words;
  }

  /** Marks places of the page for a moment; gives how far down the first is, in pixels. */
  light(spots: readonly Spot[]): number {
    for (const old of this.element.querySelectorAll('.lit')) old.remove();
    for (const { x, y, width, height } of spots) {
      const mark = document.createElement('div');
      mark.className = 'lit';
      for (const [name, value] of Object.entries({ left: x - 3, top: y - 2, width: width + 6, height: height + 4 })) {
        mark.style.setProperty(name, `${value * this.#scale}px`);
      }
      mark.addEventListener('animationend', () => mark.remove());
      this.element.append(mark);
    }
    return Math.min(...spots.map(({ y }) => y)) * this.#scale;
  }
}
