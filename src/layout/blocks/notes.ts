import type { PrintNode } from '../definition.js';
import type { Footnote } from '../footnotes.js';
import { composed, type Frame, inside, movedRight, type SetBlock, type Setter } from '../setter.js';
import { rounded, styleOf } from '../theme/typeface.js';
import type { SetInner } from './boxes.js';

/** Points for the numbers. */
const INDENT = 16;

/** The notes of the whole document, each with a way back to where it was referred to. */
export function setNotes(frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const set: SetBlock[] = [];
  for (const note of setter.footnotes.inOrder()) {
    const node = setNote(note, frame, setter, setInner);
    set.push({ node: movedRight(node, frame.hang >= INDENT ? frame.hang - INDENT : frame.hang), before: 0, after: 3 });
  }
  return set;
}

function setNote({ number, definition }: Footnote, frame: Frame, setter: Setter, setInner: SetInner): PrintNode {
  const { note } = setter.faces;
  const width = frame.width - (frame.hang >= INDENT ? 0 : INDENT);
  const inner: Frame = {
    ...inside(frame, frame.width - width, note),
    alignment: 'left',
    origin: definition.origin ?? frame.origin,
  };
  const back = setter.footnotes.originOf(number);
  const label: PrintNode = {
    ...styleOf({ ...note, bold: true, colour: setter.theme.colours.accent }),
    role: 'Lbl',
    text: [{ text: String(number), ...(back === undefined ? {} : { linkToDestination: back }) }],
  };
  const content = composed(setInner(definition.children, inner, setter));
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
