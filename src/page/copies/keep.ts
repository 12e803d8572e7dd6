/** Keeps copies of what was read. */
import type { EditAnswer, KeepRequest } from '../../preview/protocol-editing.js';
import { addressOf, send } from '../address.js';
import { say } from '../model.js';
import { words } from '../words/words.js';
import { changeBy, save, sayWhyNot } from '../writing.js';

/** Says whether there is a copy now. */
export async function keepFile(source: string, input: HTMLInputElement): Promise<boolean> {
  const file = input.files?.[0];
  const isKept = file !== undefined && (await keepCopy(source, file.name, new Uint8Array(await file.arrayBuffer())));
  input.value = '';
  return isKept;
}

/** Hands a copy to the server, and saves the brief that names it: copies are read of the brief on the disk. */
export async function keepCopy(source: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const answer = await changeBy(({ brief, text }) =>
    send<EditAnswer>('POST', addressOf('keep'), {
      brief,
      text,
      source,
      name,
      bytes: base64(bytes),
    } satisfies KeepRequest),
  );
  if (answer === null) return false;
  if (!answer.isDone) {
    sayWhyNot(answer);
    return false;
  }
  say(words().copyKept);
  await save();
  return true;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
