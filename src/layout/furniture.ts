import type { Furniture } from '../document/document.js';
import { fromField, type LayoutContext, wordLanguage } from './context.js';
import type { PageFurniture } from './definition.js';
import type { PrintNode, Run, TextNode } from './print-nodes.js';
import { cleanText } from './text/clean-text.js';
import { shortened, textWidth } from './text/text-width.js';
import type { Faces } from './theme/faces.js';
import { drop, type Face, rounded, styleOf, styleOfText, styleOfWords } from './theme/typeface.js';

/**
 * FIRST, Traffic Light Protocol 2.0: labels are in the header and footer of every page, right-justified, 12 points or
 * larger, in their colour on black.
 */
type Tlp = NonNullable<Furniture['tlp']>;
const TLP_COLOURS: Readonly<Record<Tlp, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};
const TLP_SIZE = 12;
/** The red is dark where a printer has no colours: letters of this size are read all the same (WCAG 2.2, 1.4.3, large text). */
const TLP_RED_SIZE = 14;
const TLP_PADDING = 5;
const TLP_HEIGHT = 21;
const GAP = 14;
/** From the top of the label to that of capitals beside it. */
const LABEL_INSET = 4;
/** Points from the paper's edge to the furniture, and from the furniture to the text. */
const EDGE = 28.5;
const CLEARANCE = 8;
/** Points between a marking and the line next to it, and around the footer's hairline. */
const MARKING_SPACE = 4;
const RULE_SPACE = 5;

export interface SetFurniture {
  readonly header: PageFurniture;
  readonly footer: PageFurniture;
}

/** The space that furniture needs above and below the text, so that a marking never meets it; in points. */
export function furnitureHeight(
  furniture: Furniture,
  faces: Faces,
  width: number,
): { top: number; bottom: number; rise: number } {
  const line = furniture.tlp === null ? faces.furniture.leading : labelHeight(faces);
  const top = EDGE + markingHeight(furniture, faces, width) + line + CLEARANCE;
  return {
    top,
    bottom: top + RULE_SPACE + restrictionsHeight(furniture, faces, width) + factsHeight(furniture, faces, width),
    rise: CLEARANCE + line - LABEL_INSET,
  };
}

function restrictionsOf({ restrictions }: Furniture): string {
  return cleanText(restrictions ?? '').trim();
}

function restrictionsHeight(furniture: Furniture, faces: Faces, width: number): number {
  const text = restrictionsOf(furniture);
  return text === ''
    ? 0
    : Math.ceil((textWidth(text, { ...faces.furniture, bold: true }) * 1.05) / width) * faces.furniture.leading;
}

/** Restrictions are never shortened either: a line over the rest of the footer. */
function restrictionsLine(furniture: Furniture, context: LayoutContext): PrintNode[] {
  const text = restrictionsOf(furniture);
  if (text === '') return [];
  const node = { ...styleOf({ ...context.faces.furniture, bold: true }), text, artifact: true };
  return [fromField(node, furniture.origins?.restrictions)];
}

const SEPARATOR = '  ·  ';

/** Points beside the page's number and the label. */
function roomForFacts(furniture: Furniture, faces: Faces, width: number): number {
  return width - labelWidth(furniture, faces) - GAP - pageWidth(furniture.page, faces.furniture) - GAP;
}

/** Status, reference and date have a line of their own where they would be cut beside the page's number: `As of 2…` says nothing. */
function factsHeight(furniture: Furniture, faces: Faces, width: number): number {
  const { status, reference, asOf } = furniture;
  const text = [status, reference, asOf].flatMap((each) => (each ? [cleanText(each)] : [])).join(SEPARATOR);
  // Written bold, as the status is: what is a little too wide for that is given its line as well.
  const wide = textWidth(text, { ...faces.furniture, bold: Boolean(status) });
  return wide > roomForFacts(furniture, faces, width) ? faces.furniture.leading : 0;
}

function markingHeight({ marking }: Furniture, faces: Faces, width: number): number {
  if (marking === null) return 0;
  const lines = Math.ceil((textWidth(marking.toLocaleUpperCase('en'), faces.marking) * 1.05) / width);
  return lines * faces.marking.leading + MARKING_SPACE;
}

/** Header and footer. The first page has its title in the masthead, so the running title begins on the second. */
export function setFurniture(furniture: Furniture, context: LayoutContext): SetFurniture {
  const title = cleanText(furniture.runningTitle).trim();
  return {
    header: { first: header('', furniture, context), rest: header(title, furniture, context) },
    footer: bothPages(footer(furniture, context)),
  };
}

function bothPages(node: PrintNode): PageFurniture {
  return { first: node, rest: node };
}

function widthOf(context: LayoutContext): number {
  const [left, , right] = context.page.margins;
  return context.page.width - left - right;
}

/** Lines at their place: furniture is laid out from the page's left edge, and stands at its top or bottom margin. */
function placed(lines: readonly PrintNode[], top: number, context: LayoutContext): PrintNode {
  const [left, , right] = context.page.margins;
  return { stack: lines, artifact: true, margin: [left, rounded(top), right, 0] };
}

function header(title: string, furniture: Furniture, context: LayoutContext): PrintNode | null {
  const { furniture: face } = context.faces;
  const lines: PrintNode[] = markingLine(furniture, context, [0, 0, 0, MARKING_SPACE]);
  if (title !== '' || furniture.tlp !== null) {
    const room = widthOf(context) - labelWidth(furniture, context.faces) - GAP;
    const left: Run[] = [{ ...styleOfWords(face), text: shortened(title, face, room) }];
    lines.push(beside(left, [], furniture, context));
  }
  return lines.length === 0 ? null : placed(lines, EDGE, context);
}

function footer(furniture: Furniture, context: LayoutContext): PrintNode {
  const { furniture: face } = context.faces;
  const lang = wordLanguage(context);
  const page = pageRuns(furniture.page, { ...styleOfWords(face), ...lang });
  const width = widthOf(context);
  const isApart = factsHeight(furniture, context.faces, width) > 0;
  const left = factRuns(furniture, isApart ? width : roomForFacts(furniture, context.faces, width), context);
  const rule: PrintNode = {
    rule: { thickness: 0.4, color: context.theme.colours.rule },
    artifact: true,
    margin: [0, 0, 0, 4],
  };
  const lines = [
    rule,
    ...restrictionsLine(furniture, context),
    ...(isApart ? [{ ...styleOf(face), text: left, artifact: true }] : []),
    beside(isApart ? [] : left, page, furniture, context),
    ...markingLine(furniture, context, [0, MARKING_SPACE, 0, 0]),
  ];
  const [, , , bottom] = context.page.margins;
  const { bottom: height } = furnitureHeight(furniture, context.faces, width);
  return placed(lines, Math.max(0, bottom - height + CLEARANCE), context);
}

/** The reference at the left, the page's number next to the label at the right. */
function beside(left: readonly Run[], page: readonly Run[], furniture: Furniture, context: LayoutContext): PrintNode {
  const { furniture: face } = context.faces;
  const label = tlpLabel(furniture, context);
  const lift: [number, number, number, number] = [
    0,
    furniture.tlp === null ? 0 : drop(face, tlpFace(furniture.tlp, context.faces)) + 2,
    0,
    0,
  ];
  const columns: (PrintNode & { width: number | '*' })[] = [
    { ...styleOf(face), text: left, width: '*', artifact: true, margin: lift },
  ];
  if (page.length > 0) {
    const width = rounded(pageWidth(furniture.page, face));
    columns.push({ ...styleOf(face), text: page, width, alignment: 'right', artifact: true, margin: lift });
  }
  if (label !== null) columns.push({ ...label, width: rounded(labelWidth(furniture, context.faces)) });
  return { columns, columnGap: GAP, artifact: true };
}

/** A label is as large as its standard asks, and no smaller than what stands beside it. */
function tlpFace(tlp: Tlp, faces: Faces): Face {
  const size = (tlp === 'TLP:RED' ? TLP_RED_SIZE : TLP_SIZE) * growth(faces);
  return { ...faces.caption, size, leading: 16 * growth(faces), bold: true, colour: TLP_COLOURS[tlp] };
}

function growth({ furniture }: Faces): number {
  return Math.max(1, furniture.size / TLP_SIZE);
}

function labelHeight(faces: Faces): number {
  return TLP_HEIGHT * growth(faces);
}

function labelWidth(furniture: Furniture, faces: Faces): number {
  if (furniture.tlp === null) return 0;
  return textWidth(furniture.tlp, tlpFace(furniture.tlp, faces)) * 1.06 + 2 * TLP_PADDING;
}

/** The label in its colour on black, in a box of one cell. */
function tlpLabel(furniture: Furniture, context: LayoutContext): PrintNode | null {
  const { tlp } = furniture;
  if (tlp === null) return null;
  const text: TextNode = {
    ...styleOf(tlpFace(tlp, context.faces)),
    text: tlp,
    alignment: 'right',
    noWrap: true,
    artifact: true,
  };
  return {
    box: { content: [text], fill: '#000000', bar: null, border: null, padding: [TLP_PADDING, 1.5, TLP_PADDING, 2] },
    artifact: true,
  };
}

/** A protective marking: capitals, centred on the page. It is never shortened: it breaks over lines. */
function markingLine(
  furniture: Furniture,
  context: LayoutContext,
  margin: [number, number, number, number],
): PrintNode[] {
  if (furniture.marking === null) return [];
  const text = cleanText(furniture.marking).toLocaleUpperCase('en');
  const node: TextNode = {
    ...styleOfText(context.faces.marking, text),
    text,
    alignment: 'center',
    artifact: true,
    margin,
  };
  return [fromField(node, furniture.origins?.marking)];
}

/** `Page {page} of {pages}` with the two numbers as fields. */
function pageRuns(pattern: string, style: Omit<Run, 'text'>): Run[] {
  return pattern.split(/(\{pages?\})/).flatMap((part): Run[] => {
    if (part === '{page}') return [{ ...style, text: '0', field: 'page' }];
    if (part === '{pages}') return [{ ...style, text: '0', field: 'pages' }];
    return part === '' ? [] : [{ ...style, text: cleanText(part) }];
  });
}

/** The status, which is never shortened, the reference, and the date, which may be in another language than the document. */
function factRuns({ status, ...furniture }: Furniture, room: number, context: LayoutContext): Run[] {
  if (!status) return referenceRuns(furniture, room, context);
  const face: Face = { ...context.faces.furniture, bold: true, colour: context.theme.colours.text };
  const word: Run = { ...styleOfWords(face), ...wordLanguage(context), text: cleanText(status) };
  const gap: Run = { ...styleOfWords(context.faces.furniture), text: SEPARATOR };
  const rest = referenceRuns(furniture, room - textWidth(word.text + gap.text, face), context);
  return rest.every(({ text }) => text === '') ? [word] : [word, gap, ...rest];
}

function referenceRuns({ reference, asOf }: Furniture, room: number, context: LayoutContext): Run[] {
  const { furniture: face } = context.faces;
  const lang = wordLanguage(context);
  // A date is whole or says nothing; a reference is known by its beginning.
  const date = asOf ? cleanText(asOf) : '';
  const end = date === '' || !reference ? date : SEPARATOR + date;
  const named = shortened(cleanText(reference ?? ''), face, room - textWidth(end, face));
  if (date === '' || lang.lang === undefined) return [{ ...styleOfWords(face), text: `${named}${end}` }];
  const before: Run[] = end === date ? [] : [{ ...styleOfWords(face), text: `${named}${SEPARATOR}` }];
  return [...before, { ...styleOfWords(face), ...lang, text: date }];
}

function pageWidth(pattern: string, face: Face): number {
  return textWidth(pattern.replace(/\{pages?\}/g, '000'), face) * 1.06;
}
