import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/tree.js';
import { parseBlocks } from '../../src/markdown/parse.js';
import { toMarkdown } from '../../src/markdown/serialize.js';

const text = (value: string): Inline => ({ type: 'text', value });
const write = (...children: Block[]): string => toMarkdown({ type: 'root', children });
const line = (...children: Inline[]): string => write({ type: 'paragraph', children }).trimEnd();
const again = (markdown: string): string => write(...parseBlocks(markdown, { directives: 'all', html: 'text' }).nodes);

describe('toMarkdown', () => {
  it('leaves well-written Markdown as it is', () => {
    const markdown = `# Title

A _word_, a **strong** one, ~~none~~, \`code\`, [a link](https://x.org "Title") and <https://x.org>.[^1]

> [!IMPORTANT]
> The bottom line.
>
> - a
> - b

- tight
- list
  1. nested
  2. items

* loose

* other list

- [ ] to do
- [x] done

| Name   | Number |
| :----- | -----: |
| a \\| b |     12 |

---

\`\`\`js
let x;
\`\`\`

![A map](map.png)

[^1]: The note.

    Its second paragraph.
`;
    expect(again(markdown)).toBe(markdown);
  });

  it('escapes no more than it must', () => {
    for (const value of [
      'snake_case_name',
      '[the President] said',
      'a - b + c',
      '5 > 3',
      'R&D, a & b, Q&As; AT&T;',
      '[…] and [s]he [sic] [1]',
      '5 * 3',
      '$5 million',
      '~40 people',
      'C:\\dir',
      '3.5 % (approx.)',
      'art. 87(7)',
      '#5',
      'a: b',
      '“quoted”',
      'who? me!',
    ]) {
      expect(line(text(`x ${value}`))).toBe(`x ${value}`);
    }
  });

  it('escapes what would be syntax, also on GitHub', () => {
    expect(line(text('<b> *a* `b` [c](d) [^1] ~e~ &amp; $x$'))).toBe(
      '\\<b> \\*a\\* \\`b\\` \\[c]\\(d) \\[^1] \\~e\\~ \\&amp; \\$x$',
    );
    expect(line(text('$5 and $6, [x](y), ~a and ~b, a *b * c'))).toBe(
      '\\$5 and \\$6, \\[x]\\(y), \\~a and \\~b, a \\*b * c',
    );
    expect(line(text('[!NOTE]'), text('[ ] a'))).toBe('\\[!NOTE]\\[ ] a');
    expect(line({ type: 'link', url: 'https://x.org/?a=1&b=2&amp;', title: null, children: [text('Q&A')] })).toBe(
      '[Q&A](https://x.org/?a=1&b=2\\&amp;)',
    );
    expect(line(text('1. a'))).toBe('1\\. a');
    for (const value of ['# a', '- a', '+ a', '> a', '| a |', ':::keep', '---', '===', '~~~', '```', '    a']) {
      const [block] = parseBlocks(line(text(value)), { directives: 'public', html: 'text' }).nodes;
      expect(block).toEqual({ type: 'paragraph', children: [text(value.trim())] });
    }
  });

  it('prints the content of what Markdown has no form for', () => {
    expect(
      write(
        { type: 'heading', depth: 2, id: 'x', children: [text('A'), { type: 'break' }, text('b')] },
        {
          type: 'directive',
          name: 'keep',
          attributes: {},
          children: [{ type: 'paragraph', children: [{ type: 'span', lang: 'sv', children: [text('ord')] }] }],
        },
        { type: 'directive', name: 'page-break', attributes: {}, children: [] },
      ),
    ).toBe('## A b\n\nord\n');
    const items = [
      { source: 'a', locator: 'art. 87(7)', number: 1 },
      { source: 'b', locator: null, number: null },
    ];
    expect(line(text('x '), { type: 'citation', items })).toBe('x \\[1, art. 87(7); @b]');
  });

  it('says once what Markdown cannot say twice', () => {
    const inner: Inline = { type: 'emphasis', children: [text('b')] };
    expect(line({ type: 'emphasis', children: [text('a'), inner] }, { type: 'emphasis', children: [text('c')] })).toBe(
      '_abc_',
    );
    expect(line({ type: 'strong', children: [] }, text('a'))).toBe('a');
    expect(
      line({
        type: 'link',
        url: 'https://x.y',
        title: null,
        children: [{ type: 'link', url: '#z', title: null, children: [text('a')] }],
      }),
    ).toBe('[a](https://x.y)');
  });

  it('makes marks that hold, beside letters and blanks', () => {
    const em = (value: string): Inline => ({ type: 'emphasis', children: [text(value)] });
    expect(line(text('un'), em('believ'), text('able'))).toBe('un*believ*able');
    expect(line(text('a'), { type: 'strong', children: [text('(b)')] }, text(' c'))).toBe('&#x61;**(b)** c');
    expect(line(em(' a '), text('b'))).toBe('*&#x20;a&#x20;*&#x62;');
    expect(line(text('x'), em('a'), { type: 'strong', children: [text('b')] })).toBe('&#x78;_a_**b**');
  });

  it('breaks the lines of a cell as GitHub does', () => {
    const markdown = '| a           |\n| ----------- |\n| b<br>c      |\n| \\<br> as text |\n';
    expect(
      toMarkdown({ type: 'root', children: parseBlocks(markdown, { directives: 'all', html: 'text' }).nodes }),
    ).toBe('| a             |\n| ------------- |\n| b<br>c        |\n| \\<br> as text |\n');
  });

  it('gives the empty document as nothing', () => {
    expect(write()).toBe('');
  });
});
