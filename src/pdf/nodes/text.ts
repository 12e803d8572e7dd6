import type { Role, Run, TextNode } from '../../layout/print-nodes.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { EngineNode, EngineRun, ListLabel } from '../engine/node-shapes.js';
import type { ElementAttributes, StructureType } from '../structure/element.js';
import { StructureElement } from '../structure/element.js';
import type { Context, Conversion, Inherited, Parent } from './conversion.js';
import { commonOf, elementOf, inherit, langAttribute, newElement, styleOf } from './conversion.js';
import { divisionOf } from './division.js';
import { lessReady, readinessOf } from './readiness.js';

/**
 * A paragraph, heading, caption … and its runs. `direct`: a plain paragraph needs no element of its own in a list's
 * body or a table's cell.
 */
export function textNode(node: TextNode, context: Context, direct: boolean): EngineNode {
  const { parent, inherited, conversion } = context;
  const attributes = langAttribute(node, inherited);
  const plain = direct && node.role === undefined && attributes.lang === undefined;
  const runs = typeof node.text === 'string' ? [{ text: node.text }] : node.text;
  // An empty heading is set as a paragraph: it would be dropped, and the next heading would seem to skip a level.
  const role = runs.some((run) => PRINTED.test(run.text)) ? node.role : 'P';
  const element = plain ? parent : newElement(textType(role, conversion, parent), parent, attributes);
  const inside = inherit(inherited, node);
  const ready = lessReady(inside.ready, readinessOf(node.role));
  // What stands beside the text is read before it.
  const labels = node.aside === undefined ? {} : { labels: [asideLabel(node.aside, { ...context, parent: element })] };
  const rightToLeft = node.role !== 'Code' && isRightToLeft(languageOf(runs, inside.lang));
  const within: Context = { parent: element, inherited: { ...inside, ready, rightToLeft }, conversion };
  const made: EngineNode = { ...commonOf(node), ...labels, rightToLeft, text: textRuns(runs, within) };
  if (runs.some(({ pagesOf }) => pagesOf !== undefined)) {
    made.isNumbered = true;
    conversion.renumber.push(() => Object.assign(made, { text: textRuns(runs, within) }));
  }
  return made;
}

function asideLabel({ run, distance }: NonNullable<TextNode['aside']>, context: Context): ListLabel {
  const element = newElement('Span', context.parent);
  const text = textRuns([run], { ...context, parent: element });
  return {
    text,
    box: null,
    element: elementOf(element),
    path: [],
    gap: null,
    atRight: isRightToLeft(context.inherited.lang),
    mirrored: context.conversion.mirrored,
    inlines: [],
    left: -distance,
    boxSize: 0,
    isAside: true,
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** The language that a paragraph is in: that of all its words but the program's, where they say one that is not the node's. */
function languageOf(runs: readonly Run[], around: string): string {
  const deciding = runs.filter(({ text, isLabel }) => WORD.test(text) && !isLabel);
  const languages = new Set(deciding.map(({ lang }) => lang ?? around));
  const [only = around] = languages;
  return languages.size === 1 ? only : around;
}

/** What leaves a mark on paper. */
const PRINTED = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The element of a text block. Types that would be invalid here become the nearest that is valid. */
function textType(role: Role | undefined, conversion: Conversion, parent: Parent): StructureType {
  switch (role) {
    case undefined:
    case 'L':
    case 'LI':
    case 'LBody':
    case 'Figure':
      return 'P';
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      // An artifact is not read, so it does not count as a heading.
      return parent === null ? 'P' : headingType(Number(role[1]), conversion);
    case 'P':
    case 'Sect':
    case 'Div':
    case 'Part':
    case 'Art':
    case 'BlockQuote':
    case 'Quote':
    case 'Note':
    case 'Code':
    case 'Lbl':
    case 'Span':
    case 'Reference':
      return role;
    case 'Caption':
      // PDF/UA-2, 8.2.5.27: it is part of what it is about.
      return parent?.type === 'Figure' ? 'Caption' : 'P';
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
export function textRuns(runs: readonly Run[], context: Context): EngineRun[] {
  const { parent, inherited, conversion } = context;
  const made: EngineRun[] = [];
  let previous: { run: Run; element: StructureElement } | null = null;
  for (const run of runs.flatMap((each) => pageRuns(each, conversion))) {
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
    const place = { element: element ?? parent ?? undefined, target: parent === null ? null : target };
    made.push(engineRun(run, place, context));
  }
  // A paragraph without runs would leave no line, and so no place for a list's label or a bookmark.
  return made.length === 0 ? [{ text: '' }] : made;
}

/** So many numbers of pages are not broken at a line's end. */
const LONGEST_ROW = 6;

/** The numbers of pages in a row, as far as they are known; before anything is laid out, one stands for all. */
function pageRuns(run: Run, { pageOf, destinations }: Conversion): readonly Run[] {
  const { pagesOf, linkTitle = '', ...style } = run;
  if (pagesOf === undefined) return [run];
  const first = new Map<number, string>();
  for (const id of pagesOf) {
    const page = pageOf.get(id) ?? 0;
    if (destinations.has(id) && !first.has(page)) first.set(page, id);
  }
  const inOrder = [...first].sort(([a], [b]) => a - b);
  const comma = inOrder.length > LONGEST_ROW ? ', ' : ',\u00a0';
  return inOrder.flatMap(([page, id], i): Run[] => {
    const number = { ...style, text: String(page), linkToDestination: id };
    const linked = { ...number, linkTitle: linkTitle.replace('{page}', String(page)) };
    return i === 0 ? [linked] : [{ ...style, text: comma }, linked];
  });
}

interface RunPlace {
  readonly element: StructureElement | undefined;
  readonly target: LinkTarget | null;
}

function engineRun(run: Run, { element, target }: RunPlace, context: Context): EngineRun {
  const { inherited, conversion } = context;
  const text = run.field === undefined ? run.text : String(conversion.counters[run.field]);
  const made: EngineRun = { ...styleOf(run), text };
  if (run.sup) made.sup = true;
  if (run.sub) made.sub = true;
  const isolate = isolateOf(run, inherited);
  if (isolate !== undefined) made.isolate = isolate;
  const division = divisionOf(run, context);
  if (division !== undefined) made.division = division;
  const origin = run.origin ?? inherited.origin;
  if (origin !== undefined) made.origin = origin;
  if (element !== undefined) made.element = element;
  if (conversion.region !== undefined) made.region = conversion.region;
  if (target !== null) Object.assign(made, target);
  return made;
}

/** Words of a language that runs the other way, and addresses and code, which run from the left wherever they stand. */
function isolateOf(run: Run, inherited: Inherited): EngineRun['isolate'] {
  const around = inherited.rightToLeft ?? isRightToLeft(inherited.lang);
  const isAddress = run.role === 'Code' || (run.link !== undefined && run.text !== '' && run.link.endsWith(run.text));
  // Otherwise the number of a source would become part of a number before it.
  if (run.sup === true && run.role === 'Reference') return around ? 'rtl' : 'ltr';
  const own = !isAddress && (run.lang === undefined ? around : isRightToLeft(run.lang));
  if (own === around) return undefined;
  return own ? 'rtl' : 'ltr';
}

type LinkTarget = Pick<EngineRun, 'link' | 'linkToDestination'>;

/** Where the run leads; `null` too for a destination that does not exist: then the text stays and the link goes. */
function linkTarget(run: Run, conversion: Conversion): LinkTarget | null {
  if (run.link !== undefined) return { link: run.link };
  const id = run.linkToDestination;
  return id !== undefined && conversion.destinations.has(id) ? { linkToDestination: id } : null;
}

/** Adjacent runs of one link, or one language, are one element: a word of it may be bold, or in another font. */
function continues(before: Run, run: Run): boolean {
  return (
    before.link === run.link &&
    before.linkToDestination === run.linkToDestination &&
    before.role === run.role &&
    before.lang === run.lang &&
    before.linkTitle === run.linkTitle &&
    before.alt === run.alt &&
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
  if (run.alt !== undefined) attributes.alt = run.alt;
  const says = attributes.lang !== undefined || attributes.actualText !== undefined;
  const type = run.role ?? (says ? 'Span' : null);
  const outer = type === null ? parent : new StructureElement(type, parent, attributes, true);
  if (!linked) return type === null ? undefined : outer;
  const link = new StructureElement('Link', outer, {}, true);
  link.contents = run.linkTitle ?? run.text;
  return link;
}
