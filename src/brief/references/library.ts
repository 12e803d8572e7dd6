/** A library of sources: a file in CSL-JSON, BibTeX (biblatex) or RIS, read entry by entry. */
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  success,
  warning,
  wholeFile,
} from '../../diagnostics/diagnostic.js';
import { CONTROL_CHARACTER } from '../../syntax/construct.js';
import { decodeText } from '../../syntax/decode.js';
import { parseText } from '../../syntax/parse.js';
import type { LineIndex } from '../../syntax/places.js';
import type { BriefContext } from '../brief.js';
import { readReferenced } from '../referenced-files.js';
import { briefSchema } from '../schema/schema.js';
import { readBibtex } from './bibtex.js';
import { readCslJson } from './csl-json.js';
import type { ReferenceEntry, References, UnreadEntry } from './entry.js';
import { readRis } from './ris.js';

export interface Library {
  readonly lines: LineIndex;
  readonly entries: readonly ReferenceEntry[];
  /** Entries that could not be read. */
  readonly problems: readonly UnreadEntry[];
}

/**
 * Reads a library: `path` and `field` as the brief has them. It fails where nothing in it can be read; that an entry
 * cannot be read is for those to know who cite it.
 */
export function readLibrary(path: string, field: string, context: BriefContext): Outcome<Library> {
  const isJson = /\.json$/i.test(path);
  const read = readReferenced(path, field, context, isJson ? decodeText : decodeLibrary);
  if (!read.ok) return read;
  if (isJson) return readJson(read.value);
  const { entries, problems } = /\.bib$/i.test(path) ? readBibtex(text(read.value)) : readRis(text(read.value));
  if (entries.length === 0 && problems.length > 0)
    return failure(problems.map((problem) => unreadEntry(problem, read.value)));
  return success({ lines: read.value, entries: entries.map(withKnownFields), problems }, read.diagnostics);
}

/** Abstracts copied from PDFs hold control characters; each becomes one blank, so places stay true. */
function text({ text: written }: LineIndex): string {
  return written.replace(new RegExp(CONTROL_CHARACTER, 'gu'), ' ');
}

export function unreadEntry({ range, message, hint }: UnreadEntry, lines: LineIndex): Diagnostic {
  return error('syntax-references', message, { at: lines.place(range), hints: [hint] });
}

function readJson(lines: LineIndex): Outcome<Library> {
  const parsed = parseText(lines.text, lines.file, 'json');
  if (!parsed.ok) return parsed;
  const entries = readCslJson(parsed.value.value, parsed.value.mark);
  if (entries === null) return failure([notAList(lines)]);
  return success({ lines: parsed.value.lines, entries: entries.map(withKnownFields), problems: [] });
}

const FIELDS: ReadonlySet<string> = new Set(Object.keys(briefSchema.$defs.source.properties));

/** Reference managers write fields of their own into what they export; that is not a mistake. */
function withKnownFields(entry: References['entries'][number]): ReferenceEntry {
  const known = Object.entries(entry.source).filter(([name]) => FIELDS.has(name));
  return { ...entry, source: Object.fromEntries(known) };
}

function notAList(lines: LineIndex): Diagnostic {
  return error('shape-type', `${lines.file} is not a list of sources in CSL-JSON.`, {
    at: lines.place([0, 1]),
    hints: ['[{ "id": "press-0903", "type": "article-newspaper", "title": "Report on the visit" }]'],
  });
}

/** The encodings that libraries are written in besides UTF-8, by the names that JabRef and BibDesk give them. */
const ENCODINGS: Readonly<Record<string, string>> = {
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  ansinew: 'windows-1252',
  latin1: 'windows-1252',
  iso8859_1: 'windows-1252',
  macroman: 'macintosh',
};

/**
 * The text of a library in the encoding that it declares (`% Encoding: Cp1252`), in UTF-16 with a byte order mark, or in
 * UTF-8. Anything else is read as Windows-1252, which old programs write without saying so; a warning tells the user.
 */
function decodeLibrary(bytes: Uint8Array, file: string): Outcome<string> {
  const asUtf8 = decodeText(bytes, file);
  if (asUtf8.ok || asUtf8.diagnostics.some(({ code }) => code !== 'syntax-encoding')) return asUtf8;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return decodeText(new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), file);
  // Zero bytes, or the signature of another kind of file.
  if (!/another encoding/.test(asUtf8.diagnostics[0]?.message ?? '')) return asUtf8;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1000));
  const [, declared = ''] = /^\s*%+\s*Encoding:\s*(\S+)/im.exec(head) ?? [];
  const decoder = decoderOf(declared);
  const found = decodeText((decoder ?? new TextDecoder('windows-1252')).decode(bytes), file);
  if (!found.ok || decoder !== null) return found;
  const message = 'The file is not in UTF-8 and does not say what it is in; it was read as Windows-1252.';
  return success(found.value, [
    warning('syntax-encoding', message, { at: wholeFile(file), hints: ['Save it again in UTF-8.'] }),
  ]);
}

function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
  const label = ENCODINGS[name.toLowerCase().replaceAll('-', '_')] ?? name;
  if (label === '' || /^utf/i.test(label)) return null;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}
