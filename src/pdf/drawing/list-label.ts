import { decimal } from '../document/strings.js';
import type { EngineLine, Inline, ListLabel } from '../engine/node-shapes.js';
import type { TaggedDocument } from '../engine/tagged-document.js';
import type { StructureElement } from '../structure/element.js';
import type { LinePlace } from './draw-text.js';

/** How a label reaches the page. */
export interface LabelPen {
  words(run: readonly Inline[], at: LinePlace): void;
  box(element: StructureElement | undefined, draw: (document: TaggedDocument) => void): void;
}

/** In shares of the box: the pen, and how far the box hangs below the baseline. */
const PEN = 0.09;
const BELOW_BASELINE = 0.1;

/** Draws a label beside the first line of its item, on the same baseline. */
export function drawListLabel(label: ListLabel, line: EngineLine, pen: LabelPen): void {
  const x = line.x + label.left + (label.atRight ? line.maxWidth : 0);
  const baseline = line.y + line.getAscenderHeight();
  const { box, boxSize } = label;
  if (box !== null) {
    const top = baseline + boxSize * BELOW_BASELINE - boxSize;
    const left = x + (label.boxLeft ?? 0);
    pen.box(box.element, (document) => drawBox(document, { x: left, y: top, size: boxSize }, box.checked));
  }
  pen.words(label.inlines, { x, baseline });
}

/** A square, by its upper left corner and its side. */
interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A square to tick, with its tick where it is checked. */
function drawBox(document: TaggedDocument, { x, y, size }: Square, checked: boolean): void {
  const pen = size * PEN;
  const at = (share: number, from: number) => decimal(from + share * size);
  document.strokeColor('#000000');
  const square = `${decimal(x + pen / 2)} ${decimal(y + pen / 2)} ${decimal(size - pen)} ${decimal(size - pen)} re`;
  const tick = `${at(0.22, x)} ${at(0.52, y)} m ${at(0.43, x)} ${at(0.74, y)} l ${at(0.8, x)} ${at(0.26, y)} l`;
  document.addContent(`${decimal(pen)} w ${square} S${checked ? ` ${decimal(pen * 1.6)} w ${tick} S` : ''}`);
}
