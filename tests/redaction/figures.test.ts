import { describe, expect, test } from 'vitest';
import { chooseRedaction } from '../../src/redaction/choose-redaction.js';
import { type RedactedBrief, redactBrief } from '../../src/redaction/redact-brief.js';
import { read } from '../brief/reading.js';

const FILES = {
  'ministers-own.csv': 'Year,Count\n2023,4\n2024,\n',
  'secret.csv': 'Agent,Count\nKestrel,123456.5\nHeron,7\n',
};

/** Two figures, of which the public may see the first, and a section for each; `closed` is the marking of the second's. */
function brief(closed: string, asking = '{#unseen}'): string {
  return `briefpress: 1
title: Figures
asOf: 2024-09-04
summary: A summary.
marking: { tlp: GREEN }
keyFacts:
  - { tlp: CLEAR, text: A fact., sources: [press] }
sections:
  - { id: open, tlp: CLEAR, title: Open, body: ":::chart{#seen}\\n:::" }
  - { id: closed, tlp: ${closed}, title: Closed, body: ":::chart${asking}\\n:::" }
figures:
  - { id: seen, tlp: CLEAR, kind: columns, title: Seen, file: ministers-own.csv, sources: [press] }
  - { id: unseen, tlp: GREEN, kind: columns, title: Unseen, file: secret.csv, sources: [press] }
sources:
  - { id: press, type: webpage, title: A page, tlp: CLEAR }
editions:
  - { id: public, maxTlp: CLEAR, overrides: { title: Figures, summary: A summary. } }
`;
}

function redacted(text: string) {
  const loaded = read(text, FILES);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const redaction = chooseRedaction(loaded.value.brief, { edition: 'public' });
  if (!redaction.ok) throw new Error(JSON.stringify(redaction.diagnostics));
  return redactBrief(loaded.value, redaction.value);
}

function madeOf(text: string): RedactedBrief {
  const outcome = redacted(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('figures of an edition', () => {
  test('stand in it with their data, and without the name of their file', () => {
    const made = madeOf(brief('GREEN'));
    const rows = [
      ['2023', 4],
      ['2024', null],
    ];
    expect(made.brief.figures).toEqual([
      {
        id: 'seen',
        tlp: 'CLEAR',
        kind: 'columns',
        title: 'Seen',
        columns: ['Year', 'Count'],
        rows,
        sources: ['press'],
      },
    ]);
    expect(made.text).not.toContain('.csv');
    expect(made.text).not.toContain('Kestrel');
  });

  test('have their words looked for, and their numbers where these are long enough to tell', () => {
    const withheld = madeOf(brief('GREEN')).withheld.map(({ text }) => text);
    expect(withheld).toEqual(expect.arrayContaining(['Kestrel', '123456.5']));
    expect(withheld).not.toContain('7');
  });

  test.each(['{#unseen}', '{id=unseen}'])(
    'are not asked for by a text that is kept, where they are withheld: %s',
    (asking) => {
      const outcome = redacted(brief('CLEAR', asking));
      expect(outcome.ok).toBe(false);
      expect(outcome.diagnostics.map(({ code, field }) => [code, field])).toEqual([
        ['edition-refers-to-withheld', 'sections[1].body'],
      ]);
    },
  );
});
