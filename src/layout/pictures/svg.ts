import { cleanText } from '../text/clean-text.js';
import { referenceProblem } from './svg-references.js';
import { readSvg, type SvgElement, writeSvg } from './svg-tree.js';

export type CleanSvg =
  | {
      readonly ok: true;
      readonly text: string;
      /** Points. */
      readonly width: number;
      readonly height: number;
      /** What could be seen in the file, and is not in `text`. */
      readonly dropped: readonly string[];
    }
  | { readonly ok: false; readonly code: 'image-unsupported' | 'image-too-large'; readonly why: string };

const LARGEST_FILE = 2 * 1024 * 1024;
/** Points; what is larger is not meant for paper. */
const LARGEST_SIDE = 20_000;
/** Elements nested deeper than this are not read at all. */
const DEEPEST = 64;

/** Only these are drawn; `a` and `switch` become groups. */
const DRAWN = new Set(
  'svg g defs symbol use rect circle ellipse line polyline polygon path text tspan linearGradient radialGradient stop clipPath mask pattern'.split(
    ' ',
  ),
);
const GROUPS = new Set(['a', 'switch']);
/** What a reader would miss. Everything else (metadata, scripts, animations) leaves no gap. */
const MISSED: Readonly<Record<string, string>> = {
  image: 'the bitmap inside it',
  foreignObject: 'the HTML inside it',
  textPath: 'its text on a path',
  filter: 'its filter effects',
  style: 'its style sheet',
};

/**
 * An SVG with nothing in it but drawing: no script, event handler, link, address, style sheet, foreign content or
 * reference out of itself; references inside it end; its text is in `family`. Standard: SVG 1.1, the part that the page
 * setter draws.
 */
export function cleanSvg(bytes: Uint8Array, family: string): CleanSvg {
  if (bytes.length > LARGEST_FILE) return refused('has more than 2 MB', 'image-too-large');
  const text = decoded(bytes);
  if (text === null) return refused('is not in UTF-8');
  const read = readSvg(text);
  if ('wrong' in read) return refused(read.wrong);
  if (read.name !== 'svg') return refused('is not an SVG');
  const dropped = new Set<string>();
  const root = cleaned(read, dropped, 0);
  if (root === null) return refused('has groups more than 20 deep');
  const problem = referenceProblem(root);
  if (problem !== null) return refused(problem);
  const size = sizeOf(root);
  if (size === null) return refused('has no size that could be drawn');
  if (Math.max(size.width, size.height) > LARGEST_SIDE) return refused('is larger than any paper', 'image-too-large');
  return { ok: true, text: writeSvg(asRoot(root, size, family)), ...size, dropped: [...dropped].sort() };
}

function refused(why: string, code: 'image-unsupported' | 'image-too-large' = 'image-unsupported'): CleanSvg {
  return { ok: false, code, why };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The element with only what may stay; null if it is nested too deep. */
function cleaned(element: SvgElement, dropped: Set<string>, depth: number): SvgElement | null {
  if (depth > DEEPEST) return null;
  const children: (SvgElement | string)[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (element.name === 'text' || element.name === 'tspan') children.push(cleanText(child));
      continue;
    }
    if (!DRAWN.has(child.name) && !GROUPS.has(child.name)) {
      const what = Object.hasOwn(MISSED, child.name) ? MISSED[child.name] : undefined;
      if (what !== undefined) dropped.add(what);
      continue;
    }
    const kept = cleaned(child, dropped, depth + 1);
    if (kept === null) return null;
    children.push(kept);
  }
  return { name: GROUPS.has(element.name) ? 'g' : element.name, attributes: cleanAttributes(element), children };
}

function cleanAttributes(element: SvgElement): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const clean = cleanAttribute(name, value, element.name);
    if (clean !== null) kept[name === 'xlink:href' ? 'href' : name] = clean;
  }
  return kept;
}

function cleanAttribute(name: string, value: string, element: string): string | null {
  if (/^on/i.test(name) || name === 'font-family' || name === 'font' || name === 'filter') return null;
  if (name === 'href' || name === 'xlink:href') {
    return !GROUPS.has(element) && /^#[^\s#]+$/.test(value) ? value : null;
  }
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || name === 'xmlns' || name === 'class') return null;
  if (name === 'style') return cleanStyle(value);
  return isInternal(value) ? value : null;
}

/** Declarations of the style attribute that stay inside the file and leave the font alone. */
function cleanStyle(style: string): string | null {
  const declarations = style
    .split(';')
    .filter((declaration) => isInternal(declaration) && !/^\s*(?:font|font-family|filter)\s*:/i.test(declaration))
    .filter((declaration) => /^\s*[a-z-]+\s*:/i.test(declaration));
  return declarations.length === 0 ? null : declarations.join(';');
}

/** Refers to nothing outside: `url(#a)` at most, and no escapes that could hide another address. */
function isInternal(value: string): boolean {
  if (/[\\@]|\/\*|expression\(|(?:javascript|data|https?|file):/i.test(value)) return false;
  return [...value.matchAll(/url\s*\(\s*["']?(.)/gi)].every((match) => match[1] === '#');
}

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

/** CSS pixels, or another unit, in points; null for percentages and nonsense. */
function points(length: string | undefined): number | null {
  const match = /^\s*([+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '');
  const unit = UNITS[match?.[2]?.toLowerCase() ?? '?'];
  const value = Number(match?.[1]) * (unit ?? Number.NaN);
  return value > 0 && Number.isFinite(value) ? value : null;
}

function viewBoxOf(root: SvgElement): readonly [number, number, number, number] | null {
  const numbers = (root.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = numbers;
  return numbers.length === 4 && [x, y].every(Number.isFinite) && width > 0 && height > 0 && width < 1e7 && height < 1e7
    ? [x, y, width, height]
    : null;
}

function sizeOf(root: SvgElement): { width: number; height: number } | null {
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

function asRoot(root: SvgElement, size: { width: number; height: number }, family: string): SvgElement {
  const box = viewBoxOf(root) ?? [0, 0, size.width / 0.75, size.height / 0.75];
  const attributes = {
    ...root.attributes,
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: box.join(' '),
    width: String(size.width),
    height: String(size.height),
    'font-family': family,
  };
  return { ...root, attributes };
}
