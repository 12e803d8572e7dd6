/** What is timed: each part is a section of the results. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../load-source.mjs';
import { briefWithEditions, keepCopyIn, longBrief, shortBrief } from './briefs.mjs';
import { inTurn, runOnce } from './measure.mjs';
import { milliseconds, ratio, table } from './report.mjs';

export const PROGRAM = ['node', join(ROOT, 'dist', 'cli', 'bin.js')];
const INSIDE = ['node', join(import.meta.dirname, 'inside.mjs')];
/** Sections that make some four hundred pages. */
const LONG = 1200;

function inside(bench, tool, ...args) {
  return { command: [...INSIDE, tool, ...args.map(String)], says: true, env: { BENCH_PEERS: bench.typst ?? '' } };
}

export async function coldPart(bench) {
  const { cwd, typst, peers } = bench;
  writeFileSync(join(cwd, 'short.json'), JSON.stringify(shortBrief()));
  const build = ['build', 'short.json', '--output', 'cold'];
  const ours = {
    'node -e 0': ['node', '-e', '0'],
    '`--version`': [...PROGRAM, '--version'],
    '`--help`': [...PROGRAM, '--help'],
    '`check`': [...PROGRAM, 'check', 'short.json'],
    '`build --format md`': [...PROGRAM, ...build, '--format', 'md'],
    '`build` (PDF and memo)': [...PROGRAM, ...build],
  };
  const others = {
    ...(typst !== null && { 'Typst, through Node': inside(bench, 'typst', 'short', 1) }),
    'plain pdfmake': inside(bench, 'pdfmake', 'short', 1),
    ...Object.fromEntries(Object.entries(peers.installed).map(([name, command]) => [name, { command }])),
  };
  const tools = {
    ...Object.fromEntries(Object.entries(ours).map(([name, command]) => [name, { command }])),
    ...others,
  };
  // The first run compiles the packs, and the next ones take what it has kept.
  await inTurn(tools, { times: 1, cwd });
  const found = await inTurn(tools, { times: bench.times(11), cwd });
  const [node, peer] = [found['node -e 0'], found['Typst, through Node']];
  const rows = Object.entries(found).map(([name, { wall, cpu }]) => [
    name,
    milliseconds(wall),
    milliseconds(cpu),
    ratio(cpu, node.cpu),
    ratio(cpu, peer?.cpu),
  ]);
  return `## Cold: one process, one short brief\n\n${table(['', 'time', 'processor', 'to `node -e 0`', 'to Typst'], rows)}`;
}

export async function warmPart(bench) {
  const count = bench.isQuick ? 40 : 60;
  const tools = {
    ...(bench.typst !== null && { Typst: inside(bench, 'typst', 'warm', count) }),
    'plain pdfmake': inside(bench, 'pdfmake', 'warm', count),
    'Briefpress (PDF and memo)': inside(bench, 'briefpress', 'warm', count),
  };
  const found = await inTurn(tools, { times: bench.times(4), cwd: bench.cwd });
  const rows = Object.entries(found).map(([name, { first, warm, warmCpu }]) => [
    name,
    milliseconds(first),
    milliseconds(warm),
    milliseconds(warmCpu),
    ratio(warmCpu, found.Typst?.warmCpu),
  ]);
  return `## Warm: one fact changed, in one process\n\n${table(['', 'first', 'rebuilt', 'processor', 'to Typst'], rows)}`;
}

export async function batchPart(bench) {
  const { cwd } = bench;
  const counts = bench.isQuick ? [20, 100] : [100, 500];
  const preload = join(import.meta.dirname, 'peak.cjs');
  const rows = [];
  for (const count of counts) {
    const folder = `batch-${count}`;
    mkdirSync(join(cwd, folder));
    keepCopyIn(join(cwd, folder));
    for (let i = 0; i < count; i++) {
      writeFileSync(join(cwd, folder, `b${i}.json`), JSON.stringify(shortBrief(` Number ${i}.`, { id: `b${i}` })));
    }
    for (const jobs of ['1', '2']) {
      const command = ['node', '-r', preload, PROGRAM[1], 'build', folder, '--output', 'out', '--jobs', jobs];
      const { wall, cpu, inside: told } = await runOnce(command, { cwd, says: true });
      rows.push([
        `${count}, \`--jobs ${jobs}\``,
        milliseconds(wall),
        milliseconds(cpu),
        ((count / wall) * 1000).toFixed(1),
        `${Math.round(told.peak)} MB`,
      ]);
      rmSync(join(cwd, 'out'), { recursive: true, force: true });
    }
  }
  return `## Many briefs, each different, PDF and memo\n\nEach was run once.\n\n${table(['', 'time', 'processor', 'a second', 'memory at most'], rows)}`;
}

export async function editionsPart(bench) {
  const { cwd } = bench;
  const tools = Object.fromEntries(
    [0, 1, 5].map((count) => {
      writeFileSync(join(cwd, `editions-${count}.json`), JSON.stringify(briefWithEditions(count)));
      return [count, { command: [...PROGRAM, 'build', `editions-${count}.json`, '--all-editions', '--output', 'out'] }];
    }),
  );
  await inTurn(tools, { times: 1, cwd });
  const found = await inTurn(tools, { times: bench.times(7), cwd });
  const rows = [
    ['the whole brief', found[0]],
    ['and one edition', found[1]],
    ['and five editions', found[5]],
  ].map(([name, { wall, cpu }]) => [name, milliseconds(wall), milliseconds(cpu), ratio(cpu, found[0].cpu)]);
  return `## Editions of one brief\n\n${table(['', 'time', 'processor', 'to the whole alone'], rows)}`;
}

export async function longPart(bench) {
  const { cwd } = bench;
  writeFileSync(join(cwd, 'long.json'), JSON.stringify(longBrief(LONG)));
  const preload = join(import.meta.dirname, 'peak.cjs');
  const tools = {
    ...(bench.typst !== null && { Typst: inside(bench, 'typst', 'long', LONG) }),
    'plain pdfmake': inside(bench, 'pdfmake', 'long', LONG),
    'Briefpress (PDF and memo)': {
      command: ['node', '-r', preload, PROGRAM[1], 'build', 'long.json', '--output', 'long'],
      says: true,
    },
  };
  const found = await inTurn(tools, { times: bench.times(3), cwd });
  const rows = Object.entries(found).map(([name, { wall, cpu, peak }]) => [
    name,
    milliseconds(wall),
    milliseconds(cpu),
    ratio(cpu, found.Typst?.cpu),
    `${Math.round(peak)} MB`,
    ratio(peak, found.Typst?.peak),
  ]);
  const headRow = ['', 'time', 'processor', 'to Typst', 'memory', 'to Typst'];
  return `## Long: ${LONG} sections of two paragraphs and a table, some 400 pages\n\n${table(headRow, rows)}`;
}
