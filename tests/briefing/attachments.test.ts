import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PdfFile } from '../../src/proof/pdf/pdf-file.js';
import { type Briefed, briefpress } from '../cli/session.js';

const OLD = `briefpress: 1
title: A visit
asOf: 2024-09-01
summary: A visitor comes.
keyFacts:
  - { id: visit, text: The visit took place., sources: [press] }
  - { id: gone, text: The Marzipan convoy has been seen., sources: [press] }
sources:
  - { id: press, type: article-newspaper, title: Report, issued: 2024-08-30 }
`;
const NEW = `# Ask Cornelia before this goes out.
asOf: 2024-09-04 # not the day of the Quagmire
briefpress: 1
edition: 2
title: "A visit: the end"
supersedes: { edition: 1, file: old.yaml }
summary: |
  The visitor has left.
keyFacts:
  - { id: visit, text: 'The visit took place.', sources: [press] }
  - { id: more, text: &same The visitor has left., sources: [press] }
openQuestions:
  - question: *same # Quagmire again
sources:
  - { id: press, type: article-newspaper, title: Report, issued: 2024-08-30 }
`;

async function built(argv: readonly string[], files: Record<string, string> = {}): Promise<Briefed> {
  const run = await briefpress(['build', 'new.yaml', ...argv], {
    files: { 'old.yaml': OLD, 'new.yaml': NEW, ...files },
  });
  expect([run.code, run.stderr]).toEqual([0, '']);
  return run;
}

/** The files inside a PDF, as pdf.js finds them. */
const inside = (run: Briefed) => attachmentsIn(run.files.get('output/new.pdf') ?? new Uint8Array());

async function attachmentsIn(pdf: Uint8Array): Promise<Record<string, string>> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const files = ((await document.getAttachments()) ?? {}) as Record<string, { content: Uint8Array }>;
  await document.destroy();
  return Object.fromEntries(
    Object.entries(files).map(([name, { content }]) => [name, Buffer.from(content).toString()]),
  );
}

/** Every stream of the PDF, unpacked, and its own bytes. */
function everything(run: Briefed, name = 'new'): string {
  const bytes = run.files.get(`output/${name}.pdf`) ?? new Uint8Array();
  const file = new PdfFile(bytes);
  const streams = [...file.objects.values()].map((object) => file.data(object));
  return [Buffer.from(bytes).toString('latin1'), ...streams].join('\n');
}

describe('the files inside a PDF', () => {
  test('are the brief without its comments, the memo and the build record', async () => {
    const run = await built([]);
    const files = await inside(run);
    expect(Object.keys(files).sort()).toEqual(['briefpress.json', 'new.md', 'new.yaml']);
    expect(files['new.md']).toBe(run.text('output/new.md'));
    expect(JSON.parse(files['briefpress.json'] ?? '')).toMatchObject({ attachments: 'brief', template: 'policy-memo' });
    expect(files['new.yaml']?.split('\n').slice(0, 5)).toEqual([
      'asOf: 2024-09-04',
      'briefpress: 1',
      'edition: 2',
      'title: "A visit: the end"',
      'supersedes:',
    ]);
    expect(run.stdout).toContain('Inside 1 PDF: the brief without its comments, the memo, the build record.\n');
  });

  test('tell nothing of comments, or of what was removed since the edition before', async () => {
    const text = everything(await built([]));
    expect(text).toContain('The visitor has left.');
    for (const word of ['Cornelia', 'Quagmire', 'Marzipan', 'superseded-edition']) expect(text).not.toContain(word);
    expect(await memoOf([])).toContain('- **Removed:** key facts (1)\n');
  });

  const memoOf = async (argv: readonly string[]) => (await built([...argv, '--format', 'md'])).text('output/new.md');

  test('say the same as the brief that they were made from', async () => {
    const files = await inside(await built([]));
    const again = await built([], { 'new.yaml': files['new.yaml'] ?? '' });
    expect(await inside(again)).toEqual(files);
  });

  test('are JSON where the brief is', async () => {
    const json =
      '{ "briefpress": 1, "asOf": "2024-09-04", "title": "A visit", "summary": "Done.", "keyFacts": [{ "text": "It took place.", "sources": ["p"] }], "sources": [{ "title": "T", "id": "p", "type": "book" }] }';
    const run = await briefpress(['build', 'new.json', '--format', 'pdf'], { files: { 'new.json': json } });
    const files = await inside(run);
    expect(files['new.json']).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
  });

  test('take in the edition before where all is asked for, and no comment of it either', async () => {
    const old = `# Cornelia knows.\n${OLD.replace('comes.', 'comes.<!-- says Quagmire -->')}`;
    const run = await built(['--attach', 'all'], { 'old.yaml': old });
    const files = await inside(run);
    expect(parse(files['superseded-edition-1.yaml'] ?? '')).toEqual(parse(OLD));
    expect(everything(run)).not.toMatch(/Cornelia|Quagmire/);
    expect(run.stdout).toContain('the memo, the edition before, the build record.');
  });

  const COMMENTED = `briefpress: 1
title: A visit
asOf: 2024-09-04
marking: { tlp: AMBER }
summary: "The visitor has left.<!-- Quagmire -->"
keyFacts:
  - { text: The visit took place., sources: [press], tlp: CLEAR }
  - { text: { en: "It ended<!-- Quagmire\\nhere --> well." }, sources: [press], tlp: CLEAR }
background: |
  <!-- Quagmire
  and more -->
  He came on a *Monday*. \`<!-- Code -->\` stays.

  \`\`\`
  <!-- Fence -->
  \`\`\`

  - one <!-- Quagmire -->
annexes: [{ title: The report, file: annex.md, tlp: CLEAR }]
sources: [{ id: press, type: book, title: Report, tlp: CLEAR }]
editions:
  - id: wire
    maxTlp: CLEAR
    overrides:
      title: A visit
      summary: "It is over.<!-- Quagmire -->"
      background: "\`<!-- Code -->\`, \`<!-- Fence -->\`"
`;
  const ANNEX = 'The report.\n\n<!-- Quagmire -->\n\n> so <!-- Quag\n> mire -->\n';

  test.each([
    ['new', ['--attach', 'brief']],
    ['new', ['--attach', 'all']],
    ['new', ['--attach', 'none']],
    ['new.wire', ['--edition', 'wire']],
  ])('tell nothing of comments in texts: %s %j', async (name, argv) => {
    const files = { 'new.yaml': COMMENTED };
    const run = await briefpress(['build', 'new.yaml', ...argv], { files: { ...files, 'annex.md': ANNEX } });
    expect(run.stderr).not.toContain('error');
    const pdf = run.files.get(`output/${name}.pdf`) ?? new Uint8Array();
    const kept = Object.values(await attachmentsIn(pdf)).join('\n');
    const said = /.{0,60}(?:Quag|mire -->).{0,20}/.exec(everything(run, name) + run.text(`output/${name}.md`))?.[0];
    expect(said).toBeUndefined();
    if (!argv.includes('none')) for (const word of ['<!-- Code -->', '<!-- Fence -->']) expect(kept).toContain(word);
    const verified = await briefpress(['verify', 'x.pdf'], { files: { 'x.pdf': pdf, 'annex.md': ANNEX } });
    expect(verified.code).toBe(argv.includes('none') ? 2 : 0);
  });

  test('say what has changed as the whole brief does, whatever was said in comments', async () => {
    const [old, now] = [OLD, NEW].map((text) =>
      text.replace(/'?The visit took place\.'?/, '"The visit took place.<!-- Quagmire -->"'),
    );
    const files = { 'old.yaml': old ?? '', 'new.yaml': now?.replace('<!-- Quagmire -->', '') ?? '' };
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], { files });
    expect(run.text('output/new.md')).not.toContain('**Changed:** _key facts:_');
    const both = await briefpress(['build', 'new.yaml'], { files: { ...files, 'new.yaml': now ?? '' } });
    const pdf = both.files.get('output/new.pdf') ?? new Uint8Array();
    const verified = await briefpress(['verify', 'x.pdf'], { files: { 'x.pdf': pdf, 'old.yaml': old ?? '' } });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
  });

  test('are none where none is asked for', async () => {
    const run = await built(['--attach', 'none']);
    expect(await inside(run)).toEqual({});
    expect(everything(run)).not.toContain('EmbeddedFile');
    expect(run.stdout).toContain('Inside 1 PDF: the pages alone.\n');
  });

  test.each([
    [`${NEW}layout: { attachments: none }\n`, [], {}, 0],
    [`${NEW}layout: { attachments: none }\n`, ['--attach', 'all'], {}, 4],
    [NEW, [], { 'briefpress.config.yaml': 'attachments: none\n' }, 0],
    [NEW, ['--attach', 'brief'], { 'briefpress.config.yaml': 'attachments: none\n' }, 3],
  ])('are chosen by the brief, the configuration or the command line', async (text, argv, files, count) => {
    expect(Object.keys(await inside(await built(argv, { 'new.yaml': text, ...files })))).toHaveLength(count);
  });

  test('are listed in the report for programs', async () => {
    const run = await built(['--json']);
    const [made] = JSON.parse(run.stdout).briefs;
    expect(made.outputs).toMatchObject([
      { attachments: ['new.md', 'new.yaml', 'briefpress.json'] },
      { attachments: [] },
    ]);
  });
});
