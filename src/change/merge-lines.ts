import { diffArrays } from 'diff';

/** A part of a text that two people have both changed: lines of each. */
export interface Collision {
  /** The first line in the common text, from 1, and how many. */
  readonly line: number;
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** The lines that both have, and where they do not agree, a collision. */
export type MergedPart = { readonly lines: readonly string[] } | Collision;

/** Two texts that come from a common one, as one: what only one of them has changed is as that one has it. */
export function mergeLines(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergedPart[] {
  const edits = [editsFrom(base, mine), editsFrom(base, theirs)] as const;
  const parts: MergedPart[] = [];
  let at = 0;
  for (const { start, end } of regionsOf(edits)) {
    if (start > at) parts.push({ lines: base.slice(at, start) });
    const [own, other] = [within(base, edits[0], [start, end]), within(base, edits[1], [start, end])];
    const old = base.slice(start, end);
    if (isSame(own, other) || isSame(other, old)) parts.push({ lines: own });
    else if (isSame(own, old)) parts.push({ lines: other });
    else parts.push({ line: start + 1, base: old, mine: own, theirs: other });
    at = end;
  }
  parts.push({ lines: base.slice(at) });
  return parts;
}

/** Lines of the common text that were replaced: from `start` up to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** What was replaced to come from one to the other. */
export function editsFrom(base: readonly string[], changed: readonly string[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; lines: string[] } | null = null;
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      if (open !== null) edits.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, lines: [] };
    if (added) open.lines.push(...value);
    else {
      at += value.length;
      open.end = at;
    }
  }
  return open === null ? edits : [...edits, open];
}

/** Where one of the two has changed something; what touches is one region. */
function regionsOf(edits: readonly (readonly Edit[])[]): readonly { readonly start: number; readonly end: number }[] {
  const regions: { start: number; end: number }[] = [];
  for (const { start, end } of edits.flat().sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else regions.push({ start, end });
  }
  return regions;
}

/** What one of the two has made of a region. */
function within(
  base: readonly string[],
  edits: readonly Edit[],
  [start, end]: readonly [number, number],
): readonly string[] {
  const lines: string[] = [];
  let at = start;
  for (const edit of edits.filter((each) => each.start >= start && each.end <= end)) {
    lines.push(...base.slice(at, edit.start), ...edit.lines);
    at = edit.end;
  }
  return [...lines, ...base.slice(at, end)];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
