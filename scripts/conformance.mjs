#!/usr/bin/env node
/**
 * Validates PDFs with veraPDF against what they say of themselves, PDF/A-3a and PDF/UA-1, or PDF/A-4f and PDF/UA-2, and
 * with `qpdf --check` where qpdf is installed.
 *
 *   npm run conformance                 output/*.pdf, the same briefs with --standard ua2, and the stress documents of
 *                                       tests/pdf/stress.ts in both standards
 *   npm run conformance -- a.pdf b.pdf  these files only
 *
 * veraPDF is fetched from Maven Central once, into the user's cache folder: it is a checker beside the project and no
 * part of it. Exit codes: 0 all pass, 1 something fails, 2 a tool is missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const VERSION = '1.28.2';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'briefpress', 'verapdf');

class MissingTool extends Error {}

function isInstalled(command, argument) {
  return spawnSync(command, [argument], { stdio: 'ignore' }).error === undefined;
}

/** The path of veraPDF's jar, fetched if it is not there. */
function veraPdf() {
  if (!isInstalled('java', '-version')) throw new MissingTool('Java is missing: install a JRE, version 11 or later.');
  const jar = join(CACHE, `greenfield-apps-${VERSION}.jar`);
  if (existsSync(jar)) return jar;
  if (!isInstalled('mvn', '-v')) throw new MissingTool('Maven is missing: it fetches veraPDF from Maven Central.');
  mkdirSync(CACHE, { recursive: true });
  console.log(`Fetching ${ARTIFACT} …`);
  const fetched = spawnSync('mvn', ['-q', '-B', COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${CACHE}`], {
    stdio: 'inherit',
    cwd: CACHE,
  });
  if (fetched.status !== 0 || !existsSync(jar)) throw new MissingTool(`Maven could not fetch ${ARTIFACT}.`);
  return jar;
}

/** Prints the stress documents into a folder; returns their paths. */
async function stressDocuments(folder) {
  const { build } = await import('esbuild');
  // Inside node_modules, so that the bundle finds what it leaves out.
  const bundles = mkdtempSync(join(PROJECT, 'node_modules', '.conformance-'));
  try {
    await build({
      stdin: {
        contents: `export { STRESS } from './tests/pdf/stress.ts'; export { rendered } from './tests/pdf/rendered.ts';`,
        resolveDir: PROJECT,
        loader: 'ts',
      },
      outfile: join(bundles, 'stress.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    const { STRESS, rendered } = await import(pathToFileURL(join(bundles, 'stress.mjs')).href);
    const files = [];
    for (const standard of ['ua1', 'ua2']) {
      for (const [name, definition] of Object.entries(STRESS)) {
        const file = join(folder, `stress-${name}.${standard}.pdf`);
        writeFileSync(file, (await rendered(definition, { standard })).bytes);
        files.push(file);
      }
    }
    return files;
  } finally {
    rmSync(bundles, { recursive: true, force: true });
  }
}

/** What veraPDF calls what a file says of itself: its metadata can be read without a reader of PDF. */
function flavoursOf(file) {
  const text = readFileSync(file, 'latin1');
  if (!text.includes('<pdfaid:part>4</pdfaid:part>')) return ['3a', 'ua1'];
  return [text.includes('<pdfaid:conformance>F</pdfaid:conformance>') ? '4f' : '4', 'ua2'];
}

/** The sample briefs in PDF 2.0: all their editions and languages, and one without attachments, which is PDF/A-4. */
function newFiles(folder) {
  const build = (...options) => {
    const program = join(PROJECT, 'dist', 'cli', 'bin.js');
    const made = spawnSync(process.execPath, [program, 'build', ...options, '--standard', 'ua2', '--quiet'], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`The samples cannot be built.\n${made.stderr}`);
  };
  const [all, bare] = [join(folder, 'ua2'), join(folder, 'ua2-bare')];
  build('--all-editions', '--lang', 'all', '--format', 'pdf', '-o', all);
  build('briefs/smallest.yaml', '--attach', 'none', '--format', 'pdf', '-o', bare);
  return [...pdfsIn(all), ...pdfsIn(bare)];
}

function pdfsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .map((file) => join(folder, file));
}

/** Validates the files against one flavour; returns those that fail, each with veraPDF's words. */
function validate(jar, flavour, files) {
  const run = spawnSync('java', ['-cp', jar, MAIN_CLASS, '-f', flavour, '--format', 'text', '-v', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const verdicts = new Map();
  let current = null;
  for (const line of run.stdout.split('\n')) {
    const verdict = /^(PASS|FAIL) (.+) (\S+)$/.exec(line);
    if (verdict) {
      current = { passed: verdict[1] === 'PASS', words: [] };
      verdicts.set(verdict[2], current);
    } else if (line.trim() !== '') current?.words.push(line.trim());
  }
  return files
    .map((file) => ({ file, verdict: verdicts.get(file) }))
    .filter(({ verdict }) => !verdict?.passed)
    .map(({ file, verdict }) => ({ file, words: verdict?.words ?? ['no verdict', run.stderr.trim()] }));
}

function checkSyntax(files) {
  return files.flatMap((file) => {
    const run = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return run.status === 0 ? [] : [{ file, words: `${run.stdout}${run.stderr}`.trim().split('\n') }];
  });
}

function report(what, files, failures) {
  console.log(
    `${failures.length === 0 ? '✓' : '✗'} ${what}: ${files.length - failures.length} of ${files.length} pass`,
  );
  for (const { file, words } of failures) console.log(`  ${file}\n    ${words.slice(0, 20).join('\n    ')}`);
  return failures.length === 0;
}

async function main(asked) {
  const jar = veraPdf();
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-conformance-'));
  try {
    const files =
      asked.length > 0
        ? asked.map((file) => resolve(file))
        : [...pdfsIn(join(PROJECT, 'output')), ...newFiles(folder), ...(await stressDocuments(folder))];
    const absent = files.filter((file) => !existsSync(file));
    if (absent.length > 0) throw new MissingTool(`No such file: ${absent.join(', ')}`);
    const flavours = [...new Set(files.flatMap(flavoursOf))];
    const passed = flavours.map((flavour) => {
      const those = files.filter((file) => flavoursOf(file).includes(flavour));
      return report(`veraPDF ${flavour}`, those, validate(jar, flavour, those));
    });
    if (isInstalled('qpdf', '--version')) passed.push(report('qpdf --check', files, checkSyntax(files)));
    else console.log('– qpdf --check: qpdf is not installed');
    return passed.every(Boolean) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MissingTool)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
