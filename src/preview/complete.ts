import { fieldsUnder, formatFields, formatPath } from '../brief/schema-fields.js';
import { isMap } from '../syntax/values.js';
import type { Completion, CompletionOption } from './protocol-editing.js';

const NOTHING = (offset: number): Completion => ({ from: offset, to: offset, options: [] });

/**
 * What may stand at a place of a brief in YAML: fields that are not there yet, the words of closed lists, the ids of its
 * sources. The lines above decide where the place is, by how far they are indented, so that a text which cannot be read
 * yet is completed all the same.
 */
export function completionAt(text: string, offset: number, sources: readonly Source[]): Completion {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  const cited = /\[@([^\s\]@;,]*)$/.exec(before) ?? /;\s*@([^\s\]@;,]*)$/.exec(before);
  if (cited !== null) return { from: offset - (cited[1]?.length ?? 0), to: offset, options: sources.map(sourceOption) };
  const lines = text.slice(0, start).split('\n');
  const [, indent = '', dashes = '', key, value = ''] =
    /^([ \t]*)((?:-[ \t]+)*)(?:([A-Za-z][\w-]*):[ \t]+)?(.*)$/.exec(before) ?? [];
  if (/(?:^|\s)#/.test(before)) return NOTHING(offset);
  const column = indent.length + dashes.length;
  const path = pathAbove(lines, column, dashes.length > 0 ? indent.length : null);
  if (key !== undefined) return valuesAt([...path, key], value, { offset, sources });
  if (dashes.length > 0 && isOfTexts(path)) return valuesAt(path, value, { offset, sources });
  if (!/^[A-Za-z-]*$/.test(value)) return NOTHING(offset);
  const there = fieldsBeside(text, offset, column);
  const options = fieldsUnder(formatPath(path))
    .filter(({ name }) => !there.has(name))
    .map(({ name, schema, isRequired }): CompletionOption => {
      const detail = `${schema.title ?? ''}${isRequired ? ' (required)' : ''}`;
      return { label: name, apply: `${name}: `, kind: 'field', detail, info: schema.description ?? '' };
    });
  return { from: offset - value.length, to: wordEnd(text, offset), options };
}

export interface Source {
  readonly id: string;
  readonly title: string;
}

interface Spot {
  readonly offset: number;
  readonly sources: readonly Source[];
}

function valuesAt(path: readonly string[], typed: string, { offset, sources }: Spot): Completion {
  const wanted = path.join('.');
  const field = formatFields().find((each) => each.path === wanted);
  const word = /[^\s,[\]{}"']*$/.exec(typed)?.[0] ?? '';
  const at = { from: offset - word.length, to: offset };
  if (field === undefined) return { ...at, options: [] };
  const { schema, item } = field;
  const isCitation = [schema.$ref, item?.$ref, schema.items?.$ref].some((ref) => /citation|sourceId/.test(ref ?? ''));
  if (isCitation || /(?:^|\.)(?:sources|source)$/.test(wanted.replace(/^sources$/, ''))) {
    return { ...at, options: sources.map(sourceOption) };
  }
  const words = schema.enum ?? item?.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  return { ...at, options: words.map((each) => ({ label: String(each), kind: 'value' })) };
}

function isOfTexts(path: readonly string[]): boolean {
  const field = formatFields().find((each) => each.path === path.join('.'));
  return field?.item != null && fieldsUnder(field.path).every(({ name }) => name === 'source' || name === 'locator');
}

function sourceOption({ id, title }: Source): CompletionOption {
  return { label: id, kind: 'source', detail: title };
}

/** The names of what the place is in, from the outside. A list may stand in the column of its name. */
function pathAbove(lines: readonly string[], column: number, dash: number | null): readonly string[] {
  const path: string[] = [];
  let limit = dash ?? column;
  let isList = dash !== null;
  for (const line of lines.toReversed()) {
    const [, indent = '', dashes = '', key] =
      /^([ \t]*)((?:-[ \t]+)*)(?:["']?([A-Za-z][\w-]*)["']?:(?:\s|$))?/.exec(line) ?? [];
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const own = indent.length + dashes.length;
    const isAbove = own < limit || (isList && own === limit && dashes === '');
    if (key !== undefined && isAbove) {
      path.unshift(key);
      limit = indent.length;
      isList = dashes !== '';
    } else if (dashes !== '' && indent.length < limit) {
      limit = indent.length;
      isList = true;
    }
    if (limit === 0 && !isList) break;
  }
  return path;
}

/** The fields of the same map: lines in the same column, up to one that is further left. */
function fieldsBeside(text: string, offset: number, column: number): ReadonlySet<string> {
  const names = new Set<string>();
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset) === -1 ? text.length : text.indexOf('\n', offset);
  const collect = (lines: readonly string[], isUp: boolean) => {
    for (const line of lines) {
      const [, indent = '', dashes = '', key] =
        /^([ \t]*)((?:-[ \t]+)*)(?:["']?([A-Za-z][\w-]*)["']?:)?/.exec(line) ?? [];
      if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
      const own = indent.length + dashes.length;
      if (own < column || (dashes !== '' && !isUp && own === column)) return;
      if (own === column && key !== undefined) names.add(key);
      if (own === column && dashes !== '') return;
    }
  };
  const isFirst = /^[ \t]*-/.test(text.slice(start, offset));
  if (!isFirst) collect(text.slice(0, start).split('\n').toReversed(), true);
  collect(text.slice(end + 1).split('\n'), false);
  return names;
}

function wordEnd(text: string, offset: number): number {
  return offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** The sources of a text, as far as it can be read: by their lines where it cannot. */
export function sourcesIn(data: unknown, text: string): readonly Source[] {
  const listed = isMap(data) ? data.sources : undefined;
  if (Array.isArray(listed)) {
    return listed.flatMap((each: unknown) =>
      isMap(each) && typeof each.id === 'string' ? [{ id: each.id, title: titleOf(each.title) }] : [],
    );
  }
  const part = /^sources:[ \t]*\n([\s\S]*?)(?:^\S|$(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return [...part.matchAll(/^[ \t]*-[ \t]+id:[ \t]*["']?([^\s"']+)/gm)].map(([, id = '']) => ({ id, title: '' }));
}

function titleOf(title: unknown): string {
  if (typeof title === 'string') return title;
  return isMap(title) ? String(Object.values(title)[0] ?? '') : '';
}
