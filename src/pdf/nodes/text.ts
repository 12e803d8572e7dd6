import type { Role, Run, TextNode } from '../../layout/definition.js';
import type { EngineNode, EngineRun, ListLabel } from '../engine/engine.js';
import type { ElementAttributes, StructureType } from '../structure/element.js';
import { StructureElement } from '../structure/element.js';
import type { Conversion, Inherited, Parent } from './conversion.js';
import { commonOf, elementOf, inherit, langAttribute, newElement, styleOf } from './conversion.js';
import { divisionOf } from './division.js';
import { lessReady, readinessOf } from './readiness.js';

/**
 * A paragraph, heading, caption … and its runs. `direct`: a plain paragraph needs no element of its own in a list's
 * body or a table's cell.
 */
export function textNode(
  node: TextNode,
  parent: Parent,
  inherited: Inherited,
  conversion: Conversion,
  direct: boolean,
): EngineNode {
  const attributes = langAttribute(node, inherited);
  const plain = direct && node.role === undefined && attributes.lang === undefined;
  const runs = typeof node.text === 'string' ? [{ text: node.text }] : node.text;
  // A heading of nothing is no heading: it would be dropped, and the next one would seem to skip a level.
  const role = runs.some((run) => PRINTED.test(run.text)) ? node.role : 'P';
  const element = plain ? parent : newElement(textType(role, conversion, parent), parent, attributes);
  const inside = inherit(inherited, node);
  const ready = lessReady(inside.ready, readinessOf(node.role));
  // What stands beside the text is read before it.
  const labels = node.aside === undefined ? {} : { labels: [asideLabel(node.aside, element, inherited, conversion)] };
  return { ...commonOf(node), ...labels, text: textRuns(runs, element, { ...inside, ready }, conversion) };
}

function asideLabel(
  { run, distance }: NonNullable<TextNode['aside']>,
  parent: Parent,
  inherited: Inherited,
  conversion: Conversion,
): ListLabel {
  const element = newElement('Span', parent);
  const text = textRuns([run], element, inherited, conversion);
  return {
    text,
    box: null,
    element: elementOf(element),
    path: [],
    gap: null,
    inlines: [],
    left: -distance,
    boxSize: 0,
    isAside: true,
  };
}

/** What leaves a mark on paper. */
const PRINTED = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The element of a text block. Types that would be invalid here become the nearest that is valid. */
function textType(role: Role | undefined, conversion: Conversion, parent: Parent): StructureType {
  switch (role) {
    case undefined:
    case 'LBody':
    case 'Figure':
      return 'P';
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      // An artifact is not read, so it is no step between headings.
      return parent === null ? 'P' : headingType(Number(role[1]), conversion);
    case 'P':
    case 'Sect':
    case 'Div':
    case 'Part':
    case 'Art':
    case 'BlockQuote':
    case 'Quote':
    case 'Note':
    case 'Caption':
    case 'Code':
    case 'Lbl':
    case 'Span':
    case 'Reference':
      return role;
  }
}

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

/** PDF/UA-1, 7.4.2: the first heading is an H1, and going down no level is skipped. */
function headingType(level: number, conversion: Conversion): StructureType {
  const allowed = Math.min(level, conversion.headingLevel + 1);
  conversion.headingLevel = allowed;
  return HEADINGS[allowed - 1] ?? 'H6';
}

/** Runs as pdfmake's runs; each carries the innermost element around it. */
export function textRuns(
  runs: readonly Run[],
  parent: Parent,
  inherited: Inherited,
  conversion: Conversion,
): EngineRun[] {
  const made: EngineRun[] = [];
  let previous: { run: Run; element: StructureElement } | null = null;
  for (const run of runs) {
    const target = linkTarget(run, conversion);
    let element: StructureElement | undefined;
    if (parent !== null) {
      if (previous !== null && continues(previous.run, run)) {
        element = previous.element;
        if (target !== null && run.linkTitle === undefined) element.contents += run.text;
      } else {
        element = inlineElement(run, parent, inherited, target !== null);
      }
      previous = element === undefined ? null : { run, element };
    }
    made.push(engineRun(run, element ?? parent ?? undefined, inherited, parent === null ? null : target, conversion));
  }
  // A paragraph without runs would leave no line, and so no place for a list's label or a bookmark.
  return made.length === 0 ? [{ text: '' }] : made;
}

function engineRun(
  run: Run,
  element: StructureElement | undefined,
  inherited: Inherited,
  target: LinkTarget | null,
  conversion: Conversion,
): EngineRun {
  const text = run.field === undefined ? run.text : String(conversion.counters[run.field]);
  const made: EngineRun = { ...styleOf(run), text };
  if (run.sup) made.sup = true;
  if (run.sub) made.sub = true;
  const division = divisionOf(run, inherited, conversion);
  if (division !== undefined) made.division = division;
  const origin = run.origin ?? inherited.origin;
  if (origin !== undefined) made.origin = origin;
  if (element !== undefined) made.element = element;
  if (conversion.region !== undefined) made.region = conversion.region;
  if (target !== null) Object.assign(made, target);
  return made;
}

type LinkTarget = { link: string } | { linkToDestination: string };

/** Where the run leads; `null` too for a destination that does not exist: then the text stays and the link goes. */
function linkTarget(run: Run, conversion: Conversion): LinkTarget | null {
  if (run.link !== undefined) return { link: run.link };
  const id = run.linkToDestination;
  return id !== undefined && conversion.destinations.has(id) ? { linkToDestination: id } : null;
}

/** Neighbouring runs of one link, or one language, are one element: a word of it in bold, or in another font. */
function continues(before: Run, run: Run): boolean {
  return (
    before.link === run.link &&
    before.linkToDestination === run.linkToDestination &&
    before.role === run.role &&
    before.lang === run.lang &&
    before.linkTitle === run.linkTitle &&
    before.actualText === undefined &&
    run.actualText === undefined
  );
}

/** The innermost element of a run, or `undefined` where its paragraph's element is enough. */
function inlineElement(
  run: Run,
  parent: StructureElement,
  inherited: Inherited,
  linked: boolean,
): StructureElement | undefined {
  const attributes: ElementAttributes = langAttribute(run, inherited);
  if (run.actualText !== undefined) attributes.actualText = run.actualText;
  const says = attributes.lang !== undefined || attributes.actualText !== undefined;
  const type = run.role ?? (says ? 'Span' : null);
  const outer = type === null ? parent : new StructureElement(type, parent, attributes, true);
  if (!linked) return type === null ? undefined : outer;
  const link = new StructureElement('Link', outer, {}, true);
  link.contents = run.linkTitle ?? run.text;
  return link;
}
