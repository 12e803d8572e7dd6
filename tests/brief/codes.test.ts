import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import type { FileRead } from '../../src/diagnostics/unread.js';
import { briefWith, contextOf, read } from './reading.js';

const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
const BASE = /```yaml base\n([\s\S]*?)```/.exec(DOCS)?.[1] ?? '';
/** Codes of these layers that are found after reading, in the rooms that write files, make documents and look at links. */
const OF_OTHER_ROOMS: readonly string[] = [
  'file-unwritable',
  'file-outdated',
  'sense-under-marked',
  'sense-forbidden-link',
  'sense-markup',
];
const OURS = DIAGNOSTIC_CODES.filter(
  (code) => /^(?:file|syntax|shape|sense)-/.test(code) && !OF_OTHER_ROOMS.includes(code),
);

const FILES: Readonly<Record<string, FileRead>> = {
  'annexes/locked.md': { ok: false, reason: 'unreadable' },
  'annexes/huge.md': { ok: false, reason: 'too-large' },
  'refs/broken.bib': { ok: true, bytes: new TextEncoder().encode('@book{press-0903, title = {A book') },
};

function exampleOf(code: string): { language: string; text: string } {
  const section = DOCS.split(/^### /m).find((part) => part.startsWith(`\`${code}\``)) ?? '';
  const [, language = '', text = ''] = /```([^\n]*)\n([\s\S]*?)```/.exec(section) ?? [];
  return { language, text };
}

describe('the examples in docs/diagnostics.md', () => {
  test('the brief they are added to has no problem', () => {
    expect(read(BASE).diagnostics).toEqual([]);
  });

  const withExample = OURS.filter((code) => exampleOf(code).language !== 'text');
  test('are there for every code of reading', () => {
    expect(OURS.filter((code) => !withExample.includes(code))).toEqual(['syntax-encoding']);
  });

  test.each(withExample)('make %s happen', (code) => {
    const { language, text } = exampleOf(code);
    const file = language.startsWith('json') ? 'briefs/x.json' : 'briefs/x.yaml';
    const whole = language.endsWith(' file') ? text : briefWith(text, BASE);
    const found = readBrief(whole, contextOf(FILES, file)).diagnostics;
    expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    for (const { place, message } of found) {
      expect(place?.line).toBeGreaterThan(0);
      expect(message).toMatch(/[.]$/);
    }
  });
});
