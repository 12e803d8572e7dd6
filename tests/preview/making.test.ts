import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { error } from '../../src/diagnostics/diagnostic.js';
import { hashOf } from '../../src/preview/brief-folder.js';
import type { DocumentJob, DocumentMaking } from '../../src/preview/document-job.js';
import { DocumentMaker } from '../../src/preview/document-maker.js';
import type { Memo } from '../../src/preview/protocol.js';
import type { Completion, EditAnswer, KeptPassage } from '../../src/preview/protocol-editing.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';
import { ask, BRIEF, folderWith, isReady, previewOf, stateWhere } from './preview-server.js';

/** Makes documents as a worker does: somewhere else, and no sooner than it is let. */
class HeldMaking implements DocumentMaking {
  readonly jobs: DocumentJob[] = [];
  readonly #maker: DocumentMaker;
  #isHeld = false;
  #letGo = () => {};
  breaks = false;

  constructor(folder: string) {
    this.#maker = new DocumentMaker(diskWorkspace(folder), { materials: {}, building: {} });
  }

  hold(): void {
    this.#isHeld = true;
  }

  letGo(): void {
    this.#isHeld = false;
    this.#letGo();
  }

  async run(job: DocumentJob): Promise<unknown> {
    this.jobs.push(job);
    if (this.#isHeld && job.task === 'make') await new Promise<void>((resolve) => (this.#letGo = resolve));
    if (this.breaks) throw new Error('a worker ended with exit code 134');
    // What comes from a worker is a copy, of plain data alone.
    return structuredClone(await this.#maker.run(structuredClone(job)));
  }

  async end(): Promise<void> {
    this.letGo();
  }
}

type Held = Awaited<ReturnType<typeof held>>;

async function held() {
  const folder = folderWith({ 'visit.yaml': BRIEF });
  const making = new HeldMaking(folder);
  const preview = await previewOf(
    folder,
    'visit.yaml',
    { port: 0 },
    {
      making: () => making,
      faultOf: (fault) => error('internal', String(fault)),
    },
  );
  onTestFinished(() => making.letGo());
  const first = await stateWhere(preview, isReady);
  const write = (from: string, to: string) => writeFileSync(join(folder, 'visit.yaml'), BRIEF.replace(from, to));
  /** Done when the second document is being made. */
  const second = () => expect.poll(() => making.jobs.filter(({ task }) => task === 'make').length).toBe(2);
  return { folder, making, preview, first, write, second };
}

test('while a document is made, everything else is answered', async () => {
  const { folder, making, preview, first, write, second } = await held();
  making.hold();
  write('Somebody came.', 'Somebody went.');
  await second();
  const text = readFileSync(join(folder, 'visit.yaml'), 'utf8');
  const edited = await ask(preview, 'api/edit', {
    brief: 'visit.yaml',
    text,
    changes: [{ op: 'set', path: ['status'], value: 'draft' }],
  });
  expect(((await edited.json()) as EditAnswer).text).toContain('status: draft');
  const completed = await ask(preview, 'api/complete', { brief: 'visit.yaml', text: 'sta', offset: 3 });
  expect(((await completed.json()) as Completion).options).not.toEqual([]);
  const saved = { brief: 'visit.yaml', base: text, text: `${text}# saved\n` };
  expect((await ask(preview, 'api/text', saved, 'PUT')).status).toBe(200);
  expect(readFileSync(join(folder, 'visit.yaml'), 'utf8')).toContain('# saved');
  // What was made before is there still.
  expect((await ask(preview, `api/documents/${first.document?.version}/memo`)).status).toBe(200);
  expect(preview.session.state.build.status).toBe('building');
});

test('a choice that is made meanwhile takes the place of what is being made', async () => {
  const { making, preview, first, second } = await held();
  const versions = new Set<string | undefined>();
  preview.session.subscribe(({ document }) => versions.add(document?.version));
  making.hold();
  const letter = ask(preview, 'api/choose', { paper: 'LETTER' });
  await second();
  const a4 = preview.session.choose({ paper: 'A4' });
  making.letGo();
  await Promise.all([letter, a4]);
  const state = await stateWhere(preview, isReady);
  expect(state.chosen.paper).toBe('A4');
  // The document on letter paper was never shown, and that on A4 is the one that was.
  expect([...versions]).toEqual([first.document?.version]);
});

test('who writes without a pause sees what was made meanwhile, and the newest at last', async () => {
  const { making, preview, write, second } = await held();
  const summaries: string[] = [];
  making.hold();
  write('Somebody came.', 'The first change.');
  await second();
  const base = BRIEF.replace('Somebody came.', 'The first change.');
  const text = BRIEF.replace('Somebody came.', 'The second change.');
  const saved = await ask(preview, 'api/text', { brief: 'visit.yaml', base, text }, 'PUT');
  const { hash } = (await saved.json()) as { hash: string };
  const end = preview.session.subscribe(({ document }) => {
    if (document !== null && !summaries.includes(document.version)) summaries.push(document.version);
  });
  making.letGo();
  const last = await stateWhere(preview, (state) => isReady(state) && state.hash === hash);
  end();
  expect(summaries).toHaveLength(2);
  const memo = (await (await ask(preview, `api/documents/${last.document?.version}/memo`)).json()) as Memo;
  expect(memo.markdown).toContain('The second change.');
});

test('mistakes that a newer change may have mended are not shown', async () => {
  const { making, preview, write, second } = await held();
  const statuses = new Set<string>();
  preview.session.subscribe(({ build }) => statuses.add(build.status));
  making.hold();
  write('[press]', '[pres]');
  await second();
  write('Somebody came.', 'Somebody went.');
  making.letGo();
  await stateWhere(preview, (state) => isReady(state) && state.revision > 4);
  expect(statuses).not.toContain('failed');
});

test('what breaks a worker costs one document, and is said', async () => {
  const { making, preview, first, write } = await held();
  making.breaks = true;
  write('Somebody came.', 'Somebody went.');
  const failed = await stateWhere(preview, ({ build }) => build.status === 'failed');
  expect(failed.problems.map(({ message }) => message).join()).toContain('a worker ended with exit code 134');
  expect(failed.document).toEqual({ ...first.document, isStale: true });
  making.breaks = false;
  write('Somebody came.', 'Somebody stayed.');
  await stateWhere(preview, isReady);
});

test('what is the same in everything stays the document that is shown', async () => {
  const { folder, preview, first, write } = await held();
  await preview.session.rebuild();
  expect(preview.session.state.document?.version).toBe(first.document?.version);
  // Its lines are others, and its pages are not.
  write('# What this is about\n', '# What this is about\n# in short\n');
  const other = await stateWhere(
    preview,
    (state) => isReady(state) && state.document?.version !== first.document?.version,
  );
  writeFileSync(join(folder, 'visit.yaml'), BRIEF);
  await stateWhere(preview, (state) => isReady(state) && state.document?.version !== other.document?.version);
});

test('the pages can be asked for, and the text is read, while they are made', async () => {
  const { making, preview, first, write, second } = await held();
  making.hold();
  write('Somebody came.', 'Somebody went.');
  await second();
  const { build, hash } = preview.session.state;
  expect(build.status).toBe('building');
  expect(hash).not.toBe(first.hash);
  const asked = ask(preview, `api/documents/${build.coming}/pdf`);
  expect((await ask(preview, `api/documents/${build.coming}/memo`)).status).toBe(410);
  making.letGo();
  const answer = await asked;
  expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 5)).toEqual(Buffer.from('%PDF-'));
  const next = await stateWhere(preview, isReady);
  expect(next.document?.version).toBe(build.coming);
  expect(next.build.coming).toBeNull();
});

test.each([
  ['has mistakes', 'failed', ({ write }: Held) => write('[press]', '[pres]')],
  [
    'breaks',
    'failed',
    (given: Held) => {
      given.making.breaks = true;
      given.write('came.', 'went.');
    },
  ],
])('who asks for the pages of what %s is told that there are none', async (_what, status, change) => {
  const given = await held();
  given.making.hold();
  change(given);
  await given.second();
  const asked = ask(given.preview, `api/documents/${given.preview.session.state.build.coming}/pdf`);
  given.making.letGo();
  expect((await asked).status).toBe(410);
  await stateWhere(given.preview, ({ build }) => build.status === status);
});

test('who asks for pages when the preview ends is not left waiting', async () => {
  const { making, preview, write, second } = await held();
  making.hold();
  write('Somebody came.', 'Somebody went.');
  await second();
  const asked = ask(preview, `api/documents/${preview.session.state.build.coming}/pdf`);
  await expect.poll(async () => (await ask(preview, 'api/state')).status).toBe(200);
  const end = preview.stop();
  expect((await asked).status).toBe(410);
  await end;
});

test('a kept copy is read, and quoted from, beside the document that is being made', async () => {
  const passage = 'The minister said: We regret the delay.\n';
  const sha256 = hashOf(new TextEncoder().encode(passage));
  const text = `${BRIEF}    snapshot: { file: press.txt, sha256: ${sha256} }\n`;
  const folder = folderWith({ 'visit.yaml': text, 'press.txt': passage });
  const makings: HeldMaking[] = [];
  const making = () => {
    const made = new HeldMaking(folder);
    makings.push(made);
    return made;
  };
  const preview = await previewOf(folder, 'visit.yaml', { port: 0 }, { making });
  await stateWhere(preview, isReady);
  makings[0]?.hold();
  onTestFinished(() => makings[0]?.letGo());
  writeFileSync(join(folder, 'visit.yaml'), text.replace('Somebody came.', 'Somebody went.'));
  await stateWhere(preview, ({ build }) => build.status === 'building');
  const copy = (await (await ask(preview, 'api/copies/press')).json()) as KeptPassage;
  expect(copy.text).toContain('We regret the delay.');
  const wanted = { brief: 'visit.yaml', text, source: 'press', speaker: 'The minister', words: 'We regret the delay' };
  const quoted = (await (await ask(preview, 'api/quote', wanted)).json()) as EditAnswer;
  expect(quoted.text).toContain('text: We regret the delay');
  expect(preview.session.state.build.status).toBe('building');
  expect(makings.map(({ jobs }) => jobs.map(({ task }) => task).filter((task) => task !== 'parts'))).toEqual([
    ['make', 'make'],
    ['copy', 'quote'],
  ]);
});
