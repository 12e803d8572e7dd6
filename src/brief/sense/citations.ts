import { citedIn } from '../citation-keys.js';
import type { Field } from '../schema-walk.js';

/** A citation: the source's id, and where it is cited. */
export interface Cited {
  readonly field: string;
  readonly id: string;
  /** The annex in whose file it stands. */
  readonly annex?: number;
}

/** Every citation: in lists of sources, in prose, in the files of annexes. */
export function citationsOf(fields: readonly Field[], annexBodies: ReadonlyMap<number, string>): Cited[] {
  const inFields = fields.flatMap((field) => (field.definition === 'citation' ? citation(field) : inProse(field)));
  const inAnnexes = [...annexBodies].flatMap(([annex, body]) =>
    citedIn(body).map((id) => ({ field: `annexes[${annex}].file`, id, annex })),
  );
  return [...inFields, ...inAnnexes];
}

function citation({ path, value }: Field): Cited[] {
  if (typeof value === 'string') return [{ field: path, id: value }];
  const { source } = value as { readonly source: string };
  return [{ field: `${path}.source`, id: source }];
}

function inProse({ path, definition, value }: Field): Cited[] {
  if (definition !== 'prose' && definition !== 'block') return [];
  return textsOf(path, value).flatMap(({ field, text }) => citedIn(text).map((id) => ({ field, id })));
}

/** The strings of a text: itself, or one for each language. */
export function textsOf(path: string, value: unknown): { field: string; text: string; language: string | null }[] {
  if (typeof value === 'string') return [{ field: path, text: value, language: null }];
  const map = value as Readonly<Record<string, string>>;
  return Object.entries(map).map(([language, text]) => ({ field: `${path}.${language}`, text, language }));
}
