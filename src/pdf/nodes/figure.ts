import type { ImageNode, RuleNode, StackNode, SvgNode } from '../../layout/print-nodes.js';
import type { EngineNode, Marked } from '../engine/node-shapes.js';
import { StructureElement } from '../structure/element.js';
import { blocks } from './container.js';
import type { Context, Conversion, Parent } from './conversion.js';
import { commonOf, contextWithin, elementOf, langAttribute, newElement } from './conversion.js';

export function imageNode(node: ImageNode, context: Context): EngineNode {
  return {
    ...commonOf(node),
    ...fitted(node, context.conversion),
    image: context.conversion.pictureKey(node.image),
    ...drawn(node, context),
  };
}

export function svgNode(node: SvgNode, context: Context): EngineNode {
  const { conversion } = context;
  const keys = new Map(
    Object.entries(node.bitmaps ?? {}).map(([href, bitmap]) => [href, conversion.pictureKey(bitmap)] as const),
  );
  return {
    ...commonOf(node),
    ...fitted(node, conversion),
    options: {
      warningCallback: () => {},
      imageCallback: (href) => keys.get(href) ?? '',
    },
    // A link inside would be an annotation outside the structure (PDF/UA-1, 7.18.1).
    svg: node.svg.replace(/<(\/?)a(?=[\s>/])/g, '<$1g'),
    ...drawn(node, context),
    cells: dataTable(node, context),
  };
}

/** The table of a drawing's data, after it; its cells are drawn with the drawing. */
function dataTable({ data = [], svg, alt }: SvgNode, { parent }: Context): ReadonlyMap<string, StructureElement> {
  const cells = new Map<string, StructureElement>();
  const around = parent?.type === 'Figure' ? parent.parent : parent;
  if (around === null || data.length < 2 || alt.trim() === '') return cells;
  const table = new StructureElement('Table', around);
  const [head, body] = [new StructureElement('THead', table), new StructureElement('TBody', table)];
  data.forEach((texts, row) => {
    const line = new StructureElement('TR', row === 0 ? head : body);
    texts.forEach((text, column) => {
      const key = `${row} ${column}`;
      const scope = row === 0 ? 'Column' : column === 0 ? 'Row' : undefined;
      const isDrawn = svg.includes(`<g data-cell="${key}">`);
      // Some readers know the one, some the other.
      const said = { actualText: text, alt: text };
      const cell = new StructureElement(scope ? 'TH' : 'TD', line, { scope, ...(isDrawn ? {} : said) });
      if (isDrawn) cells.set(key, new StructureElement('Span', cell, said));
    });
  });
  return cells;
}

/**
 * A horizontal line. One as wide as its place is the rule under an empty row of a table: pdfmake knows that width only
 * when it places the table.
 */
export function ruleNode(node: RuleNode): EngineNode {
  const { thickness, color, width } = node.rule;
  if (width !== undefined) {
    return { ...commonOf(node), canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: thickness, color }] };
  }
  return {
    ...commonOf(node),
    table: { widths: ['*'], headerRows: 0, body: [[{ stack: [] }]] },
    layout: {
      hLineWidth: (row) => (row === 1 ? thickness : 0),
      vLineWidth: () => 0,
      hLineColor: () => color,
      vLineColor: () => color,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}

type Picture = ImageNode | SvgNode;

/** A picture that is read, with its caption below it: the only stack that is a figure. */
export function isCaptioned({ stack, role }: StackNode): boolean {
  const [picture, caption, ...others] = stack;
  if (role !== 'Figure' || picture === undefined || others.length > 0) return false;
  const isRead = ('image' in picture || 'svg' in picture) && !picture.artifact && picture.alt.trim() !== '';
  return isRead && caption !== undefined && 'text' in caption && caption.role === 'Caption' && !caption.artifact;
}

/** The caption is the last child of what it is about (ISO 32000-2, 14.8.4.8.4); the picture is drawn in the same element. */
export function captioned(node: StackNode, context: Context): EngineNode {
  const figure = newElement('Figure', context.parent, langAttribute(node, context.inherited));
  return { ...commonOf(node), stack: blocks(node.stack, contextWithin(node, figure, context)) };
}

/** What marks the picture on its page. */
function drawn(node: Picture, context: Context): Marked {
  return {
    element: elementOf(figureElement(node, context)),
    region: context.conversion.region,
    once: { drawn: false },
  };
}

/** A picture without alternative text is decoration, and so an artifact. */
function figureElement(node: Picture, { parent, inherited }: Context): Parent {
  if (node.alt.trim() === '') return null;
  if (parent?.type === 'Figure') {
    parent.attributes.alt = node.alt;
    return parent;
  }
  return newElement('Figure', parent, { ...langAttribute(node, inherited), alt: node.alt });
}

/** A picture larger than the page would vanish: it is drawn smaller, in proportion. */
function fitted(node: { width: number; height: number }, conversion: Conversion): Pick<EngineNode, 'width' | 'height'> {
  const scale = Math.min(1, conversion.room.width / node.width, conversion.room.height / node.height);
  return { width: node.width * scale, height: node.height * scale };
}
