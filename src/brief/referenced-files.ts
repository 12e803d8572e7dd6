/** The files that a brief names: annexes, libraries of sources, the edition before; all of them inside its folder. */

import { type Diagnostic, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { CONTROL_CHARACTER, controlCharacter } from '../syntax/construct.js';
import { decodeText } from '../syntax/decode.js';
import { LineIndex } from '../syntax/places.js';
import type { Annex, BriefContext, FileRead } from './brief.js';
import { isInside, outside } from './sense/rules.js';

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
  if (!isInside(path)) return failure([leavesFolder(field, path)]);
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

function leavesFolder(field: string, path: string): Diagnostic {
  const { code, message, hints } = outside(field, path);
  return error(code, message, { at: field, hints });
}

/** The hint for a path that only some systems find. */
export function onlyCaseDiffers(path: string): string {
  return `Did you mean \`${path}\`? Only the case of the letters differs, and that matters on most systems.`;
}

/** Why a file that a field names could not be read. */
export function unread(
  { reason, otherCase }: Extract<FileRead, { ok: false }>,
  path: string,
  field: string,
): Diagnostic {
  const named = `\`${field}\` names "${path}"`;
  // A path that was copied from Windows leads nowhere on other machines.
  if (path.includes('\\') && (reason === 'missing' || reason === 'outside'))
    return error('file-not-found', `${named}, with backslashes between its parts; expected /.`, {
      at: field,
      hints: [`Did you mean \`${path.replaceAll('\\', '/')}\`?`],
    });
  switch (reason) {
    case 'missing':
      return error('file-not-found', `${named}, and there is no such file.`, {
        at: field,
        hints: [otherCase === undefined ? 'Paths begin at the folder of the brief.' : onlyCaseDiffers(otherCase)],
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
