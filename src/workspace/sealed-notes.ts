import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Workspace } from './workspace.js';

/** Bytes of one note. */
const LIMIT = 16 * 1024 * 1024;
/** What is kept for nobody any more is not told from the rest: when there are more notes than these, all of them go. */
const MOST_NOTES = 10_000;
const CIPHER = 'aes-256-gcm';
const START_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * Notes in a folder, each of which can be read, and was written, by those alone who have its secret, which is not in the
 * folder (AES-256 in Galois/Counter mode, NIST SP 800-38D). One that was cut short or changed is none.
 */
export class SealedNotes {
  #isCounted = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly folder: string,
  ) {}

  read(name: string, secret: string): string | null {
    const file = this.workspace.read(this.#path(name), LIMIT);
    return file.ok ? opened(file.value, secret) : null;
  }

  /** Whole or not at all; says what went wrong. */
  write(name: string, secret: string, text: string): readonly Diagnostic[] {
    this.#makeRoom();
    return this.workspace.write(this.#path(name), sealed(text, secret)).diagnostics;
  }

  #path(name: string): string {
    return this.workspace.resolve(this.folder, createHash('sha256').update(name).digest('hex'));
  }

  #makeRoom(): void {
    if (this.#isCounted) return;
    this.#isCounted = true;
    const entries = this.workspace.kind(this.folder) === 'folder' ? this.workspace.list(this.folder) : null;
    const notes = entries?.ok ? entries.value.filter(({ name }) => /^[0-9a-f]{64}$/.test(name)) : [];
    if (notes.length <= MOST_NOTES) return;
    for (const { name } of notes) this.workspace.remove(this.workspace.resolve(this.folder, name));
  }
}

function sealed(text: string, secret: string): Uint8Array {
  const start = randomBytes(START_LENGTH);
  const cipher = createCipheriv(CIPHER, keyOf(secret), start);
  const content = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  return Buffer.concat([start, cipher.getAuthTag(), content]);
}

function opened(file: Uint8Array, secret: string): string | null {
  if (file.length < START_LENGTH + TAG_LENGTH) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(secret), file.subarray(0, START_LENGTH));
  decipher.setAuthTag(file.subarray(START_LENGTH, START_LENGTH + TAG_LENGTH));
  try {
    const content = [decipher.update(file.subarray(START_LENGTH + TAG_LENGTH)), decipher.final()];
    return inflateRawSync(Buffer.concat(content)).toString('utf8');
  } catch {
    // It was not sealed with this secret, or is not whole.
    return null;
  }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update('briefpress note\n').update(secret).digest();
}
