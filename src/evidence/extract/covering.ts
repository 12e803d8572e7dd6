/** Boxes that lie over the words of others: https://www.w3.org/TR/CSS22/zindex.html, as far as whole boxes are covered. */
import { isOpaque } from './colours.js';
import type { Declarations } from './css.js';

/** A box that others are placed in, and whether one of these covers it whole. */
export class Frame {
  readonly #around: Frame | null;
  readonly #start: number;
  /** Whether it lies above a cover of the box around it, whatever their order is. */
  readonly #isAbove: boolean;
  #cover: { readonly at: number; readonly isAbove: boolean } | null = null;

  /** @param start how many texts of the page come before it */
  constructor(around: Frame | null, start: number, declared: Declarations) {
    this.#around = around;
    this.#start = start;
    this.#isAbove = levelOf(declared) > 0 || isCover(declared);
  }

  addCover(at: number, declared: Declarations): void {
    this.#cover = { at, isAbove: levelOf(declared) > 0 || this.#cover?.isAbove === true };
  }

  /** Whether the words that stand in it, and in no frame within, are covered. */
  isCovered(): boolean {
    if (this.#cover !== null) return true;
    let inner: Frame = this;
    for (let outer = inner.#around; outer !== null; outer = inner.#around) {
      const cover = outer.#cover;
      if (cover !== null && !inner.#isAbove && (cover.isAbove || inner.#start < cover.at)) return true;
      inner = outer;
    }
    return false;
  }
}

export function isPlaced(declared: Declarations): boolean {
  return /^(?:relative|absolute|fixed|sticky)/.test(declared.get('position') ?? '');
}

/** Whether an element leaves nothing to be seen of the frame that it is in. */
export function isCover(declared: Declarations): boolean {
  return declared.get('position') === 'absolute' && coversAll(declared);
}

/** Whether an element covers the window, until somebody closes it. */
export function isCurtain(declared: Declarations): boolean {
  return declared.get('position') === 'fixed' && coversAll(declared);
}

function coversAll(declared: Declarations): boolean {
  if (levelOf(declared) < 0) return false;
  if (!/^1?(?:\.0+)?$/.test(declared.get('opacity') ?? '') || declared.has('mix-blend-mode')) return false;
  const ground = declared.get('background-color') ?? declared.get('background') ?? '';
  return isOpaque(ground) && isWhole(declared);
}

/** Whether words are painted before the ground that they stand on. */
export function isBehind(declared: Declarations): boolean {
  return isPlaced(declared) && levelOf(declared) < 0;
}

/** Whether what is in an element is never painted before its own ground. */
export function isStackedApart(declared: Declarations): boolean {
  const isMade = (name: string) => !/^(?:none|auto|normal|)$/.test(declared.get(name) ?? '');
  const isFaint = !/^(?:1(?:\.0+)?|)$/.test(declared.get('opacity') ?? '');
  const isLevel = isPlaced(declared) && isMade('z-index');
  const others = ['transform', 'scale', 'rotate', 'translate', 'filter', 'clip-path', 'mix-blend-mode', 'mask'];
  return isLevel || isFaint || others.some(isMade) || /^(?:fixed|sticky)/.test(declared.get('position') ?? '');
}

function levelOf(declared: Declarations): number {
  const level = Number(declared.get('z-index') ?? 'auto');
  return Number.isFinite(level) ? level : 0;
}

function isWhole(declared: Declarations): boolean {
  const inset = (declared.get('inset') ?? '').split(/\s+/).filter((each) => each !== '');
  const [top, right = top, bottom = top, left = right] = inset;
  const edges = { top, right, bottom, left };
  const isAtEdge = (name: keyof typeof edges) => /^(?:0|-\d)/.test(declared.get(name) ?? edges[name] ?? '');
  const fills = (name: string) => /^[1-9]\d{2,}%$|^100v[wh]$/.test(declared.get(name) ?? '');
  return (
    isAtEdge('top') &&
    isAtEdge('left') &&
    (isAtEdge('right') || fills('width')) &&
    (isAtEdge('bottom') || fills('height'))
  );
}
