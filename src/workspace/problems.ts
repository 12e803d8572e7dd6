import type { DiagnosticCode } from '../diagnostics/codes.js';
import { type Diagnostic, error, wholeFile } from '../diagnostics/diagnostic.js';
import { WHY_UNREAD } from '../diagnostics/unread.js';

/**
 * What a person should read instead of an errno code: what is the matter, and what to do about it. Codes after errno(3);
 * `ENOTREG` is ours: neither a file nor a folder.
 */
const PLAIN: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: [WHY_UNREAD.missing, 'Check the spelling and the folder you are in.'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'Check the path.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  ENOTREG: ['it is neither a file nor a folder', 'A pipe can be read as standard input: give - as the file.'],
  EACCES: ['you have no permission', 'Ask for access, or choose another folder.'],
  EPERM: ['the system does not permit it', 'Choose another folder.'],
  EROFS: ['the disk is read-only', 'Choose another folder.'],
  ENOSPC: ['the disk is full', 'Make room, then build again; the file is as it was before.'],
  EDQUOT: ['your disk quota is used up', 'Make room, then build again; the file is as it was before.'],
  EFBIG: [WHY_UNREAD['too-large'], 'Make it smaller.'],
  ENAMETOOLONG: ['its name is too long for this disk', 'Give the brief a shorter id.'],
  ELOOP: ['its links lead in a circle', 'Mend the symbolic links.'],
  EMFILE: ['too many files are open', 'Close some programs, then try again.'],
  ENFILE: ['too many files are open', 'Close some programs, then try again.'],
  EBUSY: ['another program is using it', 'Close it there, then build again.'],
  EIO: ['the disk reports an error', 'Check the disk.'],
  EEXIST: ['there is a file of that name already', 'Choose another name, or remove it first.'],
  EINVAL: ['the system cannot use this name', 'Choose another name.'],
  ERR_INVALID_ARG_VALUE: ['the name holds a character that no file name can hold', 'Choose another name.'],
};

const READING: Readonly<Record<string, DiagnosticCode>> = { ENOENT: 'file-not-found', EFBIG: 'file-too-large' };

/** The diagnostic for a failed read of `path` (as the person wrote it). Throws again what is not a file error. */
export function readingProblem(thrown: unknown, path: string): Diagnostic {
  const code = errorCode(thrown);
  return problem(READING[code] ?? 'file-unreadable', `${path} cannot be read`, code, path);
}

/** The diagnostic for a failed write of `path`. Throws again what is not a file error. */
export function writingProblem(thrown: unknown, path: string): Diagnostic {
  const code = errorCode(thrown);
  if (code !== 'ENOENT') return problem('file-unwritable', `${path} cannot be written`, code, path);
  // Folders that are missing are made: where there is still none, the system has refused it.
  const message = `${path} cannot be written: its folder cannot be made.`;
  return error('file-unwritable', message, { at: wholeFile(path), hints: ['Choose another folder.'] });
}

function problem(code: DiagnosticCode, what: string, errno: string, file: string): Diagnostic {
  const [why, hint] = PLAIN[errno] ?? [`the system says ${errno}`, undefined];
  return error(code, `${what}: ${why}.`, { at: wholeFile(file), hints: [hint] });
}

/** The errno code of a file error; anything else is a bug of ours and goes on its way. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
