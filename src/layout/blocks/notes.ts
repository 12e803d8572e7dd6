import { composed, type Frame, inside, type LayoutContext, measureOf, movedRight, type SetBlock } from '../context.js';
import type { Footnote } from '../footnotes.js';
import type { PrintNode } from '../print-nodes.js';
import { rounded, styleOf } from '../theme/typeface.js';

/** Points for the letters. */
const INDENT = 16;

/** The notes of the whole document, each with a way back to where it was referred to. */
export function setNotes(frame: Frame, context: LayoutContext): SetBlock[] {
  const set: SetBlock[] = [];
  for (const note of context.footnotes.inOrder()) {
    const node = setNote(note, frame, context);
    set.push({ node: movedRight(node, frame.hang >= INDENT ? frame.hang - INDENT : frame.hang), before: 0, after: 3 });
  }
  return set;
}

function setNote({ number, letter, definition }: Footnote, frame: Frame, context: LayoutContext): PrintNode {
  const { note } = context.faces;
  const width = Math.min(frame.width - (frame.hang >= INDENT ? 0 : INDENT), rounded(measureOf(note)));
  const inner: Frame = {
    ...inside(frame, frame.width - width, note),
    alignment: 'left',
    origin: definition.origin ?? frame.origin,
  };
  const back = context.footnotes.originOf(number);
  const label: PrintNode = {
    ...styleOf({ ...note, bold: true, colour: context.theme.colours.accent }),
    role: 'Lbl',
    text: [{ text: letter, ...(back === undefined ? {} : { linkToDestination: back }) }],
  };
  const content = composed(context.setBlocks(definition.children, inner));
  return {
    role: 'Note',
    id: `note-${number}`,
    columnGap: 0,
    columns: [
      { ...label, width: INDENT },
      { stack: content, width: rounded(width) },
    ],
  };
}
