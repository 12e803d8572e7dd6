/**
 * Reads and compiles the files in templates/ beforehand: the templates as JavaScript, labels, themes and manifests as JSON.
 * A file that was changed since is read anew when the program runs, as one of a user's own is; so the two never disagree.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { writeWhole } from './compile-schema.mjs';
import { ROOT } from './load-source.mjs';

const HEADER = '// Made from templates/ by scripts/precompile.mjs; do not edit.\n';
const TEMPLATES = join(ROOT, 'templates');
const PRECOMPILED = join(ROOT, 'src/memo/template/precompiled.generated.js');
const SETTINGS = join(ROOT, 'src/syntax/known-settings.generated.js');

/** Writes the two modules, which the program imports. */
export async function precompileTemplates() {
  const { precompiledText, settingsText } = await reader();
  const files = await templateFiles();
  await writeWhole(SETTINGS, HEADER + settingsText(files));
  await writeWhole(PRECOMPILED, HEADER + precompiledText(files));
}

/** Path below templates/, with slashes → text. */
async function templateFiles() {
  const entries = await readdir(TEMPLATES, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths.map((path) => [path.slice(TEMPLATES.length + 1).replaceAll('\\', '/'), path]);
  return Object.fromEntries(
    await Promise.all(named.sort().map(async ([name, path]) => [name, await readFile(path, 'utf8')])),
  );
}

/** What reads the files imports what is made of them, which is not there yet. */
const nothingYet = {
  name: 'nothing-yet',
  setup({ onResolve, onLoad }) {
    const contents = 'export const settings = [], packs = {}, partials = {}, texts = {};';
    onResolve({ filter: /\.generated\.js$/ }, ({ path }) => ({ path, namespace: 'nothing-yet' }));
    onLoad({ filter: /./, namespace: 'nothing-yet' }, () => ({ contents }));
  },
};

/** `src/materials/precompile.ts`, which uses modules of Node. */
async function reader() {
  const folder = await mkdtemp(join(tmpdir(), 'briefpress-precompile-'));
  try {
    const outfile = join(folder, 'precompile.cjs');
    await build({
      entryPoints: [join(ROOT, 'src/materials/precompile.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'warning',
      plugins: [nothingYet],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await precompileTemplates();
