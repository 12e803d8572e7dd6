import { describe, expect, test } from 'vitest';
import { printerWords, readPrinter } from '../../src/printer/printer-address.js';

const uriOf = (written: string) => {
  const read = readPrinter(written);
  return read.ok ? [read.value.uri, read.value.host, read.value.port, read.value.path] : read.diagnostics[0]?.message;
};

describe('the address of a printer', () => {
  test.each([
    ['ipp://p.example', ['ipp://p.example:631/ipp/print', 'p.example', 631, '/ipp/print']],
    ['IPPS://p.example/x?y=1', ['ipps://p.example:631/x?y=1', 'p.example', 631, '/x?y=1']],
    ['ipp://p.example:80/x', ['ipp://p.example:80/x', 'p.example', 80, '/x']],
    ['ipp://[::1]:8631/', ['ipp://[::1]:8631/ipp/print', '::1', 8631, '/ipp/print']],
    [' Office_2 ', ['ipp://localhost:631/printers/Office_2', 'localhost', 631, '/printers/Office_2']],
    ['Büro?a#b', ['ipp://localhost:631/printers/B%C3%BCro%3Fa%23b', 'localhost', 631, '/printers/B%C3%BCro%3Fa%23b']],
  ])('%s', (written, expected) => {
    expect(uriOf(written)).toEqual(expected);
  });

  test('is the name for people where it was given by that', () => {
    const read = readPrinter('Office');
    expect(read.ok && printerWords(read.value)).toBe('Office');
  });

  test.each(['', 'http://p.example', 'ipp://', 'ipp://a b/c', '-o', 'a/b', 'Office\u0000', 'a\nb', 'ipp:p'])(
    '%j is none',
    (written) => {
      expect(uriOf(written)).toBe('This is not the address of a printer.');
    },
  );

  test.each(['ipp://anna:hunter2@p.example/', 'ipps://hunter2@p.example', 'ipp://a:hunter2@'])(
    '%s is not repeated',
    (written) => {
      const { diagnostics } = readPrinter(written);
      expect(diagnostics).toHaveLength(1);
      expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
    },
  );
});
