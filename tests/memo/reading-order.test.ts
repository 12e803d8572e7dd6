import { describe, expect, test } from 'vitest';
import { composeMemo } from '../../src/memo/compose.js';
import { editionOfParts, pack } from './packs.js';

const TURN = '\u202egnol\u202c \u2067a\u2069';
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/;

function memoOf(parts: Record<string, unknown>): string {
  const outcome = composeMemo(editionOfParts(parts), pack('policy-memo'));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('the memo is shown in the order in which it is read', () => {
  test('whatever characters are in its texts, in its head and in code', () => {
    const memo = memoOf({
      title: `Title ${TURN}`,
      summary: `Summary ${TURN} and &#x202E;more.`,
      background: `Text ${TURN}.\n\n\`code ${TURN}\`\n\n\`\`\`\nblock ${TURN}\n\`\`\`\n\n| a |\n|---|\n| cell ${TURN} |\n`,
    });
    expect(memo).not.toMatch(REORDERING);
    for (const text of [
      'title: "Title gnol a"',
      '# Title gnol a',
      'Summary gnol a and more.',
      'Text gnol a.',
      '`code gnol a`',
      'block gnol a\n',
      'cell gnol a',
    ]) {
      expect(memo).toContain(text);
    }
  });

  test('and what they stood between becomes no mark of Markdown', () => {
    expect(memoOf({ background: 'a \\*\u202e\\*b\\*\u202e\\* c' })).toContain('a \\*\\*b\\*\\* c');
  });

  test('and the marks that turn nothing stay', () => {
    expect(memoOf({ background: 'a\u200f b\u200e \u061cc' })).toContain('a\u200f b\u200e \u061cc');
  });
});
