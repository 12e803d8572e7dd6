import { directionOf } from '../direction/levels.js';
import { setDirection } from '../direction/line-direction.js';
import type { EngineDocMeasure } from './layout-shapes.js';
import type { EngineNode, Inline, ListLabel } from './node-shapes.js';
import { Line } from './pdfmake.js';

/** Between a label and the text, and the side of a box to tick, in ems of the label. */
const LABEL_GAP = 0.42;
const BOX_SIZE = 0.78;

/**
 * Measures a list instead of pdfmake, whose labels have neither boxes nor a chosen indent. The indent grows where a
 * label would not fit into it.
 */
export function measureList(measure: EngineDocMeasure, list: EngineNode): EngineNode {
  const items = list.ul ?? [];
  const labels: [ListLabel, number][] = [];
  let min = 0;
  let max = 0;
  items.forEach((item, index) => {
    const measured = measure.measureNode(item);
    items[index] = measured;
    if (measured.listLabel) labels.push([measured.listLabel, measureLabel(measure, measured.listLabel)]);
    min = Math.max(min, measured._minWidth ?? 0);
    max = Math.max(max, measured._maxWidth ?? 0);
  });
  const room = Math.max(list.listIndent ?? 0, ...labels.map(([, needed]) => needed));
  // All begin at the edge of the list, however long they are.
  for (const [label, needed] of labels) label.left += label.atRight ? room - needed : needed - room;
  list.listIndent = room;
  list._minWidth = min + room;
  list._maxWidth = max + room;
  return list;
}

/** Sets the label in the style of the paragraph it stands beside. Returns the room it takes, gap included. */
function measureLabel(measure: EngineDocMeasure, label: ListLabel): number {
  const style = measure.styleStack.clone();
  for (const node of label.path) style.push(node);
  const fontSize = Number(style.getProperty('fontSize') ?? 12);
  label.inlines =
    label.text === null
      ? []
      : wordsOf(measure, measure.textInlines.buildInlines(label.text, style).items, label.atRight);
  label.boxSize = label.box === null ? 0 : fontSize * BOX_SIZE;
  const gap = label.gap ?? fontSize * LABEL_GAP;
  const between = label.box !== null && label.inlines.length > 0 ? gap : 0;
  const width = wordsWidth(label.inlines) + label.boxSize + between;
  // The side at which the room for labels is, before pages are turned round.
  const offset = label.atRight === label.mirrored ? leftOffset : rightOffset;
  const inward = label.path.reduce((sum, node) => sum + offset(node), 0);
  if (label.atRight) {
    label.boxLeft = width - label.boxSize;
    label.left = gap + inward;
    return width + gap;
  }
  for (const word of label.inlines) word.x += label.boxSize + between;
  label.left = -(width + gap) - inward;
  return width + gap;
}

/** Sets the words that stand beside a paragraph; where they stand is given. */
export function measureAsides(measure: EngineDocMeasure, node: EngineNode): void {
  for (const label of node.labels ?? []) {
    if (label.isAside !== true || label.text === null) continue;
    const { items } = measure.textInlines.buildInlines(label.text, measure.styleStack);
    label.inlines = wordsOf(measure, items, label.atRight);
    if (label.atRight) label.left = -label.left - wordsWidth(label.inlines);
  }
}

/** The words as one line, from whichever side they are read. */
function wordsOf(measure: EngineDocMeasure, words: readonly Inline[], rightToLeft: boolean): Inline[] {
  const line = new Line(Number.POSITIVE_INFINITY);
  for (const word of words) line.addInline({ ...word, alignment: 'left' });
  const segments = words.map(({ ordered, text, isolate }) => ({ text: ordered ?? text, isolate }));
  const direction = directionOf(segments, rightToLeft);
  if (direction !== null) {
    setDirection(line, direction, 0, (text, word) => measure.textInlines.widthOfText(text, word));
  }
  return line.inlines;
}

function wordsWidth(words: readonly Inline[]): number {
  const last = words.at(-1);
  return last === undefined ? 0 : words.reduce((sum, word) => sum + word.width, 0) - last.trailingCut;
}

/** How far a node moves its first content to the right. */
function leftOffset(node: EngineNode): number {
  const margin = node._margin?.[0] ?? 0;
  const list = node.labelsAtRight ? 0 : (node.listIndent ?? 0);
  const inner = node.ul ? list : node.table ? (node._offsets?.offsets[0] ?? 0) : 0;
  return margin + inner;
}

/** How far the end of its first content is from its own. */
function rightOffset(node: EngineNode): number {
  const list = node.ul && node.labelsAtRight ? (node.listIndent ?? 0) : 0;
  return (node._margin?.[2] ?? 0) + list;
}
