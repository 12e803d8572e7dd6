import type { ListItemNode, ListNode, Run } from '../../layout/print-nodes.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { EngineNode, EngineRun, ListLabel } from '../engine/node-shapes.js';
import type { ElementAttributes, ListNumbering } from '../structure/element.js';
import { childrenOf } from './anchors.js';
import { blocks } from './container.js';
import type { Context } from './conversion.js';
import {
  beginsAtFarSide,
  commonOf,
  contextWithin,
  elementOf,
  langAttribute,
  newElement,
  spaceAround,
} from './conversion.js';
import { textRuns } from './text.js';

const NUMBERING: Record<ListNode['list'], ListNumbering> = { bullet: 'Disc', ordered: 'Decimal', none: 'None' };

/** A list. engine/list-labels.ts sets its labels beside the first line of each item. */
export function listNode(node: ListNode, context: Context): EngineNode {
  if (node.items.length === 0) return { ...commonOf(node), stack: [] };
  const { inherited, conversion } = context;
  const list = newElement('L', context.parent, {
    ...langAttribute(node, inherited),
    listNumbering: NUMBERING[node.list],
  });
  const inside = contextWithin(node, list, context);
  const { lang } = inside.inherited;
  const atRight = isRightToLeft(lang);
  return {
    ...commonOf(node),
    listIndent: node.indent,
    labelsAtRight: beginsAtFarSide(lang, conversion),
    ul: node.items.map((item, index) => {
      const own: OwnLabel = { text: labelText(node, index), gap: node.labelGap ?? null, atRight };
      return listItem(item, own, inside);
    }),
  };
}

function labelText(list: ListNode, index: number): string | null {
  switch (list.list) {
    case 'bullet':
      return '•';
    case 'ordered':
      return `${(list.start ?? 1) + index}.`;
    case 'none':
      return null;
  }
}

/** What the list gives an item as its label, and where. */
interface OwnLabel {
  readonly text: string | null;
  readonly gap: number | null;
  readonly atRight: boolean;
}

function listItem(item: ListItemNode, label: OwnLabel, list: Context): EngineNode {
  const entry: Context = { ...list, parent: newElement('LI', list.parent) };
  const parts = labelParts(item, label, entry);
  const body = itemBody(item, { ...list, parent: newElement('LBody', entry.parent) });
  if (parts === null) return body;
  const [paragraph, path] = firstParagraph(body) ?? [null, []];
  if (paragraph === null) {
    // Nothing to stand beside (no text, or a picture first): the label gets a line of its own.
    const line: EngineNode = { text: [{ text: '' }] };
    return labelled({ stack: [line, body] }, line, parts, []);
  }
  return labelled(body, paragraph, parts, path);
}

type LabelParts = Pick<ListLabel, 'text' | 'box' | 'element' | 'gap' | 'atRight' | 'mirrored'>;

function labelled(item: EngineNode, paragraph: EngineNode, parts: LabelParts, path: EngineNode[]): EngineNode {
  const label: ListLabel = { ...parts, path, inlines: [], left: 0, boxSize: 0 };
  item.listLabel = label;
  paragraph.labels = [label, ...(paragraph.labels ?? [])];
  return item;
}

function labelParts(item: ListItemNode, label: OwnLabel, entry: Context): LabelParts | null {
  const own: readonly Run[] = label.text === null || item.box ? [] : [{ text: label.text }];
  const runs = item.labelRuns ?? (item.label === undefined ? own : [item.label]);
  const boxAlone = runs.length === 0;
  if (boxAlone && item.box === undefined) return null;
  const checked = item.box === 'checked';
  const boxWords = item.box === undefined ? {} : boxSaid(item.boxAlt, checked);
  const element = newElement('Lbl', entry.parent, boxAlone ? boxWords : {});
  const state = boxAlone ? element : newElement('Span', element, boxWords);
  const text: EngineRun[] | null = boxAlone ? null : textRuns(runs, { ...entry, parent: element });
  return {
    text,
    gap: label.gap,
    atRight: label.atRight,
    mirrored: entry.conversion.mirrored,
    element: elementOf(element),
    box: item.box ? { checked, element: elementOf(state) } : null,
  };
}

/** What a box is read as: words, where the definition has them in its language; else the character that it looks like. */
function boxSaid(alt: string | undefined, checked: boolean): ElementAttributes {
  return alt === undefined ? { actualText: checked ? '☑' : '☐' } : { alt };
}

/** The words of an item that is one paragraph go straight into LBody. */
function itemBody(item: ListItemNode, body: Context): EngineNode {
  const [only] = item.content;
  const inner =
    only !== undefined && item.content.length === 1 && 'text' in only
      ? [body.conversion.block(only, body, true)]
      : blocks(item.content, body);
  const outer: EngineNode = { stack: inner };
  if (item.id !== undefined) outer.anchor = { id: item.id, bookmark: undefined };
  if (item.margin !== undefined) Object.assign(outer, spaceAround(item.margin), { source: item });
  return outer;
}

/** The paragraph that a node begins with, and the way down to it; `null` where it begins with something else. */
function firstParagraph(node: EngineNode): [EngineNode, EngineNode[]] | null {
  if (node.text !== undefined) return [node, [node]];
  for (const child of childrenOf(node) ?? []) {
    const found = firstParagraph(child);
    if (found !== null) return [found[0], [node, ...found[1]]];
    if (isDrawn(child)) return null;
  }
  return null;
}

function isDrawn(node: EngineNode): boolean {
  const inside = childrenOf(node);
  return inside === null || inside.some(isDrawn);
}
