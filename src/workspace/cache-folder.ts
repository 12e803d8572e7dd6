import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a program keeps what it can make again, in the user's own folder: what is there may be deleted at any time. */
export function ownCacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache'), 'briefpress');
}
