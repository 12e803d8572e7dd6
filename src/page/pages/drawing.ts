/** The worker that reads and draws documents, and the words that lie over its pictures. */
import { addressOf } from '../address.js';
import type { Answered, Asked, DrawingTask, Drawn, Opened, Words } from './drawing-tasks.js';

/** What was asked for is not wanted any more, or there is a newer document. */
export class Gone extends Error {}

interface Waiting {
  resolve(made: unknown): void;
  reject(fault: Error): void;
}

/** Something that was asked for. */
export interface Wanted<T> {
  /** Rejects with `Gone` where it was given up. */
  readonly made: Promise<T>;
  giveUp(): void;
}

export class Drawing {
  readonly #worker = new Worker(new URL('./drawing.js', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  readonly #opening = new Map<string, Promise<Opened>>();
  /** Pictures that nobody has asked for yet. */
  readonly #ahead = new Map<string, Wanted<Drawn>>();
  #count = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.number);
      // pdf.js sends messages, too.
      if (waiting === undefined) return;
      this.#waiting.delete(data.number);
      if (data.fault === undefined) waiting.resolve(data.made);
      else waiting.reject(data.fault.isGone ? new Gone(data.fault.message) : new Error(data.fault.message));
    });
    // Needed a moment later than the first picture.
    void pdfJs();
  }

  /** Pages and words of it can be asked for at once. */
  open(version: string): Promise<Opened> {
    const address = new URL(addressOf('pdf', { version }), document.baseURI).href;
    const opening = this.#opening.get(version) ?? this.#ask<Opened>({ task: 'open', version, address }).made;
    this.#opening.set(version, opening);
    return opening;
  }

  /** `scale`: pixels of the screen for a point of the page. */
  draw(version: string, page: number, scale: number): Wanted<Drawn> {
    const key = `${version} ${page} ${scale}`;
    const ahead = this.#ahead.get(key);
    this.#ahead.delete(key);
    return ahead ?? this.#ask({ task: 'draw', version, page, scale });
  }

  /** Draws what somebody will ask for, if the document is shown. */
  drawAhead(version: string, page: number, scale: number): void {
    const wanted = this.draw(version, page, scale);
    wanted.made.catch(() => {});
    this.#ahead.set(`${version} ${page} ${scale}`, wanted);
  }

  words(version: string, page: number): Wanted<Words> {
    return this.#ask({ task: 'words', version, page });
  }

  close(version: string): void {
    this.#opening.delete(version);
    for (const [key, wanted] of this.#ahead) {
      if (!key.startsWith(`${version} `)) continue;
      this.#ahead.delete(key);
      wanted.giveUp();
      wanted.made.then(({ picture }) => picture.close()).catch(() => {});
    }
    this.#ask({ task: 'close', version }).made.catch(() => {});
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask<T>(job: DrawingTask): Wanted<T> {
    this.#count += 1;
    const number = this.#count;
    const made = new Promise<T>((resolve, reject) => {
      this.#waiting.set(number, { resolve: (value) => resolve(value as T), reject });
    });
    this.#send({ number, job });
    return {
      made,
      giveUp: () => {
        if (this.#waiting.has(number)) this.#send({ number, job: null });
      },
    };
  }

  #send(asked: Asked): void {
    this.#worker.postMessage(asked);
  }
}

let loaded: Promise<typeof import('pdfjs-dist')> | null = null;

function pdfJs(): Promise<typeof import('pdfjs-dist')> {
  loaded ??= import('pdfjs-dist');
  return loaded;
}

/** Puts the words of a page where its picture has them, to be selected and read aloud. */
export async function setWords({ text, box }: Words, container: HTMLElement, scale: number): Promise<void> {
  const { TextLayer } = await pdfJs();
  const rawDims = { pageX: box.x, pageY: box.y, pageWidth: box.width, pageHeight: box.height };
  const viewport = { scale, rotation: 0, rawDims } as unknown as ConstructorParameters<typeof TextLayer>[0]['viewport'];
  await new TextLayer({ textContentSource: text, container, viewport }).render();
}
