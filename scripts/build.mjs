/**
 * Builds `dist/`: the compiled schema, the program and the library as a few bundled files, and the types of the library.
 *
 * Bundled, because Node opens a few files faster than a hundred; split, because `--help` must not load the printer.
 * Dependencies stay packages, so that their licences and their fonts stay with them.
 */
import { execFile } from 'node:child_process';
import { chmod, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { compileSchema } from './compile-schema.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(ROOT, 'dist');

/** Bundles the library and the program into `folder`. */
async function bundle(folder) {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/index.ts', 'src/cli/bin.ts'],
    outdir: folder,
    outbase: 'src',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
  });
  await chmod(join(folder, 'cli/bin.js'), 0o755);
}

/** The declarations of the public API alone. */
async function declareTypes() {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')]).catch((error) => {
    throw new Error(error.stdout || error.message);
  });
}

// What an earlier build left behind must not be packed; the schema is written by its own step.
await Promise.all(['cli', 'chunks', 'types', 'index.js'].map((name) => rm(join(DIST, name), { recursive: true, force: true })));
await compileSchema();
try {
  await Promise.all([bundle(DIST), process.argv.includes('--no-types') ? undefined : declareTypes()]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
