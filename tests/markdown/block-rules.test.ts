import fc from 'fast-check';
import { Lexer, Tokenizer } from 'marked';
import { describe, expect, it } from 'vitest';
import { sparing } from '../../src/markdown/block-rules.js';

/** What marked reads, with its own patterns or with ours. */
function read(source: string, isSparing: boolean): unknown {
  const tokenizer = new Tokenizer<string, string>();
  const lexer = new Lexer<string, string>({ gfm: true, tokenizer });
  if (isSparing) tokenizer.rules = { ...tokenizer.rules, block: sparing(tokenizer.rules.block) };
  return JSON.parse(JSON.stringify(lexer.lex(source)));
}

const STARTS = [
  '',
  ' ',
  '   ',
  '    ',
  '\t',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '12) ',
  '# ',
  '<div>',
  '</p>',
  '<!-- ',
  '| ',
  '[a]: ',
];
const MIDDLES = [
  '',
  'word',
  'two words',
  'a | b',
  '---',
  '===',
  '--- | :-:',
  '|-|-|',
  '- - -',
  '***',
  '```',
  '~~~',
  '-->',
  ':-:',
  ' ',
  '\u00a0',
];
const ENDS = ['\n', '\n', '\n', '\n\n', ' \n', '\t\n', '  \n\n', '', '\f\n'];
const line = fc
  .tuple(fc.array(fc.constantFrom(...STARTS), { maxLength: 2 }), fc.constantFrom(...MIDDLES), fc.constantFrom(...ENDS))
  .map(([starts, middle, end]) => `${starts.join('')}${middle}${end}`);

describe('the patterns of blocks, asked only where they can match', () => {
  it('find what marked finds with its own', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = lines.join('');
        expect(read(source, true)).toEqual(read(source, false));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['an underline far below', `${'a line\n'.repeat(80)}===\n`],
    ['an underline in the fiftieth line', `${'a line\n'.repeat(50)}===\n`],
    ['an underline after three spaces', 'Title\n   ---\ntext'],
    ['no underline after four', 'Title\n    ---\ntext'],
    ['an underline beyond an empty line', 'Title\n\n---\ntext'],
    ['an underline beyond a line of spaces', 'Title\n \n---\ntext'],
    ['a table of one column', '| a |\n|---|\n| b |'],
    ['a table without outer bars', 'a | b\n   :-: | -\nc | d'],
    ['a list that interrupts a paragraph', 'text\n- a\n- b'],
    ['a tag that interrupts a paragraph', 'text\n<div>\nmore'],
    ['a paragraph of one line at the end', 'text\n'],
    ['two lines at the end', 'text\nmore\n'],
  ])('read %s', (_, source) => {
    expect(read(source, true)).toEqual(read(source, false));
  });
});
