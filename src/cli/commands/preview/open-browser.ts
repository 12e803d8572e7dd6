import { spawn } from 'node:child_process';
import type { Workspace } from '../../../workspace/workspace.js';

/** How long the program that opens an address may take to fail, in milliseconds. */
const PATIENCE = 1500;

/** Opens an address in the person's browser; false where this computer has no way to. */
export function openBrowser(address: string, env: Workspace['env']): Promise<boolean> {
  const [program, ...given] = commandFor(address, env);
  return new Promise((resolve) => {
    const child = spawn(program, given, { stdio: 'ignore', detached: true });
    // A browser may stay in the foreground for as long as it is open.
    const timer = setTimeout(() => resolve(true), PATIENCE);
    const end = (isOpen: boolean) => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
    child.unref();
  });
}

function commandFor(address: string, { BROWSER }: Workspace['env']): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return BROWSER === undefined || BROWSER === '' || BROWSER.includes(' ') ? ['xdg-open', address] : [BROWSER, address];
}
