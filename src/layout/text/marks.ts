import { type Frame, headsInRail, type LayoutContext } from '../context.js';
import type { Run, TextNode } from '../print-nodes.js';
import { styleOfWordsIn } from '../theme/typeface.js';
import { inCapitals } from './clean-text.js';

/** A run that marks its paragraph as new or changed, and the anchor of the paragraph. */
interface MarkRun extends Run {
  readonly mark: { readonly id: string | undefined };
}

/** A run whose paragraph links to `#name` lead to. */
interface NamedRun extends Run {
  readonly name: string;
}

export function marked(run: Run, id: string | undefined): Run {
  const mark: MarkRun = { ...run, mark: { id } };
  return mark;
}

export function named(run: Run, name: string): Run {
  const made: NamedRun = { ...run, name };
  return made;
}

function isMark(run: Run): run is MarkRun {
  return 'mark' in run;
}

function isNamed(run: Run): run is NamedRun {
  return 'name' in run;
}

/** In points: a narrower rail has no room for a word beside a numeral. */
const NARROWEST_RAIL = 62;

/**
 * The runs of a paragraph and its mark: beside the first line if there is a rail and the mark comes first,
 * otherwise in the line.
 */
export function withMark(
  runs: readonly Run[],
  frame: Frame,
  context: LayoutContext,
): { readonly runs: readonly Run[]; readonly more: Pick<TextNode, 'id' | 'aside'> } {
  const found = runs.find(isMark);
  const id = context.targets.name(found?.mark.id ?? runs.find(isNamed)?.name);
  const target = id === undefined ? {} : { id };
  if (found === undefined) return { runs: runs.map(plain), more: target };
  const rail = frame.rail ?? frame.hang;
  const [first, ...rest] = runs;
  if (first !== found || rail < NARROWEST_RAIL || headsInRail(rail)) return { runs: runs.map(plain), more: target };
  const { label } = context.faces;
  // The space separates it from the first word of the paragraph, which is read right after it.
  const { lang, isLabel, text } = found;
  const capitals = `${inCapitals(text, lang ?? context.words.language)} `;
  const run: Run = { ...styleOfWordsIn(label, text), ...(lang !== undefined && { lang, isLabel }), text: capitals };
  return { runs: withoutLeadingBlank(rest.map(plain)), more: { ...target, aside: { run, distance: rail } } };
}

function plain(run: Run): Run {
  if (!isMark(run) && !isNamed(run)) return run;
  const { mark: _, name: __, ...bare } = run as Partial<MarkRun & NamedRun> & Run;
  return bare;
}

function withoutLeadingBlank([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  const text = first.text.replace(/^ +/, '');
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
