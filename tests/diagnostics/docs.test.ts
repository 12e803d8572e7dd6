import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import { EXPLANATIONS } from '../../src/diagnostics/explanations/every-code.js';
import { nearestWord } from '../../src/diagnostics/spelling.js';

const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
const SECTIONS = DOCS.split(/^### /m).slice(1);

describe('docs/diagnostics.md', () => {
  test('has a section for every code, in the order of the union, and no other', () => {
    expect(SECTIONS.map((section) => /^`([^`]+)`/.exec(section)?.[1])).toEqual([...DIAGNOSTIC_CODES]);
  });

  test.each(DIAGNOSTIC_CODES)('says of %s what it means, shows it, and says what to do', (code) => {
    const section = SECTIONS.find((each) => each.startsWith(`\`${code}\``)) ?? '';
    const { means, mend } = EXPLANATIONS[code];
    expect(section).toContain(`\n${means}\n`);
    expect(section).toContain(`\n${mend}\n`);
    expect(section).toMatch(/\n```\w[^\n]*\n[\s\S]+\n```\n/);
  });
});

describe('did you mean', () => {
  const fields = ['keyFacts', 'sources', 'summary', 'title', 'to', 'cc', 'asOf', 'container-title'];

  test.each([
    ['keyfacts', 'keyFacts'],
    ['key_facts', 'keyFacts'],
    ['source', 'sources'],
    ['sumary', 'summary'],
    ['tilte', 'title'],
    ['containerTitle', 'container-title'],
    ['as-of', 'asOf'],
  ])('%s: %s', (written, meant) => {
    expect(nearestWord(written, fields)).toBe(meant);
  });

  test.each(['x', 'co', 'budget', '', 'k'.repeat(100_000)])('nothing: %s', (written) => {
    expect(nearestWord(written, fields)).toBeNull();
  });
});
