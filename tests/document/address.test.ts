import { expect, test } from 'vitest';
import { isLocalAddress, linkAddress } from '../../src/document/address.js';

test.each([
  ['https://example.org', 'https://example.org'],
  ['HTTP://Example.org/A?b=c&d#e', 'HTTP://Example.org/A?b=c&d#e'],
  [' https://example.org/a b ', 'https://example.org/a%20b'],
  ['https://sv.wikipedia.org/wiki/Åland', 'https://sv.wikipedia.org/wiki/%C3%85land'],
  ['https://sv.wikipedia.org/wiki/%C3%85land', 'https://sv.wikipedia.org/wiki/%C3%85land'],
  ['https://example.org/?q=a|b&c[]=1', 'https://example.org/?q=a%7Cb&c%5B%5D=1'],
  ['https://example.org/100%', 'https://example.org/100%25'],
  ['https://[2001:db8::1]:8080/x', 'https://[2001:db8::1]:8080/x'],
  ['https://räksmörgås.example/ö', 'https://xn--rksmrgs-5wao1o.example/%C3%B6'],
  ['mailto:ana@example.org', 'mailto:ana@example.org'],
  ['#mål', '#mål'],
])('%s is a link', (written, address) => {
  expect(linkAddress(written)).toBe(address);
  // It is the same when it is read again, as a memo is.
  expect(linkAddress(address)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  'java\u00ADscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.org/x',
  '/list.html',
  'list.html',
  '//example.org',
  'https://',
  'https:///x',
  'mailto:',
  '#',
  '',
  'https://example.org/\u202Ex',
  'https://ex\u00ADample.org',
])('%j is none', (written) => {
  expect(linkAddress(written)).toBeNull();
});

test('a picture is a file beside the brief', () => {
  expect(['a.png', 'x/a.png', 'https://e.org/a.png', '//e.org/a.png', 'data:x'].map(isLocalAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
