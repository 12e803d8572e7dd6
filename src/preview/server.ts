import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Workspace } from '../workspace/workspace.js';
import { createApp } from './app.js';
import { pageFiles } from './page-files.js';
import type { PreviewSettings } from './preview-settings.js';
import { Session } from './session.js';

/** Where a preview listens. */
export interface Listening {
  /** 0: any that is free. */
  readonly port: number;
  /** In the address; one of its own for every run without it. */
  readonly key?: string;
}

/** A preview that runs. */
export interface Preview {
  /** The address of its page. */
  readonly address: string;
  readonly port: number;
  readonly session: Session;
  stop(): Promise<void>;
}

/** Only this computer reaches it. */
const HOST = '127.0.0.1';
/** Bytes of randomness in a key. */
const KEY_LENGTH = 24;
/** Milliseconds in which the pages hear that this is the end. */
const FAREWELL = 250;

/**
 * Serves the page of a preview on this computer alone. Rejects with the error of node:net where it cannot listen
 * (`EADDRINUSE`, `EACCES`).
 */
export async function startPreview(
  workspace: Workspace,
  settings: PreviewSettings,
  { port, key = randomBytes(KEY_LENGTH).toString('base64url') }: Listening,
): Promise<Preview> {
  const session = new Session(workspace, settings);
  const gate = { host: '', key };
  const ending = new AbortController();
  const app = createApp(session, gate, pageFiles(workspace), ending.signal);
  const server = await listen(app.fetch, port);
  const bound = (server.address() as AddressInfo).port;
  gate.host = `${HOST}:${bound}`;
  void session.start();
  return {
    address: `http://${gate.host}/${key}/`,
    port: bound,
    session,
    async stop() {
      ending.abort();
      await session.stop();
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), FAREWELL);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
      });
    },
  };
}

type Server = import('node:http').Server;

function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: HOST, port }) as Server;
    server.once('error', reject);
    server.once('listening', () => resolve(server));
  });
}
