import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/proof/pdf/pdf-file.js';
import { attachedFiles } from '../../src/verify/attachments.js';
import { briefpress } from '../cli/session.js';
import { type HoledObject, pdfWith, utf16 } from '../proof/holes.js';

const BRIEF = `briefpress: 1
id: visit
title: A visit
asOf: 2024-09-04
summary: It took place.
keyFacts: [{ text: The visit was the first., sources: [a] }]
sources: [{ id: a, type: report, title: A }]
`;

let pdf: Buffer;
beforeAll(async () => {
  const run = await briefpress(['build', 'visit.yaml', '--format', 'pdf'], { files: { 'visit.yaml': BRIEF } });
  pdf = Buffer.from(run.files.get('output/visit.pdf') ?? []);
});

const verify = (bytes: Uint8Array, files: Record<string, Uint8Array | string> = {}, ...options: string[]) =>
  briefpress(['verify', 'x.pdf', ...options], { files: { 'x.pdf': bytes, ...files } });

test('what is the same says what that means, and what it does not', async () => {
  const run = await verify(pdf);
  expect(run.stdout).toContain(
    'this is what Briefpress makes of the brief inside; it does not say who wrote that brief',
  );
  expect(run.stdout).not.toContain('nobody');
  expect(run.code).toBe(0);
});

/** A PDF that says it was made from this brief with this record. */
function claiming(brief: string, record: object, name = '(visit.yaml)'): Uint8Array {
  const file = (id: number, called: string, relationship: string, data: string): HoledObject[] => [
    `<< /Type /Filespec /UF ${called} /AFRelationship /${relationship} /EF << /F ${id + 1} 0 R >> >>`,
    { dictionary: '/Type /EmbeddedFile', data },
  ];
  return pdfWith([...file(7, name, 'Source', brief), ...file(9, '(briefpress.json)', 'Data', JSON.stringify(record))]);
}

const RECORD = {
  ...{ briefpress: '0.1.0', template: 'policy-memo', language: 'en', paper: 'A4', attachments: 'brief', own: [] },
  created: '2024-09-04T00:00:00Z',
};

describe('a PDF from anybody', () => {
  test('names templates by name alone, never a folder', async () => {
    const pack = {
      'evil/pack.yaml': 'title: Evil\n',
      'evil/print.md.hbs': '{{> masthead}}\n',
      'evil/memo.md.hbs': '{{> memo-head}}\n',
    };
    for (const template of ['evil', './evil', '../evil', '/evil', 'evil/']) {
      const run = await verify(claiming(BRIEF, { ...RECORD, template }), pack);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('template-not-found');
    }
    expect((await verify(claiming(BRIEF, RECORD), pack)).code).toBe(1);
  });

  test('acts on no terminal', async () => {
    const name = utf16('a\u001b[2J\u0007\u009b31m\u202e.txt');
    const more = `9000 0 obj\n<< /Type /Filespec /UF ${name} /EF << /F 9001 0 R >> >>\nendobj\n`;
    const flipped = Buffer.from(pdf);
    flipped[flipped.length - 5] = 0x20;
    const bytes = Buffer.concat([flipped, Buffer.from(more, 'latin1')]);
    for (const run of [
      await verify(bytes),
      await verify(claiming('x: [', RECORD, name)),
      await verify(claiming(BRIEF, { ...RECORD, template: '\u001b[2J\u009b' })),
    ]) {
      expect(run.stdout + run.stderr).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(run.code).toBeGreaterThan(0);
    }
    expect((await verify(bytes)).stdout).toContain('The attachment a\\u001b[2J');
  });

  test('that was made with a file name of control characters', async () => {
    const run = await briefpress(['verify', 'x\u001b[2J.pdf'], { files: { 'x\u001b[2J.pdf': pdf } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('x\\u001b[2J.pdf');
  });

  const many = 200_000;
  test.each<[string, () => string | Uint8Array]>([
    ['arrays in arrays', () => `1 0 obj\n${'['.repeat(many)}`],
    ['dictionaries in dictionaries', () => `1 0 obj\n${'<</A'.repeat(many)}`],
    [
      'a tree of pages without end',
      () =>
        `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[2 0 R 3 0 R]>>\nendobj\n3 0 obj\n<</Kids[2 0 R]>>\nendobj\n`,
    ],
    [
      'a deep tree of pages',
      () =>
        `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n${Array.from({ length: many / 4 }, (_, i) => `${i + 2} 0 obj\n<</Kids[${i + 3} 0 R]>>\nendobj\n`).join('')}`,
    ],
    [
      'a wide tree of pages',
      () => `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[${'3 0 R '.repeat(many)}]>>\nendobj\n`,
    ],
    [
      'streams that unpack to gigabytes',
      () => {
        const once = deflateSync(Buffer.alloc(100 * 1024 * 1024));
        const object = (id: number) =>
          Buffer.concat([
            Buffer.from(`${id} 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${once.length}>>\nstream\n`),
            once,
            Buffer.from('\nendstream\nendobj\n'),
          ]);
        return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 8 }, (_, i) => object(i + 1))]);
      },
    ],
    [
      'an object stream whose objects hold one another',
      () => {
        const head = Array.from({ length: 20_000 }, (_, i) => `${i + 10} ${i}`).join(' ');
        const data = `${head} ${'['.repeat(20_000)}${'('.repeat(2_000_000)}`;
        return `1 0 obj\n<</Type/ObjStm/First ${head.length + 1}/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
      },
    ],
    [
      'a font with codes without end',
      () =>
        `1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Page/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>\nendobj\n3 0 obj\n<</ToUnicode 5 0 R>>\nendobj\n4 0 obj\n<</Length 20>>\nstream\nBT /F 1 Tf (a) Tj ET\nendstream\nendobj\n5 0 obj\n<</Length 60>>\nstream\nbeginbfrange <0> <ffffffffffff> <0041> endbfrange           \nendstream\nendobj\n`,
    ],
  ])(
    'does not exhaust its reader: %s',
    async (_, make) => {
      const made = make();
      const bytes = typeof made === 'string' ? Buffer.from(`%PDF-1.7\n${made}`, 'latin1') : made;
      const run = await verify(bytes);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('verify-no-brief');
    },
    60_000,
  );
});

describe('what the brief names', () => {
  const SVG =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#123456"/></svg>';
  const files = { 'briefs/sub/visit.yaml': `${BRIEF}background: "![A map](map.svg)"\n`, 'briefs/sub/map.svg': SVG };
  let made: Uint8Array;
  beforeAll(async () => {
    const run = await briefpress(['build', '--format', 'pdf'], { files });
    made = run.files.get('output/visit.pdf') ?? new Uint8Array();
  });

  test('is looked for in the folder of the brief of that name, without being told', async () => {
    const run = await briefpress(['verify', 'output/visit.pdf'], { files: { ...files, 'output/visit.pdf': made } });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('and beside the PDF, and where --from says', async () => {
    expect((await verify(made, { 'map.svg': SVG })).code).toBe(0);
    expect((await verify(made, { 'other/map.svg': SVG }, '--from', 'other')).code).toBe(0);
    const missing = await verify(made, { 'other/map.svg': SVG });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('image-missing');
  });
});

describe('an edition for other readers', () => {
  const copy = 'The visit was the first.';
  const hash = createHash('sha256').update(copy).digest('hex');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#123456"/></svg>';
  const files = {
    'briefs/visit.yaml': `briefpress: 1
id: visit
title: Whole
asOf: 2024-09-04
summary: The whole.
marking: { tlp: AMBER }
layout: { theme: looks/nightjar.yml }
keyFacts: [{ text: The visit was the first., tlp: CLEAR, sources: [a] }]
sources:
  - { id: a, tlp: CLEAR, type: report, title: A, snapshot: { file: nightjar-said.txt, sha256: ${hash} } }
quotes: [{ speaker: A, text: The visit was the first., lang: en, tlp: CLEAR, source: a }]
editions:
  - id: press
    maxTlp: CLEAR
    overrides: { title: A visit, summary: It took place., background: "![A map](house-of-nightjar.svg)" }
`,
    'briefs/nightjar-said.txt': copy,
    'briefs/looks/nightjar.yml': 'sizes: { title: 30 }\n',
    'briefs/house-of-nightjar.svg': svg,
  };
  const verifyPress = (all: Record<string, Uint8Array | string>) =>
    briefpress(['verify', 'output/visit.press.pdf'], { files: all });

  test('names no file of the whole brief, and is verified all the same', async () => {
    const run = await briefpress(['build', 'briefs/visit.yaml', '--edition', 'press'], { files });
    expect(run.code).toBe(0);
    const made = run.files.get('output/visit.press.pdf') ?? new Uint8Array();
    const texts = attachedFiles(new PdfFile(made)).map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(texts.join('\n')).not.toMatch(/nightjar|looks/);
    for (const name of ['picture-1.svg', 'copy-1.txt', 'theme.yaml']) expect(texts.join('\n')).toContain(name);
    const all = { ...files, 'output/visit.press.pdf': made };
    const same = await verifyPress(all);
    expect(same.stderr).not.toContain('error');
    expect(same.code).toBe(0);
    const { 'briefs/house-of-nightjar.svg': _, ...others } = all;
    expect((await verifyPress({ ...others, 'briefs/maps/a.svg': svg })).code).toBe(0);
    expect((await verifyPress(others)).code).toBe(2);
  });
});

test('a document made with a theme of its own is not compared without it, and is the same with it', async () => {
  const theme = 'colours:\n  accent: "#5b1a3a"\n';
  const files = { 'visit.yaml': BRIEF, 'own.yaml': theme };
  const built = await briefpress(['build', 'visit.yaml', '--format', 'pdf', '--theme', 'own.yaml'], { files });
  const made = Buffer.from(built.files.get('output/visit.pdf') ?? []);
  const without = await verify(made);
  expect(without.code).not.toBe(0);
  expect(without.stderr).toContain('[verify-incomplete]');
  expect(without.stderr).toContain('theme');
  expect(without.stderr).not.toContain('verify-differs');
  expect(without.stdout).toBe('');
  expect((await verify(made, { 'own.yaml': theme }, '--theme', 'own.yaml')).stdout).toContain(
    'the same, byte for byte',
  );
});

test('a document is made again in its standard, which is named', async () => {
  const files = { 'visit.yaml': BRIEF };
  const named = async (...options: string[]) => {
    const built = await briefpress(['build', 'visit.yaml', '--format', 'pdf', ...options], { files });
    return Buffer.from(built.files.get('output/visit.pdf') ?? []);
  };
  expect((await verify(pdf)).stdout).toContain('It was made as PDF/UA-1 and PDF/A-3a.');
  const made = await named('--standard', 'ua2');
  expect(made.subarray(0, 8).toString('latin1')).toBe('%PDF-2.0');
  const run = await verify(made);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('It was made as PDF/UA-2 and PDF/A-4f.');
  expect(JSON.parse((await verify(made, {}, '--json')).stdout)).toMatchObject({ result: 'same', standard: 'ua2' });
  // The usual standard leaves no trace in the record, so documents of before are still the same.
  expect(Buffer.compare(await named('--standard', 'ua1'), pdf)).toBe(0);
});

test('a record with a standard that does not exist is no record', async () => {
  const run = await verify(claiming(BRIEF, { ...RECORD, standard: 'ua3' }));
  expect(run.stderr).toContain('verify-no-brief');
});

test('the brief and the configuration choose the standard, and the command line goes before both', async () => {
  const files = {
    'visit.yaml': `${BRIEF}layout: { standard: ua2 }\n`,
    'other.yaml': BRIEF,
    'briefpress.config.yaml': 'standard: ua2\n',
  };
  const first = async (brief: string, ...options: string[]) => {
    const built = await briefpress(['build', brief, '--format', 'pdf', ...options], { files });
    return Buffer.from(built.files.get('output/visit.pdf') ?? [])
      .subarray(0, 8)
      .toString('latin1');
  };
  expect(await first('visit.yaml')).toBe('%PDF-2.0');
  expect(await first('other.yaml')).toBe('%PDF-2.0');
  expect(await first('visit.yaml', '--standard', 'ua1')).toBe('%PDF-1.7');
});
