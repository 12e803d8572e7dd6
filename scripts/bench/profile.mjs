/** Where the time of a build goes: a processor profile, by the files that the program is made of. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortBrief } from './briefs.mjs';
import { PROGRAM } from './parts.mjs';
import { table } from './report.mjs';

/** The functions that a run of node spends most in. */
function profileOf(args, cwd, from = 0) {
  const folder = join(cwd, 'profile');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  execFileSync('node', ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${folder}`, ...args], {
    cwd,
    stdio: 'ignore',
  });
  const [file] = readdirSync(folder);
  return summary(JSON.parse(readFileSync(join(folder, file), 'utf8')), from);
}

/** @param from the share of the run at which counting begins */
function summary({ nodes, samples, timeDeltas, startTime, endTime }, from) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const since = startTime + (endTime - startTime) * from;
  const functions = new Map();
  let now = startTime;
  let total = 0;
  samples.forEach((id, at) => {
    now += timeDeltas[at];
    const { functionName, url } = byId.get(id).callFrame;
    if (now < since || functionName === '(idle)') return;
    const name = `${functionName || '(anonymous)'} — ${placeOf(url, functionName)}`;
    functions.set(name, (functions.get(name) ?? 0) + timeDeltas[at]);
    total += timeDeltas[at];
  });
  return [...functions]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 15)
    .map(([name, time]) => ({ name, share: time / total }));
}

function placeOf(url, name) {
  if (name.startsWith('(')) return 'V8';
  if (url === '' || url.startsWith('node:')) return 'Node';
  return url.slice(url.lastIndexOf('/') + 1);
}

export async function profilePart({ cwd }) {
  writeFileSync(join(cwd, 'short.json'), JSON.stringify(shortBrief()));
  const inside = join(import.meta.dirname, 'inside.mjs');
  const cold = profileOf([PROGRAM[1], 'build', 'short.json', '--output', 'profile-out'], cwd);
  const warm = profileOf([inside, 'briefpress', 'warm', '100'], cwd, 0.5);
  const rows = (found) => found.map(({ name, share }) => [name, `${(share * 100).toFixed(1)} %`]);
  return [
    '## Where the time goes',
    'The functions that take most by themselves, without those that they call.',
    `### A cold build\n\n${table(['function', 'share'], rows(cold))}`,
    `### A rebuild in one process\n\n${table(['function', 'share'], rows(warm))}`,
  ].join('\n\n');
}
