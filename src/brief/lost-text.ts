/** What a brief loses in silence between its file and its values, where the schema says that a text was meant. */
import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.js';
import { lostWords } from '../syntax/cut.js';
import type { ParsedText } from '../syntax/parse.js';
import { fieldOf, type LineIndex, type Mark, rangeToShow, type Step } from '../syntax/places.js';
import { type SchemaPart, schemaAt, unlessNull } from './schema-walk.js';
import { typesOf } from './shape-words.js';

/**
 * Texts that a comment cuts off, numbers that are not printed as they are written, and paragraphs that are folded into
 * one. The values alone would not show any of it.
 */
export function lostText({ mark, lines }: ParsedText, value: unknown): Diagnostic[] {
  const found = lostIn({ mark, value, steps: [], inBlock: false }, lines);
  // An alias repeats a text, and its loss.
  const seen = new Set<string>();
  return found.filter(({ place, message }) => {
    const key = `${place?.line}:${place?.column}:${message.slice(-40)}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface Found {
  readonly mark: Mark;
  readonly value: unknown;
  readonly steps: readonly Step[];
  /** Whether it is a text in one of the languages of a long text. */
  readonly inBlock: boolean;
}

function lostIn({ mark, value, steps, inBlock }: Found, lines: LineIndex): Diagnostic[] {
  const schema = schemaAt(steps);
  if (schema === null) return [];
  const isBlock = schema.$ref === '#/$defs/block';
  const child = (step: Step, inner: Mark): Diagnostic[] => {
    const content = (value as Readonly<Record<Step, unknown>> | null)?.[step];
    return lostIn({ mark: inner, value: content, steps: [...steps, step], inBlock: isBlock }, lines);
  };
  if (mark.items) return mark.items.flatMap((item, index) => child(index, item));
  if (mark.fields) return [...mark.fields].flatMap(([name, inner]) => child(name, inner));
  const written = lines.text.slice(...mark.value);
  if (value === null && unlessNull(schema) !== undefined)
    return written === '' ? [emptied(fieldOf(steps), mark, lines)] : [];
  const text: Text = { field: fieldOf(steps), value, mark, written, lines };
  if (isNameInFigure(steps)) return changedNumber(text, schema);
  if (!isFreeText(schema)) return [];
  return [...cutOff(text), ...changedNumber(text, schema), ...(isBlock || inBlock ? folded(text) : [])];
}

interface Text {
  readonly field: string;
  readonly value: unknown;
  readonly mark: Mark;
  /** As its file has it. */
  readonly written: string;
  readonly lines: LineIndex;
}

/** The name of a row: `1.10` is an article of a law there, and not 1.1. */
function isNameInFigure([list, , part, , column]: readonly Step[]): boolean {
  return list === 'figures' && part === 'rows' && column === 0;
}

/** Text that people write as they like; ids, dates and words from a list may have a comment behind them. */
function isFreeText(schema: SchemaPart): boolean {
  return typesOf(schema).includes('string') && (schema.pattern === '\\S' || schema.$ref === '#/$defs/filePath');
}

/** An unfinished line would leave out a field that readers need. */
function emptied(field: string, mark: Mark, lines: LineIndex): Diagnostic {
  const hints = ['Write a text for this edition, or `null` if the edition leaves the field out.'];
  return { ...error('shape-type', `\`${field}\` is empty.`, { at: lines.place(rangeToShow(mark)), hints }), field };
}

function cutOff({ field, value, mark, lines }: Text): Diagnostic[] {
  const lost = lostWords(`\`${field}\``, mark, { value, text: lines.text });
  if (lost === null) return [];
  const { at, message, hints } = lost;
  return [{ ...error('syntax-lost-text', message, { at: lines.place(at), hints }), field }];
}

/** `1.10` is the number 1.1, and `007` is 7. */
function changedNumber({ field, value, mark, written, lines }: Text, schema: SchemaPart): Diagnostic[] {
  if (typeof value !== 'number' || !typesOf(schema).includes('number') || written === String(value)) return [];
  return [
    {
      ...error('syntax-lost-text', `\`${field}\` is written ${written}, which is the number ${value} to YAML.`, {
        at: lines.place(mark.value),
        hints: [`Write it in quotes: "${written}".`],
      }),
      field,
    },
  ];
}

const PARAGRAPHS = /\n(?:[ \t]*\r?\n)+/;
const LIST_LINE = /^[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6}|\|)[ \t]/gm;

/** Folding makes of an empty line a line end, and of a line end a space: Markdown sees a single paragraph. */
function folded({ field, value, mark, written, lines }: Text): Diagnostic[] {
  if (typeof value !== 'string' || !written.includes('\n') || written.startsWith('|')) return [];
  const body = written.replace(/^[>"'][^\n]*\n(?=[\s\S])/, (header) => (header.startsWith('>') ? '' : header));
  const hasFewer = (pattern: RegExp) => value.trim().split(pattern).length < body.trim().split(pattern).length;
  const lost = hasFewer(PARAGRAPHS) ? 'paragraphs' : hasFewer(LIST_LINE) ? 'lines' : null;
  if (lost === null) return [];
  return [
    {
      ...warning('syntax-folded-text', `\`${field}\` has several ${lost}, which YAML folds into one.`, {
        at: lines.place([mark.value[0], mark.value[0] + 1]),
        hints: ['Write the text after |, on lines of its own: every line stays as it is.'],
      }),
      field,
    },
  ];
}
