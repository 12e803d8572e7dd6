import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutHtmlComments } from '../../src/markdown/comments.js';
import { parseBlocks, parseShortText } from '../../src/markdown/parse.js';

const OPTIONS = { directives: 'public', html: 'text' } as const;
const block = (text: string) => parseBlocks(text, OPTIONS);
const short = (text: string) => parseShortText(text, OPTIONS);

describe('a text without its HTML comments', () => {
  test.each([
    ['a comment within a line', 'We regret<!-- ask K. --> it.', 'We regret it.'],
    ['one over several lines', 'One.\n\n<!-- ask\n\nK. -->\n\nTwo.', 'One.\n\n\n\nTwo.'],
    ['one between two paragraphs', 'One.\n<!-- ask K. -->\nTwo.', 'One.\n\nTwo.'],
    ['one in a quotation and in a list', '> a <!-- K.\n> K. --> b\n\n- c<!--K.-->', '> a  b\n\n- c'],
    ['one in a table', '| a |\n|---|\n| b<!-- K. --> |', '| a |\n|---|\n| b |'],
    ['one beside the same words as code', '`<!-- K. -->` and <!-- K. -->', '`<!-- K. -->` and '],
    ['one behind the beginning of one in code', '`<!--` and <!-- K. --> b', '`<!--` and  b'],
    ['code over lines', '```html\n<!-- K. -->\n```\n\n    <!-- K. -->', '```html\n<!-- K. -->\n```\n\n    <!-- K. -->'],
    ['a footnote', 'a[^1]\n\n[^1]: b <!-- K. --> c', 'a[^1]\n\n[^1]: b  c'],
    ['a directive', ':::callout\na<!-- K. -->\n:::', ':::callout\na\n:::'],
    ['what never ends', 'a <!-- b', 'a <!-- b'],
    ['what was escaped', 'a \\<!-- b -->', 'a \\<!-- b -->'],
  ])('%s', (_, text, expected) => {
    expect(withoutHtmlComments(text, block)).toBe(expected);
    expect(block(expected).nodes).toEqual(block(text).nodes);
  });

  test('where a comment alone keeps two lines from being two paragraphs', () => {
    expect(withoutHtmlComments('One\n<!-- ask K. -->\ntwo.', short)).toBe('One\n<!---->\ntwo.');
  });

  test('where a fence within a comment opens code behind it', () => {
    const text = ':::keep\n<!--\n~~~ ask K. -->:::\n:::\n';
    expect(withoutHtmlComments(text, block)).toBe(':::keep\n<!--\n~~~ xxx x. -->:::\n:::\n');
  });

  const piece = fc.constantFrom(
    ...[
      '<!-- K. -->',
      '<!--K.\nK.-->',
      '<!---->',
      '<!-->',
      '<!--',
      '-->',
      '`',
      '```\n',
      '~~~',
      '> ',
      '- ',
      '1. ',
      '\n',
    ],
    ...[
      '\n\n',
      '    ',
      '\t',
      'a',
      'b ',
      '*',
      '|',
      '|---|\n',
      '<b>',
      '\\',
      '[x](y)',
      '[^1]',
      '[^1]: ',
      ':::keep\n',
      ':::\n',
    ],
  );
  const texts = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));

  test.each([
    ['long', block],
    ['short', short],
  ])('makes the same tree, and no comment of it says anything: %s texts', (_, read) => {
    fc.assert(
      fc.property(texts, (text) => {
        const left = withoutHtmlComments(text, read);
        expect(read(left).nodes).toEqual(read(text).nodes);
        const said = read(left).problems.flatMap((each) =>
          each.kind === 'html-comment' && each.ends ? [...each.comment.matchAll(/[^x\P{L}]/gu)] : [],
        );
        expect(said).toEqual([]);
        expect(withoutHtmlComments(left, read)).toBe(left);
      }),
      { numRuns: 1000 },
    );
  });
});
