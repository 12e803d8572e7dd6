/**
 * How sources are cited in the text: by the raised numbers of notes, by numbers in brackets, or by author and date. The
 * styles are our own, in every language that has labels; the list of sources is written out by reference.ts in all three.
 */

import { letterAt } from '../../document/letters.js';
import { mapBlocks } from '../../document/map.js';
import type { Block, Citation, CitationItem, Inline, List, Root } from '../../document/tree.js';
import type { Edition } from '../../edition/edition.js';
import type { Source } from '../../edition/source-shape.js';
import type { Labels } from './labels.js';
import { listWords } from './lists.js';
import { namedAuthors } from './named-authors.js';
import { publicationYear } from './publication-date.js';

export interface CitationStyle {
  /** The edition with its sources in the order of the list: by number, or by author and date. */
  readonly edition: Edition;
  /** What the list puts before a source, by its id. */
  readonly keys: ReadonlyMap<string, string>;
  /** Whether citations stay marks, which print and memo raise in their own ways. */
  readonly isNotes: boolean;
}

export function citationStyle(edition: Edition, labels: Labels): CitationStyle {
  if (edition.citationStyle !== 'author-date') {
    return { edition, keys: new Map(), isNotes: edition.citationStyle === 'notes' };
  }
  const named = edition.sources.map((source) => ({ source, key: sourceKey(source, labels) }));
  const inOrder = named.toSorted(
    (a, b) => a.key.localeCompare(b.key, edition.language) || a.source.number - b.source.number,
  );
  const keys = new Map(inOrder.map(({ source, key }, i) => [source.id, toldApart(key, i, inOrder)] as const));
  const sources = inOrder.map(({ source }, i) => ({ ...source, number: i + 1 }));
  return { edition: { ...edition, sources }, keys, isNotes: false };
}

/** Works of one author and year bear letters: `2024a`, `2024b`. */
function toldApart(key: string, index: number, all: readonly { readonly key: string }[]): string {
  const first = all.findIndex((each) => each.key === key);
  const isAlone = all.filter((each) => each.key === key).length === 1;
  return isAlone ? key : `${key}${letterAt(index - first)}`;
}

/** `Batdorj 2024`, `Batdorj and Berg 2024`, `Batdorj et al. 2024`; without an author the body it comes from, or its title. */
export function sourceKey(source: Source, labels: Labels): string {
  return `${authorsOf(source, labels)} ${publicationYear(source, labels) ?? labels.label('noDate')}`;
}

/** Sources known by their names rather than by their authors. */
const KNOWN_BY_TITLE: ReadonlySet<string> = new Set(['treaty', 'legislation', 'bill', 'regulation', 'standard']);

function authorsOf({ type, authors, authority, publisher, container, title }: Source, labels: Labels): string {
  const { named, others } = namedAuthors(authors);
  const names = named.map(({ family, literal, given }) => (family ?? literal ?? given)?.text ?? '');
  const [first = ''] = names;
  if (names.length > 2 || others) return `${first} ${labels.label('etAl')}`;
  if (names.length > 0) return listWords(names, labels.language);
  const body = KNOWN_BY_TITLE.has(type) ? null : (authority ?? publisher ?? container);
  return body?.text ?? shortTitle(title.text);
}

/** The first words of a title: enough to find it in the list. */
function shortTitle(title: string): string {
  const words = title.replace(/^\[(.*)\]$/, '$1').split(/\s+/);
  return words.length <= 5 ? words.join(' ') : `${words.slice(0, 4).join(' ')} …`;
}

/**
 * Citations as text: `[3, art. 87]` or `(Batdorj 2024, p. 3)`; those of notes stay marks. In print each is linked to its
 * place in the list, and says which source that is.
 */
export function citedInText(
  root: Root,
  { edition, keys, isNotes }: CitationStyle,
  { medium, labels }: { readonly medium: 'print' | 'memo'; readonly labels: Labels },
): Root {
  if (isNotes && medium === 'memo') return root;
  const sources = new Map(edition.sources.map((source) => [source.id, source]));
  const numbers = new Map(edition.sources.map(({ id, number }) => [id, number]));
  const named = (item: CitationItem): CitationItem => {
    const source = sources.get(item.source);
    return source === undefined ? item : { ...item, spoken: spokenCitation(source, item, labels) };
  };
  const inline = (node: Inline): readonly Inline[] | undefined => {
    if (node.type !== 'citation') return undefined;
    const citation: Citation = { ...node, items: node.items.map(named) };
    return isNotes ? [citation] : written(citation, numbers, keys, medium);
  };
  return { ...root, children: mapBlocks(root.children, { inline, block: namedItems }) };
}

/** `Source 4: Rome Statute of the International Criminal Court, art. 86, 89` */
function spokenCitation({ number, title }: Source, { locator }: CitationItem, labels: Labels): string {
  const name = title.text.replace(/\s+/g, ' ').trim();
  const values: Readonly<Record<string, string>> = { number: String(number), title: name };
  const words = labels.label('sourceNamed').replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  return locator === null ? words : `${words}, ${locator.trim()}`;
}

function written(
  { items }: Citation,
  numbers: ReadonlyMap<string, number>,
  keys: ReadonlyMap<string, string>,
  medium: 'print' | 'memo',
): Inline[] {
  const [open, close] = keys.size > 0 ? ['(', ')'] : ['[', ']'];
  const separator = keys.size > 0 || items.some(({ locator }) => locator !== null) ? '; ' : ', ';
  const parts = items.flatMap((item, i): Inline[] => {
    const before: Inline[] = i === 0 ? [] : [{ type: 'text', value: separator }];
    return [...before, ...mark(item, numbers, keys, medium)];
  });
  return [{ type: 'text', value: ` ${open}` }, ...parts, { type: 'text', value: close }];
}

function mark(
  { source, locator, spoken }: CitationItem,
  numbers: ReadonlyMap<string, number>,
  keys: ReadonlyMap<string, string>,
  medium: 'print' | 'memo',
): Inline[] {
  const number = numbers.get(source);
  const name: Inline = { type: 'text', value: keys.get(source) ?? String(number ?? source) };
  const words: Inline[] = locator === null ? [name] : [name, { type: 'text', value: `, ${locator}` }];
  const isLinked = medium === 'print' && number !== undefined;
  return isLinked ? [{ type: 'link', url: `#source-${number}`, title: spoken ?? null, children: words }] : words;
}

/** The items of the list of sources get the names that citations lead to. */
function namedItems(block: Block): readonly Block[] | undefined {
  if (block.type !== 'directive' || block.name !== 'sources') return undefined;
  const children = block.children.map((child) => (child.type === 'list' ? named(child) : child));
  return [{ ...block, children }];
}

function named(list: List): List {
  return { ...list, children: list.children.map((item, i) => ({ ...item, id: item.id ?? `source-${i + 1}` })) };
}
