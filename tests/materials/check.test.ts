import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../src/materials/font-files.js';
import { checkOpened, Materials, makeDocument } from '../../src/materials/make-document.js';
import { openText } from '../../src/materials/open-brief.js';
import { redactAsAsked } from '../../src/redaction/redact-brief.js';
import { readAsset } from '../../src/workspace/installation.js';
import { type MemoryEntry, MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { brief, briefpress } from '../cli/session.js';

/** Ways to spoil a brief that only show when it is made: what it gains, and what else it needs on the disk. */
const FAULTS: readonly (readonly [code: string, more: string, files?: Record<string, MemoryEntry>])[] = [
  ['image-missing', 'background: "![map](map.png)"\n'],
  ['file-outside-folder', 'analysis: "![map](../map.png)"\n'],
  ['image-unsupported', 'background: "![map](map.webp)"\n', { 'map.webp': 'RIFF0000WEBP' }],
  ['glyph-missing', 'subtitle: "Egyptian \\U0001304B"\n'],
  ['glyph-missing', 'glossary: [{ term: "\\U0001304B", meaning: A bird. }]\n'],
  ['template-missing-requirement', 'layout: { template: read-ahead }\n'],
  ['template-not-found', 'layout: { template: no-such-pack }\n'],
  ['theme-invalid', 'layout: { theme: mine.yaml }\n', { 'mine.yaml': 'colours:\n  acent: "#123456"\n' }],
  ['file-not-found', 'layout: { theme: none.yaml }\n'],
  ['page-overflow', `status: cleared\nlayout: { maxPages: 1 }\nbackground: |\n${'  A word.\n\n'.repeat(90)}`],
  ['image-missing', 'annexes: [{ title: Law, body: "![map](map.png)" }]\n'],
  ['file-not-found', 'annexes: [{ title: Law, file: law.md }]\n'],
  ['edition-override-missing', 'marking: { tlp: AMBER }\neditions: [{ id: partners, maxTlp: GREEN }]\n'],
];

const LONG = `background: |\n${'  A word.\n\n'.repeat(90)}`;

/** What may be found while a document is printed, and what is nearly so: how it is checked depends on it. */
const BORDERS: readonly (readonly [what: string, more: string, files?: Record<string, MemoryEntry>])[] = [
  ['nothing', ''],
  ['letters and signs that all fonts have', 'subtitle: "Ελλάδα, Өндөр, ﬁ ☐ ≥ 5 €"\n'],
  ['letters that one font has', 'subtitle: "مذكرة"\n'],
  [
    'a character that no font has, in another language',
    'languages: [en, sv]\nsubtitle: { en: A, sv: "\\U0001304B" }\n',
  ],
  [
    'a picture',
    'background: "![map](map.svg)"\n',
    { 'map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>' },
  ],
  ['a limit of pages that is kept', 'layout: { maxPages: 1 }\n'],
  ['a limit of pages in a draft', `layout: { maxPages: 1 }\n${LONG}`],
  ['a limit of pages that is tightened to', `status: cleared\nlayout: { maxPages: 2, onOverflow: tighten }\n${LONG}`],
  ['a template for two pages', `layout: { template: two-pager }\n${LONG}`],
  ['any number of pages', `status: cleared\n${LONG}`],
  ['a theme that comes along', 'layout: { theme: greyscale }\n'],
  [
    'fewer fonts',
    'subtitle: "☎ ☂"\nlayout: { theme: a.yml }\n',
    { 'a.yml': 'fonts: { fallback: { serif: [], sans: [] } }\n' },
  ],
  [
    'typographic marks that no font has',
    'languages: [ja]\nsubtitle: \'"A"\'\nlayout: { theme: a.yml }\n',
    { 'a.yml': 'text: { smart: true }\n' },
  ],
  ['a logo that is none', 'layout: { theme: a.yml }\n', { 'a.yml': 'logo: { file: b.png }\n', 'b.png': 'GIF89a' }],
  [
    'a chart',
    'analysis: ":::chart{#a}\\n:::"\nfigures: [{ id: a, kind: bars, title: A, columns: [B, C], rows: [[D, 1], [E, 2]], sources: [press] }]\n',
  ],
];

const everyDocument = ['--lang', 'all', '--all-editions', '--diagnostics', 'json'];

/** `code file:line:column message` of every error, or of what else is asked for. */
async function errors(
  argv: readonly string[],
  files: Record<string, MemoryEntry>,
  severities: readonly string[] = ['error'],
): Promise<readonly string[]> {
  const run = await briefpress(argv, { files });
  const { diagnostics } = JSON.parse(run.stdout || run.stderr) as { diagnostics: readonly Printed[] };
  return diagnostics
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code, file, line, column, message }) => `${code} ${file}:${line}:${column} ${message}`)
    .sort();
}

interface Printed {
  readonly severity: string;
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** A font that can be measured, and whose outlines are nowhere: that is found when it is cut down for the file. */
function fontWithoutOutlines(): Uint8Array {
  const font = Uint8Array.from(readAsset(basename(FONT_FILES['Source Sans 3']?.normal ?? '')));
  const view = new DataView(font.buffer);
  const recordOf = (tag: string) => {
    let record = 12;
    while (Buffer.from(font.subarray(record, record + 4)).toString() !== tag) record += 16;
    return record;
  };
  // Another font than ours of the same name.
  view.setUint32(view.getUint32(recordOf('head') + 8) + 8, 1);
  const record = recordOf('loca');
  const [start, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
  font.fill(0x7f, start + 8, start + length);
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (font[start + at] ?? 0) * 2 ** (24 - 8 * (at % 4));
  view.setUint32(record + 4, sum % 2 ** 32);
  return font;
}

describe('check says what build would say', () => {
  test('of a font that cannot be cut down, though no PDF is kept', async () => {
    const theme = 'fontFiles: { Own: { normal: own.ttf } }\nfonts: { body: Own }\n';
    const files = {
      'a.yaml': brief('layout: { theme: own.yaml }\n'),
      'own.yaml': theme,
      'own.ttf': fontWithoutOutlines(),
    };
    const checked = await errors(['check', 'a.yaml', '--format', 'json'], files);
    expect(checked).toMatchObject([expect.stringContaining('theme-invalid')]);
    expect(await errors(['build', 'a.yaml', ...everyDocument], files)).toEqual(checked);
  });

  test('and makes no more of a document than can have faults in it', async () => {
    const workspace = memoryWorkspace(new MemoryFiles({}));
    const materials = new Materials(workspace);
    const choices = { formats: ['pdf'], isCheck: true } as const;
    const checked = async (more: string) => {
      const opened = openText(workspace, { text: brief(more), file: 'a.yaml', folder: '/desk' });
      if (!opened.loaded.ok) throw new Error('the brief is sound');
      return makeDocument(opened.loaded.value, choices, opened, materials);
    };
    const composed = await checked('');
    expect(composed).toMatchObject({ ok: true, value: { pages: 0 } });
    const laidOut = await checked('layout: { maxPages: 3 }\n');
    expect(laidOut).toMatchObject({ ok: true, value: { pages: 1 } });
    expect(laidOut.ok && laidOut.value.pdf).toBeUndefined();
    const partners = brief('marking: { tlp: GREEN }\neditions: [{ id: partners, maxTlp: GREEN }]\n');
    const withEdition = openText(workspace, { text: partners, file: 'a.yaml', folder: '/desk' });
    if (!withEdition.loaded.ok) throw new Error('the brief is sound');
    const redacted = redactAsAsked(withEdition.loaded.value, { edition: 'partners' });
    const made = redacted.ok && (await makeDocument(redacted.value, choices, withEdition, materials));
    if (made === false || !made.ok) throw new Error(JSON.stringify([redacted.diagnostics, made]));
    expect(made.value.pdf?.length).toBeGreaterThan(1000);
  });

  test.each(FAULTS.map(([code, more, extra]) => ({ code, more, extra })))(
    '$code: $more',
    async ({ code, more, extra = {} }) => {
      const files = { 'a.yaml': brief(more), ...extra };
      const checked = await errors(['check', 'a.yaml', '--format', 'json'], files);
      expect(checked.map((each) => each.split(' ')[0])).toContain(code);
      expect(await errors(['build', 'a.yaml', ...everyDocument], files)).toEqual(checked);
    },
  );

  test.each(BORDERS.map(([what, more, extra]) => ({ what, more, extra })))(
    'and warns of what it would warn of: $what',
    async ({ more, extra = {} }) => {
      const files = { 'a.yaml': brief(more), ...extra };
      const both = ['error', 'warning'];
      const checked = await errors(['check', 'a.yaml', '--format', 'json'], files, both);
      expect(await errors(['build', 'a.yaml', ...everyDocument], files, both)).toEqual(checked);
    },
  );

  test('but not how the pages were set, as it keeps none', async () => {
    const said = new Set<string>();
    for (const count of [7, 8, 9, 10, 11]) {
      const paragraph = `  ${'Words of it that fill the line. '.repeat(11)}\n\n`;
      const files = { 'a.yaml': brief(`status: cleared\nbackground: |\n${paragraph.repeat(count)}`) };
      for (const argv of [
        ['check', 'a.yaml', '--format', 'json'],
        ['build', 'a.yaml', ...everyDocument],
      ]) {
        for (const each of await errors(argv, files, ['info'])) said.add(`${argv[0]} ${each.split(' ')[0]}`);
      }
    }
    expect([...said]).toEqual(['build page-fit']);
  });

  test('of any mixture of faults, in two languages', async () => {
    const mixture = fc.uniqueArray(fc.nat(FAULTS.length - 1), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(mixture, fc.boolean(), async (chosen, twice) => {
        const fields = new Map(
          chosen.flatMap((index) => {
            const [, more, extra] = FAULTS[index] ?? ['', ''];
            return [[more.split(':')[0], { more, extra }] as const];
          }),
        );
        const spoilt = [...fields.values()];
        const more = spoilt.map((each) => each.more).join('') + (twice ? 'languages: [en, sv]\n' : '');
        const files = { 'a.yaml': brief(more), ...Object.assign({}, ...spoilt.map((each) => each.extra ?? {})) };
        const checked = await errors(['check', 'a.yaml', '--format', 'json'], files);
        const built = await errors(['build', 'a.yaml', ...everyDocument], files);
        expect(built.filter((each) => !checked.includes(each))).toEqual([]);
        expect(built.length === 0).toBe(checked.length === 0);
      }),
      { numRuns: 15, seed: 7 },
    );
  }, 120_000);

  test('with the same template, theme, labels, fonts and paper', async () => {
    const files = { 'a.yaml': brief(), 'mine.yaml': 'sizes: { titel: 30 }\n', 'config.yaml': 'theme: mine.yaml\n' };
    for (const argv of [
      ['--theme', 'mine.yaml'],
      ['--config', 'config.yaml'],
    ]) {
      const run = await briefpress(['check', 'a.yaml', ...argv], { files });
      expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('Did you mean `title`?')]);
    }
    expect((await briefpress(['check', 'a.yaml', '--template', 'read-ahead'], { files })).code).toBe(1);
  });

  test('and of two briefs that would write one file', async () => {
    const files = { 'a.yaml': brief('id: same\n'), 'b.yaml': brief('id: same\n') };
    const run = await briefpress(['check', 'a.yaml', 'b.yaml'], { files });
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('would both be written to')]);
  });

  test('and writes nothing', async () => {
    const run = await briefpress(['check', 'a.yaml'], { files: { 'a.yaml': brief() } });
    expect([run.code, run.stderr, [...run.files.keys()]]).toEqual([0, '', ['a.yaml']]);
  });
});

describe('evidence', () => {
  test('is checked once a brief, in however many documents', async () => {
    const kept = 'The minister said: We regret the delay.';
    const sha256 = createHash('sha256').update(kept).digest('hex');
    const snapshot = `    title: Report\n    tlp: GREEN\n    snapshot: { file: kept.txt, sha256: ${sha256} }\n`;
    const text = `${brief().replace('    title: Report\n', snapshot).replace('  - text: The', '  - tlp: GREEN\n    text: The')}
marking: { tlp: AMBER }
languages: [en, sv]
quotes: [{ text: We regret the delay., lang: en, speaker: Minister, source: press }]
editions: [{ id: partners, maxTlp: GREEN, overrides: { title: A visit, summary: A visit. } }]
`;
    const disk = memoryWorkspace(new MemoryFiles({ '/desk/kept.txt': kept }));
    let reads = 0;
    const workspace: Workspace = {
      ...disk,
      readWithin(folder, path, limit) {
        if (path === 'kept.txt') reads += 1;
        return disk.readWithin(folder, path, limit);
      },
    };
    const opened = openText(workspace, { text, file: 'a.yaml', folder: '/desk' });
    expect(opened.loaded.ok).toBe(true);
    await checkOpened(opened, { formats: ['md'] }, new Materials(workspace));
    expect(reads).toBe(1);
  });
});
