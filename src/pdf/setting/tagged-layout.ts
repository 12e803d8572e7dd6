import type { EngineDocMeasure, EngineNode } from '../engine/engine.js';
import { PagedLayoutBuilder } from '../pagination/builder.js';
import { measureAsides, measureList } from './list-labels.js';

/**
 * Layout that keeps the structure. Runs carry their element to every word by themselves; what belongs to a whole
 * paragraph (what points to it, its list labels) is handed to its first word when it is measured. So whoever builds the
 * lines and breaks the pages has nothing to know of structure.
 */
export class TaggedLayoutBuilder extends PagedLayoutBuilder {
  private currentMeasure: EngineDocMeasure | null = null;

  /** pdfmake makes its measure inside layoutDocument(): this accessor is the only way to reach it. */
  override get docMeasure(): EngineDocMeasure {
    if (this.currentMeasure === null) throw new Error('layout has not begun');
    return this.currentMeasure;
  }
  override set docMeasure(measure: EngineDocMeasure) {
    measure.measureUnorderedList = (list) => measureList(measure, list);
    const measureLeaf = measure.measureLeaf.bind(measure);
    measure.measureLeaf = (node) => {
      measureAsides(measure, node);
      return markFirstWord(measureLeaf(node));
    };
    this.currentMeasure = measure;
  }
}

function markFirstWord(node: EngineNode): EngineNode {
  const first = node._inlines?.[0];
  if (first !== undefined) {
    first.anchors = node.anchors;
    first.labels = node.labels;
  }
  return node;
}
