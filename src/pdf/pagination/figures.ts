/** Images and drawings: one piece, made smaller where it is larger than the page. */
import type { EngineNode, Vector } from '../engine/node-shapes.js';
import type { Area, Flow, Placed, Placement } from './flow.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size at which an image goes into a width, and on a page. */
export function imageSize(node: EngineNode, width: number, full: number): Size {
  const natural = { width: node._width ?? 0, height: node._height ?? 0 };
  const scale = Math.min(1, ratio(width, natural.width), ratio(full, natural.height));
  return { width: natural.width * scale, height: natural.height * scale };
}

function ratio(room: number, size: number): number {
  return size > 0 ? Math.max(0, room) / size : 1;
}

export function placeImage(flow: Flow, node: EngineNode, { area }: Placement): Placed {
  const type = node.svg === undefined ? 'image' : 'svg';
  const size = imageSize(node, area.width, area.full);
  const x = area.x + indent(node, area, size.width);
  flow.items.push({ type, item: { ...node, x, y: area.y, _width: size.width, _height: size.height } });
  return { y: area.y + size.height, rest: null };
}

export function placeCanvas(flow: Flow, node: EngineNode, { area }: Placement): Placed {
  const x = area.x + indent(node, area, node._minWidth ?? 0);
  for (const vector of node.canvas ?? []) flow.addVector(vector, x, area.y);
  return { y: area.y + (node._minHeight ?? 0), rest: null };
}

function indent(node: EngineNode, area: Area, width: number): number {
  if (node._alignment === 'right') return area.width - width;
  return node._alignment === 'center' ? (area.width - width) / 2 : 0;
}

/** The same vector at another place. */
export function moved(vector: Vector, x: number, y: number): Vector {
  const copy: Vector = { ...vector };
  if (copy.x !== undefined) copy.x += x;
  if (copy.y !== undefined) copy.y += y;
  if (copy.x1 !== undefined) copy.x1 += x;
  if (copy.x2 !== undefined) copy.x2 += x;
  if (copy.y1 !== undefined) copy.y1 += y;
  if (copy.y2 !== undefined) copy.y2 += y;
  return copy;
}
