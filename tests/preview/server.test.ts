import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { State } from '../../src/preview/protocol.js';
import type { BriefText, EditAnswer, SaveAnswer } from '../../src/preview/protocol-editing.js';
import type { Preview } from '../../src/preview/server.js';
import { ask, BRIEF, folderWith, isReady, previewOf, stateWhere } from './preview-server.js';

const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

async function shown(files: Readonly<Record<string, string>> = { 'visit.yaml': BRIEF }, target = 'visit.yaml') {
  const folder = folderWith(files);
  const preview = await previewOf(folder, target);
  await stateWhere(preview, isReady);
  const write = (text: string, name = 'visit.yaml') => writeFileSync(join(folder, name), text);
  const read = (name = 'visit.yaml') => readFileSync(join(folder, name), 'utf8');
  return { folder, preview, write, read };
}

const versionIsNot = (version: string | undefined) => (state: State) =>
  isReady(state) && state.document?.version !== version;

test('makes the document that build makes, and follows what is saved', async () => {
  const { preview, write } = await shown();
  const { document } = preview.session.state;
  const pdf = new Uint8Array(await (await ask(preview, `api/documents/${document?.version}/pdf`)).arrayBuffer());
  expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-');
  write(BRIEF.replace('Somebody came.', 'Somebody went.'));
  const next = await stateWhere(preview, versionIsNot(document?.version));
  const memo = await json<{ markdown: string }>(ask(preview, `api/documents/${next.document?.version}/memo`));
  expect(memo.markdown).toContain('Somebody went.');
});

test('keeps the last good document while there are problems, and says so', async () => {
  const { preview, write } = await shown();
  const { document } = preview.session.state;
  write(BRIEF.replace('[press]', '[pres]'));
  const broken = await stateWhere(preview, ({ build }) => build.status === 'failed');
  expect(broken.document).toEqual({ ...document, isStale: true });
  expect(broken.problems).toContainEqual(
    expect.objectContaining({ severity: 'error', isOfBrief: true, range: expect.objectContaining({ line: 9 }) }),
  );
  expect((await ask(preview, `api/documents/${document?.version}/pdf`)).status).toBe(200);
  write(BRIEF);
  const mended = await stateWhere(preview, isReady);
  expect(mended.document?.isStale).toBe(false);
});

test('says that the brief is gone, and shows it again when it is back', async () => {
  const { folder, preview, write } = await shown();
  rmSync(join(folder, 'visit.yaml'));
  const gone = await stateWhere(preview, ({ build }) => build.status === 'missing');
  expect(gone).toMatchObject({ hash: null, document: { isStale: true } });
  write(BRIEF.replace('came', 'went'));
  await stateWhere(preview, isReady);
});

test('sends the state at once and at every change, to a page that comes back too', async () => {
  const { preview, write } = await shown();
  for (const words of ['once', 'twice']) {
    const states = await eventsOf(preview);
    const first = await states.next();
    expect(first.value?.build.status).toBe('ready');
    write(BRIEF.replace('Somebody came.', `Somebody came ${words}.`));
    for await (const state of states) if (isReady(state) && state.hash !== first.value?.hash) break;
  }
});

test('listens again where it did, with the key that it had', async () => {
  const { folder, preview } = await shown();
  const key = new URL(preview.address).pathname.split('/')[1] ?? '';
  const { port } = preview;
  await preview.stop();
  await expect(fetch(`${preview.address}api/state`)).rejects.toThrow();
  const again = await previewOf(folder, 'visit.yaml', { port, key });
  expect(again.address).toBe(preview.address);
  const state = await json<State>(ask(again, 'api/state'));
  expect(state.chosen.brief).toBe('visit.yaml');
});

test('says that a port is taken', async () => {
  const { folder, preview } = await shown();
  await expect(previewOf(folder, 'visit.yaml', { port: preview.port })).rejects.toThrow(/EADDRINUSE/);
});

test('shows another brief, an edition, a language, a paper', async () => {
  const files = {
    'visit.yaml':
      `${BRIEF}languages: [en, sv]\nmarking: { tlp: AMBER }\neditions:\n  - id: public\n    maxTlp: AMBER\n    audiences: [public]\n`
        .replace(
          '    sources: [press]\n',
          '    sources: [press]\n  - text: { en: Secret words., sv: Hemliga ord. }\n    sources: [press]\n    audiences: [desk]\n',
        )
        .replace('title: "A visit"', 'title: { en: A visit, sv: Ett besök }')
        .replace('summary: Somebody came.', 'summary: { en: Somebody came., sv: Någon kom. }')
        .replace('text: The visitor came on Monday.', 'text: { en: It was Monday., sv: Det var måndag. }'),
    'other.yaml': BRIEF.replace('A visit', 'Another'),
  };
  const { preview } = await shown(files, '.');
  expect(preview.session.state.briefs.map(({ path }) => path)).toEqual(['other.yaml', 'visit.yaml']);
  const state = await json<State>(ask(preview, 'api/choose', { brief: 'visit.yaml' }));
  expect(state.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(state.offered).toMatchObject({ languages: ['en', 'sv'], editions: [{ id: 'public' }] });
  const choice = { edition: 'public', language: 'sv', paper: 'LETTER' };
  const chosen = await json<State>(ask(preview, 'api/choose', choice));
  expect(chosen).toMatchObject({ chosen: choice, document: { language: 'sv', pdfName: 'visit.public.sv.pdf' } });
  const withheld = await json<{ texts: { text: string; range: unknown }[] }>(
    ask(preview, `api/documents/${chosen.document?.version}/withheld`),
  );
  expect(withheld.texts).toContainEqual(expect.objectContaining({ text: 'Secret words.', range: expect.anything() }));
  expect((await ask(preview, 'api/choose', { brief: 'no.yaml' })).status).toBe(404);
  const back = await json<State>(ask(preview, 'api/choose', { edition: null, language: 'no', paper: 'A9' }));
  expect(back.chosen).toMatchObject({ edition: null, language: null, paper: null });
});

test('downloads under the names that build gives', async () => {
  const { preview } = await shown();
  const { document } = preview.session.state;
  for (const name of ['pdf', 'md']) {
    const file = await ask(preview, `api/documents/${document?.version}/download.${name}`);
    expect(file.headers.get('content-disposition')).toContain(`visit.${name}`);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100);
  }
  expect((await ask(preview, 'api/documents/0-none/pdf')).status).toBe(410);
});

test('gives the text, checks one that is not saved, and changes it with its comments', async () => {
  const { preview, read } = await shown();
  const { text, data } = await json<BriefText>(ask(preview, 'api/text?brief=visit.yaml'));
  expect(text).toBe(BRIEF);
  expect(data).toMatchObject({ title: 'A visit' });
  const changes = [
    { op: 'insert', path: ['keyFacts', 1], value: { text: 'It rained.', sources: ['pres'] } },
    { op: 'set', path: ['status'], value: 'draft' },
  ];
  const made = await json<EditAnswer>(ask(preview, 'api/edit', { brief: 'visit.yaml', text, changes }));
  expect(made.isDone).toBe(true);
  expect(made.text).toContain('briefpress: 1\nstatus: draft\ntitle: "A visit" # in short');
  expect(made.problems).toContainEqual(expect.objectContaining({ isOfBrief: true, severity: 'error' }));
  expect(read()).toBe(BRIEF);
  const undone = await json<EditAnswer>(
    ask(preview, 'api/edit', { brief: 'visit.yaml', text, changes: [{ op: 'remove', path: ['nothing'] }] }),
  );
  expect(undone).toMatchObject({ isDone: false, text });
});

test('saves, merges what was saved meanwhile, and asks where it has to', async () => {
  const { preview, read, write } = await shown();
  const save = (body: object) =>
    json<SaveAnswer>(ask(preview, 'api/text', { brief: 'visit.yaml', base: BRIEF, ...body }, 'PUT'));
  const mine = BRIEF.replace('Somebody came.', 'Somebody came early.');
  expect(await save({ text: mine })).toMatchObject({ outcome: 'saved', text: mine, isMerged: false });
  expect(read()).toBe(mine);
  write(mine.replace('on Monday', 'on Tuesday'));
  const merged = await save({ base: mine, text: mine.replace('A report', 'The report') });
  expect(merged).toMatchObject({ outcome: 'saved', isMerged: true });
  expect(read()).toContain('on Tuesday');
  expect(read()).toContain('The report');
  const now = read();
  const asked = await save({ base: mine, text: mine.replace('on Monday', 'on Friday') });
  expect(asked.outcome).toBe('conflict');
  expect(read()).toBe(now);
  const [question] = asked.outcome === 'conflict' ? asked.questions : [];
  const answers = { [question?.id ?? '']: 'mine' };
  expect((await save({ base: mine, text: mine.replace('on Monday', 'on Friday'), answers })).outcome).toBe('saved');
  expect(read()).toContain('on Friday');
  expect(read()).toContain('The report');
});

test('writes a brief again that was deleted while somebody wrote', async () => {
  const { folder, preview, read } = await shown();
  rmSync(join(folder, 'visit.yaml'));
  await stateWhere(preview, ({ build }) => build.status === 'missing');
  const saved = await ask(preview, 'api/text', { brief: 'visit.yaml', base: BRIEF, text: `${BRIEF}# kept\n` }, 'PUT');
  expect(saved.status).toBe(200);
  expect(read()).toBe(`${BRIEF}# kept\n`);
});

/** The states that the server sends. */
async function eventsOf(preview: Preview): Promise<AsyncGenerator<State, void, undefined>> {
  const { body } = await fetch(`${preview.address}api/events`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  return (async function* () {
    let text = '';
    for (;;) {
      const { value = '', done } = (await reader?.read()) ?? { done: true };
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const [, data] = /^event: state\n(?:id: .*\n)?data: (.*)$/m.exec(event) ?? /^data: (.*)$/m.exec(event) ?? [];
        if (event.includes('event: state') && data !== undefined) yield JSON.parse(data) as State;
      }
    }
  })();
}
