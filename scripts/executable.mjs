/**
 * Makes one file that runs without Node.js: this Node, with the program, its templates, fonts and samples inside it
 * (Node's “single executable applications”). It is for the system and the processor that it is made on.
 *
 *   npm run executable                  executable/briefpress, with the licences beside it
 *   npm run executable -- --output DIR  elsewhere
 */
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { inject } from 'postject';
import { BUNDLE } from './bundle.mjs';
import { ROOT } from './load-source.mjs';
import { thirdPartyNotices } from './third-party.mjs';

/** What Node looks for in itself. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
/** What the program lists as folders. */
const FOLDERS = ['templates', 'briefs', 'dist/page'];
const ASSETS = 'dist/assets';
const FINGERPRINT = 'dist/fingerprint.txt';

const { values } = parseArgs({ options: { output: { type: 'string', default: 'executable' } } });
const output = resolve(ROOT, values.output);
const program = join(output, process.platform === 'win32' ? 'briefpress.exe' : 'briefpress');
const folder = await mkdtemp(join(tmpdir(), 'briefpress-executable-'));
try {
  await mkdir(output, { recursive: true });
  const { outputFiles, metafile } = await bundle();
  await writeFile(join(folder, 'main.cjs'), outputFiles[0].contents);
  await prepareBlob(await assets());
  await rm(program, { force: true });
  await copyFile(process.execPath, program);
  await chmod(program, 0o755);
  await insertBlob();
  await writeLicences(metafile);
  console.log(`Made ${program} with Node ${process.version}.`);
} finally {
  await rm(folder, { recursive: true });
}

/** Node takes one file of CommonJS here, in which there is no address of a module. */
function bundle() {
  return build({
    ...BUNDLE,
    entryPoints: ['src/cli/bin.ts'],
    outfile: join(folder, 'main.cjs'),
    format: 'cjs',
    define: { 'import.meta.url': '"file:///"' },
  });
}

/** Name inside the executable → file. */
async function assets() {
  const listed = (await Promise.all(FOLDERS.map(filesUnder))).flat();
  await writeFile(join(folder, 'list.json'), JSON.stringify(listed));
  const files = [...listed, ...(await filesUnder(ASSETS)), FINGERPRINT];
  return {
    'list.json': join(folder, 'list.json'),
    ...Object.fromEntries(files.map((file) => [file, join(ROOT, file)])),
  };
}

async function filesUnder(name) {
  const entries = await readdir(join(ROOT, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(ROOT.length + 1).replaceAll('\\', '/')).sort();
}

async function prepareBlob(embedded) {
  const config = {
    main: join(folder, 'main.cjs'),
    output: join(folder, 'blob'),
    disableExperimentalSEAWarning: true,
    useCodeCache: true,
    assets: embedded,
  };
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  const argv = ['--experimental-sea-config', join(folder, 'config.json')];
  execFileSync(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function insertBlob() {
  const isMac = process.platform === 'darwin';
  if (isMac) execFileSync('codesign', ['--remove-signature', program]);
  await inject(program, 'NODE_SEA_BLOB', await readFile(join(folder, 'blob')), {
    sentinelFuse: FUSE,
    ...(isMac && { machoSegmentName: 'NODE_SEA' }),
  });
  if (isMac) execFileSync('codesign', ['--sign', '-', program]);
}

/** Whoever passes the program on passes these on with it. */
async function writeLicences(metafile) {
  for (const name of ['LICENSE', 'THIRD-PARTY-LICENSES.md']) await copyFile(join(ROOT, name), join(output, name));
  await writeFile(join(output, 'third-party.txt'), await thirdPartyNotices([metafile]));
  // Where Node is unpacked as it comes, its own is beside its folder of programs.
  const node = join(dirname(process.execPath), '../LICENSE');
  await copyFile(node, join(output, 'NODE-LICENSE.txt')).catch(() => {
    console.log('Pass on the licence of Node.js as well: https://github.com/nodejs/node/blob/main/LICENSE');
  });
}
