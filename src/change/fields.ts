import { LIKELIHOOD_TERMS } from '../brief/schema/judgement.js';
import { resolved, type SchemaPart } from '../brief/schema-walk.js';
import type { Step } from '../syntax/places.js';
import type { EstimateChange, FieldChange, TextChange } from './changes.js';
import { inLanguage, paired, textsOf, unfolded } from './languages.js';
import { isOrdered, isText, isWords, type Leaf, leavesOf, lineOf } from './leaves.js';
import { markWords, whole } from './word-diff.js';

type Scale = keyof typeof LIKELIHOOD_TERMS;

/** What the comparison of two editions knows wherever it is in them. */
export interface Comparison {
  readonly language: string;
  readonly olderMain: string;
  readonly newerMain: string;
  readonly olderScale: Scale;
  readonly newerScale: Scale;
}

/** The fields that differ between two maps of one kind, in the order of the newer one. */
export function compareFields(
  older: object,
  newer: object,
  steps: readonly Step[],
  comparison: Comparison,
): FieldChange[] {
  const before = leavesOf(older, steps);
  const after = leavesOf(newer, steps);
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names.flatMap((name) => compareLeaves(before.get(name), after.get(name), comparison) ?? []);
}

function compareLeaves(older: Leaf | undefined, newer: Leaf | undefined, comparison: Comparison): FieldChange | null {
  const leaf = newer ?? older;
  if (leaf === undefined) return null;
  const about = { field: leaf.field, title: leaf.part.title ?? leaf.field };
  if (Array.isArray(leaf.value) && !isOrdered(leaf.field, leaf.value)) {
    return compareLists(older, newer, about, comparison);
  }
  if (isWords(leaf.part)) return compareTexts(older, newer, about, comparison);
  const [before, after] = [
    wordFor(older, leaf.part, comparison, 'olderMain'),
    wordFor(newer, leaf.part, comparison, 'newerMain'),
  ];
  if (before === after) return null;
  if (leaf.field === 'likelihood' || leaf.field === 'confidence') {
    return estimateChange({ kind: leaf.field, title: about.title, before, after }, comparison);
  }
  return { kind: leaf.field === 'status' ? 'status' : 'value', ...about, before, after };
}

type About = Pick<FieldChange, 'field' | 'title'>;

function compareTexts(
  older: Leaf | undefined,
  newer: Leaf | undefined,
  about: About,
  { language, olderMain, newerMain }: Comparison,
): TextChange | null {
  const texts = (leaf: Leaf | undefined, main: string) =>
    leaf === undefined
      ? null
      : isText(leaf.part)
        ? textsOf(leaf.value, leaf.part, main)
        : new Map([['*', String(leaf.value)]]);
  const [from, to] = [texts(older, olderMain), texts(newer, newerMain)];
  const none = new Map<string, string>();
  const pair = paired(from ?? none, to ?? none, { language, main: newerMain });
  const isShort = (newer ?? older)?.part.$ref === '#/$defs/prose';
  const shown = (text: string) => (isShort ? unfolded(text) : text.trim());
  const before = from === null ? null : shown(pair.before);
  const after = to === null ? null : shown(pair.after);
  if (before === after) return null;
  const words = before === null || after === null ? whole(before, after) : markWords(before, after, pair.language);
  return { kind: 'text', ...about, before, after, words };
}

function compareLists(
  older: Leaf | undefined,
  newer: Leaf | undefined,
  about: About,
  { language, olderMain, newerMain }: Comparison,
): FieldChange | null {
  const [from, to] = [entriesOf(older), entriesOf(newer)];
  const item = entryPart(newer ?? older);
  // A list that has been translated since is compared in the language that it had.
  const isShared = hasLanguage(from, item, olderMain, language) && hasLanguage(to, item, newerMain, language);
  const shared = isShared ? language : newerMain;
  const before = from.map((value) => unfolded(lineOf(value, item, { language: shared, main: olderMain })));
  const after = to.map((value) => unfolded(lineOf(value, item, { language: shared, main: newerMain })));
  const [removed, added] = [without(before, after), without(after, before)];
  return removed.length + added.length === 0 ? null : { kind: 'list', ...about, added, removed };
}

function entriesOf(leaf: Leaf | undefined): readonly unknown[] {
  if (leaf === undefined) return [];
  return Array.isArray(leaf.value) ? leaf.value : [leaf.value];
}

/** An entry of a list may be no more than a reference to the definition of prose or of a name. */
function entryPart(leaf: Leaf | undefined): SchemaPart {
  return resolved(leaf?.part.items ?? {});
}

function hasLanguage(entries: readonly unknown[], part: SchemaPart, main: string, language: string): boolean {
  if (!isText(part)) return true;
  return entries.every((value) => inLanguage(textsOf(value, part, main), language) !== undefined);
}

/** What `list` has more often than `other`. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return list.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}

/** A value as a word; one that is left out is what the schema says it is then. */
function wordFor(
  leaf: Leaf | undefined,
  part: SchemaPart,
  comparison: Comparison,
  main: 'olderMain' | 'newerMain',
): string | null {
  const value = leaf?.value ?? (part as { readonly default?: unknown }).default;
  if (value === undefined) return null;
  return lineOf(value, part, { language: comparison.language, main: comparison[main] });
}

const CONFIDENCES: readonly string[] = ['low', 'moderate', 'high'];

function estimateChange(
  { kind, title, before, after }: Pick<EstimateChange, 'kind' | 'title' | 'before' | 'after'>,
  { olderScale, newerScale }: Comparison,
): EstimateChange {
  const terms: readonly string[] = kind === 'confidence' ? CONFIDENCES : LIKELIHOOD_TERMS[newerScale];
  const comparable = kind === 'confidence' || olderScale === newerScale;
  const [from, to] = [terms.indexOf(before ?? ''), terms.indexOf(after ?? '')];
  const direction = !comparable || from === -1 || to === -1 || from === to ? null : to > from ? 'up' : 'down';
  return { kind, field: kind, title, before, after, direction };
}
