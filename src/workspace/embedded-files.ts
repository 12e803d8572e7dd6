import { getAsset, isSea } from 'node:sea';
import type { Files } from './files.js';
import { installationFolder } from './installation.js';
import { MemoryFiles } from './memory-files.js';
import { withMount } from './mounted-files.js';

/**
 * In an executable that is one file, what comes with the program is seen as a folder in the place of that file.
 * scripts/executable.mjs embeds each file under its path, and their list.
 */
export function withEmbedded(files: Files): Files {
  if (!isSea()) return files;
  const folder = installationFolder();
  const paths = JSON.parse(getAsset('list.json', 'utf8')) as string[];
  return withMount(files, {
    folder,
    files: new MemoryFiles(Object.fromEntries(paths.map((path) => [`/${path}`, new Uint8Array(getAsset(path))]))),
    inward: (path) => path.slice(folder.length).replaceAll('\\', '/') || '/',
    outward: (path) => folder + path,
  });
}
