import type { SvgElement } from './tree.js';

const KEPT_APART = ['fill', 'stroke'] as const;

/**
 * An element whose stroke lies under its fill, such as letters with a halo, is drawn twice: the page setter always
 * fills first.
 */
export function paintedInOrder(element: SvgElement, order: string | undefined): SvgElement {
  const first = /^\s*(?:markers\s+)?(fill|stroke)\b/i.exec(order ?? '')?.[1]?.toLowerCase();
  const { stroke } = element.attributes;
  if (first !== 'stroke' || stroke === undefined || stroke === 'none') return element;
  const { id, transform, 'clip-path': clip, mask, opacity, ...attributes } = element.attributes;
  const around = Object.entries({ id, transform, 'clip-path': clip, mask, opacity }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const copy = { ...element, attributes };
  return {
    name: 'g',
    attributes: Object.fromEntries(around),
    children: [without('fill', copy), without('stroke', copy)],
  };
}

function without(paint: (typeof KEPT_APART)[number], element: SvgElement): SvgElement {
  const { id: _, ...attributes } = element.attributes;
  const children = element.children.map((child) => (typeof child === 'string' ? child : without(paint, child)));
  return { ...element, attributes: { ...attributes, [paint]: 'none' }, children };
}
