import type { ContentsEntry, ContentsLevel, ContentsNode, Run } from '../../layout/print-nodes.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { EngineNode, EngineRun } from '../engine/node-shapes.js';
import { StructureElement } from '../structure/element.js';
import type { Context, Parent } from './conversion.js';
import { beginsAtFarSide, commonOf, contextWithin, langAttribute, newElement, styleOf } from './conversion.js';
import { lessReady } from './readiness.js';
import { textRuns } from './text.js';

const PLAIN: ContentsLevel = { indent: 0, after: 0 };
/** Figures of one width, so that those below each other line up. */
const TABULAR = ['tnum'];

/**
 * A table of contents (ISO 32000-1, 14.8.4.2): an entry of a lower level is in a TOC of its own, inside the entry above
 * it. A row is the same height whatever its number, so the pages that are measured are the pages that are printed.
 */
export function contentsNode(node: ContentsNode, context: Context): EngineNode {
  const table = newElement('TOC', context.parent, langAttribute(node, context.inherited));
  const top: OpenTable = { level: 0, table, item: null };
  const open = [top];
  const stack = node.contents.entries.map((entry) => {
    const item = itemOf(entry, open, top);
    return rowNode(entry, node.contents, contextWithin(node, item, context));
  });
  return { ...commonOf(node), stack };
}

/** A TOC that entries are added to, with the last of them. */
interface OpenTable {
  level: number;
  readonly table: Parent;
  item: Parent;
}

/** The element of an entry, in the table of its level. */
function itemOf({ level }: ContentsEntry, open: OpenTable[], top: OpenTable): Parent {
  while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
  let last = open.at(-1) ?? top;
  if (last.item === null) last.level = level;
  if (last.level < level) {
    last = { level, table: newElement('TOC', last.item), item: null };
    open.push(last);
  }
  last.item = newElement('TOCI', last.table);
  return last.item;
}

function rowNode(
  entry: ContentsEntry,
  { levels, numberRoom }: ContentsNode['contents'],
  { parent: item, inherited, conversion }: Context,
): EngineNode {
  const { indent, after, ...style } = levels[Math.min(entry.level, levels.length) - 1] ?? PLAIN;
  const atRight = beginsAtFarSide(inherited.lang, conversion);
  const text = typeof entry.text === 'string' ? [{ text: entry.text }] : entry.text;
  const reference = newElement('Reference', item);
  const isLinked = conversion.destinations.has(entry.id) && reference !== null;
  const link = isLinked ? new StructureElement('Link', reference) : reference;
  const ready = lessReady(inherited.ready, 'if-too-wide');
  const runs = (some: readonly Run[]): EngineRun[] =>
    textRuns(some, { parent: link, inherited: { ...inherited, ready }, conversion }).map((run) =>
      isLinked ? { ...run, linkToDestination: entry.id } : run,
    );
  const number = (): EngineRun[] => {
    const page = conversion.pageOf.get(entry.id);
    // The space is for readers who hear the row or copy it.
    const run: Run = { text: page === undefined ? '' : ` ${page}`, noHyphen: true };
    if (isLinked && link !== null) link.contents = [...text, run].map((each) => each.text).join('');
    return runs([run]);
  };
  const side = atRight ? [numberRoom, 0, indent, 0] : [indent, 0, numberRoom, 0];
  const entryNode: EngineNode = {
    text: runs(text),
    margin: side,
    alignment: 'left',
    rightToLeft: isRightToLeft(inherited.lang),
  };
  const numberNode: EngineNode = {
    text: number(),
    isNumbered: true,
    fontFeatures: TABULAR,
    preserveLeadingSpaces: true,
    alignment: atRight ? 'left' : 'right',
    relativePosition: { x: 0, y: 0 },
    onLineAbove: true,
  };
  conversion.renumber.push(() => Object.assign(numberNode, { text: number() }));
  return { ...styleOf(style), unbreakable: true, margin: [0, 0, 0, after], stack: [entryNode, numberNode] };
}
