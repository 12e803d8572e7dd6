/** Files that another file names: where they may lie, and why one was not read, in the same words everywhere. */

import type { DiagnosticCode } from './codes.js';
import { type Details, type Diagnostic, error, meantHint } from './diagnostic.js';

/** What reading a file that another one names can give. */
export type FileRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'outside' | 'unreadable' | 'too-large';
      /** A path that is there, and differs from the missing one in the case of its letters alone. */
      readonly otherCase?: string;
    };

export type Unread = Extract<FileRead, { ok: false }>;
type Reason = Unread['reason'];

/** Completes "… cannot be read: "; what is outside is outside a folder, which follows. */
export const WHY_UNREAD = {
  missing: 'there is no such file',
  outside: 'it is outside',
  unreadable: 'it is not a file that you may read',
  'too-large': 'it is too large',
} as const satisfies Record<Reason, string>;

const CODES: Readonly<Record<Reason, DiagnosticCode>> = {
  missing: 'file-not-found',
  outside: 'file-outside-folder',
  unreadable: 'file-unreadable',
  'too-large': 'file-too-large',
};

const HINTS: Readonly<Record<Reason, string>> = {
  missing: 'Its path is relative to the folder of the brief.',
  outside: 'Copy the file into that folder, and name it from there, without .. and without a leading /.',
  unreadable: 'Name a file, and check that you are allowed to read it.',
  'too-large': 'Make it smaller.',
};

/** The file that was not read, as the message about it names it. */
export interface NamedFile {
  /** The beginning of the sentence, up to "cannot be read": "The picture `map.png`". */
  readonly subject: string;
  /** Its path, as it is written. */
  readonly path: string;
  readonly at?: Details['at'];
  /** The folder that it has to be in. */
  readonly folder?: string;
  /** Where other codes and hints fit better than those of any file. */
  readonly codes?: Partial<Record<Reason, DiagnosticCode>>;
  readonly hints?: Partial<Record<Reason, string>>;
}

/** Says that a file was not read, and why. */
export function unreadFile({ reason, otherCase }: Unread, file: NamedFile): Diagnostic {
  const { subject, path, at, folder = 'the folder of the brief', codes, hints } = file;
  const codeOf = (each: Reason) => codes?.[each] ?? CODES[each];
  // A path that was copied from Windows leads nowhere on other machines.
  if (path.includes('\\') && (reason === 'missing' || reason === 'outside')) {
    const hint = meantHint(path.replaceAll('\\', '/'));
    const why = 'the parts of its path are separated by backslashes, not by /';
    return error(codeOf('missing'), `${subject} cannot be read: ${why}.`, { at, hints: [hint] });
  }
  const hint = otherCase === undefined ? (hints?.[reason] ?? HINTS[reason]) : onlyCaseDiffers(otherCase);
  const why = reason === 'outside' ? `${WHY_UNREAD.outside} ${folder}` : WHY_UNREAD[reason];
  return error(codeOf(reason), `${subject} cannot be read: ${why}.`, { at, hints: [hint] });
}

/** The hint for a path that only some systems find. */
function onlyCaseDiffers(path: string): string {
  return `${meantHint(path)} Only the case of the letters differs, and that matters on most systems.`;
}

/**
 * Whether a path leads out of its folder by its spelling alone, on any system: a brief that is safe here must be safe on
 * the desk of whoever gets it next. So drive letters, backslashes and addresses are outside on Linux too, and so is what
 * only becomes `..` once it is percent-decoded.
 */
export function leavesItsFolder(path: string): boolean {
  return [path, decoded(path)].some(
    (form) =>
      form.startsWith('/') ||
      /^[A-Za-z][A-Za-z0-9+.-]*:/.test(form) ||
      /[\\\u0000-\u001f\u007f]/.test(form) ||
      climbsOut(form),
  );
}

function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
