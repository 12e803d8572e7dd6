import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/document/walk.js';
import { parseBlocks } from '../../src/markdown/parse.js';
import { visibleText, withoutComments } from './visible-text.js';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

// The specification is CC BY-SA: it is read from its package and never copied.
const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };

const folded = (text: string): string => text.replace(/[ \t\n]+/g, ' ').trim();

/**
 * In these sections, and wherever an example holds raw HTML, a browser obeys what we print as text. There the
 * expected text is that of a second implementation which escapes raw HTML; it passes the whole specification.
 */
function expectedText(example: Example, markdown: string): string {
  const escaped = withoutComments(visibleText(parseFragment(micromark(markdown))), example.html);
  const obeyed = visibleText(parseFragment(example.html.replaceAll('→', '\t')));
  return micromark(markdown, { allowDangerousHtml: true }) === micromark(markdown) ? obeyed : escaped;
}

describe('CommonMark 0.31.2', () => {
  it('has its examples', () => {
    expect(tests.length).toBe(652);
  });

  for (const example of tests) {
    const markdown = example.markdown.replaceAll('→', '\t');
    it(`${example.number} ${example.section}`, () => {
      const { nodes } = parseBlocks(markdown, { directives: 'public', html: 'text' });
      expect(folded(plainText(nodes))).toBe(folded(expectedText(example, markdown)));
    });
  }
});
