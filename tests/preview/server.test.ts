import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { Spots, State } from '../../src/preview/protocol.js';
import type {
  BriefText,
  Completion,
  EditAnswer,
  FormField,
  FormSchema,
  KeptCopy,
  SaveAnswer,
} from '../../src/preview/protocol-editing.js';
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

test('says where the lines of the brief are on the pages', async () => {
  const { preview } = await shown();
  const { document } = preview.session.state;
  const { spots, pages } = await json<Spots>(ask(preview, `api/documents/${document?.version}/spots`));
  const bytes = await (await ask(preview, `api/documents/${document?.version}/pdf`)).arrayBuffer();
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  expect(pages[0]).toEqual({ width: expect.closeTo(width, 0), height: expect.closeTo(height, 0) });
  const { items } = await page.getTextContent();
  const item = items.find((each) => 'str' in each && each.str.includes('The visitor came'));
  const [, , , , x = 0, y = 0] = item !== undefined && 'transform' in item ? (item.transform as number[]) : [];
  const around = spots.filter(
    (spot) =>
      spot.page === 1 &&
      spot.x <= x + 1 &&
      x < spot.x + spot.width &&
      spot.y <= height - y &&
      height - y <= spot.y + spot.height,
  );
  expect(around.map(({ field, range }) => [field, range.line])).toContainEqual(['keyFacts[0].text', 8]);
  expect(spots.map(({ field }) => field)).toContain('summary');
});

test('names what stands on the pages of an edition as the file does', async () => {
  const secret = '  - text: Kept here.\n    audiences: [desk]\n    sources: [press]\n';
  const text = `${BRIEF.replace('keyFacts:\n', `keyFacts:\n${secret}`)}editions:\n  - id: public\n    audiences: [public]\n`;
  const { preview } = await shown({ 'visit.yaml': text });
  const { document } = await json<State>(ask(preview, 'api/choose', { edition: 'public' }));
  const { spots } = await json<Spots>(ask(preview, `api/documents/${document?.version}/spots`));
  const facts = spots.filter(({ field }) => field.startsWith('keyFacts'));
  expect(facts.map(({ field, range }) => [field, range.line])).toEqual([['keyFacts[1].text', 11]]);
});

test('completes fields, closed words and sources, in a text that cannot be read yet too', async () => {
  const { preview } = await shown();
  const at = async (text: string) => {
    const offset = text.indexOf('|');
    const body = { brief: 'visit.yaml', text: text.replace('|', ''), offset };
    const { options } = await json<Completion>(ask(preview, 'api/complete', body));
    return options.map(({ label }) => label);
  };
  expect(await at(`${BRIEF}sta|`)).toEqual(expect.arrayContaining(['stakeholders', 'status']));
  expect(await at(`${BRIEF}|`)).not.toContain('title');
  expect(await at(BRIEF.replace('    sources: [press]\n', '    sources: [press]\n    sta|\n'))).toContain('status');
  expect(await at(BRIEF.replace('    sources: [press]\n', '    sources: [press]\n    |\n'))).not.toContain('text');
  expect(await at(BRIEF.replace('[press]', '[|'))).toEqual(['press']);
  expect(await at(BRIEF.replace('on Monday.', 'on Monday [@|'))).toEqual(['press']);
  expect(await at(`${BRIEF}status: |`)).toEqual(expect.arrayContaining(['draft', 'issued']));
  expect(await at(BRIEF.replace('article-newspaper', '|'))).toContain('report');
  expect(await at(`${BRIEF}# a comment |`)).toEqual([]);
});

test('describes every field for a form', async () => {
  const { preview } = await shown();
  const { fields } = await json<FormSchema>(ask(preview, 'api/schema'));
  const named = (name: string, among: readonly FormField[] = fields) => among.find((field) => field.name === name);
  expect(named('title')).toMatchObject({ kind: 'prose', isMultilingual: true, isRequired: true });
  expect(named('status')).toMatchObject({ kind: 'choice', choices: ['draft', 'cleared', 'issued', 'withdrawn'] });
  const fact = named('keyFacts')?.item;
  expect(fact?.kind).toBe('group');
  expect(named('text', fact?.fields)).toMatchObject({ kind: 'prose', isRequired: true });
  expect(named('sources', fact?.fields)).toMatchObject({ kind: 'list', item: { kind: 'sourceRef' } });
  expect(named('sources')).toMatchObject({ kind: 'list', item: { kind: 'group' } });
  expect(named('asOf')).toMatchObject({ kind: 'date', isRequired: true });
  for (const field of fields) expect(field.description, field.name).toMatch(/\S/);
});

test('keeps a copy, shows it, and quotes from it what is there', async () => {
  const { folder, preview, read, write } = await shown();
  const bytes = Buffer.from('The minister said: We regret the delay, and we will come.\n').toString('base64');
  const kept = await json<EditAnswer>(
    ask(preview, 'api/keep', { brief: 'visit.yaml', text: BRIEF, source: 'press', name: 'C:\\x\\report.txt', bytes }),
  );
  expect(kept.isDone).toBe(true);
  expect(readFileSync(join(folder, 'snapshots', 'press.txt'), 'utf8')).toContain('We regret');
  expect(read()).toBe(BRIEF);
  const quoted = { brief: 'visit.yaml', text: kept.text, source: 'press', speaker: 'The minister' };
  const made = await json<EditAnswer>(ask(preview, 'api/quote', { ...quoted, words: 'We regret the delay' }));
  expect(made).toMatchObject({
    isDone: true,
    data: { quotes: [{ speaker: 'The minister', text: 'We regret the delay' }] },
  });
  const refused = await json<EditAnswer>(ask(preview, 'api/quote', { ...quoted, words: 'We regret nothing' }));
  expect(refused).toMatchObject({ isDone: false, text: kept.text });
  expect(refused.problems[0]?.message).toContain('not in');
  write(made.text);
  await stateWhere(
    preview,
    (state) => isReady(state) && state.hash !== null && state.problems.every(({ severity }) => severity !== 'error'),
  );
  const copies = await stateWhere(preview, ({ document }) => document !== null).then(() =>
    json<KeptCopy[]>(ask(preview, 'api/copies')),
  );
  expect(copies.map(({ source }) => source)).toEqual(['press']);
});

test('begins a brief where there is none', async () => {
  const folder = folderWith({});
  const preview = await previewOf(folder, '.');
  const none = await json<State>(ask(preview, 'api/state'));
  expect(none).toMatchObject({ briefs: [], build: { status: 'none' } });
  expect((await ask(preview, 'api/begin', { name: ' ', type: 'read-ahead' })).status).toBe(400);
  const begun = await json<State>(ask(preview, 'api/begin', { name: 'visit', type: 'read-ahead' }));
  expect(begun).toMatchObject({ chosen: { brief: 'visit.yaml' }, build: { status: 'ready' } });
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
