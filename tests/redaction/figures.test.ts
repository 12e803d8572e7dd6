import { describe, expect, test } from 'vitest';
import { chooseRedaction } from '../../src/redaction/choose-redaction.js';
import { redactBrief } from '../../src/redaction/redact-brief.js';
import { read } from '../brief/reading.js';

const BRIEF = `briefpress: 1
title: Figures
asOf: 2024-09-04
summary: A summary.
marking: { tlp: GREEN }
keyFacts:
  - { text: A fact., sources: [press] }
sections:
  - { id: open, title: Open, body: ":::chart{#seen}\\n:::" }
  - { id: closed, title: Closed, body: ":::chart{#unseen}\\n:::", tlp: CLOSED }
figures:
  - { id: seen, kind: columns, title: Seen, file: ministers-own.csv, sources: [press] }
  - { id: unseen, kind: columns, title: Unseen, file: secret.csv, sources: [press], tlp: GREEN }
sources:
  - { id: press, type: webpage, title: A page, tlp: CLEAR }
`;
const FILES = { 'ministers-own.csv': 'Year,Count\n2023,4\n2024,\n', 'secret.csv': 'Agent,Count\nKestrel,3\n' };

function redacted(closed: string, figure = 'CLEAR') {
  const text = BRIEF.replace('CLOSED', closed)
    .replace('{ tlp: GREEN }', '{ tlp: GREEN }')
    .replace('id: open,', 'id: open, tlp: CLEAR,');
  const clear = text
    .replace('id: seen,', `id: seen, tlp: ${figure},`)
    .replace('{ text: A fact.', '{ tlp: CLEAR, text: A fact.');
  const loaded = read(
    `${clear}editions:\n  - { id: public, maxTlp: CLEAR, overrides: { title: Figures, summary: A summary. } }\n`,
    FILES,
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const redaction = chooseRedaction(loaded.value.brief, { edition: 'public' });
  if (!redaction.ok) throw new Error(JSON.stringify(redaction.diagnostics));
  return redactBrief(loaded.value, redaction.value);
}

describe('figures of an edition', () => {
  test('stand in it with their data, and without the name of their file', () => {
    const outcome = redacted('GREEN');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
    expect(outcome.value.brief.figures).toEqual([
      {
        id: 'seen',
        tlp: 'CLEAR',
        kind: 'columns',
        title: 'Seen',
        columns: ['Year', 'Count'],
        rows: [
          ['2023', 4],
          ['2024', null],
        ],
        sources: ['press'],
      },
    ]);
    expect(outcome.value.text).not.toContain('.csv');
    expect(outcome.value.text).not.toContain('Kestrel');
    expect(outcome.value.withheld.map(({ text }) => text)).toContain('Kestrel');
  });

  test('are not asked for by a text that is kept, where they are withheld', () => {
    const outcome = redacted('CLEAR');
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map(({ code, field }) => [code, field])).toEqual([
      ['edition-refers-to-withheld', 'sections[1].body'],
    ]);
  });
});
