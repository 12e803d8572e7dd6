import type { RecordShape, Shape } from '../../edition/shape.js';
import { flag, number } from '../../edition/shape.js';

/** A value as the checker knows it: its shape and, for a string written in the template, the string. */
export interface Known {
  readonly shape: Shape;
  readonly literal?: string;
}

/** What a name means at one point of a template. */
export interface Scope {
  readonly context: Known;
  /** The scope that `../` leads to; null at the root of a template or partial. */
  readonly parent: Scope | null;
  /** `{{#each x as |name|}}` */
  readonly blockParams: ReadonlyMap<string, Known>;
  /** Names given to a partial: `{{> partial name=value}}`. */
  readonly given: ReadonlyMap<string, Known>;
  readonly inLoop: boolean;
}

export function rootScope(context: Known, given: ReadonlyMap<string, Known> = new Map()): Scope {
  return { context, parent: null, blockParams: new Map(), given, inLoop: false };
}

export function innerScope(parent: Scope, context: Known, params: readonly [string, Known][], inLoop: boolean): Scope {
  return { context, parent, blockParams: new Map([...parent.blockParams, ...params]), given: new Map(), inLoop };
}

/** Names bound by `as |…|` where the context stays the same. */
export function boundScope(scope: Scope, params: readonly [string, Known][]): Scope {
  return { ...scope, blockParams: new Map([...scope.blockParams, ...params]) };
}

export type Found =
  | { readonly kind: 'found'; readonly value: Known }
  | { readonly kind: 'missing'; readonly name: string; readonly within: string; readonly names: readonly string[] };

type Path = Pick<hbs.AST.PathExpression, 'data' | 'depth' | 'parts' | 'original'>;

/** What a path such as `../title`, `from.name`, `@index` or a block parameter leads to. */
export function resolve(path: Path, scope: Scope, root: RecordShape): Found {
  if (path.data) return resolveData(path, scope, root);
  const [first, ...rest] = path.parts;
  const bound = first === undefined || path.depth > 0 ? undefined : scope.blockParams.get(first);
  if (bound !== undefined && isBare(path)) return follow(bound, rest);
  let at: Scope = scope;
  for (let depth = path.depth; depth > 0; depth--) {
    if (at.parent === null)
      return { kind: 'missing', name: path.original, within: 'anything: there is no level above', names: [] };
    at = at.parent;
  }
  const given = first === undefined ? undefined : at.given.get(first);
  if (given !== undefined) return follow(given, rest);
  return follow(at.context, path.parts, [...at.given.keys(), ...scope.blockParams.keys()]);
}

/** `this.x` and `./x` are never a block parameter. */
function isBare(path: Path): boolean {
  return !path.original.startsWith('this') && !path.original.startsWith('.');
}

function resolveData(path: Path, scope: Scope, root: RecordShape): Found {
  const [name = '', ...rest] = path.parts;
  if (name === 'root') return follow({ shape: root }, rest);
  const loop: Readonly<Record<string, Shape>> = {
    index: number('place in the list, from 0'),
    first: flag('the first of the list'),
    last: flag('the last of the list'),
  };
  const shape = scope.inLoop ? loop[name] : undefined;
  if (shape !== undefined) return follow({ shape }, rest);
  const names = ['@root', ...(scope.inLoop ? ['@index', '@first', '@last'] : [])];
  return { kind: 'missing', name: `@${name}`, within: 'what a template may ask for here', names };
}

function follow(start: Known, parts: readonly string[], alsoNamed: readonly string[] = []): Found {
  let at = start;
  for (const [i, part] of parts.entries()) {
    const next = step(at.shape, part);
    if (next === null) {
      const names = [...fieldNames(at.shape), ...(i === 0 ? alsoNamed : [])];
      return { kind: 'missing', name: part, within: describe(at.shape), names };
    }
    at = { shape: next };
  }
  return { kind: 'found', value: at };
}

function step(shape: Shape, part: string): Shape | null {
  if (shape.kind === 'record') return Object.hasOwn(shape.fields, part) ? (shape.fields[part] ?? null) : null;
  if (shape.kind === 'list') {
    if (part === 'length') return number('how many');
    return /^\d+$/.test(part) ? shape.of : null;
  }
  return null;
}

export function fieldNames(shape: Shape): readonly string[] {
  return shape.kind === 'record' ? Object.keys(shape.fields) : [];
}

/** What a value is, in the words of a message. */
export function describe(shape: Shape): string {
  switch (shape.kind) {
    case 'record':
      return shape.name === 'edition' ? 'the brief' : `a ${shape.name}`.replace(/^a ([aeio])/, 'an $1');
    case 'list':
      return 'a list';
    case 'text':
      return 'a text';
    case 'date':
      return 'a date';
    case 'likelihood':
      return 'a likelihood';
    case 'citation':
      return 'a citation';
    case 'word':
      return 'a word';
    case 'number':
      return 'a number';
    case 'flag':
      return 'a yes or no';
  }
}
