/** The place of one page: its picture, and its words over it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { textLayer } from './open-pdf.js';

type RenderTask = ReturnType<PDFPageProxy['render']>;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class PageSlot {
  readonly element = document.createElement('section');
  #canvas: HTMLCanvasElement | null = null;
  #words: HTMLElement | null = null;
  #task: RenderTask | null = null;
  #drawing: Promise<void> | null = null;
  #turn = 0;
  #isFresh = false;

  /** Calls with where it was clicked, in pixels from its top left corner. */
  constructor(
    readonly number: number,
    onClick: (x: number, y: number) => void,
  ) {
    this.element.className = 'sheet';
    this.element.addEventListener('click', ({ clientX, clientY }) => {
      // Whoever selects words does not ask for their place.
      if (getSelection()?.isCollapsed === false) return;
      const { left, top } = this.element.getBoundingClientRect();
      onClick(clientX - left, clientY - top);
    });
  }

  resize(width: number, height: number, scale: number): void {
    this.element.style.width = `${Math.floor(width * scale)}px`;
    this.element.style.height = `${Math.floor(height * scale)}px`;
    // Until it is drawn anew, what is there is stretched.
    this.#words?.style.setProperty('--total-scale-factor', String(scale));
  }

  get isFresh(): boolean {
    return this.#isFresh;
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
    await this.#setWords(page, viewport, turn);
  }

  async #setWords(page: PDFPageProxy, viewport: ReturnType<PDFPageProxy['getViewport']>, turn: number): Promise<void> {
    const words = document.createElement('div');
    words.className = 'words';
    words.style.setProperty('--total-scale-factor', String(viewport.scale));
    await textLayer({
      textContentSource: page.streamTextContent(),
      container: words,
      viewport,
    });
    if (turn !== this.#turn) return;
    this.#words?.remove();
    this.element.append(words);
    this.#words = words;
    this.#isFresh = true;
  }

  /** Marks places for a moment, in pixels from its top left corner. */
  light(places: readonly Place[]): void {
    for (const old of this.element.querySelectorAll('.lit')) old.remove();
    for (const { x, y, width, height } of places) {
      const mark = document.createElement('div');
      mark.className = 'lit';
      const box = { left: x - 4, top: y - 2, width: width + 8, height: height + 4 };
      for (const [name, value] of Object.entries(box)) mark.style.setProperty(name, `${value}px`);
      mark.addEventListener('animationend', () => mark.remove());
      this.element.append(mark);
    }
  }
}
