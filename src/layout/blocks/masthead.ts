import type { Directive } from '../../document/tree.js';
import { composed, type Frame, inside, type LayoutContext, type SetBlock } from '../context.js';
import type { PrintNode } from '../print-nodes.js';
import { type Face, rounded } from '../theme/typeface.js';

/**
 * The head of the first page: kicker, title, subtitle, an accent rule, the fields, and under them a line of details. It
 * spans the rail and the text.
 * A logo stands above it at the left.
 */
export function setMasthead(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const whole: Frame = { ...frame, width: frame.width + frame.hang, hang: 0, alignment: 'left' };
  const named = (name: string) => (child: (typeof directive.children)[number]) =>
    child.type === 'directive' && child.name === name;
  const [isFields, isFoot] = [named('fields'), named('details')];
  const { logo } = context;
  const head = directive.children.filter((child) => !isFields(child) && !isFoot(child));
  const fields = directive.children.filter(isFields);
  const foot = directive.children.filter(isFoot);
  const rule: PrintNode = { rule: { thickness: 1.25, color: context.theme.colours.accent }, artifact: true };
  const parts: SetBlock[] = [];
  if (logo !== null) parts.push({ node: logo, before: 0, after: 18 });
  const [first, ...others] = head;
  const isLifted = logo === null && context.headerRise > 0 && first !== undefined && named('kicker')(first);
  if (isLifted) parts.push(lifted(context.setBlocks([first], whole), context));
  const below = isLifted ? others : head;
  if (below.length > 0) parts.push(part(composed(context.setBlocks(below, whole)), 4));
  parts.push({ node: rule, before: 0, after: 4 });
  if (fields.length > 0) parts.push(part(composed(context.setBlocks(fields, whole)), 0));
  if (fields.length > 0 && foot.length === 0) {
    const thin: PrintNode = { rule: { thickness: 0.5, color: context.theme.colours.rule }, artifact: true };
    parts.push({ node: thin, before: 0, after: 0 });
  }
  if (foot.length > 0) parts.push(part(composed(context.setBlocks(foot, whole)), 0));
  return [{ node: { stack: composed(parts) }, before: 0, after: rounded(context.faces.body.leading * 0.6) }];
}

/** What kind of document this is, at the height of the header, which has nothing at its left on the first page. */
function lifted(blocks: readonly SetBlock[], { headerRise, faces }: LayoutContext): SetBlock {
  const margin = [0, rounded(-headerRise), 0, Math.max(0, rounded(headerRise - faces.kicker.leading))] as const;
  return { node: { stack: composed(blocks), margin }, before: 0, after: 0 };
}

function part(content: readonly PrintNode[], after: number): SetBlock {
  return { node: { stack: content }, before: 0, after };
}

/** What kind of document this is, in letterspaced capitals above the title. */
export function setKicker(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setLine(directive, { face: context.faces.kicker, after: 7 }, frame, context);
}

export function setSubtitle(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setLine(directive, { face: context.faces.subtitle, after: 2 }, frame, context);
}

function setLine(
  directive: Directive,
  { face, after }: { readonly face: Face; readonly after: number },
  frame: Frame,
  context: LayoutContext,
): SetBlock[] {
  const whole = { ...inside(frame, -frame.hang, face), alignment: 'left' as const };
  const content = composed(context.setBlocks(directive.children, whole));
  return content.length === 0 ? [] : [{ node: { stack: content }, before: 0, after }];
}
