/** The place of one page: its picture, and its words over it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { textLayer } from './open-pdf.js';
import { type Paragraph, paragraphsOf } from './paragraphs.js';

type RenderTask = ReturnType<PDFPageProxy['render']>;

export class PageSlot {
  readonly element = document.createElement('section');
  #canvas: HTMLCanvasElement | null = null;
  #words: HTMLElement | null = null;
  #task: RenderTask | null = null;
  #drawing: Promise<void> | null = null;
  #turn = 0;
  #isFresh = false;
  #document: PDFDocumentProxy | null = null;
  #read: { readonly of: PDFDocumentProxy; readonly paragraphs: Promise<readonly Paragraph[]> } | null = null;

  /** Calls with the text of a paragraph that was clicked. */
  constructor(
    readonly number: number,
    onParagraph: (text: string) => void,
  ) {
    this.element.className = 'sheet';
    this.element.addEventListener('click', ({ target }) => {
      // Whoever selects words does not ask for their place.
      if (getSelection()?.isCollapsed === false || !(target instanceof Element)) return;
      const id = target.closest('.markedContent')?.id;
      if (!id || this.#document === null) return;
      void this.paragraphs(this.#document).then((all) => {
        const clicked = all.find(({ ids }) => ids.includes(id));
        if (clicked) onParagraph(clicked.text);
      });
    });
  }

  /** The paragraphs of the page, in the order of reading. */
  async paragraphs(pdf: PDFDocumentProxy): Promise<readonly Paragraph[]> {
    if (this.#read?.of !== pdf) this.#read = { of: pdf, paragraphs: pdf.getPage(this.number).then(paragraphsOf) };
    return this.#read.paragraphs;
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
    this.#document = pdf;
    await this.#setWords(page, viewport, turn);
  }

  async #setWords(page: PDFPageProxy, viewport: ReturnType<PDFPageProxy['getViewport']>, turn: number): Promise<void> {
    const words = document.createElement('div');
    words.className = 'words';
    words.style.setProperty('--total-scale-factor', String(viewport.scale));
    await textLayer({
      textContentSource: page.streamTextContent({ includeMarkedContent: true }),
      container: words,
      viewport,
    });
    if (turn !== this.#turn) return;
    this.#words?.remove();
    this.element.append(words);
    this.#words = words;
    this.#isFresh = true;
  }

  /** Marks a paragraph for a moment; gives how far down it begins and ends, in pixels, where it is drawn. */
  light({ ids }: Paragraph): { readonly top: number; readonly bottom: number } | null {
    for (const old of this.element.querySelectorAll('.lit')) old.remove();
    const sheet = this.element.getBoundingClientRect();
    const spans = ids.flatMap((id) => [...this.element.querySelectorAll(`[id="${CSS.escape(id)}"] span`)]);
    const boxes = spans.map((span) => span.getBoundingClientRect()).filter(({ width }) => width > 0);
    if (boxes.length === 0) return null;
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    const mark = document.createElement('div');
    mark.className = 'lit';
    const place = {
      left: left - sheet.left - 4,
      top: top - sheet.top - 2,
      width: right - left + 8,
      height: bottom - top + 4,
    };
    for (const [name, value] of Object.entries(place)) mark.style.setProperty(name, `${value}px`);
    mark.addEventListener('animationend', () => mark.remove());
    this.element.append(mark);
    return { top: top - sheet.top, bottom: bottom - sheet.top };
  }
}
