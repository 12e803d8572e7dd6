import type { Directive } from '../../document/tree.js';
import { type Frame, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { ContentsLevel, ContentsNode } from '../print-nodes.js';
import { type Face, rounded, styleOf } from '../theme/typeface.js';

/** In ems: four tabular figures, and a space that keeps them apart from the text. */
const NUMBER_ROOM = 3.6;

/** A table of contents: what it lists is known when the last heading is set. */
export function setContents(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { field } = context.faces;
  const chapter: Face = { ...field, bold: true };
  const level = (face: Face, indent: number): ContentsLevel => ({
    ...styleOf(face),
    indent,
    after: rounded(face.leading * 0.2),
  });
  const node: ContentsNode = {
    contents: {
      entries: context.contents.begin(),
      levels: [level(chapter, 0), level(field, rounded(field.size * 1.5))],
      numberRoom: rounded(field.size * NUMBER_ROOM),
    },
  };
  const block = { node: movedRight(node, frame.hang), before: 0, after: frame.between };
  return [block, ...context.setBlocks(directive.children, frame)];
}
