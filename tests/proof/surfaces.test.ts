import { describe, expect, test } from 'vitest';
import { type Surface, surfacesOfPdf, surfacesOfText } from '../../src/proof/surfaces.js';
import { type HoledObject, pdfDrawing, pdfWith } from './holes.js';

describe('a text', () => {
  const unescaped = (text: string) => surfacesOfText(text, 'here').map((each) => each.text)[1];

  test('without an escape is read once', () => {
    expect(surfacesOfText('50 % & more \\ <', 'here')).toEqual([{ where: 'here', text: '50 % & more \\ <' }]);
  });

  test.each([
    ['\\u004eight\\u006A', 'Nightj'],
    ['\\x4eight\\x6A', 'Nightj'],
    ['\\x4 \\n', '\\x4  '],
    ['Night\\\n   jar', 'Nightjar'],
    ['Night\\\r\n\t jar', 'Nightjar'],
    ['Night\\\njar', 'Nightjar'],
    ['a\\nb\\tc\\rd\\Ne\\Pf\\_g\\Lh', 'a b c d e f g h'],
    ['a\\bc\\n', 'a\\bc '],
    ['%4Eight%6aar', 'Nightjar'],
    ['%C5%BB%c3%b3%c5%82%c4%87', 'Żółć'],
    ['&#78;ight&#x6A;ar', 'Nightjar'],
    ['&#128512;&#X1F600;', '😀😀'],
    ['&#x10FFFF;&#x110000;&#9999999;', '\u{10ffff}  '],
    ['a&amp;b&AMP;c', 'a&b&c'],
    ['a&lt;b&gt;c&quot;d&apos;e&nbsp;f', 'a b c d e f'],
    ['&other; &nbsp;', '&other;  '],
  ])('%j says %j', (text, said) => {
    expect(unescaped(text)).toBe(said);
  });
});

/** The places where these words are, in the order of the search. */
function placesOf(words: string, surfaces: readonly Surface[]): readonly string[] {
  const places = surfaces.filter(({ text }) => text.includes(words));
  return places.map(({ where, isRaw }) => `${where}${isRaw ? ' (raw)' : ''}`);
}

const inPdf = (objects: readonly HoledObject[], page?: string) =>
  placesOf('Nightjar', surfacesOfPdf(pdfWith(objects, page)));
const bytes = 'in the bytes of the file (raw)';

describe('a PDF', () => {
  test('its page, once where it is seen as it is drawn', () => {
    expect(inPdf([], 'by Nightjar')).toEqual(['on page 1']);
  });

  test('its page, as it is seen where that is another order', () => {
    const content = 'BT /F1 10 Tf 1 0 0 1 75 50 Tm (jar) Tj 1 0 0 1 50 50 Tm (Night) Tj ET';
    expect(placesOf('Nightjar', surfacesOfPdf(pdfDrawing(content)))).toEqual(['on page 1']);
    const texts = surfacesOfPdf(pdfDrawing(content)).filter(({ where }) => where === 'on page 1');
    expect(texts.map(({ text }) => text)).toEqual(['jar\nNight', 'Nightjar']);
  });

  test('its page, turned where its script goes from right to left', () => {
    const turned = (page: string) =>
      surfacesOfPdf(pdfWith([], page))
        .filter(({ where }) => where === 'on page 1')
        .map(({ text }) => text);
    expect(turned('ab cd')).toEqual(['ab cd']);
    for (const page of ['שלום', 'سلام', 'ܫܠܡ', 'ދިވެހި', 'ߒߞߏ'])
      expect(turned(`x ${page}`).at(-1)).toBe(`${[...page].toReversed().join('')} x`);
  });

  test.each<[string, HoledObject, readonly string[]]>([
    ['a stream', { dictionary: '', data: '[Nightjar]' }, [bytes]],
    ['a drawing', { dictionary: '/Subtype /Form', data: 'BT (Nightjar) Tj ET' }, ['in a drawing', bytes]],
    ['another kind of drawing', { dictionary: '/Subtype /Image', data: 'BT (Nightjar) Tj ET' }, [bytes]],
    ['an attachment', { dictionary: '/Type /EmbeddedFile', data: 'by Nightjar' }, ['in an attachment']],
    ['text of metadata', { dictionary: '/Type /Metadata', data: '<a>by Nightjar</a>' }, ['in the metadata (XMP)']],
    ['an attribute', { dictionary: '/Type /Metadata', data: '<a b = "by Nightjar"/>' }, ['in the metadata (XMP)']],
    ['an escape', { dictionary: '/Type /Metadata', data: '<a>&#78;ightjar</a>' }, ['in the metadata (XMP)']],
    ['two elements', { dictionary: '/Type /Metadata', data: '<a>Night</a><b>jar</b>' }, []],
    ['the dictionary of a stream', { dictionary: '/Alt (Nightjar)', data: '' }, ['in an alternative text', bytes]],
    ['a list in a list', '<< /Keywords [[(x) (Nightjar)]] >>', ['in the properties', bytes]],
    ['a name', '<< /K /Nightjar >>', ['in a name of the file (raw)', bytes]],
    ['a key', '<< /Nightjar 1 >>', ['in a name of the file (raw)', bytes]],
    ['an identifier of the file', '<< /ID [(Nightjar) (x)] >>', ['in a name or a link target (raw)', bytes]],
    ['an identifier of an element', '<< /ID (Nightjar) >>', ['in a name or a link target', bytes]],
    ['any other list', '<< /Names [(Nightjar)] >>', ['in a name or a link target', bytes]],
    ['any other string', '(Nightjar)', ['in a string of the file', bytes]],
  ])('%s', (_, object, places) => {
    expect(inPdf([object])).toEqual(places);
  });

  test.each([
    ['Title', 'in the properties'],
    ['Alt', 'in an alternative text'],
    ['ActualText', 'in a replacement text'],
    ['E', 'in an expanded abbreviation'],
    ['T', 'in the document structure'],
    ['Contents', 'in an annotation'],
    ['URI', 'in a link'],
    ['Dest', 'in a link target'],
    ['D', 'in a link target'],
    ['F', 'in the name of an attachment'],
    ['UF', 'in the name of an attachment'],
    ['Desc', 'in the description of an attachment'],
    ['Author', 'in the properties'],
    ['Subject', 'in the properties'],
    ['Creator', 'in the properties'],
    ['Producer', 'in the properties'],
    ['Other', 'in a string of the file'],
  ])('a string under the key %s stands %s', (key, where) => {
    expect(inPdf([`<< /${key} (Nightjar) >>`])).toEqual([where, bytes]);
  });

  test('the text of metadata, piece by piece, without blanks', () => {
    const data = '<x:a xmlns:x="one"\n b="">\n  <b>two</b> <c>three</c>\n</x:a>';
    const found = surfacesOfPdf(pdfWith([{ dictionary: '/Type /Metadata', data }]));
    expect(found.filter(({ where }) => where.includes('XMP')).map(({ text }) => text)).toEqual(['two', 'three', 'one']);
  });

  test('the streams of its pages are not bytes as well', () => {
    const surfaces = surfacesOfPdf(pdfWith([], 'by Nightjar'));
    expect(surfaces.filter(({ isRaw, text }) => isRaw && text.includes('Tj'))).toEqual([]);
    expect(surfaces.filter(({ text }) => text.includes('TJ'))).toEqual([]);
  });

  test('names are parted from one another', () => {
    const names = surfacesOfPdf(pdfWith(['<< /Night /jar >>'])).find(({ where }) => where === 'in a name of the file');
    expect(names?.text.split('\n')).toEqual(expect.arrayContaining(['Night', 'jar']));
  });
});
