import type { FormContent } from '../document/numbered-copies.js';
import type { EngineLine, PageItem } from '../engine/node-shapes.js';
import type { TaggedDocument } from '../engine/tagged-document.js';
import { drawWords, isSameRun, type TextState } from './draw-text.js';

/** Lines of text that were laid out, as a form of their own: nothing of it is on a page yet. */
export function formOf(document: TaggedDocument, items: readonly PageItem[]): FormContent {
  return document.drawApart(() => {
    const state: TextState = {};
    for (const item of items) if (item.type === 'line') drawLine(document, state, item.item);
  });
}

function drawLine(document: TaggedDocument, state: TextState, line: EngineLine): void {
  const at = { x: line.x, baseline: line.y + line.getAscenderHeight() };
  const words = line.inlines;
  for (let from = 0; from < words.length; ) {
    const [first] = words.slice(from, from + 1);
    if (first === undefined) return;
    let to = from + 1;
    for (let next = words[to]; next !== undefined && isSameRun(first, next); next = words[to]) to++;
    drawWords(document, state, words.slice(from, to), at);
    from = to;
  }
}
