/** The raised numbers that lead to footnotes and sources. */
import type { Citation, FootnoteReference } from '../../document/tree.js';
import type { LayoutContext } from '../context.js';
import type { Run } from '../print-nodes.js';
import { rounded } from '../theme/typeface.js';
import { cleanText } from './clean-text.js';
import { type Manner, run, textRuns } from './runs.js';

/** Numbers of superscripts are drawn at 58 % of the size given: this makes them two thirds of the text's size. */
const RAISED = 1.16;

function raised(manner: Manner, context: LayoutContext): Manner {
  const { face } = manner;
  return {
    ...manner,
    struck: false,
    face: {
      family: context.faces.label.family,
      size: rounded(face.size * RAISED),
      leading: face.leading,
      ascent: face.ascent,
      colour: context.theme.colours.accent,
      bold: false,
      italics: false,
    },
  };
}

export function footnoteRuns(reference: FootnoteReference, manner: Manner, context: LayoutContext): Run[] {
  const note = context.footnotes.refer(reference.identifier);
  if (note === null) return textRuns(`[^${reference.identifier}]`, manner, context);
  const text = String(note.number);
  return [
    run(text, { ...raised(manner, context), link: { url: `#note-${text}`, title: null } }, context, {
      sup: true,
      role: 'Reference',
    }),
  ];
}

/** `3, art. 87(7); 5`: the numbers of the sources, each linked to its source, with where in it; `2, 6–12` without. */
export function citationRuns(citation: Citation, manner: Manner, context: LayoutContext): Run[] {
  const above = raised({ ...manner, link: undefined }, context);
  const numbers = citation.items.flatMap(({ number, locator }) =>
    number === null || locator !== null ? [] : [number],
  );
  if (numbers.length === citation.items.length) return numberRuns(numbers, above, context);
  const separator = citation.items.some((item) => item.locator !== null) ? '; ' : ', ';
  return citation.items.flatMap((item, index) => {
    const mark = item.number === null ? item.source : String(item.number);
    const text = cleanText(item.locator === null ? mark : `${mark},\u00a0${item.locator.replace(/\s+/gu, '\u00a0')}`);
    const link = item.number === null ? undefined : { url: `#source-${item.number}`, title: null };
    const set = run(text, { ...above, link, origin: item.origin ?? above.origin }, context, {
      sup: true,
      role: 'Reference',
    });
    return index === 0 ? [set] : [run(separator, above, context, { sup: true }), set];
  });
}

/** Numbers in order, three or more in a row as a range. */
function numberRuns(numbers: readonly number[], above: Manner, context: LayoutContext): Run[] {
  const mark = (number: number) =>
    run(String(number), { ...above, link: { url: `#source-${number}`, title: null } }, context, {
      sup: true,
      role: 'Reference',
    });
  return ranges(numbers).flatMap(([first, last], index) => {
    const before = index === 0 ? [] : [run(',\u00a0', above, context, { sup: true })];
    if (first === last) return [...before, mark(first)];
    return [
      ...before,
      mark(first),
      run(last === first + 1 ? ',\u00a0' : '–', above, context, { sup: true }),
      mark(last),
    ];
  });
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
