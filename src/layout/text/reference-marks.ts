/** The letters and numbers that lead to footnotes and sources: superscript, or in brackets where a theme wants them large. */
import type { Citation, CitationItem, FootnoteReference } from '../../document/tree.js';
import { citing } from '../citations.js';
import type { LayoutContext } from '../context.js';
import type { Run } from '../print-nodes.js';
import { sizeNear } from '../theme/type-scale.js';
import { rounded } from '../theme/typeface.js';
import { cleanText } from './clean-text.js';
import { type Manner, run, textRuns } from './runs.js';

/** Raised numbers have about this part of the size of the text; they are drawn at 58 % of the size that is given. */
const RAISED = 0.67;
const DRAWN = 0.58;

/** A locator with at most this many characters is not broken: `art. 87(7)`. */
const LONGEST_KEPT = 20;

function isBracketed({ theme }: LayoutContext): boolean {
  return theme.text.references === 'bracketed';
}

function ofMark(manner: Manner, context: LayoutContext): Manner {
  const { face } = manner;
  const { family } = context.faces.label;
  const size = isBracketed(context) ? face.size : rounded(sizeNear(face.size * RAISED, context.theme) / DRAWN);
  const { leading, ascent } = face;
  const colour = context.theme.colours.accent;
  return { ...manner, struck: false, face: { family, size, leading, ascent, colour, bold: false, italics: false } };
}

function markRun(text: string, manner: Manner, context: LayoutContext, more: Partial<Run> = {}): Run {
  return run(text, manner, context, isBracketed(context) ? more : { sup: true, ...more });
}

/**
 * A mark after its word. What stands between them is part of the text: `May 2019` and source 5 are not the number 20195 to
 * who copies or searches it. It is hardly wider than the eye wants it.
 */
function afterWord(marks: readonly Run[], above: Manner, context: LayoutContext): Run[] {
  const plain = { ...above, link: undefined };
  if (!isBracketed(context)) return [markRun('\u202f', plain, context), ...marks];
  return [run('\u00a0[', plain, context), ...marks, run(']', plain, context)];
}

/** Between two marks; a line may end there where they are as wide as words. */
function comma(above: Manner, context: LayoutContext): Run {
  return markRun(isBracketed(context) ? ', ' : ',\u00a0', { ...above, link: undefined }, context);
}

export function footnoteRuns(reference: FootnoteReference, manner: Manner, context: LayoutContext): Run[] {
  const note = context.footnotes.refer(reference.identifier);
  if (note === null) return textRuns(`[^${reference.identifier}]`, manner, context);
  const above = ofMark(manner, context);
  const link = { url: `#note-${note.number}`, title: null };
  return afterWord([markRun(note.letter, { ...above, link }, context, { role: 'Reference' })], above, context);
}

/**
 * The numbers of the sources, each linked to its source: `2, 6–12`. A locator is read, not looked up,
 * so it is in the line, at the size of the text: `3 (art. 87(7))`.
 */
export function citationRuns(citation: Citation, manner: Manner, context: LayoutContext): Run[] {
  const above = ofMark({ ...manner, link: undefined }, context);
  const plain = citation.items.every(({ number, locator }) => number !== null && locator === null);
  if (plain) return afterWord(numberRuns(citation.items, above, context), above, context);
  const marks = citation.items.flatMap((item, index) => {
    const before = citation.items[index - 1];
    const isApart = before !== undefined && before.locator !== null && !isBracketed(context);
    const space = run('\u00a0', { ...manner, link: undefined }, context);
    const separator = before === undefined ? [] : [isApart ? space : comma(above, context)];
    return [...separator, ...itemRuns(item, manner, context)];
  });
  return afterWord(marks, above, context);
}

function itemRuns(item: CitationItem, manner: Manner, context: LayoutContext): Run[] {
  const { number, locator, spoken = null, origin = manner.origin } = item;
  const link = number === null ? undefined : { url: `#source-${number}`, title: spoken };
  const above = { ...ofMark(manner, context), link, origin };
  const mark = markRun(number === null ? item.source : String(number), above, context, { role: 'Reference' });
  if (locator === null) return [mark];
  const place = cleanText(locator).trim();
  const kept = place.length > LONGEST_KEPT ? place : place.replace(/\s+/gu, '\u00a0');
  // At the size of the text, a number with its locator is too wide for the columns of a table.
  const space = isBracketed(context) ? ' ' : '\u00a0';
  return [mark, run(`${space}(${kept})`, { ...manner, link: undefined, origin }, context)];
}

/** Numbers in order, three or more in a row as a range: one link, which says all of them and leads to the first. */
function numberRuns(items: readonly CitationItem[], above: Manner, context: LayoutContext): Run[] {
  const spoken = new Map(items.map((item) => [item.number, item.spoken ?? null]));
  const mark = (first: number, last: number) => {
    const said = numbersFrom(first, last).flatMap((number) => spoken.get(number) ?? []);
    const link = { url: `#source-${first}`, title: said.length === 0 ? null : said.join('; ') };
    const text = first === last ? String(first) : `${first}–${last}`;
    const made = markRun(text, { ...above, link }, context, { role: 'Reference' });
    return first === last ? made : citing(made, numbersFrom(first, last));
  };
  const numbers = items.flatMap(({ number }) => number ?? []);
  return ranges(numbers).flatMap(([first, last], index) => {
    const before = index === 0 ? [] : [comma(above, context)];
    if (last !== first + 1) return [...before, mark(first, last)];
    return [...before, mark(first, first), comma(above, context), mark(last, last)];
  });
}

function numbersFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function ranges(numbers: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = found.at(-1);
    if (open !== undefined && number === open[1] + 1) open[1] = number;
    else found.push([number, number]);
  }
  return found;
}
