/**
 * Builds `dist/`: the compiled schema, the program and the library as a few bundled files, the types of the library, the
 * fonts, and the licences of what is in it.
 *
 * Bundled with the packages that it is made of, because Node opens a few files faster than some hundred, and because of
 * most packages little is used; split, because `--help` must not load the printer.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { copyAssets } from './assets.mjs';
import { BUNDLE } from './bundle.mjs';
import { compileSchema } from './compile-schema.mjs';
import { ROOT } from './load-source.mjs';
import { exportsOf, packsOf } from './packs.mjs';
import { bundlePage, COPIED_PACKAGES } from './page.mjs';
import { precompileTemplates } from './precompile.mjs';
import { thirdPartyNotices } from './third-party.mjs';

const DIST = join(ROOT, 'dist');

/** Bundles the library, the program and the page of its preview, and says which files that made. */
async function bundle() {
  const page = await bundlePage();
  const split = await build({
    ...BUNDLE,
    entryPoints: ['src/index.ts', 'src/cli/start.ts', 'src/cli/worker.ts'],
    outdir: DIST,
    outbase: 'src',
    splitting: true,
    format: 'esm',
    chunkNames: '[name]-[hash]',
    entryNames: '[name]-[hash]',
  });
  const starters = await build({
    ...BUNDLE,
    entryPoints: {
      'cli/bin': 'src/cli/packed.ts',
      'cli/worker': 'src/cli/packed-worker.ts',
      'packs/library': 'src/workspace/packed-library.ts',
    },
    outdir: DIST,
    format: 'cjs',
    supported: { 'dynamic-import': false },
  });
  const packs = Object.entries(await packsOf(split.outputFiles, split.metafile));
  const files = {
    ...Object.fromEntries(packs.map(([name, text]) => [`packs/${name}`, text])),
    ...Object.fromEntries(starters.outputFiles.map(({ path, text }) => [relative(DIST, path), text])),
    // Node reads CommonJS faster than modules of ECMAScript, which the package is made of otherwise.
    'packs/package.json': '{ "type": "commonjs" }\n',
    'cli/package.json': '{ "type": "commonjs" }\n',
    'index.js': libraryText(split.metafile),
    'third-party.txt': await thirdPartyNotices([split.metafile, starters.metafile, page.metafile], COPIED_PACKAGES),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => write(join(DIST, name), text)));
  await Promise.all(Object.entries(page.files).map(([path, contents]) => write(path, contents)));
  await chmod(join(DIST, 'cli/bin.js'), 0o755);
  return [...Object.keys(files).map((name) => join(DIST, name)), ...Object.keys(page.files), ...page.copied];
}

/** The library, out of the same packs. */
function libraryText(metafile) {
  const names = exportsOf(metafile, 'src/index.ts').join(', ');
  return `import { createRequire } from 'node:module';
export const { ${names} } = createRequire(import.meta.url)('./packs/library.js').library;
`;
}

/** The declarations that a user of the library can reach, and no others. */
async function declareTypes() {
  const folder = await mkdtemp(join(tmpdir(), 'briefpress-types-'));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder];
  await promisify(execFile)(process.execPath, [tsc, ...options]).catch((error) => {
    throw new Error(error.stdout || error.message);
  });
  const written = [];
  const pending = ['index.d.ts'];
  while (pending.length > 0) {
    const name = pending.pop();
    const path = join(DIST, 'types', name);
    if (written.includes(path) || !existsSync(join(folder, name))) continue;
    const text = await readFile(join(folder, name), 'utf8');
    await write(path, text);
    written.push(path);
    for (const [, file] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
      pending.push(join(dirname(name), `${file}.d.ts`));
    }
  }
  await rm(folder, { recursive: true });
  return written;
}

/** What documents depend on that no build asks a disk for: the program, and the files that it brings. */
async function fingerprint() {
  const names = (await readdir(join(DIST, 'assets'))).sort().map((name) => `assets/${name}`);
  const hash = createHash('sha256');
  for (const name of ['packs/list.json', ...names]) {
    const contents = await readFile(join(DIST, name));
    hash.update(`${name}\n${contents.length}\n`).update(contents);
  }
  return hash.digest('hex');
}

async function write(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

/** Takes away what an earlier build left, last: whoever runs the program meanwhile has the old files or the new ones. */
async function removeOthers(folder, kept) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.filter((file) => !kept.includes(file)).map((file) => rm(file, { force: true })));
}

try {
  await compileSchema();
  await precompileTemplates();
  const isTyped = !process.argv.includes('--no-types');
  const [code, types] = await Promise.all([bundle(), isTyped ? declareTypes() : [], copyAssets()]);
  await removeOthers(join(DIST, 'packs'), code);
  await removeOthers(join(DIST, 'cli'), code);
  await removeOthers(join(DIST, 'page'), code);
  // A folder of an older build, with other names, would be published with the rest.
  await rm(join(DIST, 'chunks'), { recursive: true, force: true });
  // What Node has kept of earlier builds (src/workspace/compiled-packs.ts).
  await rm(join(DIST, 'compiled'), { recursive: true, force: true });
  if (types.length > 0) await removeOthers(join(DIST, 'types'), types);
  await writeFile(join(DIST, 'fingerprint.txt'), await fingerprint());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
