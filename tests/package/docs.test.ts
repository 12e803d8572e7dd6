import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneProject, installPackage, ROOT } from './installation.js';

/**
 * What the documents tell a reader to type works. Their fenced blocks are taken in order, in a folder where Briefpress is
 * installed; for all but the README, beside a copy of `briefs/`.
 *
 *     ```sh              is run, and ends with 0
 *     ```sh fails        is run, and ends with something else
 *     ```sh norun        is not run
 *     ```sh clone        is run in a fresh clone
 *     ```js              is run as a module (`js norun` is not)
 *     ```yaml file=a/b   is written to that file, in whatever language it is
 */
interface Example {
  readonly line: number;
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
}

function examplesIn(markdown: string): readonly Example[] {
  const lines = markdown.split('\n');
  const examples: Example[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, fence, info] = /^(`{3,}|~{3,})\s*(.*)$/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line.startsWith(fence) && line.trim() === fence);
    const [language = '', ...words] = (info ?? '').trim().split(/\s+/);
    examples.push({ line: at + 1, language, words, text: lines.slice(at + 1, end).join('\n') });
    if (end === -1) break;
    at = end;
  }
  return examples.filter(isOfUse);
}

function isOfUse({ language, words }: Example): boolean {
  return fileOf(words) !== undefined || (['sh', 'js'].includes(language) && !words.includes('norun'));
}

const fileOf = (words: readonly string[]) => words.find((word) => word.startsWith('file='))?.slice('file='.length);

/** The examples of docs/diagnostics.md go wrong, each in its way: tests/diagnostics sees to that. */
const DOCUMENTS = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md') && name !== 'diagnostics.md')
  .map((name) => `docs/${name}`);
const chapter = (name: string) => [name, examplesIn(readFileSync(join(ROOT, name), 'utf8'))] as const;
const CHAPTERS = ['README.md', ...DOCUMENTS].map(chapter).filter(([, examples]) => examples.length > 0);
const isForClone = ({ words }: Example) => words.includes('clone');

describe('where it is installed, the examples of', () => {
  let folder: string;
  beforeAll(() => {
    folder = installPackage();
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(CHAPTERS)(
    '%s',
    (name, examples) => {
      for (const left of readdirSync(folder).filter((each) => !/^(node_modules|package.*)$/.test(each))) {
        rmSync(join(folder, left), { recursive: true });
      }
      if (name !== 'README.md') cpSync(join(ROOT, 'briefs'), join(folder, 'briefs'), { recursive: true });
      for (const example of examples.filter((each) => !isForClone(each))) run(example, folder);
    },
    600_000,
  );
});

test('in a fresh clone, what the README says of clones', () => {
  const examples = chapter('README.md')[1].filter(isForClone);
  expect(examples.length).toBeGreaterThan(0);
  const folder = cloneProject();
  try {
    for (const example of examples) run(example, folder);
    expect(existsSync(join(folder, 'output/mongolia-icc.public.sv.pdf'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);

function run({ line, language, words, text }: Example, folder: string): void {
  const file = fileOf(words);
  if (file !== undefined) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
    return;
  }
  const path = `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  const options = { cwd: folder, env, encoding: 'utf8', timeout: 500_000 } as const;
  if (language === 'js') writeFileSync(join(folder, 'example.mjs'), text);
  const result =
    language === 'sh' ? spawnSync('bash', ['-euc', text], options) : spawnSync('node', ['example.mjs'], options);
  const hasFailed = result.status !== 0;
  expect(hasFailed, `line ${line}:\n${text}\n→ ${result.status}\n${result.stdout}${result.stderr}`).toBe(
    words.includes('fails'),
  );
}

test('examples are found by their fences', () => {
  const text =
    'x\n```sh\na\nb\n```\n~~~sh norun\nc\n~~~\n````yaml file=x.yaml\n```\n````\n```sh fails\nd\n```\n```text\ne\n```\n';
  expect(examplesIn(text)).toEqual([
    { line: 2, language: 'sh', words: [], text: 'a\nb' },
    { line: 9, language: 'yaml', words: ['file=x.yaml'], text: '```' },
    { line: 12, language: 'sh', words: ['fails'], text: 'd' },
  ]);
});
