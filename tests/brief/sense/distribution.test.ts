import { describe, expect, test } from 'vitest';
import { diagnosticsOf, gist } from '../reading.js';

describe('numbered copies', () => {
  test.each([
    ['{ copy: 1, role: a }, { copy: 2, role: b }', []],
    ['{ copy: 2, role: a }, { copy: 1, role: b }, { copy: 2, role: c }', ['sense-duplicate-id distribution[2].copy']],
    ['{ copy: 1, role: a, language: en }', []],
    ['{ copy: 1, role: a, language: sv }', ['sense-language-missing distribution[0].language']],
    ['{ copy: 1, role: a, email: nobody }', ['shape-format distribution[0].email']],
    ['{ copy: 1, role: a, email: "a@b.org\\nBcc: c@d.org" }', ['shape-format distribution[0].email']],
    ['{ copy: 1, role: a, printer: "ipp://printer/ipp/print" }', []],
    ['{ copy: 1, role: a, printer: Office_2 }', []],
    ['{ copy: 1, role: a, printer: "ipp://printer/p@per" }', []],
    ['{ copy: 1, role: a, printer: "file:///etc/passwd" }', ['shape-format distribution[0].printer']],
    ['{ copy: 1, role: a, printer: "-o raw" }', ['shape-format distribution[0].printer']],
  ])('[%s]', (list, expected) => {
    expect(gist(diagnosticsOf(`distribution: [${list}]`))).toEqual(expected);
  });

  test.each(['ipp://anna:hunter2@printer/', 'ipps://hunter2@printer', 'ipp://hunter2@printer?x'])(
    'a login to a printer is found, and not repeated: %s',
    (printer) => {
      const found = diagnosticsOf(`distribution: [{ copy: 1, role: a }, { copy: 2, role: b, printer: "${printer}" }]`);
      expect(found).toMatchObject([{ code: 'print-printer', severity: 'warning' }]);
      expect(found[0]?.message).toContain('`distribution[1].printer`');
      // A line that is pointed at is shown, and this one holds the password.
      expect(found[0]?.place?.line).toBe(1);
      expect(JSON.stringify(found)).not.toContain('hunter2');
    },
  );

  test('the next free number is said', () => {
    const [found] = diagnosticsOf('distribution: [{ copy: 4, role: a }, { copy: 4, role: b }]');
    expect(found?.hints).toEqual(['The next free number is 5.']);
  });

  test('an edition may have fewer languages than the brief', () => {
    const text = `languages: [en, sv]
title: { en: a, sv: b }
summary: { en: a, sv: b }
keyFacts: [{ id: first-visit, text: { en: a, sv: b }, sources: [press-0903] }]
editions: [{ id: partners, languages: [en] }]
distribution: [{ copy: 1, role: a, edition: partners, language: sv }]`;
    expect(gist(diagnosticsOf(text))).toEqual(['sense-language-missing distribution[0].language']);
  });
});
