import type { Bitmap } from '../../layout/pictures/bitmap.js';
import type { Margin, NodeCommon, PrintNode, TextStyle } from '../../layout/print-nodes.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { EngineNode, Region } from '../engine/node-shapes.js';
import type { ElementAttributes, StructureType } from '../structure/element.js';
import { StructureElement } from '../structure/element.js';
import { lessReady, type Readiness } from './readiness.js';

/** What the conversion of a definition knows on its way down the tree. */
export interface Conversion {
  /** Every `id` of the content: a link to anything else is printed as plain text. */
  readonly destinations: ReadonlySet<string>;
  /** The page that each `id` is on, as far as pages have been laid out before. */
  pageOf: ReadonlyMap<string, number>;
  /** Makes the text of each node that prints numbers of pages anew, with those that are known now. */
  readonly renumber: (() => EngineNode)[];
  /** The document is in a language that is written from right to left: its pages are turned round when they are laid out. */
  readonly mirrored: boolean;
  /** Room between the margins, in points: a picture is never larger. */
  readonly room: { readonly width: number; readonly height: number };
  /** The key under which pdfkit knows a picture. */
  pictureKey(bitmap: Bitmap): string;
  /** In a header or footer. */
  readonly region: Region | undefined;
  /** What the fields of a header or footer say on its page. */
  readonly counters: { readonly page: number; readonly pages: number };
  /** The level of the heading before this one: PDF/UA-1, 7.4.2 forbids to skip one. */
  headingLevel: number;
  /** The languages of all text whose words may be divided at line ends. */
  readonly languages: Set<string>;
  /** Converts a node of any kind: how boxes, lists and tables come to what is in them. */
  block(node: PrintNode, context: Context, direct?: boolean): EngineNode;
}

/** `null` where the content is an artifact: it is drawn, and no one reads it. */
export type Parent = StructureElement | null;

/** What nodes and runs take from the node they are in, beside the styles that pdfmake hands on. */
export interface Inherited {
  readonly lang: string;
  readonly origin: string | undefined;
  /** To have its words divided at line ends. */
  readonly ready: Readiness;
  /** The direction of the paragraph, where that is not its language's. */
  readonly rightToLeft?: boolean;
}

/** Where a node or run is in the tree, and what is known there. */
export interface Context {
  /** The element that its own goes into. */
  readonly parent: Parent;
  readonly inherited: Inherited;
  readonly conversion: Conversion;
}

/** The context of what is inside `node`, whose element is `element`. */
export function contextWithin(node: Heir, element: Parent, { inherited, conversion }: Context): Context {
  return { parent: element, inherited: inherit(inherited, node), conversion };
}

/** What a node may say differently from the node that it is in. */
interface Heir {
  readonly lang?: string;
  readonly origin?: string;
  readonly noHyphen?: boolean;
}

export function inherit(from: Inherited, node: Heir): Inherited {
  const ready = lessReady(from.ready, node.noHyphen === true ? 'never' : 'freely');
  return { lang: node.lang ?? from.lang, origin: node.origin ?? from.origin, ready };
}

export function newElement(type: StructureType, parent: Parent, attributes: ElementAttributes = {}): Parent {
  return parent === null ? null : new StructureElement(type, parent, attributes);
}

/** The parent as a node carries it: `undefined` is an artifact. */
export function elementOf(parent: Parent): StructureElement | undefined {
  return parent ?? undefined;
}

/** `lang`, where it says something new. */
export function langAttribute(node: { lang?: string }, inherited: Inherited): ElementAttributes {
  return node.lang !== undefined && node.lang !== inherited.lang ? { lang: node.lang } : {};
}

/** Whether text in a language begins at the side where, before pages are turned round, the page ends. */
export function beginsAtFarSide(lang: string, conversion: Conversion): boolean {
  return isRightToLeft(lang) !== conversion.mirrored;
}

const STYLE_KEYS: ReadonlySet<string> = new Set([
  'font',
  'fontSize',
  'leading',
  'baseLine',
  'bold',
  'italics',
  'color',
  'background',
  'decoration',
  'characterSpacing',
  'fontFeatures',
  'alignment',
  'noWrap',
  'preserveLeadingSpaces',
  'preserveTrailingSpaces',
] as const satisfies readonly (keyof TextStyle)[]);

/** The style of a node or run: pdfmake inherits it along the tree. */
export function styleOf(node: TextStyle): Record<string, unknown> {
  const style: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) if (STYLE_KEYS.has(key) && value !== undefined) style[key] = value;
  return style;
}

/** What every kind of node has: style, margin, where it may break, what points to it. */
export function commonOf(node: NodeCommon): EngineNode {
  const common: EngineNode = { ...styleOf(node), source: node };
  if (node.margin) Object.assign(common, spaceAround(node.margin));
  if (node.keepWithNext) common.keepWithNext = true;
  if (node.unbreakable) common.unbreakable = true;
  if (node.pageBreak) common.pageBreak = node.pageBreak;
  if (node.origin) common.origin = node.origin;
  if (node.id !== undefined || node.bookmark !== undefined) {
    common.anchor = { id: node.id, bookmark: node.bookmark };
  }
  return common;
}

/** A margin, the space below of which is the only space between blocks. */
export function spaceAround(margin: Margin): Pick<EngineNode, 'margin' | 'spaceBelow'> {
  return { margin: [...margin], ...(margin[3] > 0 && { spaceBelow: margin[3] }) };
}
