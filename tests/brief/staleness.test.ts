import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkStaleness } from '../../src/brief/staleness.js';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import { briefWith, gist, read } from './reading.js';

const FACT = 'keyFacts: [{ text: The talks go on., staleAfter: 2024-10-01, sources: [press-0903] }]';
const on = (today: string, fields: string) => checkStaleness(today, read(briefWith(fields)));

describe('the day of the build', () => {
  test.each([
    [FACT, '2024-10-01', []],
    [FACT, '2024-10-02', ['stale-fact keyFacts[0].staleAfter']],
    ['reviewBy: 2024-10-01', '2024-10-01', []],
    ['reviewBy: 2024-10-01', '2024-10-02', ['stale-review reviewBy']],
    ['asOf: 2024-09-05', '2024-09-05', []],
    ['asOf: 2024-09-05', '2024-09-04', ['stale-as-of asOf']],
    ['asOf: 2024-09-05T23:00+02:00', '2024-09-05', []],
    ['asOf: 2024-09-04', '2099-01-01', []],
  ])('%s on %s', (fields, today, expected) => {
    const found = on(today, fields);
    expect(gist(found.diagnostics)).toEqual(expected);
    expect(found.ok).toBe(true);
    for (const { severity, place } of found.diagnostics)
      expect([severity, place?.file]).toEqual(['warning', 'briefs/x.yaml']);
  });

  test.each([
    ['status: cleared', 'warning'],
    ['status: issued\nissuedAt: 2024-09-05', 'error'],
  ])('%s: %s', (status, severity) => {
    const found = on('2025-01-01', `${FACT}\nreviewBy: 2024-10-01\n${status}`);
    expect(found.diagnostics.map((each) => each.severity)).toEqual([severity, severity]);
    expect(found.ok).toBe(severity === 'warning');
  });

  test('is nothing to a brief that is withdrawn', () => {
    expect(on('2025-01-01', `${FACT}\nreviewBy: 2024-10-01\nstatus: withdrawn`).diagnostics).toEqual([]);
  });

  test('what was stale when the brief was written is said once', () => {
    const stale = FACT.replace('2024-10-01', '2024-08-01');
    expect(gist(on('2025-01-01', stale).diagnostics)).toEqual(['sense-stale-fact keyFacts[0].staleAfter']);
  });
});

const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

test.each(DIAGNOSTIC_CODES.filter((code) => code.startsWith('stale-')))('the example of %s makes it happen', (code) => {
  const section = DOCS.split(/^### /m).find((part) => part.startsWith(`\`${code}\``)) ?? '';
  const example = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  expect(on('2024-12-01', example).diagnostics.map((each) => each.code)).toEqual([code]);
});
