import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { brief, briefpress } from './session.js';

const OLD = brief(
  'openQuestions:\n  - { id: q, question: What now? }\nrisks:\n  - { id: r, text: It fails., likelihood: likely }\n',
);
const SHA = createHash('sha256').update(OLD).digest('hex');
const NEW = brief(
  `edition: 2
supersedes: { edition: 1, file: old.yaml, sha256: ${SHA} }
openQuestions:
  - { id: q, question: What now?, status: answered, answer: This., answeredOn: 2024-09-04, sources: [press] }
risks:
  - { id: r, text: It fails., likelihood: unlikely }
  - { id: s, text: It costs too much. }
`,
  'The visit is over',
);
const FILES = { 'old.yaml': OLD, 'new.yaml': NEW };
const ESC = '\u001b[';

describe('the box of what has changed', () => {
  test('says which next step and which question is due on another day', async () => {
    const before = brief(
      'nextSteps:\n  - { id: a, action: Write., due: 2024-10-01 }\n  - { id: b, action: Call. }\n  - { id: c, action: Ask. }\n' +
        'openQuestions:\n  - { id: q, question: What now?, due: 2024-10-01 }\n',
    );
    const after = brief(`edition: 2
supersedes: { edition: 1, file: old.yaml, sha256: ${createHash('sha256').update(before).digest('hex')} }
nextSteps:
  - { id: a, action: Write., due: 2024-10-15, status: in-progress }
  - { id: b, action: Call., due: 2024-10-02 }
  - { id: c, action: Ask!, owner: The desk }
openQuestions:
  - { id: q, question: What now? }
`);
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], {
      files: { 'old.yaml': before, 'new.yaml': after },
    });
    const memo = new TextDecoder().decode(run.files.get('output/new.md'));
    const [box = ''] = /> \[!NOTE\][\s\S]*?\n\n/.exec(memo) ?? [memo];
    expect(box).toContain('**Status:** Write – was open, is now under way');
    expect(box).toContain('**Due:** Write – was 1 Oct 2024, is now 15 Oct 2024');
    expect(box).toContain('**Due:** Call – 2 Oct 2024');
    expect(box).toContain('**Due:** What now? – not given');
    expect(box).toMatch(/\*\*Changed:\*\* .*\(1\)/);
  });
});

describe('diff', () => {
  test('says what has changed, with signs and words beside colours', async () => {
    const run = await briefpress(['diff', 'old.yaml', 'new.yaml'], { files: FILES });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).not.toContain(ESC);
    for (const line of [
      '~ answered: What now? [q]',
      '+ added: It costs too much. [s]',
      'was likely, is now unlikely (down)',
    ]) {
      expect(run.stdout).toContain(line);
    }
    expect(run.stdout).toContain('{+is over+}');
  });

  test('is coloured on a terminal, and never against NO_COLOR', async () => {
    const coloured = await briefpress(['diff', 'old.yaml', 'new.yaml'], { files: FILES, env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain(ESC);
    const env = { NO_COLOR: '1', FORCE_COLOR: '1' };
    expect((await briefpress(['diff', 'old.yaml', 'new.yaml'], { files: FILES, env })).stdout).not.toContain(ESC);
  });

  test('prints Markdown, and JSON', async () => {
    const md = await briefpress(['diff', 'old.yaml', 'new.yaml', '--format', 'md'], { files: FILES });
    expect(md.stdout).toContain('- **added:** It costs too much. (`s`)');
    const json = await briefpress(['diff', 'old.yaml', 'new.yaml', '--format', 'json'], { files: FILES });
    expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, older: { edition: 1 }, newer: { edition: 2 } });
  });

  test.each([
    [['diff', 'old.yaml', 'old.yaml'], 0, 'Nothing has changed.'],
    [['diff', 'old.yaml', 'new.yaml', '--lang', 'sv'], 2, 'is not written in `sv`'],
    [['diff', 'old.yaml', 'no.yaml'], 2, 'file-not-found'],
    [['diff', 'old.yaml', 'bad.yaml'], 1, 'shape-required'],
    [['diff', 'old.yaml'], 2, 'missing required argument'],
    [['diff', 'old.yaml', 'new.yaml', '--format', 'html'], 2, 'Allowed choices are'],
  ])('%j: %i, %s', async (argv, code, words) => {
    const run = await briefpress(argv, { files: { ...FILES, 'bad.yaml': 'briefpress: 1' } });
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toContain(words);
  });
});

describe('what has changed, in the documents', () => {
  test('the memo says so under the bottom line, and marks the items', async () => {
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], { files: FILES });
    expect(run.code).toBe(0);
    const memo = run.text('output/new.md');
    expect(memo).toContain('**What has changed since edition 1 (4 September 2024).**');
    expect(memo).toMatch(/- \*\*Answered \(4 Sept? 2024\):\*\* What now\? This$/m);
    expect(memo).toContain('- **Less likely:** It fails – was likely (55–75%), is now unlikely (25–35%)');
    expect(memo).toContain('**New:** It costs too much.');
    expect(memo).toContain('### **Answered:** What now?');
    expect(memo).not.toContain('(#item');
  });

  test.each([
    ['RED', '{ tlp: RED }', '{ tlp: GREEN }', 'TLP:GREEN'],
    ['SECRET', '{ gscp: { tier: SECRET } }', '{ gscp: { tier: OFFICIAL } }', 'its protective marking'],
    [
      'SECRET, and this one bears no tier',
      '{ gscp: { tier: SECRET } }',
      '{ chathamHouse: true }',
      'protective marking',
    ],
  ])('an edition above the marking of this one is left out: %s', async (_, before, now, words) => {
    const old = `${OLD}marking: ${before}\n`;
    const sha = createHash('sha256').update(old).digest('hex');
    const files = { 'old.yaml': old, 'new.yaml': `${NEW.replace(SHA, sha)}marking: ${now}\n` };
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], { files });
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('supersedes-withheld');
    expect(run.stderr).toContain(words);
    expect(run.text('output/new.md')).not.toContain('What has changed');
  });

  test('an edition of the same tier is compared', async () => {
    const marking = 'marking: { gscp: { tier: SECRET } }\n';
    const sha = createHash('sha256').update(`${OLD}${marking}`).digest('hex');
    const files = { 'old.yaml': `${OLD}${marking}`, 'new.yaml': `${NEW.replace(SHA, sha)}${marking}` };
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], { files });
    expect(run.text('output/new.md')).toContain('What has changed');
  });
});

describe('verify', () => {
  let built: Awaited<ReturnType<typeof briefpress>>;
  beforeAll(async () => {
    built = await briefpress(['build', 'new.yaml', '--paper', 'letter'], { files: FILES });
    expect(built.code).toBe(0);
  });
  const pdf = () => built.files.get('output/new.pdf') ?? new Uint8Array();
  /** The edition before is not inside the PDF, and lies beside it. */
  const verify = (files: Record<string, Uint8Array | string>, ...more: string[]) =>
    briefpress(['verify', 'x.pdf', ...more], { files: { 'old.yaml': OLD, ...files } });

  test('whoever has the edition before can verify it, and nobody else', async () => {
    expect(await verify({ 'x.pdf': pdf() })).toMatchObject({ code: 0, stderr: '' });
    const inFolder = { 'x.pdf': pdf(), 'briefs/old.yaml': OLD };
    expect(await briefpress(['verify', 'x.pdf', '--from', 'briefs'], { files: inFolder })).toMatchObject({ code: 0 });
    const alone = await briefpress(['verify', 'x.pdf'], { files: { 'x.pdf': pdf() } });
    expect(alone).toMatchObject({ code: 2, stdout: '' });
    expect(alone.stderr).toContain('old.yaml');
    expect(alone.stderr).toContain('--from');
  });

  test.each([
    ['all', 0, ''],
    ['none', 2, 'has no brief in it'],
  ])('built with --attach %s, and alone: %i %s', async (attach, code, words) => {
    const made = await briefpress(['build', 'new.yaml', '--attach', attach, '--format', 'pdf'], { files: FILES });
    const files = { 'x.pdf': made.files.get('output/new.pdf') ?? new Uint8Array() };
    const run = await briefpress(['verify', 'x.pdf'], { files });
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(words);
  });

  test('an edition before that had comments is verified alone, and against the file as it was issued', async () => {
    const old = `# Ask K.\n${OLD}`;
    const sha = createHash('sha256').update(old).digest('hex').toUpperCase();
    const files = { 'old.yaml': old, 'new.yaml': NEW.replace(SHA, sha) };
    const made = await briefpress(['build', 'new.yaml', '--attach', 'all', '--format', 'pdf'], { files });
    expect(made.code).toBe(0);
    const pdf = made.files.get('output/new.pdf') ?? new Uint8Array();
    for (const more of [{}, { 'old.yaml': old }, { 'old.yaml': `${old}# changed since` }]) {
      expect(await briefpress(['verify', 'x.pdf'], { files: { 'x.pdf': pdf, ...more } })).toMatchObject({ code: 0 });
    }
  });

  test('a PDF is the same whatever paper it is on', async () => {
    expect(await verify({ 'x.pdf': pdf() })).toMatchObject({ code: 0, stderr: '' });
  });

  test('the memo is compared too', async () => {
    const memo = built.text('output/new.md');
    const same = await verify({ 'x.pdf': pdf(), 'x.md': memo });
    expect(same).toMatchObject({ code: 0 });
    expect(same.stdout).toContain('x.md');
    const changed = await verify({ 'x.pdf': pdf(), 'y.md': `${memo} ` }, '--memo', 'y.md', '--json');
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({
      result: 'differs',
      differences: ['The memo y.md was changed.'],
    });
  });

  test('a byte that was changed is never the same', async () => {
    const bytes = pdf();
    for (let i = 0; i < 12; i++) {
      const flipped = Uint8Array.from(bytes);
      const at = Math.floor((bytes.length * (i + 0.5)) / 12);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect([at, (await verify({ 'x.pdf': flipped })).code === 0]).toEqual([at, false]);
    }
  });

  test('text that was added at the end, as tools do that save changes, is seen', async () => {
    const more = Buffer.concat([pdf(), Buffer.from('\n9999 0 obj\n(x)\nendobj\n')]);
    const run = await verify({ 'x.pdf': more });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('is not what its brief makes');
  });

  test.each([
    [{ 'x.pdf': 'no PDF' }, 'verify-no-brief'],
    [{}, 'file-not-found'],
  ])('%j cannot be told: %s', async (files, code) => {
    const run = await verify(files as Record<string, string>);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(code);
  });

  test('a theme of one’s own has to be given', async () => {
    const files = { ...FILES, 'mine.yaml': 'sizes: { title: 30 }\n' };
    const own = await briefpress(['build', 'new.yaml', '--theme', 'mine.yaml', '--format', 'pdf'], { files });
    const made = own.files.get('output/new.pdf') ?? new Uint8Array();
    const without = await verify({ 'x.pdf': made });
    expect(without).toMatchObject({ code: 2 });
    expect(without.stderr).toContain('--theme');
    expect(await verify({ 'x.pdf': made, 'mine.yaml': files['mine.yaml'] }, '--theme', 'mine.yaml')).toMatchObject({
      code: 0,
    });
    expect(
      await verify({ 'x.pdf': made, 'other.yaml': 'sizes: { title: 20 }\n' }, '--theme', 'other.yaml'),
    ).toMatchObject({
      code: 1,
    });
  });
});

describe('next steps and sections between two editions', () => {
  const older = brief(
    'nextSteps: [{ id: n, action: Send it., due: 2024-10-01 }]\nsections: [{ id: s, title: The cost, body: Low. }]\n',
  );
  const newer = brief(
    `edition: 2
supersedes: { edition: 1, file: old.yaml, sha256: ${createHash('sha256').update(older).digest('hex')} }
nextSteps: [{ id: n, action: Send it., due: 2024-11-01, status: done }]
sections: [{ id: s, title: The cost, body: High. }, { title: Staff, body: Two. }]
`,
  );
  const files = { 'old.yaml': older, 'new.yaml': newer };

  test('are told by diff', async () => {
    const { stdout } = await briefpress(['diff', 'old.yaml', 'new.yaml'], { files });
    for (const line of ['Send it. [n]', 'was open, is now done', 'was 2024-10-01, is now 2024-11-01', 'added: Staff']) {
      expect(stdout).toContain(line);
    }
    expect(stdout).toContain('{+High+}');
  });

  test('are told at the head of the document', async () => {
    const run = await briefpress(['build', 'new.yaml', '--format', 'md'], { files });
    const memo = run.text('output/new.md');
    expect(memo).toContain('was open, is now done');
    expect(memo).toContain('**New:** sections (1)');
    expect(memo).toContain('**Changed:** sections (1)');
  });
});
