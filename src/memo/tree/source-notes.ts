/**
 * The sources of the memo as GitHub's footnotes: `[^4]` is the source that the page calls 4. GitHub numbers footnotes in
 * the order in which they are first referred to, whatever they are called; so that order gives the sources their
 * numbers, on the page too.
 */
import { mapBlocks } from '../../document/map.js';
import type {
  Block,
  Citation,
  CitationItem,
  Directive,
  FootnoteDefinition,
  Inline,
  Root,
} from '../../document/tree.js';
import { walkTree } from '../../document/walk.js';
import type { Edition } from '../../edition/edition.js';
import type { Source } from '../../edition/source-shape.js';
import type { Labels } from '../words/labels.js';
import { referenceNodes } from '../words/reference.js';

/** The ids of all sources in the order in which a reader of this memo meets them; those not cited are where its list is. */
export function sourcesAsRead(root: Root, edition: Edition): string[] {
  const cited = citedSources(root);
  const known = edition.sources.map(({ id }) => id);
  const order = new Set<string>();
  walkTree(root.children, (node) => {
    if (node.type === 'citation') for (const { source } of node.items) order.add(source);
    if (!isList(node)) return true;
    for (const id of known) if (!cited.has(id)) order.add(id);
    return false;
  });
  return [...new Set([...order, ...known])].filter((id) => known.includes(id));
}

/**
 * Every citation as a mark, with the place in its source in the line, and the list of sources as the footnotes' own
 * texts: once, at the end, where GitHub sets them in any case.
 */
export function citationFootnotes(root: Root, edition: Edition, labels: Labels): Root {
  const cited = citedSources(root);
  const lists = root.children.filter(isList);
  const others = lists.length === 0 ? [] : edition.sources.filter(({ id }) => !cited.has(id));
  const numbers = new Map(edition.sources.map(({ id, number }) => [id, number]));
  const body = root.children.filter(({ type }) => type !== 'footnoteDefinition');
  const instead = (list: Directive): Block[] => [
    ...alsoConsulted(others, labels),
    ...(list === body.at(-1) ? [] : [sentence(labels.label('sourcesAtEnd'))]),
  ];
  const written = listedTexts(lists);
  const definitions = edition.sources
    .filter((source) => cited.has(source.id) || others.includes(source))
    .map((source): FootnoteDefinition => {
      const children = written.get(source.number) ?? [inShort(source, labels)];
      return { type: 'footnoteDefinition', identifier: String(source.number), children };
    });
  const blocks = root.children.flatMap((block) => (isList(block) ? instead(block) : [block]));
  const inline = (node: Inline) => (node.type === 'citation' ? marksOf(node, numbers) : undefined);
  return { ...root, children: mapBlocks([...blocks, ...definitions], { inline }) };
}

function isList(node: { readonly type: string }): node is Directive {
  return node.type === 'directive' && (node as Directive).name === 'sources';
}

/** Those cited outside the list of sources, in which one may be described by another. */
function citedSources(root: Root): ReadonlySet<string> {
  const cited = new Set<string>();
  walkTree(root.children, (node) => {
    if (node.type === 'citation') for (const { source } of node.items) cited.add(source);
    return !isList(node);
  });
  return cited;
}

/** What the template has written of each source, by number: the list gives them in their order. */
function listedTexts(lists: readonly Directive[]): ReadonlyMap<number, readonly Block[]> {
  const texts = new Map<number, readonly Block[]>();
  for (const { children } of lists) {
    for (const list of children) {
      if (list.type !== 'list') continue;
      for (const [i, item] of list.children.entries()) texts.set((list.start ?? 1) + i, item.children);
    }
  }
  return texts;
}

/** A footnote that nothing refers to is not shown, so what is listed without being cited is referred to in the list. */
function alsoConsulted(sources: readonly Source[], labels: Labels): Block[] {
  if (sources.length === 0) return [];
  const [before = '', after = ''] = labels.label('alsoConsulted').split('{list}');
  const marks = joined(sources.map(({ number }) => [mark(number)]));
  const children: Inline[] = [{ type: 'text', value: before }, ...marks, { type: 'text', value: after }];
  return [{ type: 'paragraph', children }];
}

function sentence(value: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** For a memo without a list: the source in short, linked. */
function inShort(source: Source, labels: Labels): Block {
  const children: Inline[] = [...referenceNodes(source, labels, { full: false }), { type: 'text', value: '.' }];
  return { type: 'paragraph', children };
}

/** `[^3] [^4] (art. 86)` */
function marksOf({ items }: Citation, numbers: ReadonlyMap<string, number>): Inline[] {
  return joined(
    items.map((item): Inline[] => {
      const number = numbers.get(item.source);
      if (number === undefined) return [{ type: 'citation', items: [item] }];
      return item.locator === null ? [mark(number)] : [mark(number), placeIn(item)];
    }),
  );
}

function mark(number: number): Inline {
  return { type: 'footnoteReference', identifier: String(number) };
}

function placeIn({ locator, origin }: CitationItem): Inline {
  const text = { type: 'text', value: ` (${locator})` } as const;
  return origin === undefined ? text : { ...text, origin };
}

/** Two marks side by side would read as one number, so a space stands between them. */
function joined(marks: readonly Inline[][]): Inline[] {
  return marks.flatMap((each, i): Inline[] => (i === 0 ? each : [{ type: 'text', value: ' ' }, ...each]));
}
