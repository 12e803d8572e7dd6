import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readMail } from '../mail/letters.js';
import { brief, briefpress } from './session.js';

const READERS = `from: { unit: Desk, email: desk@ministry.example }
to: [{ role: Minister, email: minister@ministry.example }]
cc: [{ unit: Registry, email: registry@ministry.example }, { unit: Legal service }]
marking: { tlp: AMBER }
editions:
  - id: partners
    maxTlp: GREEN
    overrides: { title: A visit for partners, summary: The visit took place. }
distribution:
  - { copy: 1, role: Embassy, email: embassy@partner.example, edition: partners }
  - { copy: 2, name: Anna Berg, email: anna@ministry.example }
  - { copy: 3, role: Archive, medium: print }
`;
const marked = brief(READERS)
  .replace('  - text: The visit', '  - tlp: CLEAR\n    text: The visit')
  .replace('- id: press', '- id: press\n    tlp: CLEAR');
const files = { 'visit.yaml': marked };
const run = (argv: readonly string[], more: object = {}) =>
  briefpress(['email', 'visit.yaml', ...argv], { files, ...more });

describe('briefpress email', () => {
  test('writes a draft for all who get the same, and one for each numbered copy', async () => {
    const { code, stdout, stderr, files: made } = await run([]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const drafts = [...made.keys()].filter((name) => name.endsWith('.eml')).sort();
    expect(drafts).toEqual(['output/visit.copy-2.eml', 'output/visit.eml', 'output/visit.partners.copy-1.eml']);
    expect(stdout).toContain('output/visit.eml: TLP:AMBER – DRAFT – A visit, to 2 readers, with visit.pdf (1 page)\n');
    const mail = await readMail(made.get('output/visit.eml') ?? new Uint8Array());
    expect(mail.from).toEqual({ name: 'Desk', address: 'desk@ministry.example' });
    expect(mail.to).toEqual([{ name: 'Minister', address: 'minister@ministry.example' }]);
    expect(mail.cc).toEqual([{ name: 'Registry', address: 'registry@ministry.example' }]);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['visit.pdf']);
    expect(mail.text).toMatch(/^TLP:AMBER {2}DRAFT\n/);
  });

  test('the mail to partners has their edition alone', async () => {
    const { files: made } = await run([]);
    const mail = await readMail(made.get('output/visit.partners.copy-1.eml') ?? new Uint8Array());
    expect(mail.subject).toBe('TLP:GREEN – DRAFT – A visit for partners');
    expect(mail.to).toEqual([{ name: 'Embassy', address: 'embassy@partner.example' }]);
    expect(mail.from).toBeUndefined();
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['visit.copy-1.pdf']);
  });

  test('a numbered copy is the one that the register of copies has, and its reader stands on its pages', async () => {
    const { files: made } = await run(['--memo']);
    const mail = await readMail(made.get('output/visit.copy-2.eml') ?? new Uint8Array());
    const [pdf, ...others] = mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer));
    expect(others).toEqual([]);
    expect(pdf).toEqual(made.get('output/visit.copies/visit.copy-2.pdf'));
    const { copies } = JSON.parse(new TextDecoder().decode(made.get('output/visit.copies/copies.json')));
    const hash = createHash('sha256')
      .update(pdf ?? new Uint8Array())
      .digest('hex');
    expect(copies).toMatchObject([{ copy: 1 }, { copy: 2, name: 'Anna Berg', sha256: hash }]);
    const { text } = await extractText(await getDocumentProxy(pdf ?? new Uint8Array()), { mergePages: true });
    expect(text).toContain('Copy 2 of 3');
    expect(text).toContain('Anna Berg');
  });

  test('the same brief gives the same bytes', async () => {
    const env = { SOURCE_DATE_EPOCH: '1725408000' };
    const [one, two] = [await run(['--memo'], { env }), await run(['--memo'], { env })];
    expect(one.files).toEqual(two.files);
  });

  test('--each, --memo, --only, --edition', async () => {
    const each = await run(['--each', '--memo', '--body', 'whole']);
    const names = [...each.files.keys()].filter((name) => name.endsWith('.eml')).sort();
    expect(names).toEqual([
      'output/visit.copy-2.eml',
      'output/visit.partners.copy-1.eml',
      'output/visit.reader-1.eml',
      'output/visit.reader-2.eml',
    ]);
    const mail = await readMail(each.files.get('output/visit.reader-2.eml') ?? new Uint8Array());
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['visit.pdf', 'application/pdf'],
      ['visit.md', 'text/markdown'],
    ]);
    expect(mail.text).toContain('Sources\n-------');
    const only = await run(['--only', '2']);
    expect([...only.files.keys()].filter((name) => name.endsWith('.eml'))).toEqual(['output/visit.copy-2.eml']);
    const partners = await run(['--edition', 'partners']);
    expect([...partners.files.keys()].filter((name) => name.endsWith('.eml'))).toEqual([
      'output/visit.partners.copy-1.eml',
    ]);
  });

  test('--dry-run shows who gets what, and writes nothing', async () => {
    const { code, stdout, files: made } = await run(['--dry-run']);
    expect(code).toBe(0);
    expect([...made.keys()]).toEqual(['visit.yaml']);
    expect(stdout).toMatchInlineSnapshot(`
      "Reader                                     Copy    Edition      Language  Marking    Attached
      Embassy <embassy@partner.example>          1 of 3  partners     en        TLP:GREEN  visit.copy-1.pdf
      Anna Berg <anna@ministry.example>          2 of 3  whole brief  en        TLP:AMBER  visit.copy-2.pdf
      Minister <minister@ministry.example>       –       whole brief  en        TLP:AMBER  visit.pdf
      Registry <registry@ministry.example> (cc)  –       whole brief  en        TLP:AMBER  visit.pdf
      "
    `);
  });

  test('--json has each mail, its readers and hashes', async () => {
    const { stdout } = await run(['--json', '--only', '2']);
    expect(JSON.parse(stdout)).toMatchObject({
      mails: [
        {
          file: 'output/visit.copy-2.eml',
          subject: 'TLP:AMBER – DRAFT – A visit',
          from: 'Desk <desk@ministry.example>',
          copy: 2,
          edition: null,
          marking: 'AMBER',
          readers: [{ name: 'Anna Berg', address: 'anna@ministry.example', kind: 'to', field: 'distribution[1]' }],
          attachments: [{ name: 'visit.copy-2.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        },
      ],
      diagnostics: [],
    });
  });

  test('a brief without addresses gives a draft to fill in, and says so', async () => {
    const {
      code,
      stdout,
      stderr,
      files: made,
    } = await briefpress(['email', 'a.yaml'], { files: { 'a.yaml': brief() } });
    expect(code).toBe(0);
    expect(stderr).toContain('warning: The brief has nobody to mail it to. [delivery-nobody]');
    expect(stdout).toContain('output/a.eml: DRAFT – A visit, to nobody yet');
    const mail = await readMail(made.get('output/a.eml') ?? new Uint8Array());
    expect([mail.to, mail.from]).toEqual([undefined, undefined]);
  });

  test('addresses from the command line are in place of those of the brief', async () => {
    const { files: made } = await run([
      '--to',
      'Bo Ek <bo@a.example>',
      '--cc',
      'c@a.example',
      '--from',
      'me@a.example',
    ]);
    const names = [...made.keys()].filter((name) => name.endsWith('.eml'));
    expect(names).toEqual(['output/visit.eml']);
    const mail = await readMail(made.get('output/visit.eml') ?? new Uint8Array());
    expect([mail.from?.address, mail.to, mail.cc?.[0]?.address]).toEqual([
      'me@a.example',
      [{ name: 'Bo Ek', address: 'bo@a.example' }],
      'c@a.example',
    ]);
  });

  test.each([
    ['--to', 'anna', '"anna" is not an e-mail address'],
    ['--cc', 'a@b.example, c@d.example', 'is not an e-mail address'],
    ['--from', 'x <a@b.example> <c@d.example>', 'is not an e-mail address'],
    ['--to', 'A\r\nBcc: thief@evil.example <a@b.example>', 'is not an e-mail address'],
  ])('%s %j is refused', async (option, value, words) => {
    const { code, stderr, files: made } = await run([option, value]);
    expect([code, made.size]).toEqual([2, 1]);
    expect(stderr).toContain(words);
    expect(stderr).toContain('[mail-address]');
  });

  test('an address in the brief that no server takes is named with its place', async () => {
    const text = marked.replace('anna@ministry.example', 'anna@ministry.123');
    const { code, stderr } = await briefpress(['email', 'visit.yaml'], { files: { 'visit.yaml': text } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/visit\.yaml:\d+:\d+: error: "anna@ministry\.123" is not an e-mail address/);
  });

  test('a reader of another edition does not get the whole brief', async () => {
    const { code, stderr, files: made } = await run(['--to', 'Embassy@Partner.example']);
    expect([code, made.size]).toEqual([1, 1]);
    expect(stderr).toContain(
      'gives Embassy@partner.example the edition "partners", and this mail has the whole brief.',
    );
    const own = await run(['--to', 'embassy@partner.example', '--edition', 'partners']);
    expect(own.code).toBe(0);
  });

  test('nothing withheld stands in a name that is given by hand', async () => {
    const withheld = marked.replace('keyFacts:', 'judgements:\n  - text: Zanzibar will intervene.\nkeyFacts:');
    const argv = ['email', 'visit.yaml', '--edition', 'partners', '--to', '"Zanzibar will intervene" <a@b.example>'];
    const { code, stderr, files: made } = await briefpress(argv, { files: { 'visit.yaml': withheld } });
    expect([code, made.size]).toEqual([1, 1]);
    expect(stderr).toContain('[edition-leak]');
  });

  test('nothing withheld stands in the text of a mail, whatever a template says', async () => {
    const withheld = marked.replace('keyFacts:', 'judgements:\n  - text: Zanzibar will intervene.\nkeyFacts:');
    const template = {
      'mine/pack.yaml': 'title: Mine\n',
      'mine/print.md.hbs': '# {{title}}\n\n{{> key-facts}}\n{{> sources}}\n',
      'mine/memo.md.hbs': '# {{title}}\n\n{{> key-facts}}\n{{> sources}}\n',
      'mine/mail.md.hbs': '# {{title}}\n\nZanzibar will intervene.\n',
    };
    const argv = ['email', 'visit.yaml', '--edition', 'partners', '--template', './mine'];
    const leaking = await briefpress(argv, { files: { 'visit.yaml': withheld, ...template } });
    expect(leaking.code).toBe(1);
    expect(leaking.stderr).toMatch(/found in mail-text\.txt|mail-text\.txt/);
    expect([...leaking.files.keys()].filter((name) => name.startsWith('output/'))).toEqual([]);
    const own = { ...template, 'mine/mail.md.hbs': '# {{title}}\n\nIn our own words.\n' };
    const fine = await briefpress(argv, { files: { 'visit.yaml': withheld, ...own } });
    const mail = await readMail(fine.files.get('output/visit.partners.copy-1.eml') ?? new Uint8Array());
    expect(mail.text).toContain('In our own words.');
    // A draft of before would be taken for one of now.
    const others = { 'output/visit.copy-1.eml': 'mine', 'output/visit.partners.notes.eml': 'mine' };
    const before = { ...Object.fromEntries(fine.files), ...others, ...template };
    const drafts = (made: typeof fine) => [...made.files.keys()].filter((name) => name.endsWith('.eml')).toSorted();
    const shown = await briefpress([...argv, '--dry-run'], { files: before });
    expect([shown.code, drafts(shown)]).toEqual([
      1,
      ['output/visit.copy-1.eml', 'output/visit.partners.copy-1.eml', 'output/visit.partners.notes.eml'],
    ]);
    const again = await briefpress(argv, { files: before });
    expect([again.code, drafts(again)]).toEqual([1, Object.keys(others).toSorted()]);
  });

  test('a file of somebody else is not written over', async () => {
    const there = { ...files, 'output/visit.eml': 'From: me\r\n\r\nmine\r\n' };
    const refused = await briefpress(['email', 'visit.yaml'], { files: there });
    expect([refused.code, refused.text('output/visit.eml')]).toEqual([2, 'From: me\r\n\r\nmine\r\n']);
    expect(refused.stderr).toContain('output/visit.eml is there already, and Briefpress did not make it.');
    const forced = await briefpress(['email', 'visit.yaml', '--force'], { files: there });
    expect(forced.code).toBe(0);
    const again = await briefpress(['email', 'visit.yaml'], {
      files: { ...files, ...Object.fromEntries(forced.files) },
    });
    expect(again.code).toBe(0);
  });

  test('a brief with problems gives no mail', async () => {
    const { code, files: made } = await briefpress(['email', 'visit.yaml'], { files: { 'visit.yaml': 'title: x' } });
    expect([code, made.size]).toEqual([1, 1]);
  });

  test('from standard input', async () => {
    const { code, files: made } = await briefpress(['email', '-'], { stdin: marked });
    expect(code).toBe(0);
    expect([...made.keys()]).toContain('output/stdin.eml');
  });
});
