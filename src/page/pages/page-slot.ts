/** The place of one page: its picture, and its words over it. */
import { type Drawing, Gone, setWords, type Wanted } from './drawing.js';
import type { Drawn } from './drawing-tasks.js';

/** What is drawn: a document, and pixels of CSS for a point of it. */
export interface Look {
  readonly version: string;
  readonly scale: number;
}

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
  #wanted: Wanted<Drawn> | null = null;
  #drawing: Promise<void> | null = null;
  #turn = 0;
  #isDrawn = false;
  #hasWords = false;

  /** Calls with where it was clicked, in pixels from its top left corner. */
  constructor(
    readonly number: number,
    private readonly drawer: Drawing,
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

  get isDrawn(): boolean {
    return this.#isDrawn;
  }

  /** Whether it has a picture and no words for it yet. */
  get lacksWords(): boolean {
    return this.#isDrawn && !this.#hasWords;
  }

  /** What is drawn is of an older version, or of another size; it stays until it is drawn anew. */
  outdate(): void {
    this.#isDrawn = false;
    this.#hasWords = false;
    this.#turn += 1;
    this.#drawing = null;
    this.#wanted?.giveUp();
    this.#wanted = null;
  }

  /** Gives back the memory of a page that is far away. */
  clear(): void {
    this.outdate();
    this.#canvas?.remove();
    this.#words?.remove();
    this.#canvas = null;
    this.#words = null;
  }

  /** Its picture. */
  draw(look: Look): Promise<void> {
    if (this.#isDrawn) return Promise.resolve();
    this.#drawing ??= this.#drawAnew(look).catch(unlessGone);
    return this.#drawing;
  }

  /** Its picture in a document that may be shown soon. */
  drawAhead({ version, scale }: Look): void {
    this.drawer.drawAhead(version, this.number, scale * density());
  }

  async #drawAnew({ version, scale }: Look): Promise<void> {
    const turn = this.#turn;
    this.#wanted = this.drawer.draw(version, this.number, scale * density());
    const { picture, width, height } = await this.#wanted.made;
    if (turn !== this.#turn) {
      picture.close();
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.setAttribute('aria-hidden', 'true');
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    this.resize(width, height, scale);
    this.#canvas?.remove();
    this.element.prepend(canvas);
    this.#canvas = canvas;
    this.#isDrawn = true;
  }

  /** Its words, which are needed a moment later than the picture. */
  async setWords({ version, scale }: Look): Promise<void> {
    const turn = this.#turn;
    const said = await this.drawer.words(version, this.number).made.catch(unlessGone);
    if (said === undefined || turn !== this.#turn || this.#hasWords) return;
    const words = document.createElement('div');
    words.className = 'words';
    words.style.setProperty('--total-scale-factor', String(scale));
    await setWords(said, words, scale);
    if (turn !== this.#turn || this.#hasWords) return;
    this.#words?.remove();
    this.element.append(words);
    this.#words = words;
    this.#hasWords = true;
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

/** Pixels of the screen for one of CSS. */
function density(): number {
  return Math.min(window.devicePixelRatio || 1, 3);
}

/** What is not wanted any more is no fault. */
function unlessGone(fault: unknown): undefined {
  if (!(fault instanceof Gone)) throw fault;
}
