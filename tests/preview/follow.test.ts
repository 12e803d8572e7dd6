import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/preview/brief-folder.js';
import type { PreviewSettings } from '../../src/preview/preview-settings.js';
import type { Memo, State } from '../../src/preview/protocol.js';
import type { Preview } from '../../src/preview/server.js';
import { readAsset } from '../../src/workspace/installation.js';
import { ask, BRIEF, folderWith, previewOf, stateWhere } from './preview-server.js';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const PASSAGE = 'The minister said: We regret the delay.\n';
const KEPT = hashOf(new TextEncoder().encode(PASSAGE));
const QUOTING = BRIEF.replace(
  'issued: 2024-09-03\n',
  `issued: 2024-09-03\n    snapshot: { file: press.txt, sha256: ${KEPT} }\nquotes:\n  - text: We regret the delay\n    speaker: The minister\n    source: press\n`,
);

const fontOf = (name: string) => readAsset(name);

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly materials?: PreviewSettings['materials'];
  /** The file that is saved, and what it says then. */
  readonly saved: readonly [string, string | Uint8Array];
}

const CASES: Readonly<Record<string, Case>> = {
  'a picture': {
    files: { 'visit.yaml': `${BRIEF}background: "![A square](x.svg)"\n`, 'x.svg': SQUARE },
    saved: ['x.svg', SQUARE.replace('height="9"/>', 'height="5"/>')],
  },
  'an annex': {
    files: { 'visit.yaml': `${BRIEF}annexes: [{ title: The law, file: law.md }]\n`, 'law.md': 'Old words.\n' },
    saved: ['law.md', 'New words.\n'],
  },
  'a theme of the brief': {
    files: { 'visit.yaml': `${BRIEF}layout: { theme: own.yaml }\n`, 'own.yaml': 'sizes: { title: 20 }\n' },
    saved: ['own.yaml', 'sizes: { title: 30 }\n'],
  },
  'a theme of the command': {
    files: { 'visit.yaml': BRIEF, 'own.yaml': 'sizes: { title: 20 }\n' },
    materials: { theme: 'own.yaml' },
    saved: ['own.yaml', 'sizes: { title: 30 }\n'],
  },
  'the logo of a theme of the command, which lies elsewhere': {
    files: {
      'visit.yaml': BRIEF,
      'house/own.yaml': 'logo: { file: ../marks/mark.svg, width: 20 }\n',
      'marks/mark.svg': SQUARE,
    },
    materials: { theme: 'house/own.yaml' },
    saved: ['marks/mark.svg', SQUARE.replace('height="9"/>', 'height="5"/>')],
  },
  'a font of a theme of the command': {
    files: {
      'visit.yaml': BRIEF,
      'house/own.yaml': 'fonts: { body: Mine }\nfontFiles: { Mine: { normal: ../letters/mine.ttf } }\n',
      'letters/mine.ttf': fontOf('SourceSans3_400Regular.ttf'),
    },
    materials: { theme: 'house/own.yaml' },
    saved: ['letters/mine.ttf', fontOf('SourceSerif4_400Regular.ttf')],
  },
  labels: {
    files: { 'visit.yaml': BRIEF, 'words/en.yaml': 'labels: { keyFacts: Old words }\n' },
    materials: { labels: 'words' },
    saved: ['words/en.yaml', 'labels: { keyFacts: New words }\n'],
  },
  'a template': {
    files: {
      'visit.yaml': BRIEF,
      'pack/pack.yaml': 'title: Mine\n',
      'pack/print.md.hbs': '# {{title}}\n\nOld words.\n',
      'pack/memo.md.hbs': '# {{title}}\n',
    },
    materials: { template: 'pack' },
    saved: ['pack/print.md.hbs', '# {{title}}\n\nNew words.\n'],
  },
};

test.each(Object.entries(CASES))(
  '%s that is saved is shown',
  async (_name, { files, materials = {}, saved: [name, text] }) => {
    const folder = folderWith({});
    const write = (path: string, content: string | Uint8Array) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    for (const [path, content] of Object.entries(files)) write(path, content);
    const preview = await previewOf(folder, 'visit.yaml', { port: 0 }, { materials });
    const first = await stateWhere(preview, isShown);
    const before = await documentOf(preview, first);
    // A folder may not be watched yet when its files are saved for the first time.
    const saving = setInterval(() => write(name, text), 1000);
    write(name, text);
    let shown = first;
    // A document that was begun before the save may come first.
    for (let document = before; isDeepStrictEqual(document, before); document = await documentOf(preview, shown)) {
      const { version } = shown.document ?? {};
      shown = await stateWhere(preview, (state) => isShown(state) && state.document?.version !== version);
    }
    clearInterval(saving);
    expect(shown.hash).toBe(first.hash);
  },
);

test.each([
  ['a picture', 'image-missing', `${BRIEF}background: "![A square](x.svg)"\n`, ['x.svg', SQUARE]],
  ['a kept copy', 'snapshot-missing', QUOTING, ['press.txt', PASSAGE]],
] as const)('%s that was not there is shown when it is', async (_name, code, brief, [name, text]) => {
  const folder = folderWith({ 'visit.yaml': brief });
  const preview = await previewOf(folder, 'visit.yaml');
  const failed = await stateWhere(preview, ({ build }) => build.status === 'failed');
  expect(failed.problems.map((each) => each.code)).toContain(code);
  writeFileSync(join(folder, name), text);
  await stateWhere(preview, isShown);
});

test('a kept copy that is saved is compared with the quotations again', async () => {
  const folder = folderWith({ 'visit.yaml': QUOTING, 'press.txt': PASSAGE });
  const preview = await previewOf(folder, 'visit.yaml');
  await stateWhere(preview, isShown);
  writeFileSync(join(folder, 'press.txt'), 'The minister said nothing.\n');
  const failed = await stateWhere(preview, ({ build }) => build.status === 'failed');
  expect(failed.problems.map(({ field }) => field)).toContain('sources[0].snapshot.sha256');
});

const isShown = ({ build, document }: State) => build.status === 'ready' && document !== null && !document.isStale;

async function documentOf(preview: Preview, { document }: State): Promise<unknown> {
  const memo = (await (await ask(preview, `api/documents/${document?.version}/memo`)).json()) as Memo;
  const pdf = await (await ask(preview, `api/documents/${document?.version}/pdf`)).arrayBuffer();
  expect(memo.markdown).toMatch(/\S/);
  return { memo, pdf: hashOf(new Uint8Array(pdf)) };
}
