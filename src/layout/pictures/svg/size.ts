import type { SvgElement } from './tree.js';

const UNITS: Readonly<Record<string, number>> = {
  '': 0.75,
  px: 0.75,
  pt: 1,
  pc: 12,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
  em: 12,
  ex: 6,
};

/** A length in CSS pixels or another unit, converted to points; null for percentages and invalid lengths. */
function points(length: string | undefined): number | null {
  const match = /^\s*([+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '');
  const unit = UNITS[match?.[2]?.toLowerCase() ?? '?'];
  const value = Number(match?.[1]) * (unit ?? Number.NaN);
  return value > 0 && Number.isFinite(value) ? value : null;
}

export function viewBoxOf(root: SvgElement): readonly [number, number, number, number] | null {
  const numbers = (root.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers;
  return numbers.length === 4 && [x, y].every(Number.isFinite) && width > 0 && height > 0 && width < 1e7 && height < 1e7
    ? [x, y, width, height]
    : null;
}

/** The size that the picture states, in points. */
export function sizeOf(root: SvgElement): { width: number; height: number } | null {
  const box = viewBoxOf(root);
  const width = points(root.attributes.width);
  const height = points(root.attributes.height);
  if (width !== null && height !== null) return { width, height };
  if (box === null) return width === null && height === null ? { width: 225, height: 112.5 } : null;
  const [, , boxWidth, boxHeight] = box;
  if (width !== null) return { width, height: (width * boxHeight) / boxWidth };
  if (height !== null) return { height, width: (height * boxWidth) / boxHeight };
  return { width: boxWidth * 0.75, height: boxHeight * 0.75 };
}
