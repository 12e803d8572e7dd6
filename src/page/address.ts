/** Requests to the server, each relative to the page's own address, which carries the key. */
import { ADDRESSES, type Refusal, WRITE_HEADER } from '../preview/protocol.js';

type Name = keyof typeof ADDRESSES;

export function addressOf(name: Name, parts: { readonly version?: string; readonly source?: string } = {}): string {
  return ADDRESSES[name]
    .replace('VERSION', encodeURIComponent(parts.version ?? ''))
    .replace('SOURCE', encodeURIComponent(parts.source ?? ''));
}

/** An answer with a status from 400. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.message);
  }
}

export async function get<T>(address: string): Promise<T> {
  return (await answered(fetch(address, { cache: 'no-store' }))).json() as Promise<T>;
}

export async function send<T>(method: 'POST' | 'PUT', address: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json', [WRITE_HEADER]: '1' };
  return (await answered(fetch(address, { method, headers, body: JSON.stringify(body) }))).json() as Promise<T>;
}

async function answered(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => null)) as Refusal | null;
  throw new Refused(response.status, refusal ?? { refused: 'failed', message: `${response.status}` });
}
