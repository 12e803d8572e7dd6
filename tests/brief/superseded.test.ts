import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { briefWith, gist, read, SMALLEST } from './reading.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const newer = (supersedes: string) => briefWith(`edition: 2\nsupersedes: ${supersedes}`);

describe('supersedes', () => {
  test('its file is read, and comes with the brief', () => {
    const outcome = read(newer(`{ edition: 1, file: old.yaml, sha256: ${hash(SMALLEST)} }`), { 'old.yaml': SMALLEST });
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.ok && outcome.value.superseded?.brief.title).toBe('Visit in spite of an arrest warrant');
  });

  test('what that edition supersedes is not read', () => {
    const middle = briefWith('edition: 2\nsupersedes: { edition: 1, file: gone.yaml }');
    const outcome = read(briefWith('edition: 3\nsupersedes: { edition: 2, file: old.yaml }'), { 'old.yaml': middle });
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.ok && outcome.value.superseded?.superseded).toBeUndefined();
  });

  test.each([
    ['another hash', `{ edition: 1, file: old.yaml, sha256: ${hash('x')} }`, 'supersedes-hash supersedes.sha256'],
    ['a file that is not there', '{ edition: 1, file: no.yaml }', 'file-not-found supersedes.file'],
    ['a file outside', '{ edition: 1, file: ../old.yaml }', 'file-outside-folder supersedes.file'],
    ['a file that is no brief', '{ edition: 1, file: bad.yaml }', 'supersedes-invalid supersedes.file'],
    ['itself', '{ edition: 2 }', 'supersedes-edition supersedes.edition'],
    ['the edition after it', '{ edition: 3, file: old.yaml }', 'supersedes-edition supersedes.edition'],
    ['a file of another edition', '{ edition: 1, file: two.yaml }', 'supersedes-edition supersedes.edition'],
  ])('%s', (_, supersedes, problem) => {
    const files = { 'old.yaml': SMALLEST, 'bad.yaml': 'a: b', 'two.yaml': briefWith('edition: 2') };
    const found = gist(read(newer(supersedes), files).diagnostics);
    expect([...new Set(found)]).toEqual([problem]);
  });
});
