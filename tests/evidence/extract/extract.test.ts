import { describe, expect, test } from 'vitest';
import { extractText, mediaTypeOf } from '../../../src/evidence/extract/extract.js';
import { bytesOf, pdfWith } from '../kept.js';

const read = (content: string | Uint8Array, file: string, mediaType?: string) =>
  extractText(typeof content === 'string' ? bytesOf(content) : content, {
    file,
    sha256: '',
    ...(mediaType !== undefined && { mediaType }),
  });
const textIn = async (...given: Parameters<typeof read>) => {
  const extracted = await read(...given);
  return extracted.ok ? extracted.text.trim() : extracted.reason;
};
const LATIN_1 = Uint8Array.of(0x2a, 0xe4, 0x2a);

test.each([
  ['a.txt', 'text/plain'],
  ['a.text', 'text/plain'],
  ['a.md', 'text/markdown'],
  ['a.markdown', 'text/markdown'],
  ['a.html', 'text/html'],
  ['a.htm', 'text/html'],
  ['a.xhtml', 'application/xhtml+xml'],
  ['a.pdf', 'application/pdf'],
  ['A.PDF', 'application/pdf'],
  ['kept.d/a.b.md', 'text/markdown'],
  ['.md', 'text/markdown'],
  ['a.png', null],
  ['a', null],
  ['md', null],
  ['kept.md/a', null],
  ['kept.md\\a', null],
  ['a.md.', null],
  ['a.mdx', null],
  ['', null],
])('the media type of %j is %j', (file, type) => {
  expect(mediaTypeOf(file)).toBe(type);
});

describe('the reader', () => {
  test.each([
    ['a.txt', undefined, '*a* <b>b</b>'],
    ['a.md', undefined, 'a b'],
    ['a.html', undefined, '*a* b'],
    ['a.xhtml', undefined, '*a* b'],
    ['a.html', 'text/plain', '*a* <b>b</b>'],
    ['a', 'text/markdown', 'a b'],
    ['a', 'TEXT/MARKDOWN', 'a b'],
    ['a', ' text/html ; x=y', '*a* b'],
    ['a', 'application/xhtml+xml', '*a* b'],
  ])('of %s, declared as %s', async (file, mediaType, text) => {
    expect(await textIn('*a* <b>b</b>', file, mediaType)).toBe(text);
  });

  test('of a PDF', async () => {
    expect(await textIn(pdfWith(['One']), 'a.pdf')).toBe('One');
    expect(await textIn(pdfWith(['One']), 'a', 'application/pdf')).toBe('One');
  });

  test.each([
    ['text/plain; charset=iso-8859-1', '*ä*'],
    ['text/plain;charset="iso-8859-1"', '*ä*'],
    ['text/plain; Charset=iso-8859-1', '*ä*'],
    ['text/plain; format=flowed; charset=iso-8859-1', '*ä*'],
    ['text/html; charset=iso-8859-1', '*ä*'],
    ['text/markdown; charset=iso-8859-1', 'ä'],
    ['text/plain; x-charset=iso-8859-1', 'is not in UTF-8 and does not say which encoding it is in'],
    ['text/plain; charset=iso-8859-1 x', 'cannot be read as text in ISO-8859-1 X'],
  ])('in the encoding of %s', async (mediaType, text) => {
    expect(await textIn(LATIN_1, 'a', mediaType)).toBe(text);
  });

  test('of a page follows its own declaration where nothing else says it, and of a note does not', async () => {
    const page = Uint8Array.from([...bytesOf('<meta charset=windows-1251>'), 0xec, 0xfb]);
    expect(await textIn(page, 'a.html')).toBe('мы');
    expect(await textIn(page, 'a.html', 'text/html; charset=iso-8859-1')).toBe('ìû');
    expect(await textIn(page, 'a.md')).toBe('is not in UTF-8 and does not say which encoding it is in');
  });

  test.each([
    ['a.html', undefined, 'text/html'],
    ['a.md', undefined, 'text/markdown'],
    ['a.txt', undefined, 'text/plain'],
  ])('of %s names its type in the hint', async (file, mediaType, type) => {
    const extracted = await read(LATIN_1, file, mediaType);
    expect(extracted).toMatchObject({ ok: false, hint: expect.stringContaining(`\`mediaType: ${type}; `) });
  });
});

describe('a file of another kind', () => {
  test('says its kind, if it has one', async () => {
    expect(await textIn('x', 'a')).toBe('is of a kind whose text cannot be read');
    expect(await textIn('x', 'a.txt', 'image/png')).toBe('is of a kind whose text cannot be read (image/png)');
    expect(await textIn('x', 'a', '')).toBe('is of a kind whose text cannot be read ()');
  });

  test.each([
    ['a.mht', /browser/],
    ['a.webarchive', /browser/],
    ['a.DOC', /as plain text/],
    ['a.docx', /as plain text/],
    ['a.pptx', /as plain text/],
    ['a.odt', /as plain text/],
    ['a.eml', /the mail/],
    ['a.msg', /the mail/],
    ['a.jpg', /OCR/],
    ['a.jpeg', /OCR/],
    ['a.tif', /OCR/],
    ['a.png.x', /`mediaType`/],
    ['png', /`mediaType`/],
  ])('%s: what to do', async (file, hint) => {
    expect(await read('x', file)).toMatchObject({ ok: false, hint: expect.stringMatching(hint) });
  });
});
