import { describe, expect, test } from 'vitest';
import { shellWord } from '../../src/cli/shell-word.js';
import { startedAs, withProgram } from '../../src/cli/started-as.js';
import { brief, briefpress } from './session.js';

describe('the words that start the program', () => {
  const npx = { npm_command: 'exec', npm_config_user_agent: 'npm/10.8.2 node/v20.19.0 linux x64' };
  test.each<[string, Record<string, string>, string]>([
    ['/usr/bin/briefpress', { PATH: '/bin:/usr/bin' }, 'briefpress'],
    ['/opt/tools/briefpress', { PATH: '/bin' }, '/opt/tools/briefpress'],
    ['/desk/briefpress', { PATH: '/bin' }, './briefpress'],
    ['./briefpress', { PATH: '/bin' }, './briefpress'],
    ['../tools/briefpress', { PATH: '/bin' }, '../tools/briefpress'],
    ['briefpress', { PATH: '/bin' }, 'briefpress'],
    ['/desk/dist/cli/bin.js', {}, 'node dist/cli/bin.js'],
    ['/my clone/dist/cli/bin.js', {}, "node '/my clone/dist/cli/bin.js'"],
    ['/desk/node_modules/.bin/briefpress', {}, 'npx briefpress'],
    ['/usr/lib/node_modules/briefpress/dist/cli/bin.js', {}, 'briefpress'],
    ['/home/.npm/_npx/1a/node_modules/.bin/briefpress', npx, 'npx briefpress'],
    [
      '/desk/node_modules/.bin/briefpress',
      { npm_config_user_agent: 'pnpm/9.1.0 npm/? node/v22' },
      'pnpm exec briefpress',
    ],
    ['/desk/node_modules/.bin/briefpress', { npm_config_user_agent: 'yarn/4.1.0 npm/? node/v22' }, 'yarn briefpress'],
    ['/desk/node_modules/.bin/briefpress', { npm_config_user_agent: 'bun/1.1' }, 'bunx briefpress'],
  ])('%s with %j is %s', (script, env, expected) => {
    expect(startedAs(script, { cwd: '/desk', env })).toBe(expected);
  });

  test('stand in every command of a hint, and in nothing else', () => {
    const text = 'Run `briefpress check`, or briefpress snapshot add; briefpress makes briefpress.config.yaml.';
    expect(withProgram(text, 'npx briefpress')).toBe(
      'Run `npx briefpress check`, or npx briefpress snapshot add; briefpress makes briefpress.config.yaml.',
    );
    expect(withProgram('npx briefpress check', 'npx briefpress')).toBe('npx briefpress check');
  });

  test('stand in the help of every command', async () => {
    const { stdout } = await briefpress(['--help']);
    const commands = [...stdout.matchAll(/^ {2}(?!briefpress)([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toContain('preview');
    for (const command of commands) expect(withProgram(`briefpress ${command}`, 'npx x')).toBe(`npx x ${command}`);
  });
});

test.each([
  ['visit.yaml', 'visit.yaml'],
  ['mein Besuch.yaml', "'mein Besuch.yaml'"],
  ["d'accord.yaml", String.raw`'d'\''accord.yaml'`],
  ['$HOME.yaml', "'$HOME.yaml'"],
  ['-x.yaml', './-x.yaml'],
  ['Визит.yaml', 'Визит.yaml'],
])('%s is pasted as %s', (word, expected) => {
  expect(shellWord(word)).toBe(expected);
});

describe('hints work as pasted', () => {
  const program = 'npx briefpress';

  test('in what a command says of what comes next, and in help', async () => {
    expect((await briefpress(['new', 'my visit'], { program })).stdout).toBe(
      "Began briefs/my visit.yaml. Next: npx briefpress build 'briefs/my visit.yaml'\n",
    );
    const begun = async (own: string) => {
      const run = await briefpress(['new', 'visit'], { program: own });
      return new TextDecoder().decode(run.files.get('briefs/visit.yaml'));
    };
    expect(await begun(program)).toContain(
      '# See what is wrong with it: npx briefpress check. Make it: npx briefpress build.',
    );
    expect(await begun('/opt/tools/briefpress')).toContain('wrong with it: briefpress check.');
    const help = await briefpress(['build', '--help'], { program });
    expect(help.stdout).toContain('Usage: npx briefpress build');
    expect(help.stdout).toContain("  npx briefpress build 'briefs/**/*.yaml' --lang all");
    expect((await briefpress(['build'], { program })).stderr).toContain('npx briefpress new NAME');
  });

  test('in diagnostics, with the brief at hand', async () => {
    const files = { 'my a.yaml': brief('quotes:\n  - speaker: A\n    text: Words.\n    source: press\n') };
    for (const format of ['pretty', 'json']) {
      const run = await briefpress(['check', 'my a.yaml', '--format', format], { files, program });
      const said = `${run.stdout}${run.stderr}`.replace(/\s+/g, ' ');
      expect(said).toContain("npx briefpress snapshot add 'my a.yaml' press FILE");
    }
  });
});
