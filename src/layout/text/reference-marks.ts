/** The superscript letters and numbers that lead to footnotes and sources. */
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

function raised(manner: Manner, context: LayoutContext): Manner {
  const { face } = manner;
  return {
    ...manner,
    struck: false,
    face: {
      family: context.faces.label.family,
      size: rounded(sizeNear(face.size * RAISED, context.theme) / DRAWN),
      leading: face.leading,
      ascent: face.ascent,
      colour: context.theme.colours.accent,
      bold: false,
      italics: false,
    },
  };
}

/**
 * Between a word and its mark, as part of the text: `May 2019` and source 5 are not the number 20195 to who copies or
 * searches it. Hardly wider than the eye wants it.
 */
function apart(above: Manner, context: LayoutContext): Run {
  return run('\u202f', above, context, { sup: true });
}

export function footnoteRuns(reference: FootnoteReference, manner: Manner, context: LayoutContext): Run[] {
  const note = context.footnotes.refer(reference.identifier);
  if (note === null) return textRuns(`[^${reference.identifier}]`, manner, context);
  const above = raised(manner, context);
  const link = { url: `#note-${note.number}`, title: null };
  return [apart(above, context), run(note.letter, { ...above, link }, context, { sup: true, role: 'Reference' })];
}

/**
 * The superscript numbers of the sources, each linked to its source: `2, 6–12`. A locator is read, not looked up,
 * so it is in the line, at the size of the text: `3 (art. 87(7))`.
 */
export function citationRuns(citation: Citation, manner: Manner, context: LayoutContext): Run[] {
  const above = raised({ ...manner, link: undefined }, context);
  const plain = citation.items.every(({ number, locator }) => number !== null && locator === null);
  if (plain) return [apart(above, context), ...numberRuns(citation.items, above, context)];
  const marks = citation.items.flatMap((item, index) => {
    const before = citation.items[index - 1];
    const separator =
      before === undefined
        ? []
        : [
            before.locator === null
              ? run(',\u00a0', above, context, { sup: true })
              : run('\u00a0', { ...manner, link: undefined }, context),
          ];
    return [...separator, ...itemRuns(item, manner, context)];
  });
  return [apart(above, context), ...marks];
}

function itemRuns(item: CitationItem, manner: Manner, context: LayoutContext): Run[] {
  const { number, locator, spoken = null, origin = manner.origin } = item;
  const link = number === null ? undefined : { url: `#source-${number}`, title: spoken };
  const above = { ...raised(manner, context), link, origin };
  const mark = run(number === null ? item.source : String(number), above, context, { sup: true, role: 'Reference' });
  if (locator === null) return [mark];
  const place = cleanText(locator).trim();
  const kept = place.length > LONGEST_KEPT ? place : place.replace(/\s+/gu, '\u00a0');
  return [mark, run(`\u00a0(${kept})`, { ...manner, link: undefined, origin }, context)];
}

/** Numbers in order, three or more in a row as a range: one link, which says all of them and leads to the first. */
function numberRuns(items: readonly CitationItem[], above: Manner, context: LayoutContext): Run[] {
  const spoken = new Map(items.map((item) => [item.number, item.spoken ?? null]));
  const mark = (first: number, last: number) => {
    const said = numbersFrom(first, last).flatMap((number) => spoken.get(number) ?? []);
    const link = { url: `#source-${first}`, title: said.length === 0 ? null : said.join('; ') };
    const text = first === last ? String(first) : `${first}–${last}`;
    const made = run(text, { ...above, link }, context, { sup: true, role: 'Reference' });
    return first === last ? made : citing(made, numbersFrom(first, last));
  };
  const numbers = items.flatMap(({ number }) => number ?? []);
  return ranges(numbers).flatMap(([first, last], index) => {
    const before = index === 0 ? [] : [run(',\u00a0', above, context, { sup: true })];
    if (last !== first + 1) return [...before, mark(first, last)];
    return [...before, mark(first, first), run(',\u00a0', above, context, { sup: true }), mark(last, last)];
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
