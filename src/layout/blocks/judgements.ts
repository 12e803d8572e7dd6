import type { Block, Directive, ListItem } from '../../document/tree.js';
import { type Frame, INSET, type LayoutContext, type SetBlock } from '../context.js';
import { lineText } from '../text/inline-text.js';
import { textWidth } from '../text/text-width.js';
import { rounded } from '../theme/typeface.js';
import { headingNode, headingText } from './headings.js';
import { setList } from './lists.js';

/** Of the column that says how likely and how sure, in ems of its type: as wide as its lines ask for, within these. */
const NARROWEST = 11;
const WIDEST = 13.5;
const GAP = 14;
/** Ems: with less room, a judgement would stand beside its estimate in too many lines, and stands over it instead. */
const JUDGEMENT = 20;

/**
 * Judgements: each with its number, its grounds small and grey below it, and beside it, quoted in the list, how likely it
 * is and how sure we are of it.
 */
export function setJudgements(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { numeral } = context.faces;
  const between = rounded(frame.face.leading * 0.4);
  return directive.children.flatMap((child) => {
    if (child.type !== 'list') return context.setBlocks([child], frame);
    const children = withEstimates(child.children, frame, context);
    return setList({ ...child, spread: false, children }, frame, context, { label: numeral, between, labelGap: 3 });
  });
}

/** All estimates of a list stand in one column. */
function withEstimates(items: readonly ListItem[], frame: Frame, context: LayoutContext): ListItem[] {
  const { body, caption } = context.faces;
  const lines = items.flatMap(estimatesOf).map((block) => (block.type === 'paragraph' ? lineText(block.children) : ''));
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, { ...caption, bold: true })));
  const width = Math.min(WIDEST * caption.size, Math.max(NARROWEST * caption.size, widest));
  const room = frame.width - INSET - GAP;
  const share = room - width < JUDGEMENT * body.size ? null : (100 * width) / room;
  return items.map((item) => withEstimate(item, share));
}

function estimatesOf({ children }: ListItem): readonly Block[] {
  return children.flatMap((child) => (child.type === 'blockquote' ? child.children : []));
}

/** `share` is what the estimate takes of a line, in per cent; null where it stands below the judgement. */
function withEstimate(item: ListItem, share: number | null): ListItem {
  const estimates = estimatesOf(item);
  const [judgement, ...grounds] = item.children.filter((child) => child.type !== 'blockquote');
  const said: Block[] = judgement === undefined ? [] : [named('judgement', [judgement])];
  const why: Block[] = grounds.length === 0 ? [] : [named('grounds', grounds)];
  if (estimates.length === 0) return { ...item, children: [...said, ...why] };
  const estimate = named('estimate', estimates);
  if (share === null) return { ...item, children: [...said, estimate, ...why] };
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
  return context.setBlocks(directive.children, { ...frame, face, alignment: 'left', between: 1.5 });
}
