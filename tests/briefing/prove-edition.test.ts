import { describe, expect, test } from 'vitest';
import { briefpress } from '../cli/session.js';

/** A brief that withholds `names` from an edition for anybody. */
const briefWith = (...names: readonly string[]) => `briefpress: 1
id: base
title: Whole title
asOf: 2024-09-04
summary: Summary of the whole for us alone here.
marking: { tlp: AMBER }
editions:
  - id: press
    maxTlp: CLEAR
    overrides: { title: A title for the press, summary: A short account. }
stakeholders:
${names.map((name) => `  - { name: "${name}", kind: other }`).join('\n')}
keyFacts:
  - text: The visit was the first.
    tlp: CLEAR
    sources: [press-0903]
  - text: We will say no in the end.
    audiences: [internal]
    sources: [press-0903]
quotes:
  - { speaker: A minister, tlp: CLEAR, text: Vi kommer, lang: sv, source: press-0903, translations: [{ lang: en, text: We come, by: own }] }
sources:
  - { id: press-0903, tlp: CLEAR, type: article-newspaper, title: Report on the visit, issued: 2024-09-03 }
`;

function build(names: readonly string[], files: Readonly<Record<string, string>> = {}, ...options: readonly string[]) {
  const all = { 'base.yaml': briefWith(...names), ...files };
  return briefpress(['build', 'base.yaml', '--edition', 'press', '--quiet', ...options], { files: all });
}

/** Whatever the program prints of itself in every document, whoever may read it. */
const OF_THE_PROGRAM = [
  ...['External', 'Version', 'Property', 'Protocol', 'Traffic Light Protocol', 'Identifier of the brief', 'Schema'],
  ...['September', '4 September 2024', 'Swedish', 'Key facts', 'Sources', 'Information memo', 'Briefpress', 'Markdown'],
  ...['The same briefing as a memo in Markdown', 'The brief that this document was made from', 'sRGB', 'Page 1 of 1'],
];

test('what the program prints of itself is no leak', async () => {
  const run = await build(OF_THE_PROGRAM);
  expect(run.stderr).not.toContain('edition-leak');
  expect(run.code).toBe(0);
  expect(run.files.has('output/base.press.pdf')).toBe(true);
});

test('a short text is named when the edition is built', async () => {
  const run = await build(['EU']);
  expect(run.stderr).toContain('edition-not-searched');
  expect(run.stderr).toContain('"EU" (`name` of the 1st stakeholder)');
  expect(run.code).toBe(0);
});

describe('what a user’s own materials say is searched', () => {
  const pack = (line: string) => ({
    'mine/pack.yaml': 'title: Mine\n',
    'mine/print.md.hbs': `{{> masthead}}\n{{> bottom-line}}\n{{> key-facts}}\n{{> sources}}\n\n${line}\n`,
    'mine/memo.md.hbs': '{{> front-matter}}\n{{> memo-head}}\n{{> bottom-line}}\n{{> key-facts}}\n{{> sources}}\n',
  });

  test.each([
    ['Operation Blue Heron', 'Prepared with help of Operation Blue Heron.'],
    ['MI6', 'Prepared with help of MI6.'],
    ['+976 9911 2233', 'Telephone +976 99 11 22 33'],
    ['Swedish', 'Translated by the Swedish desk.'],
  ])('a template that says %j', async (name, line) => {
    const run = await build([name], pack(line), '--template', 'mine');
    // The name of a language is a word of the program's in this document, and a word like any other.
    const isOfProgram = name === 'Swedish';
    expect(run.code).toBe(isOfProgram ? 0 : 1);
    expect(run.stderr.includes('edition-leak')).toBe(!isOfProgram);
  });

  test('a comment in a template is not printed', async () => {
    const run = await build(['Operation Blue Heron'], pack('{{!-- Operation Blue Heron --}}'), '--template', 'mine');
    expect(run.code).toBe(0);
  });

  test('a theme whose logo says it', async () => {
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="5" y="20" font-size="12">${text}</text></svg>`;
    const theme = (text: string) => ({ 'mine.yaml': 'logo: { file: logo.svg, width: 40 }\n', 'logo.svg': svg(text) });
    const leak = await build(['Operation Blue Heron'], theme('Operation Blue Heron'), '--theme', 'mine.yaml');
    expect(leak.stderr).toContain('edition-leak');
    const clean = await build(['Operation Blue Heron'], theme('Ministry'), '--theme', 'mine.yaml');
    expect(clean.code).toBe(0);
  });
});
