/**
 * Changes to pdfmake's measuring. Runs carry their structure element to every word by themselves; what
 * belongs to a whole paragraph (what points to it, its list labels) is handed to its first word when it is measured. So
 * the code that builds lines and breaks pages does not deal with structure.
 */
import type { EngineDocMeasure, EngineStyleStack } from './layout-shapes.js';
import { measureAsides, measureList } from './list-labels.js';
import type { ColumnMeasure, EngineNode, Inline } from './node-shapes.js';
import type { EngineFontSource } from './pdfkit-shapes.js';
import { LinearTextInlines } from './text-inlines.js';

/** Corrects the measuring of one layout, before anything is measured. */
export function mendMeasure(measure: EngineDocMeasure, document: EngineFontSource): void {
  measure.textInlines = new LinearTextInlines(document);
  measure.measureUnorderedList = (list) => measureList(measure, list);
  measure.measureLeaf = (node) => {
    if (node._extent !== undefined) return measuredAgain(measure, node, node._extent);
    measureAsides(measure, node);
    if (node.isNumbered) stylesAround.set(node, measure.styleStack.clone());
    return measured(measure, node);
  };
  mendWidths(measure);
}

/** Of text that prints numbers of pages, to measure it anew by itself. */
const stylesAround = new WeakMap<EngineNode, EngineStyleStack>();

/** The node is the innermost of those whose styles count already: pdfmake would copy them all to add it once more. */
function measured({ textInlines, styleStack }: EngineDocMeasure, node: EngineNode): EngineNode {
  const { items, minWidth, maxWidth } = textInlines.buildInlines(node.text, styleStack);
  node._inlines = items;
  node._minWidth = minWidth;
  node._maxWidth = maxWidth;
  node._extent = [minWidth, maxWidth];
  return markFirstWord(node);
}

/** Words stay as they were measured; those that were taken away are others now. */
function measuredAgain(measure: EngineDocMeasure, node: EngineNode, [min, max]: readonly [number, number]): EngineNode {
  if (node._inlines === undefined) return measured(measure, node);
  node._minWidth = min;
  node._maxWidth = max;
  return node;
}

function markFirstWord(node: EngineNode): EngineNode {
  const first = node._inlines?.[0];
  if (first !== undefined) {
    first.anchors = node.anchors;
    first.labels = node.labels;
  }
  return node;
}

/**
 * Measures a text that prints other numbers now. False: they are as wide as those before, so that all lines are broken where
 * they were, and nothing else has to be measured or placed anew.
 */
export function measureNumbers(measure: EngineDocMeasure, node: EngineNode): boolean {
  const { _inlines: before } = node;
  const around = stylesAround.get(node);
  if (before === undefined || around === undefined) return true;
  const { items, minWidth, maxWidth } = measure.textInlines.buildInlines(node.text, around);
  node._inlines = items;
  node._extent = [minWidth, maxWidth];
  markFirstWord(node);
  return items.length !== before.length || items.some((word, at) => !isSetAlike(word, before[at]));
}

/** No digit is treated otherwise than another at the end of a line, or where the direction of a text changes. */
function isSetAlike(word: Inline, before: Inline | undefined): boolean {
  return before !== undefined && word.width === before.width && shapeOf(word) === shapeOf(before);
}

function shapeOf({ text, leadingCut, trailingCut, lineEnd, noNewLine }: Inline): string {
  return [text.replace(/[0-9]/g, '0'), leadingCut, trailingCut, lineEnd, noNewLine].join('\n');
}

/** pdfmake adds up percentages as texts when it measures columns and tables: their widths are then NaN. */
function mendWidths(measure: EngineDocMeasure): void {
  const columns = measure.measureColumns.bind(measure);
  const table = measure.measureTable.bind(measure);
  measure.measureColumns = (node) => {
    const measured = columns(node);
    return mended(measured, measured.columns ?? [], (measured._gap ?? 0) * ((measured.columns?.length ?? 1) - 1));
  };
  measure.measureTable = (node) => {
    const measured = table(node);
    return mended(measured, (node.table?.widths ?? []) as readonly ColumnMeasure[], measured._offsets?.total ?? 0);
  };
}

function mended(node: EngineNode, columns: readonly ColumnMeasure[], extra: number): EngineNode {
  if (!columns.some(({ width }) => typeof width === 'string' && width.endsWith('%'))) return node;
  node._minWidth = columns.reduce((total, column) => total + (column._minWidth ?? 0), extra);
  node._maxWidth = columns.reduce((total, column) => total + (column._maxWidth ?? 0), extra);
  return node;
}
