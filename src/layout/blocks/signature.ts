import type { Directive } from '../../document/tree.js';
import { type Frame, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { ColumnsNode, PrintNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import { rounded, styleOf } from '../theme/typeface.js';

/** Room for handwriting, in points. */
const WRITING_SPACE = 34;
const GAP = 24;

/** A line to sign on, and one for the date, each with its word below. */
export function setSignature(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { label, date } = directive.attributes;
  const isDated = date !== undefined && date !== '';
  const room = frame.width - (isDated ? GAP : 0);
  const lines: (PrintNode & { width: number })[] = [
    { ...line(label ?? '', context), width: rounded(room * (isDated ? 0.66 : 0.7)) },
  ];
  if (isDated) lines.push({ ...line(date, context), width: Math.floor(room * 0.33) });
  const node: ColumnsNode = { columns: lines, columnGap: GAP, unbreakable: true, margin: [0, WRITING_SPACE, 0, 0] };
  return [{ node: movedRight(node, frame.hang), before: 0, after: context.faces.body.leading }];
}

function line(word: string, context: LayoutContext): PrintNode {
  const rule: PrintNode = {
    rule: { thickness: 0.6, color: context.theme.colours.text },
    artifact: true,
    margin: [0, 0, 0, 3],
  };
  return { stack: [rule, { ...styleOf(context.faces.caption), text: cleanText(word) }] };
}
