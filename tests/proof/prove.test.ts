import { describe, expect, test } from 'vitest';
import { needlesOf } from '../../src/proof/needles.js';
import { EditionSearch, type FinishedFile, proveEdition } from '../../src/proof/prove.js';
import { type HoledObject, packed, pdfWith, utf16 } from './holes.js';

const SENTENCE = 'The envoy will offer to close the northern harbour before the winter – in secret, and for a price.';
const WITHHELD = [
  { field: 'judgements[0].text', text: SENTENCE },
  { field: 'from.unit', text: 'Nightjar' },
  { field: 'sources[3].id', text: 'cable-7' },
  { field: 'to[0].name', text: 'Żółć Ångström' },
];

function prove(files: readonly FinishedFile[], allowed: readonly string[] = []) {
  return proveEdition({ edition: 'public', files, withheld: WITHHELD, allowed }).diagnostics;
}

function proveText(text: string, allowed: readonly string[] = []) {
  return prove([{ name: 'x.public.md', bytes: new TextEncoder().encode(text) }], allowed);
}

function provePdf(objects: readonly HoledObject[], page?: string) {
  return prove([{ name: 'x.public.pdf', bytes: pdfWith(objects, page) }]);
}

test('a document in which nothing stands is proved', () => {
  expect(provePdf([], 'Harmless words')).toEqual([]);
  expect(proveText('Harmless words.')).toEqual([]);
});

describe('every hole is found, and named', () => {
  const xmp = `<x><dc:subject><rdf:li>${'Nightjar'}</rdf:li></dc:subject></x>`;
  const attachment = (data: string | Uint8Array): HoledObject => ({ dictionary: '/Type /EmbeddedFile', data });

  test.each<[string, readonly HoledObject[], string]>([
    ['properties', ['<< /Producer (Briefpress) /Keywords (harbour, Nightjar) >>'], 'in the properties'],
    ['a title of the file', [`<< /Title ${utf16('Żółć Ångström')} >>`], 'in the properties'],
    ['a bookmark', [`<< /Title (Nightjar) /Parent 1 0 R >>`], 'in the bookmarks'],
    ['a bookmark in an object stream', [packed({ 30: '<< /Title (Nightjar) /Parent 1 0 R >>' })], 'in the bookmarks'],
    ['metadata', [{ dictionary: '/Type /Metadata /Subtype /XML', data: xmp }], 'in the metadata (XMP)'],
    [
      'an alternative text',
      [packed({ 30: `<< /S /Figure /Alt ${utf16('By Nightjar')} >>` })],
      'in an alternative text',
    ],
    ['a replacement text', ['<< /S /Span /ActualText (Night\\152ar) >>'], 'in a replacement text'],
    ['an attachment', [attachment(`text: ${SENTENCE}`)], 'in an attachment'],
    ['escapes in an attachment', [attachment('"text": "\\u004eightjar\\nand more"')], 'in an attachment'],
    ['a PDF in a PDF', [attachment(pdfWith([], 'Written by Nightjar'))], 'in an attachment, on page 1'],
    ['the name of an attachment', ['<< /Type /Filespec /F (cable-7.txt) >>'], 'in the name of an attachment'],
    ['a link', ['<< /S /URI /URI (https://example.org/%4Eightjar?cable-7) >>'], 'in a link'],
    ['a link target', ['<< /Names [(cable-7) 3 0 R] >>'], 'in a name or a link target'],
    ['a comment on the page', [`<< /Subtype /Text /Contents ${utf16('Nightjar!')} >>`], 'in an annotation'],
    ['a name', ['<< /TheEnvoyWillOfferToCloseTheNorthernHarbour true >>'], 'in a name of the file'],
    ['an object that nothing refers to', [{ dictionary: '', data: SENTENCE }], 'in the bytes of the file'],
    [
      'a font’s own table, in UTF-16',
      [{ dictionary: '/Length1 9', data: Buffer.from(SENTENCE, 'utf16le') }],
      'in the bytes of the file',
    ],
  ])('%s', (_, objects, where) => {
    const messages = provePdf(objects).map(({ code, message }) => `${code} ${message}`);
    expect(messages.join('\n')).toContain(`edition-leak The edition "public" withholds`);
    expect(messages.join('\n')).toContain(`found in x.public.pdf, ${where}`);
  });

  test('a page, by what its codes mean', () => {
    const [leak] = provePdf([], 'Written by Nightjar');
    expect(leak).toMatchObject({ code: 'edition-leak', severity: 'error', field: 'from.unit' });
    expect(leak?.message).toContain('found in x.public.pdf, on page 1: "nightjar"');
  });

  test('the memo', () => {
    expect(proveText(`> ${SENTENCE}`)[0]?.message).toContain('x.public.md, in its text');
  });

  test('the name of a file', () => {
    const leaks = prove([{ name: 'x.nightjar.md', bytes: new Uint8Array() }]);
    expect(leaks[0]?.message).toContain('in its file name');
  });

  test('a file that is no whole PDF any more', () => {
    const whole = Buffer.from(pdfWith([{ dictionary: '', data: 'x' }, '<< /Title (Nightjar) >>']));
    const broken = Buffer.from(whole.toString('latin1').replace('/Type /Catalog', '/Type /Nothing'), 'latin1');
    expect(prove([{ name: 'x.pdf', bytes: broken.subarray(0, broken.length - 20) }]).length).toBeGreaterThan(0);
  });
});

describe('what counts', () => {
  test.each([
    ['case and quotes', 'NIGHTJAR'],
    ['emphasis', '**Night**jar _nightjar_'],
    ['a soft hyphen', 'Night\u00adjar'],
    ['a word parted at the end of a line', 'Night-\njar'],
    ['letters composed in another way', 'Żółć Ångström'.normalize('NFD')],
    ['a piece of a sentence', 'They say: offer to close the northern harbour before spring.'],
    ['a piece over several lines', 'offer to\n  close the\n  north-\nern harbour before'],
    ['a sentence with other marks', 'before the winter, in secret (and "for a price")'],
    ['an id', 'see [@cable-7]'],
  ])('%s', (_, text) => {
    expect(proveText(text)).not.toEqual([]);
  });

  test.each([
    ['a word of which it is a part', 'Nightjars, goodnightjar'],
    ['few words of a sentence', 'The envoy will close the harbour.'],
    ['other words', 'The northern winter, and its price.'],
    ['a number alike', 'cable 77'],
  ])('not %s', (_, text) => {
    expect(proveText(text)).toEqual([]);
  });

  test('what also stands in what is kept does not count; the rest of it does', () => {
    expect(proveText('Nightjar', ['a nightjar sings'])).toEqual([]);
    expect(proveText(SENTENCE, [SENTENCE])).toEqual([]);
    const part = 'The envoy will offer to close the northern harbour';
    expect(proveText(part, [part])).toEqual([]);
    expect(proveText(SENTENCE, [part])).not.toEqual([]);
  });

  test('two kept texts that meet on a page make no leak', () => {
    const kept = ['to close the northern harbour', 'Before it is too late'];
    expect(proveText(kept.join('\n'), kept)).toEqual([]);
  });

  test('too short: nothing to look for', () => {
    for (const text of ['', 'a', 'EU', 'X1', '2024', '4711', '李', '– – –'])
      expect(needlesOf({ field: 'x', text })).toEqual([]);
    for (const text of ['NGO', 'NATO', '47 110', '李明']) expect(needlesOf({ field: 'x', text })).toHaveLength(1);
  });

  test('the first leaks are told, not thousands', () => {
    const withheld = Array.from({ length: 500 }, (_, i) => ({ field: `f${i}`, text: `secret${i}word` }));
    const bytes = new TextEncoder().encode(withheld.map(({ text }) => text).join(' '));
    const proof = proveEdition({ edition: 'x', files: [{ name: 'a.md', bytes }], withheld, allowed: [] });
    expect(proof.diagnostics).toHaveLength(20);
  });
});

describe('what a leak says', () => {
  const leaksOf = (withheld: Parameters<typeof proveEdition>[0]['withheld'], text: string) =>
    proveEdition({
      edition: 'press',
      files: [{ name: 'a.md', bytes: new TextEncoder().encode(text) }],
      withheld,
      allowed: [],
    }).diagnostics.filter(({ code }) => code === 'edition-leak');

  test('once, however often it is found in one place', () => {
    const text = 'Nightjar, nightjar';
    expect(leaksOf([{ field: 'a', text }], `${text} and ${text}`)).toHaveLength(1);
    expect(
      leaksOf(
        [
          { field: 'a', text: 'Nightjar' },
          { field: 'b', text: 'Nightjar' },
        ],
        text,
      ),
    ).toHaveLength(2);
  });

  test('the first letters of a long text', () => {
    const words = (letters: number) => 'abcdefghij'.repeat(10).slice(0, letters);
    expect(leaksOf([{ field: 'a', text: words(60) }], words(60))[0]?.message).toContain(`"${words(60)}"`);
    expect(leaksOf([{ field: 'a', text: words(61) }], words(61))[0]?.message).toContain(`"${words(60)} …"`);
  });

  test('with the field, and what to do', () => {
    const [leak] = leaksOf([{ field: 'a[0].text', text: 'Nightjar' }], 'Nightjar');
    expect(leak).toMatchObject({ field: 'a[0].text', severity: 'error' });
    expect(leak?.message).toContain('`a[0].text`');
    expect(leak?.hints?.length).toBe(1);
    expect(leaksOf([{ field: 'a comment', text: 'Nightjar' }], 'Nightjar')[0]?.message).toContain(
      'withholds a comment,',
    );
  });
});

describe('what was put there by the program', () => {
  const file = (name: string, text: string): FinishedFile => ({ name, bytes: new TextEncoder().encode(text) });
  const isProved = (files: readonly FinishedFile[], constants: readonly FinishedFile[], withheld: string) =>
    proveEdition({ edition: 'e', files, constants, allowed: [], withheld: [{ field: 'f', text: withheld }] }).ok;

  test('on any page of a PDF, not in its bytes, counts for nothing', () => {
    const pdf = (page: string, objects: readonly HoledObject[] = []) => ({
      name: 'a.pdf',
      bytes: pdfWith(objects, page),
    });
    expect(isProved([pdf('of Nightjar')], [pdf('the Nightjar')], 'Nightjar')).toBe(true);
    expect(isProved([pdf('of Nightjar')], [pdf('the Nightjars')], 'Nightjar')).toBe(false);
    expect(isProved([pdf('x', [attached(pdfWith([], 'Nightjar'))])], [pdf('Nightjar')], 'Nightjar')).toBe(false);
  });

  test('a line of it ends where it ends', () => {
    const text = 'the northern\nharbour lights';
    expect(isProved([file('a.md', text)], [], 'northern harbour')).toBe(false);
    expect(isProved([file('a.md', text)], [file('a.md', text)], 'northern harbour')).toBe(true);
    expect(isProved([file('a.md', 'northern harbour')], [file('a.md', text)], 'northern harbour')).toBe(true);
  });

  test('is told without a second search of the documents', () => {
    let reads = 0;
    const read = file('a.md', 'of Nightjar');
    const counted = {
      name: 'a.md',
      get bytes() {
        reads += 1;
        return read.bytes;
      },
    };
    const withheld = [{ field: 'f', text: 'Nightjar' }];
    const search = new EditionSearch({ edition: 'e', files: [counted], allowed: [], withheld });
    expect(search.outcome().ok).toBe(false);
    const before = reads;
    expect(search.outcome([file('b.md', 'the Nightjar')]).ok).toBe(true);
    expect(reads).toBe(before);
  });

  function attached(data: Uint8Array): HoledObject {
    return { dictionary: '/Type /EmbeddedFile', data };
  }
});

describe('what is not searched', () => {
  const said = (withheld: readonly { field: string; text: string }[]) =>
    proveEdition({ edition: 'e', files: [], withheld, allowed: [] }).diagnostics;

  test('is told without ids, which are no texts', () => {
    expect(said([{ field: 'sources[0].id', text: 'x1' }])).toEqual([]);
    expect(said([{ field: 'supersedes.file', text: 'x1' }])).toEqual([]);
    expect(
      said([
        { field: 'x.idle', text: 'x1' },
        { field: 'from.file', text: 'x2' },
      ])[0]?.message,
    ).toContain('"x1" (`x.idle`), "x2" (`from.file`).');
  });

  test('is told once for a text, with the first of its fields', () => {
    const [info] = said([
      { field: 'a', text: 'EU' },
      { field: 'b', text: 'EU' },
      { field: 'c', text: 'UN' },
    ]);
    expect(info).toMatchObject({ field: 'a' });
    expect(info?.hints).toHaveLength(1);
    expect(info?.message).toContain('"EU" (`a`), "UN" (`c`).');
  });

  test('is named six times, and counted from there', () => {
    const withheld = (count: number) => Array.from({ length: count }, (_, i) => ({ field: `f${i}`, text: `x${i}` }));
    expect(said(withheld(6))[0]?.message).toMatch(/"x5" \(`f5`\)\.$/);
    expect(said(withheld(7))[0]?.message).toMatch(/"x5" \(`f5`\) and 1 more\.$/);
  });
});
