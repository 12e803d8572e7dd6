import { deflateSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { brief, briefpress } from '../cli/session.js';

let pdf: Buffer;
/** Where its cross-references begin, and the first number that none of its objects has. */
let start: number;
let size: number;
let root: number;
beforeAll(async () => {
  const run = await briefpress(['build', 'visit.yaml', '--format', 'pdf'], { files: { 'visit.yaml': brief() } });
  pdf = Buffer.from(run.files.get('output/visit.pdf') ?? []);
  const text = pdf.toString('latin1');
  start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  size = Number(/\/Root \d+ 0 R[^>]*\/Size (\d+)/.exec(text)?.[1]);
  root = Number(/\/Root (\d+) 0 R/.exec(text)?.[1]);
});

const verify = (bytes: Uint8Array, ...options: string[]) =>
  briefpress(['verify', 'x.pdf', ...options], { files: { 'x.pdf': bytes } });

/** The number of an object of the document that holds these words. */
function numberOf(words: RegExp): { readonly id: number; readonly text: string } {
  const packs = [...pdf.toString('latin1').matchAll(/\/Type \/ObjStm[^>]*\/First (\d+)[^>]*>>\s*stream\n/g)];
  for (const { index, 0: head, 1: first } of packs) {
    const body = inflateSync(pdf.subarray(index + head.length)).toString('latin1');
    const places = body.slice(0, Number(first)).trim().split(/\s+/).map(Number);
    for (let i = 0; i < places.length; i += 2) {
      const text = body.slice(Number(first) + (places[i + 1] ?? 0), Number(first) + (places[i + 3] ?? body.length));
      if (words.test(text)) return { id: places[i] ?? 0, text: text.trim() };
    }
  }
  throw new Error(`no object with ${words}`);
}

type Entries = Readonly<Record<number, number>>;

interface Revision {
  /** Number and content of each object; a number may come twice. */
  readonly objects?: readonly (readonly [number, string])[];
  /** What stands before the cross-references. */
  readonly before?: string;
  readonly trailer?: string;
  /** What the cross-references say, where that is not where the objects are; 0 is free. */
  entries?(places: Entries, text: string): Entries;
  /** Where the file says that they begin. */
  readonly startsAt?: number;
  readonly after?: string;
  /** The range that the signature is about; null for none. */
  readonly range?: string | null;
}

const signature = () => 9000;

/** The document with a revision appended, and a signature over all of it, as a program that signs does. */
function signed({
  objects = [],
  before = '',
  trailer,
  entries,
  startsAt,
  after = '',
  range = '',
}: Revision = {}): Buffer {
  const blank = 'AAAAAAAAAA BBBBBBBBBB CCCCCCCCCC';
  const sign = `<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [${range || `0 ${blank}`}] /Contents <${'00'.repeat(10)}> >>`;
  let text = pdf.toString('latin1');
  let places: Entries = {};
  for (const [id, content] of [...objects, ...(range === null ? [] : [[signature(), sign] as const])]) {
    places = { ...places, [id]: text.length };
    text += `${id} 0 obj\n${content}\nendobj\n`;
  }
  text += before;
  const at = text.length;
  const lines = Object.entries(entries?.(places, text) ?? places).map(
    ([id, place]) => `${id} 1\n${String(place).padStart(10, '0')} ${place === 0 ? '65535 f' : '00000 n'} \n`,
  );
  const dictionary = trailer ?? `/Size 9100 /Root ${root} 0 R /Prev ${start}`;
  text += `xref\n0 1\n0000000000 65535 f \n${lines.join('')}trailer\n<< ${dictionary} >>\nstartxref\n${startsAt ?? at}\n%%EOF\n`;
  const gap = text.indexOf(`<${'00'.repeat(10)}>`);
  const filled = [gap, gap + 22, text.length - gap - 22].map((each) => String(each).padEnd(10)).join(' ');
  return Buffer.from(text.replace(blank, filled) + after, 'latin1');
}

const page = () => numberOf(/\/Type \/Page\b/);
const dictionaryWith = ({ text }: { readonly text: string }, more: string) => text.replace(/>>$/, `${more} >>`);
/** Beside the links that the page has. */
const withAnnotation = (text: string, reference: string) =>
  text.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${reference}]`);
const FIELD = '/Type /Annot /Subtype /Widget /FT /Sig /V 9000 0 R';

describe('a file that was appended to', () => {
  test('by signing is compared up to its own revision', async () => {
    const run = await verify(signed());
    expect(run.stdout).toContain(`up to byte ${pdf.length}, where its own revision ends`);
    expect(run.stdout).toMatch(
      /A signature \(adbe\.pkcs7\.detached\) is present, for the byte range \[0 \d+ \d+ \d+\]: the whole/,
    );
    expect(run.stdout).toContain('another program has to say');
    expect(run.code).toBe(0);
  });

  test('after the signature: the rest is not signed', async () => {
    const once = signed();
    const at = once.length + 22;
    const more = `9001 0 obj\n(x)\nendobj\nxref\n9001 1\n${String(once.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 9100 /Root ${root} 0 R /Prev ${once.lastIndexOf('xref\n0 1')} >>\nstartxref\n${at}\n%%EOF\n`;
    const run = await verify(Buffer.concat([once, Buffer.from(more)]));
    expect(run.stdout).toContain(`the last ${more.length} bytes are not signed`);
    expect(run.code).toBe(0);
  });

  test('with its objects and cross-references packed, as a document of ours has them', async () => {
    const at = pdf.length;
    const packed = deflateSync(`9001 0 9002 4 (x) << /A 1 >>`);
    const sign = Buffer.from(
      `9003 0 obj\n<< /Type /ObjStm /N 2 /First 14 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream\nendobj\n`,
      'latin1',
    );
    const entry = (kind: number, place: number, rest: number) => [
      kind,
      place >> 16,
      (place >> 8) & 255,
      place & 255,
      rest,
    ];
    const rows = [entry(2, 9003, 0), entry(2, 9003, 1), entry(1, at, 0), entry(1, at + sign.length, 0)];
    const up = rows.flatMap((row, i) => [2, ...row.map((byte, j) => (byte - (rows[i - 1]?.[j] ?? 0)) & 255)]);
    const make = (count: number, parms = '/DecodeParms << /Predictor 12 /Columns 5 >>') => {
      const data = deflateSync(Buffer.from(up));
      const stream = `9004 0 obj\n<< /Type /XRef /W [1 3 1] /Index [9001 ${count}] /Size 9100 /Root ${root} 0 R /Prev ${start} /Filter /FlateDecode ${parms} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream\nendobj\nstartxref\n${at + sign.length}\n%%EOF\n`;
      return Buffer.concat([pdf, sign, Buffer.from(stream, 'latin1')]);
    };
    expect((await verify(make(4))).stdout).toMatch(/brief makes:\n- \d+ bytes were appended to it, and none/);
    expect((await verify(make(3))).stdout).toContain('can be read in several ways');
    expect((await verify(make(4, ''))).stdout).toContain('can be read in several ways');
  });

  test.each([
    ['another range', '1 10 20 30'],
    ['no bytes', '0 0 0 0'],
    ['half a range', '0 10'],
  ])('by a signature that is about something else: %s', async (_, range) => {
    const run = await verify(signed({ range }));
    expect(run.stdout).toMatch(/does not hold the document whole|is not one/);
    expect(run.stdout).toContain('No signature is about all of the document');
    expect(run.code).toBe(1);
  });

  test('with the field of a signature on a page', async () => {
    const { id } = page();
    const on = (field: string) =>
      verify(
        signed({
          objects: [
            [id, withAnnotation(page().text, '9002 0 R')],
            [9002, `<< ${field} >>`],
          ],
        }),
      );
    const without = page().text.replace(/\/Annots \[\d+ 0 R/, '/Annots [');
    expect((await verify(signed({ objects: [[id, without]] }))).stdout).toContain('Something was put on a page');
    const unseen = await on(`${FIELD} /Rect [0 0 0 0]`);
    expect(unseen.code).toBe(0);
    expect(unseen.stdout).not.toContain('shown');
    const seen = await on(`${FIELD} /Rect [50 50 200 100]`);
    expect(seen.code).toBe(0);
    expect(seen.stdout).toContain('A signature is shown on page 1');
    for (const other of [
      `${FIELD.replace('/Widget /FT /Sig', '/Stamp')} /Rect [0 0 0 0]`,
      `${FIELD} /Rect [0 0 595 842]`,
      FIELD,
      `${FIELD} /Rect [0 0 0 0] /AA << /U << /S /JavaScript /JS (x) >> >>`,
    ]) {
      const run = await on(other);
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('Something was put on a page');
    }
  });

  test('so that a page shows something else', async () => {
    const { id, text } = page();
    const other = text.replace(/\/Contents \d+ 0 R/, '/Contents 9003 0 R');
    const run = await verify(signed({ objects: [[id, other]] }));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('A page was replaced');
    expect(run.stdout).toContain('is present');
    // A page that is said twice shows what is said last.
    const twice = await verify(
      signed({
        objects: [
          [id, text],
          [id, other],
        ],
      }),
    );
    expect(twice.stdout).toContain('A page was replaced');
    // A key that comes twice counts once, and readers differ on which.
    const doubled = text.replace(/\/Contents (\d+) 0 R/, '/Contents 9003 0 R /Contents $1 0 R');
    expect((await verify(signed({ objects: [[id, doubled]] }))).stdout).toContain('can be read in several ways');
  });

  test('so that its content is another', async () => {
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page().text)?.[1]);
    const run = await verify(signed({ objects: [[contents, '<< /Length 1 >>\nstream\nx\nendstream']] }));
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Its content was replaced');
  });

  test('with a form in the catalog, which signing adds, and with other pages, which it does not', async () => {
    const catalog = numberOf(/\/Type \/Catalog/);
    const withForm = (form: string, more: readonly (readonly [number, string])[] = []) =>
      verify(signed({ objects: [[root, dictionaryWith(catalog, `/AcroForm ${form}`)], ...more] }));
    expect(catalog.id).toBe(root);
    expect((await withForm('<< /SigFlags 3 /Fields [9001 0 R] >>', [[9001, `<< ${FIELD} >>`]])).code).toBe(0);
    for (const [form, field] of [
      ['<< /SigFlags 3 /XFA 9001 0 R >>', '(x)'],
      ['<< /Fields [9001 0 R] >>', '<< /FT /Tx /V (x) >>'],
      ['<< /Fields [9001 0 R] >>', `<< ${FIELD} /A << /S /JavaScript /JS (x) >> >>`],
      ['<< /Fields [9002 0 R] >>', '(x)'],
    ] as const) {
      const run = await withForm(form, [[9001, field]]);
      expect(run.stdout).toContain('A form was added');
      expect(run.code).toBe(1);
    }
    const pages = catalog.text.replace(/\/Pages \d+ 0 R/, '/Pages 9004 0 R');
    expect((await verify(signed({ objects: [[root, pages]] }))).stdout).toContain('Its catalog');
  });

  test('with metadata that names who signed, or says something else of the document', async () => {
    const all = pdf.toString('latin1');
    const [head = '', xmp = ''] =
      /\d+ 0 obj\n<<\n\/Type \/Metadata[^>]*>>\nstream\n([\s\S]*?)endstream/.exec(all) ?? [];
    const id = Number(/^\d+/.exec(head)?.[0]);
    const replacedBy = (text: string) =>
      verify(
        signed({
          objects: [[id, `<< /Type /Metadata /Subtype /XML /Length ${text.length} >>\nstream\n${text}\nendstream`]],
        }),
      );
    expect(xmp).toContain('A visit');
    const named = await replacedBy(xmp.replace('<pdf:Producer>Briefpress<', '<pdf:Producer>Signer<'));
    expect(named.stdout).toContain('The metadata was replaced');
    expect(named.code).toBe(0);
    for (const other of [
      xmp.replace('A visit', 'No visit'),
      xmp.replace('brief:status>draft<', 'brief:status>issued<'),
    ]) {
      expect(other).not.toBe(xmp);
      const run = await replacedBy(other);
      expect(run.stdout).toContain('The metadata was changed');
      expect(run.code).toBe(1);
    }
  });

  test.each<[string, RegExp, () => Revision]>([
    ['another document', /leads to another document/, () => ({ trailer: `/Size 9100 /Root 9001 0 R /Prev ${start}` })],
    [
      'a password',
      /It was encrypted/,
      () => ({ trailer: `/Size 9100 /Root ${root} 0 R /Prev ${start} /Encrypt << >>` }),
    ],
    [
      'two kinds of cross-references',
      /lead elsewhere/,
      () => ({ trailer: `/Size 9100 /Root ${root} 0 R /Prev ${start} /XRefStm 9 ` }),
    ],
    ['no way back', /lead elsewhere/, () => ({ trailer: `/Size 9100 /Root ${root} 0 R` })],
    [
      'a way back to another place',
      /lead elsewhere/,
      () => ({ trailer: `/Size 9100 /Root ${root} 0 R /Prev ${start - 1}` }),
    ],
    ['fewer objects', /lead elsewhere/, () => ({ trailer: `/Size ${size - 1} /Root ${root} 0 R /Prev ${start}` })],
    [
      'an object removed',
      /Something of it was removed/,
      () => ({ entries: (places) => ({ ...places, [page().id]: 0 }) }),
    ],
    [
      'an object in the place of another',
      /lead elsewhere/,
      () => ({ objects: [[9001, page().text]], entries: (places) => ({ ...places, [page().id]: places[9001] ?? 0 }) }),
    ],
    ...[
      ['a comment', (object: string) => `% ${object.replaceAll('\n', ' ')}\n`],
      [
        'a stream',
        (object: string) => `9002 0 obj\n<< /Length ${object.length} >>\nstream\n${object}\nendstream\nendobj\n`,
      ],
      ['a text', (object: string) => `9002 0 obj\n(${object})\nendobj\n`],
    ].map(([where, hide]): [string, RegExp, () => Revision] => [
      `an object hidden in ${where}`,
      /lead elsewhere/,
      () => {
        const object = `${page().id} 0 obj\n<< /Type /Page >>\nendobj\n`;
        return {
          before: (hide as (text: string) => string)(object),
          entries: (places, text) => ({ ...places, [page().id]: text.lastIndexOf(`${page().id} 0 obj`) }),
        };
      },
    ]),
    ['a beginning elsewhere', /lead elsewhere/, () => ({ startsAt: 15 })],
    ['an end far behind the beginning', /lead elsewhere/, () => ({ after: ' '.repeat(2000) })],
    ['something that is not an object', /can be read in several ways/, () => ({ before: 'x ' })],
    ['a dictionary that is not closed', /can be read in several ways/, () => ({ objects: [[9001, '<< /A 1']] })],
  ])('by a signature with %s', async (_, message, make) => {
    const run = await verify(signed(make()));
    expect(run.stdout).toMatch(message);
    expect(run.code).toBe(1);
  });

  test('by anything that is no signature', async () => {
    const run = await verify(Buffer.concat([pdf, Buffer.from('\n')]), '--json');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      result: 'differs',
      differences: expect.arrayContaining([expect.stringContaining('appended')]),
      appended: { ownBytes: pdf.length, moreBytes: 1 },
    });
  });
});
