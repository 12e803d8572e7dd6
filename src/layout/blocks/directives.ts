import { ALERT_KINDS, type AlertKind, type Block, type Directive, type List, type Table } from '../../document/tree.js';
import { composed, type Frame, type LayoutContext, type SetBlock } from '../context.js';
import { TABLE_STYLES, type TableStyle } from '../theme/theme-type.js';
import { rounded } from '../theme/typeface.js';
import { setBottomLine, setCallout, setChanges } from './boxes.js';
import { setColumns } from './columns.js';
import { setContents } from './contents.js';
import { setFields } from './fields.js';
import { setGauge } from './gauge.js';
import { setGrounds, setJudgement, setJudgements } from './judgements.js';
import { setList } from './lists.js';
import { setKicker, setMasthead, setSubtitle } from './masthead.js';
import { setQuotation } from './quotation.js';
import { setSignature } from './signature.js';
import { setSources } from './sources.js';
import { setTable, type TableLook } from './tables.js';

type Case = (directive: Directive, frame: Frame, context: LayoutContext) => SetBlock[];

/**
 * Every directive that a template may use. An unknown name has been reported before; its content is set all the same.
 */
const CASES: Readonly<Record<string, Case>> = {
  columns: setColumns,
  column: setGroup,
  callout: setCalloutDirective,
  keep: setKept,
  masthead: setMasthead,
  contents: setContents,
  kicker: setKicker,
  subtitle: setSubtitle,
  fields: setFields,
  'bottom-line': (directive, frame, context) =>
    setBottomLine(directive.attributes.title ?? '', directive.children, frame, context),
  changes: (directive, frame, context) =>
    setChanges(directive.attributes.title ?? '', directive.children, frame, context),
  facts: setFacts,
  judgements: setJudgements,
  judgement: setJudgement,
  grounds: setGrounds,
  estimate: setGrounds,
  gauge: setGauge,
  quotation: setQuotation,
  table: setTableDirective,
  sources: setSources,
  small: setSmall,
  options: setOptions,
  signature: setSignature,
  contact: setContact,
  details: setDetails,
};

export function setDirective(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const chosen = Object.hasOwn(CASES, directive.name) ? CASES[directive.name] : undefined;
  return (chosen ?? setGroup)(directive, frame, context);
}

/** What is inside, one after the other. */
function setGroup(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return context.setBlocks(directive.children, frame);
}

function setKept(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const blocks = context.setBlocks(directive.children, frame);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ node: { stack: composed(blocks), unbreakable: true }, before: first.before, after: last.after }];
}

function setCalloutDirective(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const kind = ALERT_KINDS.find((known): known is AlertKind => known === directive.attributes.kind) ?? 'note';
  const { attributes, children } = directive;
  return setCallout({ kind, title: attributes.title ?? '', children }, frame, context);
}

/** Lists of the directive in their own look, everything else as usual. */
function eachList(
  directive: Directive,
  frame: Frame,
  context: LayoutContext,
  set: (list: List) => SetBlock[],
): SetBlock[] {
  return directive.children.flatMap((child: Block) =>
    child.type === 'list' ? set(child) : context.setBlocks([child], frame),
  );
}

/** Facts: their numbers are in the rail, in the accent colour, so that a fact is found by its number. */
function setFacts(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { numeral } = context.faces;
  const between = rounded(frame.face.leading * 0.12);
  return eachList(directive, frame, context, (list) =>
    setList(list, frame, context, { label: numeral, between, labelGap: 5 }),
  );
}

function setSmall(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setGroup(directive, { ...frame, face: context.faces.small, alignment: 'left' }, context);
}

function setContact(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setGroup(directive, { ...frame, face: context.faces.note, alignment: 'left' }, context);
}

/** A quiet line of particulars; one under a heading leads on to what follows, as the heading does. */
function setDetails(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const inner: Frame = { ...frame, face: context.faces.caption, alignment: 'left' };
  return setGroup(directive, inner, context).map((block) => ({
    ...block,
    node: { ...block.node, keepWithNext: true },
    after: rounded(frame.face.leading / 5),
  }));
}

/** A box to tick for each option, in a column of its own. */
function setOptions(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { leading } = frame.face;
  const inner: Frame = { ...frame, alignment: 'left' };
  return eachList(directive, inner, context, (list) =>
    setList(list, inner, context, { indent: 22, between: leading * 0.7, labelGap: 9 }),
  );
}

/** A table with wishes of its own. */
function setTableDirective(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return directive.children.flatMap((child) => {
    if (child.type !== 'table') return context.setBlocks([child], frame);
    const origin = child.origin ?? frame.origin;
    return setTable(child, lookOf(directive.attributes, child), { ...frame, origin }, context);
  });
}

function lookOf(attributes: Directive['attributes'], table: Table): TableLook {
  const shares = (attributes.widths ?? '').split(/[\s,]+/).map(Number);
  const style = TABLE_STYLES.find((known): known is TableStyle => known === attributes.style);
  const areShares = shares.length === table.align.length && shares.every((share) => share > 0 && share <= 1000);
  return {
    ...(style === undefined ? {} : { style }),
    ...(areShares ? { shares } : {}),
    rowHeads: attributes.rowheads === 'true',
    ...(attributes.summary ? { summary: attributes.summary } : {}),
  };
}
