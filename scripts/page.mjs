/**
 * Builds `dist/page/`: the page of `briefpress preview` as one script and one style sheet, and pdf.js beside them as its
 * makers ship it, since its worker is a file of its own in any case.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './load-source.mjs';

const SOURCE = 'src/page';
const OUTDIR = join(ROOT, 'dist/page');
const { resolve } = createRequire(import.meta.url);

/** File of dist/page → where it is from. */
const COPIED = {
  'pdf.mjs': resolve('pdfjs-dist/build/pdf.min.mjs'),
  'pdf.worker.mjs': resolve('pdfjs-dist/build/pdf.worker.min.mjs'),
};

/** Packages that are no part of the script. */
export const COPIED_PACKAGES = ['node_modules/pdfjs-dist'];

const pdfBeside = {
  name: 'pdf-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^pdfjs-dist$/ }, () => ({ path: './pdf.mjs', external: true }));
    onResolve({ filter: /^pdfjs-dist\/build\/pdf\.worker/ }, () => ({ path: './pdf.worker.mjs', external: true }));
    // The fonts of the package are served by the program.
    onResolve({ filter: /^fonts\// }, ({ path }) => ({ path, external: true }));
  },
};

/** Fills `dist/page/`; gives the paths of its files, and what the licences are derived from. */
export async function bundlePage() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      page: join(SOURCE, 'main.tsx'),
      drawing: join(SOURCE, 'pages/drawing-worker.ts'),
      style: join(SOURCE, 'style/page.css'),
    },
    outdir: OUTDIR,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome110', 'firefox115', 'safari16.4'],
    tsconfig: 'tsconfig.page.json',
    // dist/third-party.txt has the licences whole.
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    plugins: [pdfBeside],
  });
  const html = await readFile(join(ROOT, SOURCE, 'index.html'));
  await mkdir(OUTDIR, { recursive: true });
  await Promise.all(Object.entries(COPIED).map(([name, from]) => copyFile(from, join(OUTDIR, name))));
  const made = Object.fromEntries(outputFiles.map(({ path, contents }) => [path, contents]));
  const copied = Object.keys(COPIED).map((name) => join(OUTDIR, name));
  return { files: { ...made, [join(OUTDIR, 'index.html')]: html }, copied, metafile };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files } = await bundlePage();
  await Promise.all(Object.entries(files).map(([path, contents]) => writeFile(path, contents)));
}
