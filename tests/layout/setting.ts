import type { Outcome } from '../../src/diagnostics/diagnostic.js';
import type { Furniture, PrintDocument } from '../../src/document/document.js';
import type { Block } from '../../src/document/tree.js';
import type { PrintDefinition } from '../../src/layout/definition.js';
import { type LayoutSetting, layoutDocument } from '../../src/layout/layout.js';
import type { PrintNode, Run } from '../../src/layout/print-nodes.js';
import { defaultTheme } from '../../src/layout/theme/theme.js';
import { parseBlocks } from '../../src/markdown/parse.js';

const plainFurniture: Furniture = {
  tlp: null,
  marking: null,
  runningTitle: 'A title',
  reference: 'REF/1',
  asOf: 'As of 4 September 2024',
  page: 'Page {page} of {pages}',
  watermark: null,
};

export function documentOf(children: readonly Block[], furniture: Partial<Furniture> = {}): PrintDocument {
  return {
    root: { type: 'root', children },
    language: 'en',
    info: { title: 'A title', author: null, subject: null, keywords: [], created: '2024-09-04T00:00:00Z' },
    furniture: { ...plainFurniture, ...furniture },
    words: {
      language: 'en',
      alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
      footnotes: 'Notes',
      citedOnPage: 'Cited on page {page}',
      boxEmpty: 'not chosen',
      boxChecked: 'chosen',
      notGiven: 'not given',
      code: 'Code',
      skip: 'Skip to the text',
      contents: 'Contents',
      back: 'Back to the text',
      asTable: 'As a table',
    },
  };
}

export function blocksOf(markdown: string): readonly Block[] {
  return parseBlocks(markdown, { directives: 'all', html: 'text' }).nodes;
}

/** Of the fonts that come with the program. */
export const ascents = new Map([
  ['Source Serif 4', 1.036],
  ['Source Sans 3', 1.024],
  ['Source Code Pro', 0.984],
]);

export function layout(document: PrintDocument, setting: Partial<LayoutSetting> = {}): Outcome<PrintDefinition> {
  const usual = { theme: defaultTheme, paper: 'A4', images: new Map(), logo: null, ascents } as const;
  return layoutDocument(document, { ...usual, ...setting });
}

/** The definition of a document that has no problems. */
export function definitionOf(markdown: string, setting: Partial<LayoutSetting> = {}): PrintDefinition {
  return madeBy(layout(documentOf(blocksOf(markdown)), setting));
}

export function madeBy<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  return outcome.value;
}

/** Every node of some nodes, outer before inner, with the room it has. */
export function nodesIn(nodes: readonly PrintNode[]): PrintNode[] {
  return nodes.flatMap((node) => [node, ...nodesIn(innerOf(node))]);
}

function innerOf(node: PrintNode): readonly PrintNode[] {
  if ('stack' in node) return node.stack;
  if ('columns' in node) return node.columns;
  if ('list' in node) return node.items.flatMap((item) => item.content);
  if ('table' in node) return node.table.body.flat();
  return 'box' in node ? node.box.content : [];
}

export function runsIn(nodes: readonly PrintNode[]): Run[] {
  return nodesIn(nodes).flatMap((node) => {
    if (!('text' in node)) return [];
    return typeof node.text === 'string' ? [{ text: node.text }] : [...node.text];
  });
}

/** The text of the nodes, without spaces: layout may break lines and blocks, but never lose or move a letter. */
export function lettersOf(nodes: readonly PrintNode[]): string {
  return nodesIn(nodes)
    .map((node) => {
      if ('image' in node || 'svg' in node) return node.alt;
      if (!('text' in node) || node.artifact) return '';
      return typeof node.text === 'string' ? node.text : node.text.map((run) => (run.sup ? '' : run.text)).join('');
    })
    .join('')
    .replace(/\s+/gu, '');
}

/** Kept as JSON: bytes by their number. */
export function asGolden(made: unknown): string {
  const shown = (_: string, value: unknown) => (value instanceof Uint8Array ? `${value.length} bytes` : value);
  return `${JSON.stringify(made, shown, 1)}\n`;
}
