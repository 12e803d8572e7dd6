/** Values in a brief by their paths, and changes of them, made as the server makes them in the text. */
import type { FieldChange, Path } from '../../preview/protocol-editing.js';
import { isMap } from '../../syntax/values.js';

export type Group = Readonly<Record<string, unknown>>;

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value: unknown, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
    return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}

/** The value with one change made; what is not on the way stays the same object. */
export function changed(value: unknown, { path, ...change }: FieldChange): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return 'value' in change ? change.value : value;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    if (rest.length > 0) list[step] = changed(list[step], { ...change, path: rest } as FieldChange);
    else if (change.op === 'set') list[step] = change.value;
    else if (change.op === 'insert') list.splice(step, 0, change.value);
    else if (change.op === 'remove') list.splice(step, 1);
    else list.splice(change.to, 0, ...list.splice(step, 1));
    return list;
  }
  const { [step]: old, ...others } = isMap(value) ? value : ({} as Group);
  if (rest.length === 0 && change.op === 'remove') return others;
  const next =
    rest.length > 0 ? changed(old, { ...change, path: rest } as FieldChange) : 'value' in change ? change.value : old;
  return isMap(value) ? { ...value, [step]: next } : { [step]: next };
}

/** Whether nothing was written: an empty text, list or group, or one of such. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object') return Object.values(value).every(isEmpty);
  return false;
}

/** The value without what is empty in it, at any depth; undefined where nothing is left. */
export function withoutEmpty(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((each) => each !== undefined);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const left = withoutEmpty(each);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}

/** An id from words: lower-case letters and digits joined by hyphens, and none that is taken. */
export function idFrom(text: string, taken: readonly string[]): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const words = letters.split('-').filter(Boolean).slice(0, 5).join('-').slice(0, 60) || 'item';
  let id = words;
  for (let number = 2; taken.includes(id); number += 1) id = `${words}-${number}`;
  return id;
}
