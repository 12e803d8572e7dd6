/**
 * One document with its lines closer: another leading moves no word to another line. So what was made ready and measured
 * of a definition serves for all that differ from it in no more than the distances of lines and blocks.
 */
import type { PrintDefinition } from '../layout/definition.js';
import type { PrintNode, TextStyle } from '../layout/print-nodes.js';
import { childrenOf } from './contents-pages.js';
import type { Leading, Lengths } from './pagination/line-distances.js';

/** What fitting fonts and converting leave where it is, so that a node inside is found again. */
const KEPT_IN_PLACE: ReadonlySet<string> = new Set([
  'defaultStyle',
  'content',
  'stack',
  'columns',
  'items',
  'table',
  'body',
  'box',
]);

/**
 * How the lines and blocks of `other` stand, by the nodes of `fitted`, which was made of `given`; null where `other` differs
 * from it in anything else.
 */
export function leadingOf(other: PrintDefinition, given: PrintDefinition, fitted: PrintDefinition): Leading | null {
  const nodes = new Map<object, Lengths>();
  if (!isAlike(given, other, fitted, nodes)) return null;
  const isMoved = nodes.has(fitted.defaultStyle);
  if (isMoved && !inMargins(given).every(statesLines)) return null;
  return { style: nodes.get(fitted.defaultStyle) ?? fitted.defaultStyle, nodes };
}

/** @param made what became of `a`; undefined where that is not to be found */
function isAlike(a: unknown, b: unknown, made: unknown, nodes: Map<object, Lengths>): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const isList = Array.isArray(a);
  let isMoved = false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    const [before, after] = [a[key], b[key]];
    // Its words have their own, whatever their block says.
    if (key === 'text' && Array.isArray(before) && before.some(isApart)) return false;
    if (isAlike(before, after, inside(made, key, isList), nodes)) continue;
    if (!mayDiffer(key, before, after)) return false;
    isMoved = true;
  }
  if (!isMoved) return true;
  if (!isPlain(made)) return false;
  nodes.set(made, b as Lengths);
  return true;
}

function inside(made: unknown, key: string, isList: boolean): unknown {
  return isPlain(made) && (isList || KEPT_IN_PLACE.has(key)) ? made[key] : undefined;
}

/** An object or a list; the bytes of pictures are alike where they are the same. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function isApart({ leading, baseLine }: TextStyle): boolean {
  return leading !== undefined || baseLine !== undefined;
}

function mayDiffer(key: string, a: unknown, b: unknown): boolean {
  if (key === 'leading' || key === 'baseLine') return typeof a === 'number' && typeof b === 'number';
  return key === 'margin' && isMargin(a) && isMargin(b) && a[0] === b[0] && a[2] === b[2];
}

function isMargin(value: unknown): value is NonNullable<Lengths['margin']> {
  return Array.isArray(value) && value.length === 4;
}

/** What stands in the margins, and is made anew for each page. */
function inMargins({ header, footer, stamps = [] }: PrintDefinition): PrintNode[] {
  const nodes = [
    header.first,
    header.rest,
    footer.first,
    footer.rest,
    ...stamps.flatMap(({ line, mark }) => [line, mark]),
  ];
  return nodes.filter((node) => node !== null);
}

/** Whether all text in a node has its leading from within it. */
function statesLines(node: PrintNode): boolean {
  const { leading, baseLine }: TextStyle = node;
  if (leading !== undefined && baseLine !== undefined) return true;
  return !('text' in node || 'contents' in node) && childrenOf(node).every(statesLines);
}
