import fc from 'fast-check';
import { micromark } from 'micromark';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/document/walk.js';
import { type ParseOptions, parseBlocks, parseInline } from '../../src/markdown/parse.js';
import { toMarkdown } from '../../src/markdown/serialize.js';
import { visibleText } from './visible-text.js';

const options: ParseOptions = { directives: 'all', html: 'text' };

const repeated = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

/** Texts that send careless parsers into quadratic time, or over the end of their stack. */
const PATHOLOGICAL: Record<string, string> = {
  brackets: '['.repeat(10_000),
  'brackets and a parenthesis': `${'['.repeat(10_000)})`,
  'closing brackets': ']'.repeat(10_000),
  'nested brackets': '['.repeat(5_000) + ']'.repeat(5_000),
  stars: '*'.repeat(10_000),
  'stars and letters': '*a '.repeat(5_000),
  'closing stars': 'a* '.repeat(5_000),
  'stars that could be both': 'a**b*'.repeat(4_000),
  'nested emphasis': '*a **b '.repeat(2_000) + 'c** d* '.repeat(2_000),
  underscores: '_a __b '.repeat(3_000),
  tildes: '~a ~~b '.repeat(3_000),
  'block quotes': `${'> '.repeat(5_000)}a`,
  'block quotes without blanks': `${'>'.repeat(5_000)}a`,
  'quoted lines': repeated(300, (i) => `${'>'.repeat(i)} a\n`),
  'nested lists': repeated(300, (i) => `${'  '.repeat(i)}- a\n`),
  'list markers': `${'- '.repeat(3_000)}a`,
  'numbered markers': `${'1. '.repeat(3_000)}a`,
  'long list': '- a\n'.repeat(5_000),
  'open links': '[a]('.repeat(5_000),
  'open links and a parenthesis': `${'[a](b '.repeat(3_000)})`,
  'angled addresses': '[a](<'.repeat(5_000),
  images: '![['.repeat(5_000),
  'nested images': `${'!['.repeat(2_000)}a${'](b)'.repeat(2_000)}`,
  citations: '[@a, '.repeat(3_000),
  'footnote marks': `${'[^a]'.repeat(3_000)}\n\n[^a]: b`,
  'footnote definitions': repeated(2_000, (i) => `[^${i}]: a\n`),
  'link definitions': repeated(2_000, (i) => `[a${i}]: <b\n`),
  'backtick runs': repeated(400, (i) => `${'`'.repeat(i)} `),
  tags: '<a '.repeat(5_000),
  comments: '<!--'.repeat(3_000),
  references: '&#1;'.repeat(5_000),
  directives: ':::keep\n'.repeat(1_000),
  'closed directives': ':::keep\n'.repeat(500) + ':::\n'.repeat(500),
  'wide table': `${'|a'.repeat(1_000)}\n${'|-'.repeat(1_000)}\n${`${'|x'.repeat(300)}\n`.repeat(30)}`,
  'long table': `|a|b|\n|-|-|\n${'|x|y|z|\n'.repeat(3_000)}`,
  paragraphs: 'a\n\n'.repeat(5_000),
  lines: 'a\n'.repeat(10_000),
  'setext lines': 'a\n='.repeat(3_000),
  blanks: `${' '.repeat(20_000)}a`,
  fences: '```\n'.repeat(3_001),
  backslashes: '\\'.repeat(20_000),
  addresses: 'www.a.b/('.repeat(2_000),
  mails: 'a.b-'.repeat(3_000),
};

describe('hostile text', () => {
  for (const [name, markdown] of Object.entries(PATHOLOGICAL)) {
    it(`loses nothing and throws nothing: ${name}`, () => {
      const { nodes } = parseBlocks(markdown, options);
      expect(parseInline(markdown, options).nodes.length).toBeGreaterThan(0);
      expect(toMarkdown({ type: 'root', children: nodes })).not.toBe('');
    });
  }

  it('never throws', () => {
    const parts = [
      ...'*_`[](){}<>!|#-+.1:;@^~$&\\"\'= \n\t',
      '\n\n',
      '    ',
      ':::',
      ':::keep',
      '[^1]:',
      '```',
      '<!--',
      '&#',
      'word',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (markdown) => {
        const { nodes } = parseBlocks(markdown, options);
        parseInline(markdown, options);
        expect(toMarkdown({ type: 'root', children: nodes })).toEqual(expect.any(String));
      }),
      { numRuns: 1_500 },
    );
  });

  it('loses no word and moves none', () => {
    const words = fc.integer({ min: 0, max: 999 }).map((n) => `w${n}w`);
    const marks = [
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '](http://x.y)',
      '!',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '    ',
      '# ',
      '\n---\n',
      '```\n',
      '\\',
      ' ',
      '<b>',
      '&amp;',
    ];
    const text = fc.array(fc.oneof(words, fc.constantFrom(...marks)), { maxLength: 25 }).map((all) => all.join(''));
    const found = (shown: string): string[] => shown.match(/w\d+w/g) ?? [];
    fc.assert(
      fc.property(text, (markdown) => {
        const { nodes } = parseBlocks(markdown, { directives: 'public', html: 'text' });
        expect(found(plainText(nodes))).toEqual(found(visibleText(parseFragment(micromark(markdown)))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows control characters and keeps the invisible ones that are text', () => {
    const { nodes } = parseInline('a\u0000b\u0007c\u00add\u200be\ud800f', options);
    expect(plainText(nodes)).toBe('a\ufffdb\ufffdc\u00add\u200be\ufffdf');
    expect(plainText(parseInline('&#0;&#7;', options).nodes)).toBe('\ufffd\ufffd');
    expect(plainText(parseBlocks('a\r\nb\rc', options).nodes)).toBe('a b c');
  });
});
