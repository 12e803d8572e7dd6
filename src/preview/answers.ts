import type { Context } from 'hono';
import type { Refusal, RefusalReason } from './protocol.js';

/** The JSON of a request; undefined where it is not any. */
export async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return undefined;
  }
}

export function refused(
  context: Context,
  status: 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 500,
  reason: RefusalReason,
  message: string,
): Response {
  const refusal: Refusal = { refused: reason, message };
  return context.json(refusal, status);
}

/** The bytes as hono takes them: an own copy, since a view may be of a larger buffer. */
export function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
