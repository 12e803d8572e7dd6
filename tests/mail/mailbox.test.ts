import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headName, mailboxWords, readAddress, readMailbox } from '../../src/mail/mailbox.js';

describe('an address', () => {
  test.each([
    ['anna@partner.example', null, 'anna@partner.example'],
    [' Anna Berg <anna@partner.example> ', 'Anna Berg', 'anna@partner.example'],
    ['"Berg, Anna" <anna@partner.example>', 'Berg, Anna', 'anna@partner.example'],
    ['Anna.Berg+x@Partner.Example', null, 'Anna.Berg+x@partner.example'],
    ['anna@jõgeva.example', null, 'anna@xn--jgeva-dua.example'],
    ['<anna@partner.example>', null, 'anna@partner.example'],
  ])('%s', (written, name, address) => expect(readMailbox(written)).toEqual({ name, address }));

  test.each([
    '',
    'anna',
    'anna@',
    '@partner.example',
    'anna@localhost',
    'anna@partner..example',
    'anna@-x.example',
    'anna@127.0.0.1',
    'anna@[127.0.0.1]',
    'an na@partner.example',
    '.anna@partner.example',
    'anna@partner.example, berg@partner.example',
    'Anna <anna@partner.example> <b@partner.example>',
    'anna@partner.example\r\nBcc: thief@evil.example',
    'Anna\r\nBcc: thief@evil.example <anna@partner.example>',
    'anna@partner.example\u0000',
    'anna@evil.example/x@partner.example/',
    'anna@partner.example:25',
    'анна@partner.example',
    `${'a'.repeat(65)}@partner.example`,
    `a@${'a.'.repeat(130)}example`,
  ])('%j is none', (written) => expect(readMailbox(written)).toBeNull());

  test('whatever is taken for an address is one word with one @', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom('@', '.', 'a', 'é', '-', ' ', '<', '\n'), fc.string({ maxLength: 2 }))),
        (pieces) => {
          const address = readAddress(pieces.join(''));
          if (address !== null) expect(address).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
        },
      ),
    );
  });

  test('is shown with its name', () => {
    expect(mailboxWords({ name: 'Anna', address: 'a@b.example' })).toBe('Anna <a@b.example>');
    expect(headName(' a\r\n\tb\u202e ')).toBe('a b');
    expect(headName('\n')).toBeNull();
  });
});
