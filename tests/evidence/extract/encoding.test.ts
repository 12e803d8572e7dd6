import { describe, expect, test } from 'vitest';
import { declaredCharset, decode } from '../../../src/evidence/extract/encoding.js';
import { bytesOf } from '../kept.js';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const textOf = (bytes: Uint8Array, label?: string) => {
  const decoded = decode(bytes, { label, type: 'text/plain' });
  return decoded.ok ? decoded.text : decoded.reason;
};
const UNSAID = 'is not in UTF-8 and does not say which encoding it is in';
const wrong = (name: string) => `cannot be read as text in ${name}`;

describe('the text of bytes', () => {
  test.each<[string, Uint8Array, string | undefined, string]>([
    ['UTF-8', bytesOf('säger'), undefined, 'säger'],
    ['UTF-8, whatever is declared', bytesOf('säger'), 'iso-8859-1', 'säger'],
    ['ASCII, whatever is declared', bytesOf('is'), 'windows-1251', 'is'],
    ['ASCII in an encoding that is declared', bytesOf('(2)'), 'utf-7', wrong('UTF-7')],
    ['UTF-8 with its mark', latin1('\xEF\xBB\xBFis'), undefined, 'is'],
    ['UTF-8 by its mark', latin1('\xEF\xBB\xBFs\xE4'), 'iso-8859-1', wrong('UTF-8')],
    ['UTF-16 by its mark', latin1('\xFF\xFEi\0s\0'), 'iso-8859-1', 'is'],
    ['UTF-16 the other way by its mark', latin1('\xFE\xFF\0i\0s'), undefined, 'is'],
    ['half a mark of UTF-16, first', latin1('\xFEis'), 'iso-8859-1', '\xFEis'],
    ['half a mark of UTF-16, second', latin1('\xFFis'), 'iso-8859-1', '\xFFis'],
    ['two thirds of the mark of UTF-8', latin1('\xEF\xBBis'), 'iso-8859-1', '\xEF\xBBis'],
    ['a third of the mark of UTF-8', latin1('\xEF\xFEis'), 'iso-8859-1', '\xEF\xFEis'],
    ['the rest of the mark of UTF-8', latin1('i\xBB\xBFs'), 'iso-8859-1', 'i\xBB\xBFs'],
    ['a mark in the wrong order', latin1('a\xFEis'), 'iso-8859-1', 'a\xFEis'],
    ['nothing said', latin1('s\xE4ger'), undefined, UNSAID],
    ['declared', latin1('s\xE4ger'), 'iso-8859-1', 'säger'],
    ['Russian', latin1('\xEC\xFB'), 'windows-1251', 'мы'],
    ['Chinese', latin1('\xCE\xD2'), 'gb2312', '我'],
    ['Chinese by another name', latin1('\xCE\xD2'), ' GBK ', '我'],
    ['Chinese of four bytes', latin1('\x81\x30\x84\x36\xCE\xD2'), 'gbk', '¥我'],
    ['an encoding that there is none of', latin1('\xE4'), 'klingon', wrong('KLINGON')],
    ['bytes that are not valid in what is declared', latin1('\xE4'), 'utf-8', wrong('UTF-8')],
    ['zero bytes', latin1('a\0b'), undefined, UNSAID],
    ['zero bytes in what is declared', latin1('a\0b'), 'windows-1251', wrong('WINDOWS-1251')],
  ])('%s', (_what, bytes, label, text) => {
    expect(textOf(bytes, label)).toBe(text);
  });

  test.each([
    'windows-1252',
    'x-cp1252',
    'cp1252',
    'cp819',
    'ISO-8859-1',
    'iso8859-1',
    'latin1',
    'l1',
    'us-ascii',
    'ascii',
  ])('%s has quotation marks where control characters would be', (label) => {
    expect(textOf(latin1('\x93\xE4\x94 \x80\x9F'), label)).toBe('“ä” €Ÿ');
  });

  test('other encodings keep what they have there', () => {
    expect(textOf(latin1('\x85\xE4'), 'iso-8859-15')).toBe('\u0085ä');
  });

  test('what is told of one is that of its type', () => {
    expect(decode(latin1('\xE4'), { label: undefined, type: 'text/html' })).toMatchObject({
      ok: false,
      hint: expect.stringContaining('`mediaType: text/html; charset=windows-1251`'),
    });
  });

  test('marks of our own in it are spaces', () => {
    expect(textOf(bytesOf('a\u001Cb\u001Fc'))).toBe('a b c');
  });
});

describe('what a page declares', () => {
  test.each([
    ['<meta charset=koi8-r>', 'koi8-r'],
    ['<META  CHARSET = "koi8-r">', 'koi8-r'],
    ["<meta name=x charset='koi8-r' />", 'koi8-r'],
    ['<meta charset=" koi8-r">', 'koi8-r'],
    ['<meta http-equiv=content-type content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<meta\ncharset=koi8-r>', 'koi8-r'],
    ['<?xml version="1.0" encoding="koi8-r"?><html>', 'koi8-r'],
    ["\n <?xml version='1.0' encoding='koi8-r'?>", 'koi8-r'],
    ['<meta charset=koi8-u><meta charset=koi8-r>', 'koi8-u'],
    ['<!-- x --><meta charset=koi8-r>', 'koi8-r'],
    ['<!-- <meta charset=koi8-u> --><meta charset=koi8-r>', 'koi8-r'],
    ['<!-- a --><!-- <meta charset=koi8-u> --><meta charset=koi8-r>', 'koi8-r'],
    ['<meta charset=koi8-r><!-- <meta charset=koi8-u>', 'koi8-r'],
    ['<meta charset=utf-16>', 'utf-8'],
    ['<meta charset=UTF-16LE>', 'utf-8'],
    ['<meta charset=utf16>', 'utf-8'],
    ['<meta charset=x-utf-16>', 'x-utf-16'],
    ['<?xml version="1.0" encoding="koi8-u"?><meta charset=koi8-r>', 'koi8-r'],
  ])('%j', (page, label) => {
    expect(declaredCharset(latin1(page))).toBe(label);
  });

  test.each([
    [''],
    ['<p>charset=koi8-r'],
    ['<metacharset=koi8-r>'],
    ['<meta name=x><p charset=koi8-r>'],
    ['<p><?xml version="1.0" encoding="koi8-r"?>'],
    ['<?xml?> encoding="koi8-r"'],
    ['<!-- <meta charset=koi8-r> -->'],
    ['<!-- <meta charset=koi8-r>'],
    ['<!--><meta charset=koi8-r>'],
  ])('%j declares nothing', (page) => {
    expect(declaredCharset(latin1(page))).toBeUndefined();
  });

  test('is read in letters of any kind', () => {
    expect(declaredCharset(bytesOf('<title>ж</title><meta charset=koi8-r>'))).toBe('koi8-r');
  });
});
