/** Where the values of a text stand, for those that cut it. */
import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { ChangeOptions } from './change-shape.js';
import type { TextFormat } from './format.js';
import type { Step } from './places.js';
import { endOf, endOfNode } from './yaml-lines.js';

/** A text that is to be cut. */
export interface Cutting extends ChangeOptions {
  readonly text: string;
  readonly format: TextFormat;
  /** The line end that the file uses. */
  readonly end: string;
  readonly root: unknown;
}

/** A value, and what it is in. */
export interface Placed {
  readonly node: unknown;
  /** The map or list around it; null for the root. */
  readonly parent: YAMLMap | YAMLSeq | null;
  readonly pair: Pair | null;
  /** Its index in its parent. */
  readonly index: number;
  readonly path: readonly Step[];
  /** Where its key or its dash begins, or the value itself. */
  readonly start: number;
  /** Where the last of its content ends. */
  readonly end: number;
}

export function cuttingOf(text: string, format: TextFormat, options: ChangeOptions): Cutting {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    keepSourceTokens: true,
  });
  return { ...options, text, format, end: text.includes('\r\n') ? '\r\n' : '\n', root: document.contents };
}

/** The value at a path; null where there is none, or where it is reached by an alias. */
export function nodeAt({ root }: Cutting, path: readonly Step[]): Placed | null {
  let placed: Placed | null = {
    node: root,
    parent: null,
    pair: null,
    index: 0,
    path: [],
    start: (root as Node | null)?.range?.[0] ?? 0,
    end: endOfNode(root) ?? 0,
  };
  for (const step of path) {
    placed = placed && childOf(placed, step);
    if (placed === null || isAlias(placed.node)) return null;
  }
  return placed;
}

function childOf({ node, path }: Placed, step: Step): Placed | null {
  if (typeof step === 'number') return isSeq(node) ? itemAt(node, step, path) : null;
  if (!isMap(node)) return null;
  const index = node.items.findIndex(({ key }) => isScalar(key) && String(key.value) === step);
  const pair = node.items[index];
  if (pair === undefined) return null;
  const start = (pair.key as Node).range?.[0] ?? 0;
  return {
    node: pair.value,
    parent: node,
    pair,
    index,
    path: [...path, step],
    start,
    end: Math.max(endOf(pair) ?? start, colonOf(pair) ?? start),
  };
}

function itemAt(list: YAMLSeq, index: number, path: readonly Step[]): Placed | null {
  if (!(index in list.items)) return null;
  const node = list.items[index];
  const own = (node as Node | null)?.range?.[0];
  const start = dashOf(list, index) ?? own;
  if (start === undefined) return null;
  const end = Math.max(endOfNode(node) ?? start + 1, start + (list.flow ? 0 : 1));
  return { node, parent: list, pair: null, index, path: [...path, index], start, end };
}

/** Where the dash of an item stands; undefined in brackets. */
export function dashOf(list: YAMLSeq, index: number): number | undefined {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return undefined;
  return token.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
}

/** Where the value of a pair may begin: behind its colon. */
export function colonOf(pair: Pair): number | undefined {
  const token = pair.srcToken as CST.CollectionItem | undefined;
  const sign = token?.sep?.find(({ type }) => type === 'map-value-ind');
  return sign === undefined ? undefined : sign.offset + 1;
}

/** What the lexer puts before a text without quotes, which may begin with `#` in a block. */
const TEXT_FOLLOWS = '\u001f';

/** Every comment of a text, as it is written from its `#`. */
export function commentsIn(text: string, format: TextFormat = 'yaml'): readonly string[] {
  if (format === 'json') return [];
  const found: string[] = [];
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== TEXT_FOLLOWS) found.push(lexeme.trimEnd());
    before = lexeme;
  }
  return found;
}
