import { describe, expect, test } from 'vitest';
import type { Brief, LoadedBrief } from '../../src/brief/brief.js';
import { readBrief } from '../../src/brief/read.js';
import { sinceOf } from '../../src/redaction/since.js';

const brief = (marking: string, more: string, edition = 1) => `briefpress: 1
edition: ${edition}
title: Talks
asOf: 2024-09-04
${marking === '' ? '' : `marking: { tlp: ${marking} }`}
summary: The desk sums up the talks.
${more}
keyFacts:
  - { text: The talks began., sources: [press] }
sources:
  - { id: press, type: article-newspaper, title: Report on the talks }
`;

/** What is told of an edition marked `older`, with `more` in it, in one that is marked `newer`. */
function told(older: string, more: string, newer: string) {
  const text = brief(newer, 'supersedes: { edition: 1, file: old.yaml }', 2);
  const old = new TextEncoder().encode(brief(older, more));
  const read = readBrief(text, { file: 'new.yaml', format: 'yaml', readFile: () => ({ ok: true, bytes: old }) });
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  const found = sinceOf(read.value);
  return [
    found.ok && found.value.since !== undefined,
    found.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
  ];
}

const WITHHELD = [false, ['warning supersedes-withheld']];
const TOLD = [true, []];

describe('the edition before is compared only where its marks allow it', () => {
  test.each([
    ['GREEN', 'GREEN', TOLD],
    ['CLEAR', 'GREEN', TOLD],
    ['AMBER', 'GREEN', WITHHELD],
    ['', 'RED', TOLD],
    ['', 'AMBER', WITHHELD],
  ])('marked %j before, %j now', (older, newer, expected) => {
    expect(told(older, '', newer)).toEqual(expected);
  });

  test.each([
    'risks:\n  - { text: It rains., tlp: RED }',
    'meeting: { at: 2024-09-05, purpose: To talk., objectives: [A line.], attendees: [{ name: A, tlp: RED }] }',
    'request: { kind: agree, tlp: RED, recommendation: That you agree. }',
  ])('an item in it is marked higher: %s', (more) => {
    expect(told('GREEN', more, 'GREEN')).toEqual(WITHHELD);
    expect(told('RED', more, 'RED')).toEqual(TOLD);
    expect(told('GREEN', more, 'RED')).toEqual(TOLD);
    expect(told('GREEN', more.replace('RED', 'CLEAR'), 'GREEN')).toEqual(TOLD);
  });
});

test('a brief that supersedes no file has nothing to compare', () => {
  const read = readBrief(brief('', ''), {
    file: 'x.yaml',
    format: 'yaml',
    readFile: () => ({ ok: false, reason: 'missing' }),
  });
  expect(read.ok && sinceOf(read.value)).toEqual({ ok: true, value: {}, diagnostics: [] });
});

describe('what is said of an edition that is not compared', () => {
  const said = (older: Partial<Brief>, newer: Partial<Brief>) => {
    const loaded = (brief: Partial<Brief>, file: string) => ({ brief, file }) as LoadedBrief;
    return sinceOf({ ...loaded(newer, 'new.yaml'), superseded: loaded(older, 'old.yaml') }).diagnostics;
  };
  const secret = { tlp: 'GREEN', gscp: { tier: 'SECRET' } } as const;

  test('its number, its file and the mark', () => {
    const [warning] = said({ edition: 3, marking: { tlp: 'RED' } }, { marking: { tlp: 'GREEN' } });
    expect(warning).toMatchObject({ field: 'supersedes.file' });
    expect(warning?.hints).toHaveLength(1);
    expect(warning?.message).toContain('since edition 3');
    expect(warning?.message).toMatch(/old\.yaml has something above TLP:GREEN\.$/);
    expect(said({}, { marking: { tlp: 'GREEN' } })[0]?.message).toContain('since edition 1');
  });

  test('of a higher tier', () => {
    const [warning] = said({ marking: secret }, { marking: { tlp: 'RED' } });
    expect(warning?.message).toMatch(/above its protective marking\.$/);
    expect(said({ marking: secret }, { marking: secret })).toEqual([]);
    expect(said({ marking: secret }, {})).toHaveLength(1);
    expect(said({ keyFacts: [null] as never }, {})).toEqual([]);
  });
});
