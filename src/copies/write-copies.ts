import { type Diagnostic, error, failure, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';
import { sha256Of } from '../digest/sha256.js';
import type { Workspace } from '../workspace/workspace.js';
import type { NumberedCopy } from './make-copies.js';
import {
  holderFields,
  isOurTable,
  notOurs,
  REGISTER_NAME,
  type Register,
  type RegisteredCopy,
  readRegister,
  registerTable,
  TABLE_NAME,
  withCopies,
  writeRegister,
} from './register.js';

/** Bytes of a register: some ten thousand copies. */
const LIMIT = 20 * 1024 * 1024;
const LOCK_NAME = 'copies.lock';

/** Where copies go. */
export interface CopyFolder {
  /** The id of the brief. */
  readonly brief: string;
  readonly folder: string;
  /** ISO 8601. */
  readonly now: string;
}

/** A copy and what the register has of it. */
export interface WrittenCopy extends RegisteredCopy {
  /** Absolute. */
  readonly path: string;
}

/** A name that says which copy it is and nothing of its reader: it is seen in mails and on screens. */
export function copyFileName({ delivery: { copy } }: NumberedCopy, brief: string): string {
  const { number, of } = copy ?? { number: 0, of: 0 };
  return `${brief}.copy-${String(number).padStart(String(of).length, '0')}.pdf`;
}

/**
 * Writes the files of copies and the register. While it does, no other run writes to the same folder. Errors:
 * `register-invalid` for a register that is not ours, `register-busy`, `file-unwritable`; then nothing was written.
 */
export function writeCopies(
  copies: readonly NumberedCopy[],
  where: CopyFolder,
  workspace: Workspace,
): Outcome<readonly WrittenCopy[]> {
  return whileLocked(where, workspace, () => {
    const register = openRegister(where, workspace);
    if (!register.ok) return register;
    const written: WrittenCopy[] = [];
    for (const copy of copies) {
      const file = copyFileName(copy, where.brief);
      const path = workspace.resolve(where.folder, file);
      const { bytes, id } = copy.file();
      const wrote = workspace.write(path, bytes);
      if (!wrote.ok) return wrote;
      const { number, of } = copy.delivery.copy ?? { number: 0, of: 0 };
      const { words, title, pages } = copy;
      const row = { copy: number, of, words, ...holderFields(copy.delivery), title, file, id, pages };
      written.push({ ...row, sha256: sha256Of(bytes), made: where.now, path });
    }
    const rows = written.map(({ path: _, ...row }) => row);
    const all = withCopies(register.value.copies, rows);
    const saved = saveRegister({ brief: where.brief, copies: all }, where, workspace);
    return saved.ok ? success(written) : saved;
  });
}

function openRegister({ brief, folder }: CopyFolder, workspace: Workspace): Outcome<Register> {
  const [json, csv] = [workspace.resolve(folder, REGISTER_NAME), workspace.resolve(folder, TABLE_NAME)];
  if (workspace.kind(csv) !== null) {
    const table = workspace.readText(csv, LIMIT);
    if (!table.ok) return table;
    if (!isOurTable(`\uFEFF${table.value}`)) return failure([notOurs(workspace.name(csv))]);
  }
  if (workspace.kind(json) === null) return success({ brief, copies: [] });
  const text = workspace.readText(json, LIMIT);
  if (!text.ok) return text;
  const register = readRegister(text.value, workspace.name(json));
  if (!register.ok || register.value.brief === brief) return register;
  return failure([ofAnotherBrief(workspace.name(json), register.value.brief, brief)]);
}

function ofAnotherBrief(file: string, other: string, brief: string): Diagnostic {
  return error('register-invalid', `${file} is the register of the brief "${other}", and not of "${brief}".`, {
    at: wholeFile(file),
    hints: ['Choose another folder with --output.'],
  });
}

function saveRegister(register: Register, { folder }: CopyFolder, workspace: Workspace): Outcome<void> {
  const saved = workspace.write(workspace.resolve(folder, REGISTER_NAME), writeRegister(register));
  if (!saved.ok) return saved;
  return workspace.write(workspace.resolve(folder, TABLE_NAME), registerTable(register.copies));
}

/** Minutes after which a lock is taken for one that a run left behind when it was ended. */
const LEFT_BEHIND = 15;

function whileLocked<T>({ folder, now }: CopyFolder, workspace: Workspace, work: () => Outcome<T>): Outcome<T> {
  const lock = workspace.resolve(folder, LOCK_NAME);
  const since = workspace.kind(lock) === null ? undefined : workspace.readText(lock, 1024);
  if (since?.ok && Date.parse(now) - Date.parse(since.value.trim()) > LEFT_BEHIND * 60_000) workspace.remove(lock);
  const locked = workspace.write(lock, `${now}\n`, { replace: false });
  if (!locked.ok) return workspace.kind(lock) === null ? locked : failure([busy(workspace.name(lock))]);
  try {
    return work();
  } finally {
    workspace.remove(lock);
  }
}

function busy(lock: string): Diagnostic {
  return error('register-busy', `Another run is writing copies to this folder, as ${lock} says.`, {
    at: wholeFile(lock),
    hints: [
      'Wait until it has ended.',
      `If none is running, remove the file; after ${LEFT_BEHIND} minutes it does not count any more.`,
    ],
  });
}
