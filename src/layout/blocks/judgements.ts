import type { Block, Directive, List, ListItem } from '../../document/tree.js';
import type { Frame, LayoutContext, SetBlock } from '../context.js';
import { rounded } from '../theme/typeface.js';
import { headingNode, headingText } from './headings.js';
import { setList } from './lists.js';

/** Points: of the column that says how likely and how sure. */
const ESTIMATE = 102;
const GAP = 14;
/** Narrower than this, the judgement itself would have no room beside it. */
const NARROWEST = 260;

/**
 * Judgements: each with its number, its grounds small and grey below it, and beside it, quoted in the list, how likely it
 * is and how sure we are of it.
 */
export function setJudgements(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { numeral } = context.faces;
  const between = rounded(frame.face.leading * 0.4);
  return directive.children.flatMap((child) => {
    if (child.type !== 'list') return context.setBlocks([child], frame);
    return setList(withEstimates(child, frame), frame, context, { label: numeral, between, labelGap: 3 });
  });
}

function withEstimates(list: List, frame: Frame): List {
  return { ...list, spread: false, children: list.children.map((item) => withEstimate(item, frame)) };
}

function withEstimate(item: ListItem, frame: Frame): ListItem {
  const estimates = item.children.flatMap((child) => (child.type === 'blockquote' ? child.children : []));
  const [judgement, ...grounds] = item.children.filter((child) => child.type !== 'blockquote');
  const said: Block[] = judgement === undefined ? [] : [named('judgement', [judgement])];
  const why: Block[] = grounds.length === 0 ? [] : [named('grounds', grounds)];
  if (estimates.length === 0) return { ...item, children: [...said, ...why] };
  const estimate = named('estimate', estimates);
  if (frame.width < NARROWEST) return { ...item, children: [...said, estimate, ...why] };
  const share = (100 * ESTIMATE) / frame.width;
  const columns = [
    named('column', [...said, ...why], { width: String(100 - share) }),
    named('column', [estimate], { width: String(share) }),
  ];
  // What is judged and how likely it is are on one page.
  const beside = named('columns', columns, { gap: String(GAP) });
  return { ...item, spread: false, children: [named('keep', [beside])] };
}

function named(name: string, children: readonly Block[], attributes: Directive['attributes'] = {}): Directive {
  return { type: 'directive', name, attributes, children };
}

/** What is judged: its grounds follow it closely. One that is a heading looks like those that are not. */
export function setJudgement(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const after = 1.5;
  return directive.children.flatMap((child) => {
    if (child.type !== 'heading' || headingText(child) === '') {
      return context.setBlocks([child], { ...frame, alignment: 'left', between: after });
    }
    const { node } = headingNode(child, frame, context, { ...frame.face, bold: true });
    return [{ node, before: 0, after }];
  });
}

/** Small and grey: what carries a judgement. */
export function setGrounds(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const inner: Frame = { ...frame, face: context.faces.caption, alignment: 'left', between: 2 };
  return context.setBlocks(directive.children, inner);
}

/** Small: how likely it is and how sure we are. */
export function setEstimate(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const face = { ...context.faces.caption, colour: frame.face.colour };
  return context.setBlocks(directive.children, { ...frame, face, alignment: 'left', between: 1 });
}
