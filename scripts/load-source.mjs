/** Imports a module of `src/` without building the program. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the TypeScript module at `path` exports; it may use no module of Node. */
export async function loadSource(path) {
  const bundle = await build({ entryPoints: [join(ROOT, path)], bundle: true, format: 'esm', write: false });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
