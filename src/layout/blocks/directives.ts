import {
  ALERT_KINDS,
  type AlertKind,
  type Block,
  type Directive,
  type List,
  type Paragraph,
  type Table,
} from '../../document/tree.js';
import { composed, type Frame, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { PrintNode } from '../print-nodes.js';
import { setPieces } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { textWidth } from '../text/text-width.js';
import { TABLE_STYLES, type TableStyle } from '../theme/theme-type.js';
import { rounded } from '../theme/typeface.js';
import { setBottomLine, setCallout, setChanges } from './boxes.js';
import { setColumns } from './columns.js';
import { setContents } from './contents.js';
import { setFields } from './fields.js';
import { setGauge, shownNode } from './gauge.js';
import { setEstimate, setGrounds, setJudgement, setJudgements } from './judgements.js';
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
  estimate: setEstimate,
  gauge: setGauge,
  quotation: setQuotation,
  table: setTableDirective,
  sources: setSources,
  small: setSmall,
  options: setOptions,
  signature: setSignature,
  contact: setContact,
  terms: setTerms,
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
    setList(list, frame, context, { label: numeral, between, labelGap: 3 }),
  );
}

function setSmall(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setGroup(directive, { ...frame, face: context.faces.small, alignment: 'left' }, context);
}

/** A glossary: each entry begins with its term, in bold, where the text begins. */
function setTerms(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const inner: Frame = { ...frame, face: context.faces.small, alignment: 'left' };
  return eachList(directive, inner, context, (list) => setList(list, inner, context, { isPlain: true }));
}

function setContact(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  return setGroup(directive, { ...frame, face: context.faces.note, alignment: 'left' }, context);
}

/** A quiet line of particulars; one under a heading leads on to what follows, as the heading does. */
function setDetails(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const inner: Frame = { ...frame, face: context.faces.caption, alignment: 'left' };
  const blocks = directive.children.flatMap((child) =>
    child.type === 'paragraph'
      ? (besideGauge(child, inner, context) ?? context.setBlocks([child], inner))
      : context.setBlocks([child], inner),
  );
  return blocks.map((block) => ({
    ...block,
    node: { ...block.node, keepWithNext: true },
    after: rounded(frame.face.leading / 5),
  }));
}

/** Points: a bar and its dots beside particulars, and what is between. */
const [GAUGE_WIDTH, GAUGE_GAP] = [112, 10];

/** Particulars with a drawing at the end of their line; null where there is none, or no room for both. */
function besideGauge(paragraph: Paragraph, frame: Frame, context: LayoutContext): SetBlock[] | null {
  const [said, gauge, ...more] = setPieces(paragraph.children, frame.face, context);
  if (said?.kind !== 'runs' || gauge?.kind !== 'gauge' || more.length > 0) return null;
  const width = frame.width - GAUGE_WIDTH - GAUGE_GAP;
  if (textWidth(said.runs.map(({ text }) => text).join(''), frame.face) > width) return null;
  const drawn = shownNode(gauge.shows, { ...frame, width: GAUGE_WIDTH }, context);
  if (drawn === null) return null;
  const words = { ...textBlock(said.runs, frame, context), width };
  // Its middle is that of the small letters.
  const beside = { ...drawn, width: GAUGE_WIDTH, margin: [0, rounded(frame.face.size * 0.45), 0, 0] as const };
  const node: PrintNode = { columns: [words, beside], columnGap: GAUGE_GAP };
  return [{ node: movedRight(node, frame.hang), before: 0, after: frame.between }];
}

/** A box to tick for each option, in a column of its own. */
function setOptions(directive: Directive, frame: Frame, context: LayoutContext): SetBlock[] {
  const { leading } = frame.face;
  const inner: Frame = { ...frame, alignment: 'left' };
  return eachList(directive, inner, context, (list) => setList(list, inner, context, { between: leading * 0.7 }));
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
