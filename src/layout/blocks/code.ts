import type { Code } from '../../document/tree.js';
import { type Frame, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import { cleanCode } from '../text/clean-text.js';
import { styleOf } from '../theme/typeface.js';
import { boxIn } from './boxes.js';

/** Code on a tint, with its spaces and lines kept. Long lines continue on the next line, never beyond the box. */
export function setCode(code: Code, frame: Frame, context: LayoutContext): SetBlock[] {
  const face = context.faces.code;
  const { close } = boxIn(frame, { fill: context.theme.colours.codeGround, bar: null, padding: [10, 7, 10, 7] }, face);
  const text = cleanCode(code.value);
  const box = close([
    {
      ...styleOf(face),
      text: text === '' ? ' ' : text,
      role: 'Code',
      alignment: 'left',
      preserveLeadingSpaces: true,
      preserveTrailingSpaces: true,
    },
  ]);
  const space = context.faces.body.leading / 2;
  return [{ node: movedRight(box, frame.hang), before: space, after: space }];
}
