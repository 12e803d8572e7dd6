/**
 * The pages of a document on the screen: drawn as they come into sight, and kept in their place when a new version comes.
 * What was drawn stays until what replaces it is ready, so nothing flickers.
 */
import type { Spot } from '../../preview/protocol.js';
import type { Path } from '../../preview/protocol-editing.js';
import { Drawing, Gone } from './drawing.js';
import { type Look, PageSlot } from './page-slot.js';
import { spotAt, spotsOfPath } from './spots.js';
import type { SpotsSource } from './spots-source.js';

/** Points of paper to pixels of CSS at 100 %. */
const PIXELS = 96 / 72;
const ZOOMS: readonly number[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];
const GAP = 24;
/** Milliseconds without scrolling after which somebody may want to select words. */
const REST = 120;

export type Zoom = number | 'fit';

export interface PdfViewEvents {
  readonly onPage: (page: number, of: number) => void;
  readonly onZoom: (scale: number) => void;
  /** What was clicked. */
  readonly onSpot: (spot: Spot) => void;
  readonly label: (page: number, of: number) => string;
}

export class PdfView {
  readonly #root: HTMLElement;
  readonly #events: PdfViewEvents;
  readonly #slots: PageSlot[] = [];
  readonly #near = new Set<PageSlot>();
  readonly #observer: IntersectionObserver;
  /** Of the line where somebody reads: a third from the top. */
  readonly #reading: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  readonly #drawing = new Drawing();
  #version: string | null = null;
  /** The version that may come next. */
  #coming: string | null = null;
  #isScrolling: ReturnType<typeof setTimeout> | undefined;
  #spots: SpotsSource = async () => [];
  #zoom: Zoom = 'fit';
  #scale = 1;
  #at = 1;
  #paper = { width: 595, height: 842 };
  #asked = 0;

  constructor(root: HTMLElement, events: PdfViewEvents) {
    this.#root = root;
    this.#events = events;
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
      root,
      rootMargin: '600px 0px',
    });
    this.#reading = new IntersectionObserver((entries) => this.#reached(entries), {
      root,
      rootMargin: '-33% 0px -67% 0px',
    });
    this.#sizes = new ResizeObserver(() => this.#rescale());
    this.#sizes.observe(root);
    root.addEventListener('scroll', () => this.#setWordsSoon(), { passive: true });
  }

  /** Begins to read and draw a document which is being made, and which may be shown. */
  expect(version: string): void {
    if (this.#coming === version || this.#version === version) return;
    if (this.#coming !== null) this.#drawing.close(this.#coming);
    this.#coming = version;
    // Whoever shows it hears of what is wrong.
    this.#drawing.open(version).catch(() => {});
    for (const slot of this.#inSight()) slot.drawAhead({ version, scale: this.#scale });
  }

  /** Shows a document in place of the one before; done when all that is in sight is there. False: a newer one came meanwhile. */
  async show(version: string, spots: SpotsSource): Promise<boolean> {
    const asked = ++this.#asked;
    const before = this.#version;
    this.#version = version;
    if (this.#coming !== null && this.#coming !== version) this.#drawing.close(this.#coming);
    this.#coming = null;
    this.#spots = spots;
    const opening = this.#drawing.open(version).catch((fault: unknown) => {
      if (fault instanceof Gone) return null;
      throw fault;
    });
    for (const slot of this.#slots) slot.outdate();
    // At the size that the pages had: mostly they have it still.
    for (const slot of this.#inSight()) void this.#draw(slot);
    const opened = await opening;
    if (before !== null) this.#drawing.close(before);
    if (opened === null || asked !== this.#asked) return false;
    this.#paper = { width: opened.width, height: opened.height };
    this.#fitSlots(opened.pages);
    this.#rescale();
    await this.#drawNear();
    if (asked !== this.#asked) return false;
    this.#tellPage();
    return true;
  }

  /** The places of what is shown have moved in the brief; the pages have not. */
  setSpots(spots: SpotsSource): void {
    this.#spots = spots;
  }

  setZoom(zoom: Zoom): void {
    this.#zoom = zoom;
    this.#rescale();
  }

  /** The next step of the zoom in a direction. */
  step(direction: 1 | -1): void {
    const now = this.#scale / PIXELS;
    const next =
      direction === 1 ? ZOOMS.find((each) => each > now + 0.01) : ZOOMS.findLast((each) => each < now - 0.01);
    if (next !== undefined) this.setZoom(next);
  }

  goTo(page: number): void {
    const slot = this.#slots[Math.min(Math.max(page, 1), this.#slots.length) - 1];
    if (slot) this.#root.scrollTo({ top: slot.element.offsetTop - GAP / 2 });
  }

  /** Brings what a field says into sight, and marks it for a moment. */
  async find(path: Path): Promise<void> {
    const source = this.#spots;
    const spots = spotsOfPath(await source(), path);
    const slot = this.#slots[(spots[0]?.page ?? 0) - 1];
    if (!slot || source !== this.#spots) return;
    const places = spots.map(({ x, y, width, height }) => ({
      x: x * this.#scale,
      y: y * this.#scale,
      width: width * this.#scale,
      height: height * this.#scale,
    }));
    slot.light(places);
    const top = slot.element.offsetTop + Math.min(...places.map(({ y }) => y));
    const bottom = slot.element.offsetTop + Math.max(...places.map(({ y, height }) => y + height));
    const { scrollTop, clientHeight } = this.#root;
    const isSeen = top > scrollTop + 10 && bottom < scrollTop + clientHeight - 10;
    if (!isSeen) this.#root.scrollTo({ top: top - clientHeight / 3 });
  }

  destroy(): void {
    this.#asked += 1;
    this.#observer.disconnect();
    this.#reading.disconnect();
    this.#sizes.disconnect();
    clearTimeout(this.#isScrolling);
    this.#drawing.end();
  }

  #fitSlots(count: number): void {
    while (this.#slots.length > count) {
      const slot = this.#slots.pop();
      if (!slot) break;
      this.#observer.unobserve(slot.element);
      this.#reading.unobserve(slot.element);
      this.#near.delete(slot);
      slot.element.remove();
    }
    while (this.#slots.length < count) {
      const slot = this.#newSlot(this.#slots.length + 1);
      this.#slots.push(slot);
      this.#root.append(slot.element);
      this.#observer.observe(slot.element);
      this.#reading.observe(slot.element);
    }
    for (const slot of this.#slots) slot.element.setAttribute('aria-label', this.#events.label(slot.number, count));
  }

  #newSlot(page: number): PageSlot {
    return new PageSlot(page, this.#drawing, async (x, y) => {
      const spot = spotAt(await this.#spots(), { page, x: x / this.#scale, y: y / this.#scale });
      if (spot !== null) this.#events.onSpot(spot);
    });
  }

  /** Sets the size of all pages, and keeps what is at the top of the window there. */
  #rescale(): void {
    const width = this.#root.clientWidth - 2 * GAP;
    if (width <= 0) return;
    const fit = Math.min(width / this.#paper.width, 1.6 * PIXELS);
    const scale = this.#zoom === 'fit' ? fit : this.#zoom * PIXELS;
    const { scrollTop, scrollHeight } = this.#root;
    const isOther = Math.abs(scale - this.#scale) > 0.001;
    this.#scale = scale;
    for (const slot of this.#slots) slot.resize(this.#paper.width, this.#paper.height, scale);
    if (isOther && scrollHeight > 0) {
      this.#root.scrollTop = scrollTop * (this.#root.scrollHeight / scrollHeight);
      for (const slot of this.#slots) slot.outdate();
      void this.#drawNear();
    }
    this.#events.onZoom(scale / PIXELS);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const slot = this.#slots.find(({ element }) => element === target);
      if (!slot) continue;
      if (isIntersecting) {
        this.#near.add(slot);
        void this.#draw(slot).then(() => this.#setWordsSoon());
      } else {
        this.#near.delete(slot);
        slot.clear();
      }
    }
  }

  /** Done when the pages in sight are there; those that are near follow. */
  async #drawNear(): Promise<void> {
    const seen = this.#inSight();
    await Promise.all(seen.map((slot) => this.#draw(slot)));
    const look = this.#look();
    if (look !== null) await Promise.all(seen.map((slot) => slot.lacksWords && slot.setWords(look)));
    for (const slot of this.#near) void this.#draw(slot);
    this.#setWordsSoon();
  }

  #inSight(): readonly PageSlot[] {
    const near = this.#near.size > 0 ? [...this.#near] : this.#slots.slice(0, 1);
    return near.filter((slot) => this.#isInSight(slot));
  }

  #isInSight({ element: { offsetTop, offsetHeight } }: PageSlot): boolean {
    const { scrollTop, clientHeight } = this.#root;
    return offsetTop < scrollTop + clientHeight && offsetTop + offsetHeight > scrollTop;
  }

  #look(): Look | null {
    return this.#version === null ? null : { version: this.#version, scale: this.#scale };
  }

  async #draw(slot: PageSlot): Promise<void> {
    const version = this.#version;
    const isWanted = (): boolean =>
      version === this.#version && !slot.isDrawn && (this.#near.size === 0 || this.#near.has(slot));
    // Another size may come while it is drawn.
    for (let tries = 0; tries < 5 && version !== null && isWanted(); tries += 1) {
      await slot.draw({ version, scale: this.#scale });
    }
  }

  /** Words of pages that are near, one page after the other, when nobody scrolls. */
  #setWordsSoon(): void {
    clearTimeout(this.#isScrolling);
    this.#isScrolling = setTimeout(async () => {
      const look = this.#look();
      const next = [...this.#near].find((slot) => slot.lacksWords);
      if (look === null || next === undefined) return;
      await next.setWords(look);
      this.#setWordsSoon();
    }, REST);
  }

  /** A page has come to where somebody reads. */
  #reached(entries: readonly IntersectionObserverEntry[]): void {
    const reached = entries.findLast(({ isIntersecting }) => isIntersecting);
    if (reached === undefined) return;
    this.#at = this.#slots.findIndex(({ element }) => element === reached.target) + 1;
    this.#tellPage();
  }

  #tellPage(): void {
    this.#at = Math.min(Math.max(this.#at, 1), this.#slots.length);
    this.#events.onPage(this.#at, this.#slots.length);
  }
}
