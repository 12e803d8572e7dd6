import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { brief } from '../cli/session.js';
import { ROOT } from './installation.js';

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

const ACTION: {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
} = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-action-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the steps of the action as a runner does: its expressions filled in, in bash, until one fails. */
function runAction(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'repository', path)), { recursive: true });
    writeFileSync(join(folder, 'repository', path), text);
  }
  const given = Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default]));
  const values = new Map([['github.action_path', ROOT]]);
  for (const [name, value] of Object.entries({ ...given, ...inputs })) values.set(`inputs.${name}`, value);
  const fill = (text: string) => text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name) => values.get(name) ?? '');
  let stdout = '';
  let code = 0;
  for (const step of ACTION.runs.steps) {
    if (step.run === undefined || code !== 0) continue;
    if (step.if === "inputs.build == 'true'" && values.get('inputs.build') !== 'true') continue;
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    writeFileSync(files.GITHUB_OUTPUT, '');
    const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: join(folder, 'repository'),
      encoding: 'utf8',
      env: { ...process.env, ...files, ...own },
      timeout: 120_000,
    });
    stdout += ran.stdout;
    code = ran.status ?? -1;
    for (const line of readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean)) {
      const [name, value = ''] = line.split('=');
      values.set(`steps.${step.id}.outputs.${name}`, value);
    }
  }
  const summary = join(folder, 'summary');
  return {
    code,
    stdout,
    output: fill(ACTION.outputs['exit-code']?.value ?? ''),
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    made: (path: string) => existsSync(join(folder, 'repository', path)),
  };
}

describe('the action for GitHub', () => {
  test('checks and builds the briefs of a repository', () => {
    const run = runAction({ 'briefs/a.yaml': brief() });
    expect([run.code, run.output]).toEqual([0, '0']);
    expect(run.stdout).not.toContain('::error');
    expect(['output/a.pdf', 'output/a.md'].map(run.made)).toEqual([true, true]);
    expect(run.summary).toContain('- briefs/a.yaml → output/a.pdf (1 page');
  });

  test('annotates problems, builds the other briefs all the same, and fails', () => {
    const run = runAction({ 'briefs/a.yaml': brief('status: isued\n'), 'briefs/b.yaml': brief() });
    expect([run.code, run.output]).toEqual([1, '1']);
    expect(run.stdout).toMatch(
      /^::error file=briefs\/a\.yaml,line=13,endLine=13,col=9,endColumn=14,title=shape-value::/m,
    );
    expect(['output/a.pdf', 'output/b.pdf'].map(run.made)).toEqual([false, true]);
  });

  test('takes files and fields, one a line, whatever characters are in them', () => {
    const inputs = {
      briefs: 'notes/my visit.yaml\nnotes/$(touch ran).yaml\n',
      set: 'status=issued\nissuedAt=2024-09-05\ntitle="; touch ran; #',
      output: 'to print',
      format: 'md',
    };
    const run = runAction(
      { 'notes/my visit.yaml': brief('id: one\n'), 'notes/$(touch ran).yaml': brief('id: two\n') },
      inputs,
    );
    expect([run.code, run.made('ran')]).toEqual([0, false]);
    expect(['to print/one.md', 'to print/two.md', 'to print/one.pdf'].map(run.made)).toEqual([true, true, false]);
    expect(readFileSync(join(folder, 'repository/to print/one.md'), 'utf8')).toContain('touch ran');
  });

  test('builds every language and edition where that is asked for, and nothing where it is not', () => {
    const text = brief('languages: [en]\nmarking: { tlp: GREEN }\neditions: [{ id: public, maxTlp: GREEN }]\n');
    const all = runAction({ 'briefs/a.yaml': text }, { 'all-editions': 'true', lang: 'all', format: 'md' });
    expect([all.code, all.made('output/a.md'), all.made('output/a.public.md')]).toEqual([0, true, true]);
    rmSync(join(folder, 'repository/output'), { recursive: true });
    const none = runAction({ 'briefs/a.yaml': text }, { build: 'false' });
    expect([none.code, none.made('output')]).toEqual([0, false]);
  });

  test('fails with 2 where there is no brief, and where an input is wrong', () => {
    expect(runAction({ 'README.md': '' }).code).toBe(2);
    const wrong = runAction({ 'briefs/a.yaml': brief() }, { set: 'status' });
    expect([wrong.code, wrong.output]).toEqual([2, '2']);
  });

  test('no input is pasted into a script, and every one is described', () => {
    for (const { run, shell, uses } of ACTION.runs.steps) {
      expect(run ?? '').not.toContain('${{');
      expect(uses !== undefined || shell === 'bash').toBe(true);
    }
    const docs = readFileSync(join(ROOT, 'docs/github.md'), 'utf8');
    for (const [name, { description }] of Object.entries(ACTION.inputs)) {
      expect(description).toMatch(/\.$/);
      expect(docs).toContain(`\`${name}\``);
    }
  });
});
