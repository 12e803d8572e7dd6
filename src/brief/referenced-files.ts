/** The files that a brief names: annexes, libraries of sources, the edition before; all of them inside its folder. */

import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { leavesItsFolder, type Unread, unreadFile } from '../diagnostics/unread.js';
import { CONTROL_CHARACTER, controlCharacter } from '../syntax/construct.js';
import { decodeText } from '../syntax/decode.js';
import { LineIndex } from '../syntax/places.js';
import type { Annex, BriefContext } from './brief.js';

/**
 * The text of a file and its name for messages. A diagnostic about the path itself has only the field.
 * @param decode how its bytes become text; UTF-8 alone, where it is left out
 */
export function readReferenced(
  path: string,
  field: string,
  context: BriefContext,
  decode: (bytes: Uint8Array, file: string) => Outcome<string> = decodeText,
): Outcome<LineIndex> {
  if (leavesItsFolder(path)) return failure([unread({ ok: false, reason: 'outside' }, path, field)]);
  const read = context.readFile(path);
  if (!read.ok) return failure([unread(read, path, field)]);
  const file = referencedName(context.file, path);
  const text = decode(read.bytes, file);
  return text.ok ? success(new LineIndex(file, text.value), text.diagnostics) : text;
}

/** A file beside a brief, as messages name it. */
export function referencedName(briefFile: string, path: string): string {
  const slash = Math.max(briefFile.lastIndexOf('/'), briefFile.lastIndexOf('\\'));
  return `${briefFile.slice(0, slash + 1)}${path}`;
}

/** Why a file that a field names could not be read. */
export function unread(why: Unread, path: string, field: string): Diagnostic {
  return unreadFile(why, { subject: `\`${field}\` names "${path}", which`, path, at: field });
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
    const read = readReferenced(file, `annexes[${index}].file`, context);
    diagnostics.push(...read.diagnostics);
    if (!read.ok) return;
    const control = CONTROL_CHARACTER.exec(read.value.text);
    if (control) diagnostics.push(controlIn(read.value, control));
    bodies.set(index, read.value);
  });
  return { bodies, diagnostics };
}

const FRONT_MATTER =
  /^\uFEFF?---[ \t]*\r?\n(?:[\w-]+[ \t]*:(?:[ \t].*)?|[ \t#-].*|)(?:\r?\n(?:[\w-]+[ \t]*:(?:[ \t].*)?|[ \t#-].*|))*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/;

/**
 * An annex without the front matter that an editor or a site generator keeps at its head: it is about the file, not of
 * it. Blanks take its place, so that everything after it stays where it was.
 */
export function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\r\n]/g, ' '));
}

function controlIn(lines: LineIndex, match: RegExpExecArray): Diagnostic {
  const { range, code, message, hints = [] } = controlCharacter(match[0].charCodeAt(0), [match.index, match.index + 1]);
  return error(code, message, { at: lines.place(range), hints });
}
