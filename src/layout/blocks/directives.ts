import { ALERT_KINDS, type AlertKind, type Block, type Directive, type List, type Table } from '../../document/tree.js';
import { composed, type Frame, type SetBlock, type Setter } from '../setter.js';
import { TABLE_STYLES, type TableStyle } from '../theme/theme-type.js';
import { rounded } from '../theme/typeface.js';
import { type SetInner, setBottomLine, setCallout, setChanges } from './boxes.js';
import { setColumns } from './columns.js';
import { setContents } from './contents.js';
import { setFields } from './fields.js';
import { setList } from './lists.js';
import { setKicker, setMasthead, setSubtitle } from './masthead.js';
import { setQuotation } from './quotation.js';
import { setSignature } from './signature.js';
import { setTable, type TableLook } from './tables.js';

type Case = (directive: Directive, frame: Frame, setter: Setter, setInner: SetInner) => SetBlock[];

/** Every directive that a template may use. A name that is none was an error before; its content is set all the same. */
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
  'bottom-line': (directive, frame, setter, setInner) =>
    setBottomLine(directive.attributes.title ?? '', directive.children, frame, setter, setInner),
  changes: (directive, frame, setter, setInner) =>
    setChanges(directive.attributes.title ?? '', directive.children, frame, setter, setInner),
  facts: setFacts,
  quotation: setQuotation,
  table: setTableDirective,
  sources: setSources,
  small: setSmall,
  options: setOptions,
  signature: setSignature,
  contact: setContact,
  details: setDetails,
};

export function setDirective(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const chosen = Object.hasOwn(CASES, directive.name) ? CASES[directive.name] : undefined;
  return (chosen ?? setGroup)(directive, frame, setter, setInner);
}

/** What is inside, one after the other. */
function setGroup(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  return setInner(directive.children, frame, setter);
}

function setKept(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const blocks = setInner(directive.children, frame, setter);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ node: { stack: composed(blocks), unbreakable: true }, before: first.before, after: last.after }];
}

function setCalloutDirective(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const kind = ALERT_KINDS.find((known): known is AlertKind => known === directive.attributes.kind) ?? 'note';
  return setCallout(kind, directive.attributes.title ?? '', directive.children, frame, setter, setInner);
}

/** Lists of the directive in their own look, everything else as usual. */
function eachList(
  directive: Directive,
  frame: Frame,
  setter: Setter,
  setInner: SetInner,
  set: (list: List) => SetBlock[],
): SetBlock[] {
  return directive.children.flatMap((child: Block) =>
    child.type === 'list' ? set(child) : setInner([child], frame, setter),
  );
}

/** Facts: numerals stand in the rail, in the accent colour, so that a fact is found by its number. */
function setFacts(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const { numeral } = setter.faces;
  const between = rounded(frame.face.leading * 0.28);
  return eachList(directive, frame, setter, setInner, (list) =>
    setList(list, frame, setter, setInner, { label: numeral, between, labelGap: 10 }),
  );
}

/** Sources in small type, numbered as the marks in the text say. */
function setSources(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const { note, numeral, small } = setter.faces;
  const inner: Frame = { ...frame, width: frame.width + frame.hang, hang: 0, face: note, alignment: 'left' };
  const label = { ...numeral, size: small.size, leading: note.leading };
  return eachList(directive, inner, setter, setInner, (list) =>
    setList(list, inner, setter, setInner, { label, between: 2, labelGap: 10 }),
  );
}

function setSmall(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  return setGroup(directive, { ...frame, face: setter.faces.small, alignment: 'left' }, setter, setInner);
}

function setContact(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  return setGroup(directive, { ...frame, face: setter.faces.note, alignment: 'left' }, setter, setInner);
}

/** A quiet line of particulars; one under a heading leads on to what follows, as the heading does. */
function setDetails(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const inner: Frame = { ...frame, face: setter.faces.caption, alignment: 'left' };
  return setGroup(directive, inner, setter, setInner).map((block) => ({
    ...block,
    node: { ...block.node, keepWithNext: true },
    after: rounded(frame.face.leading / 5),
  }));
}

/** A box to tick for each option, in a column of its own. */
function setOptions(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  const { leading } = frame.face;
  const inner: Frame = { ...frame, alignment: 'left' };
  return eachList(directive, inner, setter, setInner, (list) =>
    setList(list, inner, setter, setInner, { indent: 22, between: leading * 0.7, labelGap: 9 }),
  );
}

/** A table with wishes of its own. */
function setTableDirective(directive: Directive, frame: Frame, setter: Setter, setInner: SetInner): SetBlock[] {
  return directive.children.flatMap((child) => {
    if (child.type !== 'table') return setInner([child], frame, setter);
    const origin = child.origin ?? frame.origin;
    return setTable(child, lookOf(directive.attributes, child), { ...frame, origin }, setter);
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
