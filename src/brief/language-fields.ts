/** Languages that are named and not given as tags: `en_US`, `English (US)`, `norsk`. */

import { type Diagnostic, warning } from '../diagnostics/diagnostic.js';
import type { ParsedText } from '../syntax/parse.js';
import { fieldOf, markAt, rangeToShow, type Step } from '../syntax/places.js';
import { isMap } from '../syntax/values.js';
import { languageTag } from './references/language-tags.js';
import { fieldsOf } from './schema-walk.js';

interface Mended {
  readonly parsed: ParsedText;
  /** A warning for each language that was read as another tag than is written, or left out. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Edit {
  readonly steps: readonly Step[];
  /** The key to rename in the map at `steps`; without it, the value at `steps` is replaced. */
  readonly key?: string;
  /** `undefined`: the field is left out. */
  readonly tag: string | undefined;
}

/** Texts that may be in several languages. */
const TRANSLATED: ReadonlySet<string> = new Set(['prose', 'label', 'block', 'cell']);

/**
 * Reads every language of a brief as a BCP 47 tag: those of `languages`, quotations, translations and editions, and the
 * keys of texts. What names no language is left for the check of shape, but for that of a quotation, which may be left
 * out.
 */
export function withLanguageTags(parsed: ParsedText): Mended {
  const edits = fieldsOf(parsed.value).flatMap(({ steps, definition, value }): Edit[] => {
    if (definition === 'languageTag') return typeof value === 'string' ? editOf(steps, value) : [];
    return TRANSLATED.has(definition) && isMap(value) ? keyEdits(steps, value) : [];
  });
  if (edits.length === 0) return { parsed, diagnostics: [] };
  const value = structuredClone(parsed.value);
  for (const edit of edits) apply(value, edit);
  return { parsed: { ...parsed, value }, diagnostics: edits.map((edit) => warningOf(edit, parsed)) };
}

function editOf(steps: readonly Step[], written: string): Edit[] {
  if (isTag(written)) return [];
  const tag = languageTag(written) ?? undefined;
  if (tag !== undefined) return [{ steps, tag }];
  const isQuote = steps[0] === 'quotes' && steps.length === 3 && /^[\p{L}\s().,;_-]+$/u.test(written);
  return isQuote ? [{ steps, tag }] : [];
}

function keyEdits(steps: readonly Step[], map: Readonly<Record<string, unknown>>): Edit[] {
  const taken = new Set(Object.keys(map).map((key) => key.toLowerCase()));
  return Object.keys(map).flatMap((key): Edit[] => {
    const tag = isTag(key) ? null : languageTag(key);
    // A second text in one language would take the place of the first: the check of shape reports it.
    if (tag === null || taken.has(tag.toLowerCase())) return [];
    taken.add(tag.toLowerCase());
    return [{ steps, key, tag }];
  });
}

function isTag(text: string): boolean {
  try {
    return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

type Container = Record<Step, unknown>;

function apply(root: unknown, { steps, key, tag }: Edit): void {
  const [last = '', ...around] = steps.toReversed();
  const parent = around.toReversed().reduce<Container>((at, step) => at[step] as Container, root as Container);
  if (key === undefined) {
    if (tag === undefined) delete parent[last];
    else parent[last] = tag;
    return;
  }
  const entries = Object.entries(parent[last] as object);
  parent[last] = Object.fromEntries(entries.map(([name, text]) => [name === key ? tag : name, text]));
}

function warningOf({ steps, key, tag }: Edit, { mark, lines }: ParsedText): Diagnostic {
  const place = [...steps, ...(key === undefined ? [] : [key])];
  const found = markAt(mark, place).mark;
  const at = lines.place(key === undefined ? rangeToShow(found) : (found.key ?? rangeToShow(found)));
  const written = lines.text.slice(lines.offset(at.line, at.column), lines.offset(at.endLine, at.endColumn));
  const field = fieldOf(steps);
  const message =
    tag === undefined
      ? `\`${field}\` is ${written}, which is not a language; it is left out.`
      : `${written} in \`${field}\` is not a language tag; it is read as \`${tag}\`.`;
  const hint = tag === undefined ? 'Write a BCP 47 language tag, such as `en` or `sv`.' : `Write \`${tag}\`.`;
  return { ...warning('shape-format', message, { at, hints: [hint] }), field };
}
