import type { LayoutContext } from '../context.js';
import type { PrintNode } from '../print-nodes.js';
import { rounded } from '../theme/typeface.js';

/** The hairline above a section, on the page of what it is above. */
export function sectionRule(context: LayoutContext): PrintNode {
  const rule = hairline(context, rounded(context.faces.body.leading * 0.35));
  return { stack: [rule], unbreakable: true, keepWithNext: true };
}

/** The line alone, so many points above what follows. */
export function hairline({ theme }: LayoutContext, space: number): PrintNode {
  return { rule: { thickness: 0.5, color: theme.colours.rule }, artifact: true, margin: [0, 0, 0, space] };
}
