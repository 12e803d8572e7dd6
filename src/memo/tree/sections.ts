import type { Block, Root } from '../../document/tree.js';
import { walkTree } from '../../document/walk.js';
import type { Edition } from '../../edition/edition.js';
import type { Section } from '../../edition/item-shapes.js';
import { printedSection } from '../helpers.js';
import { Placeholders } from '../template/placeholders.js';
import type { Labels } from '../words/labels.js';
import { fillTree } from './fill.js';

/**
 * Puts in the brief's own sections that the template has not asked for, each after what its `after` names. Text knows
 * the field it comes from, so no template has to say where its parts end, and none can lose a section.
 */
export function withSections(root: Root, edition: Edition, labels: Labels): Root {
  const { sections, language } = edition;
  if (sections.length === 0) return root;
  const divisions = divisionsOf(root.children, sections);
  const plan = placesOf(sections, divisions);
  const notes: Block[] = [];
  const print = (section: Section): Block[] => {
    const made = sectionBlocks(section, labels, language);
    notes.push(...made.filter(({ type }) => type === 'footnoteDefinition'));
    return made.filter(({ type }) => type !== 'footnoteDefinition');
  };
  const children = divisions.flatMap(({ blocks }, i) => {
    const added = (plan.get(i) ?? []).flatMap(print);
    const end = added.length === 0 ? blocks.length : endOf(blocks);
    return [...blocks.slice(0, end), ...added, ...blocks.slice(end)];
  });
  return { ...root, children: [...children, ...notes] };
}

function sectionBlocks(section: Section, labels: Labels, language: string): readonly Block[] {
  const placeholders = new Placeholders();
  const value = placeholders.put(printedSection(section, labels));
  return fillTree([{ type: 'paragraph', children: [{ type: 'text', value }] }], placeholders, language).children;
}

/** A heading of the document's first level below the title with what stands under it, and the part that it prints. */
interface Division {
  readonly blocks: readonly Block[];
  /** `keyFacts`; the id of a section; null where it prints no part, as a scale or a signature does. */
  readonly part: string | null;
  /** Every part and section that has text in it. */
  readonly parts: ReadonlySet<string>;
}

/** Parts that close a document: what has no place of its own stands before them. */
const CLOSING: ReadonlySet<string> = new Set([
  ...['nextSteps', 'clearances', 'glossary', 'sources', 'annexes', 'distribution'],
]);

/** What the head of a document prints belongs to no part. */
const HEAD: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'reference', 'marking', 'supersedes', 'from', 'to', 'cc'],
]);

function divisionsOf(children: readonly Block[], sections: readonly Section[]): Division[] {
  const groups: Block[][] = [[]];
  for (const block of children) {
    if (block.type === 'heading' && block.depth <= 2) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups.map((blocks) => {
    const parts = partsIn(blocks, sections);
    return { blocks, part: parts[0] ?? null, parts: new Set(parts) };
  });
}

/** The parts that have text here, in order. The box of what has changed names them all. */
function partsIn(blocks: readonly Block[], sections: readonly Section[]): string[] {
  const found = new Set<string>();
  walkTree(blocks, (node) => {
    if (node.type === 'directive' && node.name === 'changes') return false;
    const { origin } = node as { readonly origin?: string };
    if (origin !== undefined) found.add(partOf(origin, sections));
    return true;
  });
  return [...found].filter((part) => !HEAD.has(part));
}

/** `keyFacts[2].text` is of `keyFacts`; `sections[0].body` is of the section, by its id. */
function partOf(origin: string, sections: readonly Section[]): string {
  const [, name = '', index = ''] = /^(\w+)(?:\[(\d+)\])?/.exec(origin) ?? [];
  return name === 'sections' ? keyOf(sections[Number(index)], Number(index)) : name;
}

/** A section without an id is known by its place. */
function keyOf(section: Section | undefined, index: number): string {
  return section?.id ?? `sections[${index}]`;
}

/** What goes behind each division, by its place. */
function placesOf(sections: readonly Section[], divisions: readonly Division[]): Map<number, Section[]> {
  const printed = new Set(divisions.flatMap(({ parts }) => [...parts]));
  const left = new Set(sections.filter((section, i) => !printed.has(keyOf(section, i))));
  const places = new Map<number, Section[]>();
  const put = (at: number, after: string | null): void => {
    for (const section of sections.filter((each) => each.after === after)) {
      if (!left.delete(section)) continue;
      places.set(at, [...(places.get(at) ?? []), section]);
      if (section.id !== null) put(at, section.id);
    }
  };
  for (const part of printed) put(placeAfter(part, divisions), part);
  const last = lastMatter(divisions);
  put(last, null);
  // What is to stand after a part that this document does not have.
  for (const section of sections) {
    if (!left.has(section)) continue;
    left.delete(section);
    places.set(last, [...(places.get(last) ?? []), section]);
    if (section.id !== null) put(last, section.id);
  }
  return places;
}

/** Where a part ends: with its last division, or what follows that and is of no part, such as the scale it uses. */
function placeAfter(part: string, divisions: readonly Division[]): number {
  const own = divisions.findLastIndex((division) => division.part === part);
  let at = own === -1 ? divisions.findLastIndex(({ parts }) => parts.has(part)) : own;
  while (divisions[at + 1] !== undefined && divisions[at + 1]?.part === null) at += 1;
  return at;
}

function lastMatter(divisions: readonly Division[]): number {
  const last = divisions.findLast(({ part }) => part !== null && !CLOSING.has(part));
  return last?.part == null ? 0 : placeAfter(last.part, divisions);
}

/** What opens the next division, such as a new page, stays with it; so do the notes at the end of a document. */
function endOf(blocks: readonly Block[]): number {
  const last = blocks.findLastIndex(
    (block) => block.type !== 'footnoteDefinition' && !(block.type === 'directive' && block.name === 'page-break'),
  );
  return last + 1;
}
