import type { ListItemNode, ListNode, PrintNode, Run } from '../../src/layout/print-nodes.js';

/** Everything that a definition says, in its order: what a reader of the PDF has to hear, spaces aside. */
export function spokenBy(nodes: readonly PrintNode[]): string {
  return nodes.map(spokenNode).join('');
}

/** Without spaces and what is drawn by no font; hyphens are all one, as a search has them. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\u2010\u2011]/g, '-').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

function spokenNode(node: PrintNode): string {
  if (node.artifact) return '';
  if ('text' in node) return typeof node.text === 'string' ? node.text : node.text.map(spokenRun).join('');
  if ('stack' in node) return spokenBy(node.stack);
  if ('columns' in node) return spokenBy(node.columns);
  if ('list' in node) return node.items.map((item, index) => spokenItem(node, item, index)).join('');
  if ('table' in node) return node.table.body.map(spokenBy).join('');
  if ('box' in node) return spokenBy(node.box.content);
  if ('contents' in node) throw new Error('what a table of contents says is known when its pages are');
  return 'rule' in node ? '' : node.alt;
}

function spokenRun(run: Run): string {
  return run.actualText ?? run.text;
}

function spokenItem(list: ListNode, item: ListItemNode, index: number): string {
  const box = item.box === undefined ? '' : (item.boxAlt ?? (item.box === 'checked' ? '☑' : '☐'));
  const own = list.list === 'bullet' ? '•' : list.list === 'ordered' ? `${(list.start ?? 1) + index}.` : '';
  const label = item.label ? spokenRun(item.label) : item.box === undefined ? own : '';
  return box + label + spokenBy(item.content);
}
