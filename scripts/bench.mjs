/**
 * Times the program beside others on the same words, in turn, and writes bench/results.md. Nothing depends on the numbers:
 * they are for people to read. It needs bash, and a machine that does little else for a quarter of an hour.
 *
 *   npm run bench                    everything
 *   npm run bench -- cold,warm       some parts, printed alone
 *   npm run bench -- --quick         each thing a quarter as often
 *   npm run bench -- --node FILE     with another Node, into a folder of its own: bench/node-24/
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepCopyIn } from './bench/briefs.mjs';
import { growthPart } from './bench/growth.mjs';
import { batchPart, coldPart, editionsPart, longPart, warmPart } from './bench/parts.mjs';
import { installedPeers, peersFolder } from './bench/peers.mjs';
import { profilePart } from './bench/profile.mjs';
import { ROOT } from './load-source.mjs';

const PARTS = {
  cold: coldPart,
  warm: warmPart,
  batch: batchPart,
  editions: editionsPart,
  long: longPart,
  growth: growthPart,
  profile: profilePart,
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, node: { type: 'string' } },
  allowPositionals: true,
});
const isQuick = values.quick;
const wanted = positionals[0]?.split(',');
// Every tool that runs in Node is started as `node`.
if (values.node !== undefined) process.env.PATH = `${dirname(resolve(values.node))}${delimiter}${process.env.PATH}`;
const version = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim();
const unknown = wanted?.filter((name) => !Object.hasOwn(PARTS, name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const cwd = mkdtempSync(join(tmpdir(), 'briefpress-bench-'));
try {
  keepCopyIn(cwd);
  const typst = peersFolder();
  const bench = {
    cwd,
    typst,
    peers: installedPeers(cwd),
    times: (usual) => (isQuick ? Math.ceil(usual / 4) : usual),
    isQuick,
    files: {},
  };
  const texts = [];
  for (const name of wanted ?? Object.keys(PARTS)) {
    const start = Date.now();
    console.error(`${name} …`);
    texts.push(await PARTS[name](bench));
    console.error(`  ${Math.round((Date.now() - start) / 1000)} s`);
    // Part by part: a run that is ended early has not been for nothing.
    if (wanted === undefined) writeResults([head(bench), ...texts].join('\n\n'), bench.files);
  }
  if (wanted !== undefined) console.log([head(bench), ...texts].join('\n\n'));
} finally {
  rmSync(cwd, { recursive: true, force: true });
}

function writeResults(text, files) {
  const folder = join(ROOT, 'bench', values.node === undefined ? '' : `node-${version.slice(1).split('.')[0]}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'results.md'), `${text}\n`);
}

function head({ typst, peers: { missing } }) {
  const [{ model }] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const absent = [...(typst === null ? ['Typst'] : []), ...missing];
  return `# How fast it is

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, at ${commit}, with Node ${version} on ${cpus().length} cores (${model}).
All tools set the same words; they take turns, and the numbers are medians. *Processor* is the time of all cores together,
which other work on the machine hardly changes. Compare the ratios: the times themselves are those of one machine on one day.${
    absent.length === 0 ? '' : `\nNot installed there: ${absent.join(', ')}.`
  }`;
}
