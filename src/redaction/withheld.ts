import type { Brief, LoadedBrief } from '../brief/brief.js';
import { SECTION_PLACES } from '../brief/schema/document.js';
import { briefSchema } from '../brief/schema/schema.js';
import { formatOf } from '../brief/write.js';

/** A text of the whole brief that the redacted one does not have, and its place. */
export interface WithheldText {
  readonly field: string;
  readonly text: string;
  /** Whether it is the name of a person. */
  readonly isPerson?: boolean;
}

/**
 * Every text that was left out: of fields and annex files, of the author's comments, and of the edition before, which
 * was not redacted for these readers. Words of the format itself (`likely`, `draft`) and bare dates reveal nothing and
 * are not included.
 */
export function withheldTexts(whole: LoadedBrief, redaction: Brief): readonly WithheldText[] {
  const kept = new Set(textsIn(redaction, '').map(({ text }) => text));
  const annexes = [...whole.annexBodies].map(([index, text]) => ({ field: `annexes[${index}].file`, text }));
  const all = [...textsIn(whole.brief, ''), ...annexes, ...commentsIn(whole), ...textsBefore(whole)];
  return all.filter(({ text }) => !kept.has(text) && !formatWords().has(text) && !isDate(text));
}

/** Every text of a brief. */
export function shownTexts(brief: Brief): readonly string[] {
  return textsIn(brief, '').map(({ text }) => text);
}

function textsIn(value: unknown, field: string, isPerson = false): WithheldText[] {
  if (typeof value === 'string') return [{ field, text: value, ...(isPerson && { isPerson }) }];
  if (typeof value === 'number') return isTelling(value) ? [{ field, text: String(value) }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...Object.entries(value).flatMap(([key, inner]) =>
      textsIn(inner, field === '' ? key : `${field}.${key}`, isPerson || namesPerson(key, value)),
    ),
    ...cslName(value, field),
  ];
}

/** A shorter number is in too many documents to be looked for. */
function isTelling(number: number): boolean {
  return String(number).replace(/\D/g, '').length >= 5;
}

/** Fields that name a person, unless the record says that it names something else. */
function namesPerson(key: string, { kind = 'person' }: { readonly kind?: unknown }): boolean {
  return ['name', 'speaker', 'translator'].includes(key) && kind === 'person';
}

/** The name of an author, given in separate fields, as one text. */
function cslName(
  { family, given }: { readonly family?: unknown; readonly given?: unknown },
  field: string,
): WithheldText[] {
  if (typeof family !== 'string' || typeof given !== 'string') return [];
  return [{ field: `${field}.family`, text: `${given} ${family}`, isPerson: true }];
}

function textsBefore({ superseded }: LoadedBrief): readonly WithheldText[] {
  if (superseded === undefined) return [];
  const texts = [...shownTexts(superseded.brief), ...superseded.annexBodies.values()];
  return texts.map((text) => ({ field: 'supersedes.file', text }));
}

/** What follows `#` in a line of YAML. A heading in prose looks the same; it is then included twice, which does no harm. */
function commentsIn({ file, text }: LoadedBrief): WithheldText[] {
  if (formatOf(file) === 'json') return [];
  return text.split('\n').flatMap((line, index) => {
    const comment = /(?:^|\s)#+\s*(\S.*)$/.exec(line)?.[1];
    return comment === undefined ? [] : [{ field: `the comment in line ${index + 1}`, text: comment }];
  });
}

function isDate(text: string): boolean {
  return /^[12]\d{3}(?:-\d{2}){0,2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
}

let found: ReadonlySet<string> | null = null;

/** Looked up in the schema when an edition asks for them: most briefs that are built are whole. */
function formatWords(): ReadonlySet<string> {
  found ??= new Set([...enumsIn(briefSchema), ...SECTION_PLACES]);
  return found;
}

function enumsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(enumsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) =>
    key === 'enum' && Array.isArray(inner) ? inner.map(String) : key === 'examples' ? [] : enumsIn(inner),
  );
}
