import { type Frame, fromField, type LayoutContext } from '../context.js';
import type { NodeCommon, Run, TextNode } from '../print-nodes.js';
import { styleOf, styleOfWords } from '../theme/typeface.js';
import { withMark } from './marks.js';

/** Runs as a block in the frame's face, with an anchor if a footnote leads back to it. */
export function textBlock(
  runs: readonly Run[],
  frame: Frame,
  context: LayoutContext,
  more: Partial<NodeCommon> = {},
): TextNode {
  const { runs: words, more: mark } = withMark(runs, frame, context);
  const base: Readonly<Record<string, unknown>> = { ...styleOfWords(frame.face) };
  const node: TextNode = {
    ...styleOf(frame.face),
    ...(frame.alignment === 'justify' ? { alignment: 'justify' } : {}),
    ...mark,
    ...more,
    text: words.map((run) => withoutRepeats(run, base)),
  };
  const noted = namedForNotes(node, runs, context);
  const id = context.citations.citedIn(runs, noted.id);
  return fromField(id === undefined ? noted : { ...noted, id }, frame.origin);
}

/** A run states only what differs from its block, so that a line of plain text stays in one piece. */
function withoutRepeats(run: Run, base: Readonly<Record<string, unknown>>): Run {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(run)) {
    if (key !== 'cites' && (base[key] ?? false) !== (value ?? false)) own[key] = value;
  }
  return own as unknown as Run;
}

function namedForNotes(node: TextNode, runs: readonly Run[], context: LayoutContext): TextNode {
  const numbers = runs.flatMap(({ linkToDestination: to }) => (to?.startsWith('note-') ? [Number(to.slice(5))] : []));
  const first = numbers.find((number) => !context.footnotes.hasOrigin(number));
  if (first === undefined) return node;
  const id = node.id ?? `note-ref-${first}`;
  for (const number of numbers) context.footnotes.cameFrom(number, id);
  return { ...node, id };
}
