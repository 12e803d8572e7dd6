import { describe, expect, test } from 'vitest';
import { brief, briefpress, type Session } from './session.js';

type Case = readonly [name: string, session: Session, code: 1 | 2, words: string];
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const bombs = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
for (let i = 1; i < 12; i += 1) {
  const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
  bombs.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
}

/** A PNG that says it is 60 000 pixels wide and high, in a hundred bytes. */
function hugePng(): Uint8Array {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(60_000, 0);
  size.writeUInt32BE(60_000, 4);
  return Buffer.concat([header, size, Buffer.from('0802000000', 'hex'), Buffer.alloc(40)]);
}

/** An SVG that draws itself, and one that is drawn ten thousand million times. */
const circularSvg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"><use href="#a"/></g></svg>';
const svgBomb = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a0"><rect width="1" height="1"/></g>${Array.from(
  { length: 10 },
  (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`,
).join('')}<use href="#a10"/></svg>`;

const withImage = (path: string) => brief(`background: "![A picture](${path})"\n`);
const file = (text: string | Uint8Array): Session => ({ files: { 'a.yaml': text } });

const CASES: readonly Case[] = [
  ['not YAML', file('}{'), 1, 'syntax-yaml'],
  ['not JSON', { files: { 'a.yaml': '', 'a.json': '{"briefpress": }' } }, 1, 'syntax-'],
  ['two documents', file(`${brief()}---\n${brief()}`), 1, 'syntax-several-documents'],
  ['tabs', file('briefpress: 1\nkeyFacts:\n\t- text: x\n'), 1, 'syntax-yaml'],
  ['duplicate keys', file(brief('title: Again\n')), 1, 'syntax-duplicate-key'],
  ['an alias bomb', file(bombs.join('\n')), 1, 'syntax-alias-bomb'],
  ['50 MB', file(`# ${'x'.repeat(50 * 1024 * 1024)}\n`), 1, 'file-too-large'],
  ['50 MB on standard input', { stdin: 'x'.repeat(50 * 1024 * 1024) }, 1, 'file-too-large'],
  ['binary', file(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)), 1, 'syntax-'],
  ['UTF-16', file(utf16(brief())), 1, 'syntax-encoding'],
  ['empty', file(''), 1, 'syntax-empty'],
  ['comments alone', file('# nothing\n'), 1, 'syntax-empty'],
  ['a list', file('- a\n'), 1, 'shape-type'],
  ['a wrong type', file(brief('edition: first\n')), 1, 'shape-type'],
  ['an unknown field', file(brief('autor: me\n')), 1, 'shape-unknown-field'],
  ['a date that does not exist', file(brief().replace('2024-09-04', '2024-02-30')), 1, 'date'],
  ['a reference to nothing', file(brief().replace('[press]', '[pres]')), 1, 'sense-unknown-reference'],
  ['a control character', file(brief('reference: "a\\u0007b"\n')), 1, 'control'],
  ['a raw control character', file(brief('reference: "a\u0007b"\n')), 1, 'control'],
  ['a javascript: link', file(brief('background: "[x](javascript:alert(1))"\n')), 1, 'sense-forbidden-link'],
  [
    'an item above the marking',
    file(brief('glossary: [{ term: a, meaning: b, tlp: RED }]\n')),
    1,
    'sense-under-marked',
  ],
  ['an annex outside its folder', file(brief('annexes: [{ title: X, file: ../x.md }]\n')), 1, 'file-outside-folder'],
  ['an annex that is not there', file(brief('annexes: [{ title: X, file: x.md }]\n')), 1, 'file-not-found'],
  ['a picture outside its folder', file(withImage('../x.png')), 1, 'file-outside-folder'],
  ['a picture outside by percent', file(withImage('%2e%2e/x.png')), 1, 'file-outside-folder'],
  ['a picture by an absolute path', file(withImage('/etc/passwd')), 1, 'file-outside-folder'],
  ['a picture from the network', file(withImage('https://example.org/x.png')), 1, 'a.yaml:13'],
  ['a picture that is not there', file(withImage('x.png')), 1, 'image-missing'],
  [
    'a picture that is a device',
    { files: { 'a.yaml': withImage('x.png'), 'x.png': { device: true } } },
    1,
    'file-unreadable',
  ],
  [
    'a picture linked in a circle',
    { files: { 'a.yaml': withImage('x.png'), 'x.png': { link: 'x.png' } } },
    1,
    'file-unreadable',
  ],
  [
    'a picture linked outside',
    { files: { 'a.yaml': withImage('x.png'), 'x.png': { link: '/s' }, '/s': 'secret' } },
    1,
    'file-outside-folder',
  ],
  ['a picture that is none', { files: { 'a.yaml': withImage('x.png'), 'x.png': 'text' } }, 1, 'image-unsupported'],
  ['a huge picture', { files: { 'a.yaml': withImage('x.png'), 'x.png': hugePng() } }, 1, 'image-'],
  [
    'a huge file for a picture',
    { files: { 'a.yaml': withImage('x.png'), 'x.png': new Uint8Array(30_000_000) } },
    1,
    'image-too-large',
  ],
  ['a picture that draws itself', { files: { 'a.yaml': withImage('x.svg'), 'x.svg': circularSvg } }, 1, 'image-'],
  ['a picture that is a bomb', { files: { 'a.yaml': withImage('x.svg'), 'x.svg': svgBomb } }, 1, 'image-'],
  ['an unknown template', file(brief('layout: { template: nonsense }\n')), 1, 'template-not-found'],
  [
    'a template without what it needs',
    file(brief('layout: { template: read-ahead }\n')),
    1,
    'template-missing-requirement',
  ],
  ['a file that is not there', {}, 2, 'file-not-found'],
  [
    'a file that may not be read',
    { ...file(brief()), faults: { 'read /desk/a.yaml': 'EACCES' } },
    2,
    'file-unreadable',
  ],
  ['a disk that fails', { ...file(brief()), faults: { 'read /desk/a.yaml': 'EIO' } }, 2, 'file-unreadable'],
  ['a device', { files: { 'a.yaml': { device: true } } }, 2, 'file-unreadable'],
  ['a link in a circle', { files: { 'a.yaml': { link: 'a.yaml' } } }, 2, 'file-not-found'],
  [
    'an output folder that may not be written',
    { ...file(brief()), faults: { 'create /desk/output': 'EACCES' } },
    2,
    'file-unwritable',
  ],
  [
    'an output folder that may not be made',
    { ...file(brief()), faults: { 'makeFolder /desk/output': 'EROFS' } },
    2,
    'file-unwritable',
  ],
  ['an output folder that is a file', { files: { 'a.yaml': brief(), output: '' } }, 2, 'file-unwritable'],
  ['an output that is a folder', { files: { 'a.yaml': brief(), 'output/a.pdf/x': '' } }, 2, 'file-unwritable'],
  ['a full disk', { ...file(brief()), faults: { 'create /desk/output': 'ENOSPC' } }, 2, 'the disk is full'],
  [
    'a disk that fills up when the file is put in place',
    { ...file(brief()), faults: { 'rename /desk/output': 'ENOSPC' } },
    2,
    'the disk is full',
  ],
  [
    'a name too long for the disk',
    { ...file(brief()), faults: { 'create /desk/output': 'ENAMETOOLONG' } },
    2,
    'too long',
  ],
];

const targetOf = ({ files, stdin }: Session) =>
  stdin !== undefined ? '-' : files && 'a.json' in files ? 'a.json' : 'a.yaml';

describe('bad input ends in a message, an exit code, and no half file', () => {
  test.each(CASES)('%s', async (_, session, code, words) => {
    const run = await briefpress(['build', targetOf(session)], session);
    expect(run.stderr).toContain(words);
    expect(run.code).toBe(code);
    expect(run.stderr).not.toMatch(/^\s+at |internal/m);
    expect([...run.files.keys()].filter((path) => path.endsWith('.tmp'))).toEqual([]);
    if (!words.startsWith('file-unwritable')) expect(run.files.has('output/a.pdf')).toBe(false);
  });

  test('an old document stays when the new one cannot be written', async () => {
    const files = { 'a.yaml': brief(), 'output/a.pdf': 'old', 'output/a.md': 'old' };
    const run = await briefpress(['build', 'a.yaml'], { files, faults: { 'create /desk/output': 'ENOSPC' } });
    expect(run.code).toBe(2);
    expect([run.text('output/a.pdf'), run.text('output/a.md')]).toEqual(['old', 'old']);
    expect(run.files.size).toBe(3);
  });
});

describe('what looks dangerous and is only text', () => {
  test.each([
    ['a template', '{{title}} {{{title}}} {{#each sources}}x{{/each}}'],
    ['raw HTML', '<script>alert(1)</script> <b>bold</b>'],
    ['a prototype', '{{constructor.constructor "return process"}}'],
    ['a directive', ':::masthead ::page-break'],
  ])('%s', async (_, text) => {
    const run = await briefpress(['build', 'a.yaml'], file(brief(`background: ${JSON.stringify(text)}\n`)));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.text('output/a.md').replaceAll('\\', '').replaceAll('&lt;', '<')).toContain(text.slice(0, 20));
  });
});
