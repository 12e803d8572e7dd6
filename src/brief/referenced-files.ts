/** The files that a brief names: annexes and lists of sources, all of them inside its folder. */

import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { CONTROL_CHARACTER, controlCharacter } from '../syntax/construct.js';
import { decodeText } from '../syntax/decode.js';
import { MAX_PROBLEMS, parseText } from '../syntax/parse.js';
import { LineIndex, type Mark } from '../syntax/places.js';
import type { Annex, BriefContext, FileRead, Source } from './brief.js';
import { readBibtex } from './references/bibtex.js';
import { readRis } from './references/ris.js';
import { briefSchema } from './schema/schema.js';
import { isInside, outside } from './sense/rules.js';
import { checkShape } from './shape.js';
import { validateSource } from './validate.generated.js';

/** A source, and where it stands: in the brief, or in a file of sources. */
export interface PlacedSource {
  readonly source: Source;
  readonly mark: Mark;
  readonly lines: LineIndex;
}

/** The text of a file and its name for messages. A diagnostic about the path itself has only the field. */
export function readNeighbour(path: string, field: string, context: BriefContext): Outcome<LineIndex> {
  if (!isInside(path)) return failure([leavesFolder(field, path)]);
  const read = context.readFile(path);
  if (!read.ok) return failure([unread(read.reason, path, field)]);
  const file = neighbourName(context.file, path);
  const text = decodeText(read.bytes, file);
  return text.ok ? success(new LineIndex(file, text.value)) : text;
}

/** A file beside a brief, as messages name it. */
export function neighbourName(briefFile: string, path: string): string {
  const slash = Math.max(briefFile.lastIndexOf('/'), briefFile.lastIndexOf('\\'));
  return `${briefFile.slice(0, slash + 1)}${path}`;
}

function leavesFolder(field: string, path: string): Diagnostic {
  const { code, message, hint } = outside(field, path);
  return error(code, message, { at: field, hints: [hint] });
}

/** Why a file that a field names could not be read. */
export function unread(reason: Extract<FileRead, { ok: false }>['reason'], path: string, field: string): Diagnostic {
  const named = `\`${field}\` names "${path}"`;
  switch (reason) {
    case 'missing':
      return error('file-not-found', `${named}, and there is no such file.`, {
        at: field,
        hints: ['Paths begin at the folder of the brief.'],
      });
    case 'outside':
      return leavesFolder(field, path);
    case 'unreadable':
      return error('file-unreadable', `${named}, which cannot be read.`, { at: field });
    case 'too-large':
      return error('file-too-large', `${named}, which is over 10 MB.`, { at: field });
  }
}

/** The text of each annex that is a file. */
export function readAnnexes(
  annexes: readonly Annex[],
  context: BriefContext,
): { bodies: Map<number, LineIndex>; diagnostics: Diagnostic[] } {
  const bodies = new Map<number, LineIndex>();
  const diagnostics: Diagnostic[] = [];
  annexes.forEach(({ file }, index) => {
    if (file === undefined) return;
    const read = readNeighbour(file, `annexes[${index}].file`, context);
    diagnostics.push(...read.diagnostics);
    if (!read.ok) return;
    const control = CONTROL_CHARACTER.exec(read.value.text);
    if (control) diagnostics.push(controlIn(read.value, control));
    bodies.set(index, read.value);
  });
  return { bodies, diagnostics };
}

function controlIn(lines: LineIndex, match: RegExpExecArray): Diagnostic {
  const { range, code, message, hint } = controlCharacter(match[0].charCodeAt(0), [match.index, match.index + 1]);
  return error(code, message, { at: lines.place(range), hints: [hint] });
}

/** Reads a file of sources: `path` as the brief has it, `first` the number that its first source gets. */
export function readSources(
  path: string,
  field: string,
  first: number,
  context: BriefContext,
): Outcome<PlacedSource[]> {
  const read = readNeighbour(path, field, context);
  if (!read.ok) return read;
  const found = /\.json$/i.test(path) ? readCslJson(read.value) : readReferences(read.value, /\.bib$/i.test(path));
  if (!found.ok) return found;
  const diagnostics: Diagnostic[] = [];
  const sources = found.value.map(({ source: item, mark, lines }, index): PlacedSource => {
    const source = knownFields(item);
    diagnostics.push(...checkShape({ value: source, mark, lines, within: ['sources', first + index] }, validateSource));
    return { source: source as Source, mark, lines };
  });
  return diagnostics.length > 0 ? failure(diagnostics) : success(sources);
}

interface FoundSource {
  readonly source: unknown;
  readonly mark: Mark;
  readonly lines: LineIndex;
}

function readCslJson({ text, file }: LineIndex): Outcome<FoundSource[]> {
  const parsed = parseText(text, file, 'json');
  if (!parsed.ok) return parsed;
  const { value, mark, lines } = parsed.value;
  if (!Array.isArray(value)) return failure([noList(lines)]);
  return success(value.map((source: unknown, index) => ({ source, mark: mark.items?.[index] ?? mark, lines })));
}

function readReferences(lines: LineIndex, isBibtex: boolean): Outcome<FoundSource[]> {
  const control = CONTROL_CHARACTER.exec(lines.text);
  if (control) return failure([controlIn(lines, control)]);
  const { entries, problems } = isBibtex ? readBibtex(lines.text) : readRis(lines.text);
  const diagnostics = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ range, code, message, hint }) => error(code, message, { at: lines.place(range), hints: [hint] }));
  return diagnostics.length > 0 ? failure(diagnostics) : success(entries.map((entry) => ({ ...entry, lines })));
}

const FIELDS: readonly string[] = Object.keys(briefSchema.$defs.source.properties);

/** Reference managers write fields of their own, and empty ones, into what they export: neither is a mistake. */
function knownFields(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([name, value]) => FIELDS.includes(name) && value !== ''));
}

function noList(lines: LineIndex): Diagnostic {
  return error('shape-type', `${lines.file} holds no list; expected a list of sources in CSL-JSON.`, {
    at: lines.place([0, 1]),
    hints: ['[{ "id": "press-0903", "type": "article-newspaper", "title": "Report on the visit" }]'],
  });
}
