import { referencesOf } from './references.js';
import { type SvgElement, visitSvg } from './tree.js';

/**
 * A picture without what nobody sees of it: what is not displayed or wholly transparent, and names that nothing refers
 * to. It would travel in the file, and be found there. Null if nothing is left that leaves a mark on paper.
 */
export function withoutUnseen(root: SvgElement): SvgElement | null {
  const referred = new Set<string>();
  visitSvg(root, (element) => {
    for (const id of referencesOf(element)) referred.add(id);
  });
  const kept = withoutHidden(root, referred);
  return marks(kept, PLAIN) ? kept : null;
}

function withoutHidden(element: SvgElement, referred: ReadonlySet<string>): SvgElement {
  const { id, ...attributes } = element.attributes;
  const children = element.children.filter((child) => typeof child === 'string' || !isHidden(child, referred));
  return {
    ...element,
    attributes: id !== undefined && referred.has(id) ? { id, ...attributes } : attributes,
    children: children.map((child) => (typeof child === 'string' ? child : withoutHidden(child, referred))),
  };
}

/** What is drawn where something refers to it may stand in a part that is not displayed. */
function isHidden(element: SvgElement, referred: ReadonlySet<string>): boolean {
  const { display, opacity = '1' } = element.attributes;
  if (display !== 'none' && Number(opacity) !== 0) return false;
  let isReferred = false;
  visitSvg(element, ({ attributes: { id } }) => {
    isReferred ||= id !== undefined && referred.has(id);
  });
  return !isReferred;
}

/** What a shape inherits, as far as it says whether there is paint. */
interface Paint {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly isVisible: boolean;
}

const PLAIN: Paint = { fill: true, stroke: false, isVisible: true };

/** Whether an element, or one in it, leaves a mark. */
function marks(element: SvgElement, around: Paint): boolean {
  const { name, attributes, children } = element;
  const paint = paintOf(attributes, around);
  const parts = children.filter((child) => typeof child !== 'string');
  switch (name) {
    case 'svg':
    case 'g':
      return parts.some((part) => marks(part, paint));
    case 'use':
      return true;
    case 'text':
    case 'tspan':
      return (
        (paint.isVisible &&
          (paint.fill || paint.stroke) &&
          children.some((each) => typeof each === 'string' && /\S/.test(each))) ||
        parts.some((part) => marks(part, paint))
      );
    case 'image':
      return paint.isVisible && attributes.href !== undefined;
    case 'line':
      return paint.isVisible && paint.stroke;
    case 'rect':
      return paint.isVisible && (paint.fill || paint.stroke) && isSize(attributes.width) && isSize(attributes.height);
    case 'circle':
      return paint.isVisible && (paint.fill || paint.stroke) && isSize(attributes.r);
    case 'ellipse':
    case 'path':
    case 'polyline':
    case 'polygon':
      return paint.isVisible && (paint.fill || paint.stroke);
    default:
      return false;
  }
}

function paintOf(attributes: SvgElement['attributes'], around: Paint): Paint {
  const { fill, stroke, visibility, 'fill-opacity': filled = '1', 'stroke-opacity': stroked = '1' } = attributes;
  return {
    fill: (fill === undefined ? around.fill : isPaint(fill)) && Number(filled) !== 0,
    stroke: (stroke === undefined ? around.stroke : isPaint(stroke)) && Number(stroked) !== 0,
    isVisible: visibility === undefined ? around.isVisible : visibility === 'visible',
  };
}

function isPaint(paint: string): boolean {
  return paint !== 'none' && !paint.endsWith(',0)');
}

function isSize(length: string | undefined): boolean {
  return Number.parseFloat(length ?? '0') > 0;
}
