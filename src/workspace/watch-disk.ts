import { statSync } from 'node:fs';
import type { FSWatcher } from 'chokidar';
import type { Watching } from './files.js';

/** Milliseconds between two looks at whether a watched path is still the one that is watched. */
const LOOK_EVERY = 500;

/**
 * Watches files and folders. The system watches a file or folder itself and not its name: when a program puts another in its
 * place (a checkout, a synchronised drive, an unpacked archive), nothing may be heard any more. So every path is looked at now
 * and then, and all are watched anew when one has changed and nothing was heard of it.
 */
export async function watchDisk(paths: readonly string[], onChange: (path: string) => void): Promise<Watching> {
  const identities = new Map(paths.map((path) => [path, identityOf(path)]));
  const heard = (path: string) => {
    if (identities.has(path)) identities.set(path, identityOf(path));
    onChange(path);
  };
  let watcher = await watchPaths([...identities.keys()], heard);
  let work = Promise.resolve();
  const look = async (): Promise<void> => {
    const replaced = [...identities].filter(([path, identity]) => {
      const now = identityOf(path);
      identities.set(path, now);
      return now !== null && now !== identity;
    });
    if (replaced.length === 0) return;
    await watcher.close();
    watcher = await watchPaths([...identities.keys()], heard);
    for (const [path] of replaced) onChange(path);
  };
  const timer = setInterval(() => {
    work = work.then(look);
  }, LOOK_EVERY);
  return {
    add(more) {
      for (const path of more) if (!identities.has(path)) identities.set(path, identityOf(path));
      watcher.add([...more]);
    },
    async close() {
      clearInterval(timer);
      await work;
      await watcher.close();
    },
  };
}

/** What tells a folder from another of its name, and a file from how it was before; null where there is none. */
function identityOf(path: string): string | null {
  try {
    const stats = statSync(path);
    // A new one may get the number of the old one.
    const identity = `${stats.dev}:${stats.ino}:${stats.birthtimeMs}`;
    return stats.isDirectory() ? identity : `${identity}:${stats.mtimeMs}:${stats.size}`;
  } catch {
    return null;
  }
}

async function watchPaths(paths: readonly string[], onChange: (path: string) => void): Promise<FSWatcher> {
  // chokidar and not fs.watch, which loses a file that an editor saves by renaming.
  const { watch } = await import('chokidar');
  const watcher = watch([...paths], { ignoreInitial: true });
  watcher.on('all', (_event, path) => onChange(path));
  // A path that can no longer be watched does not stop the watch on the others.
  watcher.on('error', () => {});
  await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  return watcher;
}
