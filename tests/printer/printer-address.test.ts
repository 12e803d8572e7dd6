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

  test.each([
    ['', ['ipp://localhost:631/printers/Office', 'localhost', 631, undefined]],
    ['print.example', ['ipp://print.example:631/printers/Office', 'print.example', 631, undefined]],
    ['print.example:8631/version=1.1', ['ipp://print.example:8631/printers/Office', 'print.example', 8631, undefined]],
    ['[::1]:8631', ['ipp://[::1]:8631/printers/Office', '::1', 8631, undefined]],
    ['/run/cups/cups.sock', ['ipp://localhost:631/printers/Office', 'localhost', 631, '/run/cups/cups.sock']],
  ])('of a name is where the system prints: CUPS_SERVER=%s', (server, expected) => {
    const read = readPrinter('Office', { CUPS_SERVER: server });
    expect(read.ok && [read.value.uri, read.value.host, read.value.port, read.value.socket]).toEqual(expected);
  });

  test.each(['Office', 'HP LaserJet 400', '\\\\server\\Office'])('of a name is asked for on Windows: %s', (written) => {
    const { diagnostics } = readPrinter(written, { OS: 'Windows_NT' });
    expect(diagnostics).toMatchObject([
      {
        code: 'print-printer',
        message: expect.stringContaining(`"${written}" is the name of a printer, and on Windows`),
      },
    ]);
    expect(diagnostics[0]?.hints[0]).toContain('ipp://HOST/ipp/print');
    expect(readPrinter('ipp://p.example', { OS: 'Windows_NT' }).ok).toBe(true);
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
