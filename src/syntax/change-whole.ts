import { isCollection, isMap, isSeq, parseDocument } from 'yaml';
import type { Change } from './change-shape.js';
import type { TextFormat } from './format.js';

/**
 * The change made in the tree of the document, which is then written anew: comments and order stay, and where lines break
 * may not. For what is written in a way that cannot be cut.
 */
export function rewritten(text: string, format: TextFormat, change: Change): string | null {
  if (format === 'json') return null;
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: true });
  const { path } = change;
  try {
    if (change.op === 'set') document.setIn(path, document.createNode(change.value));
    else if (change.op === 'remove') document.deleteIn(path);
    else {
      const list = document.getIn(path.slice(0, -1), true);
      const index = Number(path.at(-1));
      if (!isSeq(list)) return null;
      if (change.op === 'insert') list.items.splice(index, 0, document.createNode(change.value));
      else list.items.splice(change.to, 0, ...list.items.splice(index, 1));
    }
    const { contents } = document;
    if (isCollection(contents) && isMap(contents) && contents.items.length === 0) contents.flow = true;
    return document.toString({ lineWidth: 0 });
  } catch {
    // An alias in the way, or nothing there.
    return null;
  }
}
