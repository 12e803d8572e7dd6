import type { LayoutContext } from '../context.js';
import type { PrintNode } from '../print-nodes.js';
import { rounded } from '../theme/typeface.js';

/** The hairline above a section, on the page of what it is above. */
export function sectionRule({ faces, theme }: LayoutContext): PrintNode {
  const rule: PrintNode = {
    rule: { thickness: 0.5, color: theme.colours.rule },
    artifact: true,
    margin: [0, 0, 0, rounded(faces.body.leading * 0.35)],
  };
  return { stack: [rule], unbreakable: true, keepWithNext: true };
}
