import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/document/tree.js';
import { plainText } from '../../src/document/walk.js';
import { type ParseOptions, parseBlocks, parseInline } from '../../src/markdown/parse.js';

const prose: ParseOptions = { directives: 'public', html: 'text' };
const template: ParseOptions = { directives: 'all', html: 'text' };

const blocks = (markdown: string, options = prose): Block[] => parseBlocks(markdown, options).nodes;
const inline = (markdown: string): Inline[] => parseInline(markdown, prose).nodes;
const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...values: string[]): Block => ({
  type: 'paragraph',
  children: values.flatMap((value, i) => (i === 0 ? [text(value)] : [{ type: 'break' }, text(value)])),
});

describe('inline prose', () => {
  for (const line of [
    '1. x',
    '1) x',
    '# x',
    '## x ##',
    '- x',
    '+ x',
    '* x',
    '> x',
    '| x |',
    ':::keep',
    '::page-break',
    '---',
    '***',
    '===',
    '```',
    '~~~',
    '<div>',
    '[^1]: x',
    '[a]: /b',
    '- [ ] x',
    '\\# x'.slice(1),
  ]) {
    it(`prints ${line}`, () => expect(inline(line)).toEqual([text(line)]));
  }

  it('trims indentation and folds lines, but keeps a hard break', () => {
    expect(inline('    four\n  two\n\nblank')).toEqual([text('four two blank')]);
    expect(inline('a  \nb\\\nc')).toEqual([text('a'), { type: 'break' }, text('b'), { type: 'break' }, text('c')]);
  });

  it('reads marks, code, links and images', () => {
    expect(inline('*a* **b** ~~c~~ `d` [e](https://x.y "t") ![f](g.png)')).toEqual([
      { type: 'emphasis', children: [text('a')] },
      text(' '),
      { type: 'strong', children: [text('b')] },
      text(' '),
      { type: 'delete', children: [text('c')] },
      text(' '),
      { type: 'inlineCode', value: 'd' },
      text(' '),
      { type: 'link', url: 'https://x.y', title: 't', children: [text('e')] },
      text(' '),
      { type: 'image', url: 'g.png', alt: 'f', title: null },
    ]);
  });

  it('decodes references in text, but not in code, HTML or after a backslash', () => {
    expect(inline('&amp; &copy; &#x41;&#66; &nosuch; &copy \\&amp; `&amp;` <b title="&amp;">')).toEqual([
      text('& © AB &nosuch; &copy &amp; '),
      { type: 'inlineCode', value: '&amp;' },
      text(' <b title="&amp;">'),
    ]);
  });

  it('resolves escapes and references of an address in one pass', () => {
    expect(inline('[a](https://x.y/\\&amp;?b&amp;c)')).toEqual([
      { type: 'link', url: 'https://x.y/&amp;?b&c', title: null, children: [text('a')] },
    ]);
  });

  it('keeps escaped brackets of a link text as text', () => {
    expect(inline('[\\[a\\](b)](https://x.y)')).toEqual([
      { type: 'link', url: 'https://x.y', title: null, children: [text('[a](b)')] },
    ]);
  });
});

describe('placeholders', () => {
  const p = (i: number): string => `\uE000${i}\uE001`;

  it('are letters in text, code, cells and attributes, and whole addresses', () => {
    expect(inline(`a ${p(1)} *${p(2)}* \`${p(3)}\` [${p(4)}](${p(5)}) ![${p(6)}](${p(7)})`)).toEqual([
      text(`a ${p(1)} `),
      { type: 'emphasis', children: [text(p(2))] },
      text(' '),
      { type: 'inlineCode', value: p(3) },
      text(' '),
      { type: 'link', url: p(5), title: null, children: [text(p(4))] },
      text(' '),
      { type: 'image', url: p(7), alt: p(6), title: null },
    ]);
    expect(blocks(`:::callout{title="${p(1)}"}\n| a |\n| - |\n| ${p(2)} |\n:::`)).toMatchObject([
      { attributes: { title: p(1) }, children: [{ children: [{}, { children: [{ children: [text(p(2))] }] }] }] },
    ]);
  });

  it('stand for a heading id and a source id', () => {
    expect(blocks(`# a {#${p(1)}}`, template)).toMatchObject([{ type: 'heading', id: p(1), children: [text('a')] }]);
    expect(parseInline(`[@${p(1)}, ${p(2)}]`, template).nodes).toMatchObject([
      { type: 'citation', items: [{ source: p(1), locator: p(2) }] },
    ]);
  });

  it('are no address when they stand before one', () => {
    expect(parseInline(`[a](${p(1)}:alert)`, template)).toEqual({
      nodes: [text('a')],
      problems: [{ kind: 'forbidden-link', url: `${p(1)}:alert` }],
    });
  });
});

describe('links', () => {
  for (const url of ['http://x.y', 'HTTPS://x.y/a?b#c', 'mailto:a@b.cd', '#id', 'https://x.y/%C3%A5']) {
    it(`may lead to ${url}`, () => {
      expect(parseInline(`[a](${url})`, prose)).toEqual({
        nodes: [{ type: 'link', url, title: null, children: [text('a')] }],
        problems: [],
      });
    });
  }

  const forbidden: [string, string][] = [
    ['[a](javascript:alert(1))', 'javascript:alert(1)'],
    ['[a](JaVaScRiPt:x)', 'JaVaScRiPt:x'],
    ['[a](java&#x73;cript:x)', 'javascript:x'],
    ['[a](javascript&colon;x)', 'javascript:x'],
    ['[a](&#1;javascript:x)', '\ufffdjavascript:x'],
    ['[a](<java script:x>)', 'java script:x'],
    ['[a](java&Tab;script:x)', 'java script:x'],
    ['[a](data:text/html,x)', 'data:text/html,x'],
    ['[a](file:///etc/passwd)', 'file:///etc/passwd'],
    ['[a](vbscript:x)', 'vbscript:x'],
    ['[a](other.html)', 'other.html'],
    ['[a](//x.y)', '//x.y'],
    ['[a](http:x)', 'http:x'],
    ['[a](ht\u200btp://x.y)', 'ht\u200btp://x.y'],
    ['[a]()', ''],
    ['[a](#)', '#'],
  ];
  for (const [markdown, url] of forbidden) {
    it(`keep their text only: ${JSON.stringify(markdown)}`, () => {
      expect(parseInline(markdown, prose)).toEqual({ nodes: [text('a')], problems: [{ kind: 'forbidden-link', url }] });
    });
  }

  it('by reference and in angle brackets are judged too', () => {
    const { nodes, problems } = parseBlocks('[a][b] <javascript:x> ![c](data:image/png,x)\n\n[b]: javascript:y', prose);
    expect(plainText(nodes)).toBe('a javascript:x c');
    expect(problems).toEqual(
      ['javascript:y', 'javascript:x', 'data:image/png,x'].map((url) => ({ kind: 'forbidden-link', url })),
    );
  });

  it('are found where they stand bare', () => {
    expect(inline('see https://x.org/a_b_c, www.x.org and <a@b.cd>.')).toEqual([
      text('see '),
      { type: 'link', url: 'https://x.org/a_b_c', title: null, children: [text('https://x.org/a_b_c')] },
      text(', '),
      { type: 'link', url: 'http://www.x.org', title: null, children: [text('www.x.org')] },
      text(' and '),
      { type: 'link', url: 'mailto:a@b.cd', title: null, children: [text('a@b.cd')] },
      text('.'),
    ]);
  });
});

describe('citations', () => {
  const cases: [string, [string, string | null][]][] = [
    ['[@a]', [['a', null]]],
    ['[@press-0903, art. 87(7)]', [['press-0903', 'art. 87(7)']]],
    [
      '[@a; @b, p. 3]',
      [
        ['a', null],
        ['b', 'p. 3'],
      ],
    ],
    ['[@a pp. 33-35]', [['a', 'pp. 33-35']]],
    ['[@a, p. 3 [sic]; see above]', [['a', 'p. 3 [sic]; see above']]],
    ['[@doe:99.x, ch. 1]', [['doe:99.x', 'ch. 1']]],
    ['[@{a b}]'.replace(' ', '/'), [['a/b', null]]],
    ['[@a, &sect; 3]', [['a', '§ 3']]],
    ['[@a,\nart. 1]', [['a', 'art. 1']]],
  ];
  for (const [markdown, items] of cases) {
    it(`reads ${JSON.stringify(markdown)}`, () => {
      expect(inline(markdown)).toEqual([
        { type: 'citation', items: items.map(([source, locator]) => ({ source, locator, number: null })) },
      ]);
    });
  }

  for (const markdown of ['[@]', '[@ a]', '[a@b]', '\\[@a]', '[@a', '[@a!]', '[@-a]']) {
    it(`leaves ${markdown}`, () => expect(plainText(inline(markdown))).toBe(markdown.replace('\\', '')));
  }

  it('stand neither in code nor in links, and marks may stand around them', () => {
    expect(plainText(inline('`[@a]` [see [@b]](https://x.y)'))).toBe('[@a] see [@b]');
    expect(inline('*x [@a, p. *3]*')).toMatchObject([
      { type: 'emphasis', children: [text('x '), { type: 'citation' }] },
    ]);
  });
});

describe('blocks', () => {
  it('print raw HTML as the text it is', () => {
    expect(blocks('<div>\n  *a*\n</div>\n\nb')).toEqual([paragraph('<div>', '*a*', '</div>'), paragraph('b')]);
    expect(blocks('<script>\nx < y;\n</script>')).toEqual([paragraph('<script>', 'x < y;', '</script>')]);
    expect(blocks('<![CDATA[\nx]]>')).toEqual([paragraph('<![CDATA[', 'x]]>')]);
    expect(blocks('a <b>*c*</b> <br/>')).toMatchObject([
      { children: [text('a <b>'), { type: 'emphasis' }, text('</b> <br/>')] },
    ]);
  });

  it('leave comments of HTML out, and say so', () => {
    const comment = (text: string) => ({ kind: 'html-comment', comment: text, ends: true });
    expect(parseBlocks('<!-- a\n\nb -->\n\nc <!-- d -->e', prose)).toEqual({
      nodes: [paragraph('c e')],
      problems: [comment('<!-- a\n\nb -->'), comment('<!-- d -->')],
    });
    expect(parseInline('a<!-- b -->', prose)).toEqual({ nodes: [text('a')], problems: [comment('<!-- b -->')] });
    expect(parseBlocks('`<!-- a -->`\n\n    <!-- b -->', prose).problems).toEqual([]);
    expect(parseBlocks('<!-- never\nends', prose)).toEqual({
      nodes: [paragraph('<!-- never', 'ends')],
      problems: [{ kind: 'html-comment', comment: '<!-- never\nends', ends: false }],
    });
  });

  it('break the lines of a cell at <br>, and nowhere else', () => {
    const [table] = blocks('| a |\n|---|\n| b<br>c <BR/>*d* |');
    expect(table).toMatchObject({
      children: [
        {},
        {
          children: [{ children: [text('b'), { type: 'break' }, text('c'), { type: 'break' }, { type: 'emphasis' }] }],
        },
      ],
    });
    expect(blocks('a<br>b')).toEqual([paragraph('a<br>b')]);
  });

  it('bear the origin they were given', () => {
    expect(parseBlocks('a\n\nb', { ...prose, origin: 'background' }).nodes.map(({ origin }) => origin)).toEqual([
      'background',
      'background',
    ]);
    expect(parseInline('a', { ...prose, origin: 'title' }).nodes).toEqual([
      { type: 'text', value: 'a', origin: 'title' },
    ]);
  });

  it('read alerts', () => {
    expect(blocks('> [!WARNING]\n> Mind *it*\n>\n> - a')).toMatchObject([
      {
        type: 'alert',
        kind: 'warning',
        children: [{ children: [text('Mind '), { type: 'emphasis' }] }, { type: 'list' }],
      },
    ]);
    expect(blocks('> [!note]\n>\n> a')).toEqual([{ type: 'alert', kind: 'note', children: [paragraph('a')] }]);
    for (const other of ['> [!NOTE]', '> [!NOTE] a', '> \\[!NOTE]\n> a', '> [!OTHER]\n> a']) {
      expect(blocks(other)[0]?.type, other).toBe('blockquote');
    }
  });

  it('read task lists, starts and tightness', () => {
    expect(blocks('3. [x] a\n4. [ ] b')).toMatchObject([
      {
        ordered: true,
        start: 3,
        spread: false,
        children: [{ checked: true, children: [paragraph('a')] }, { checked: false }],
      },
    ]);
    expect(blocks('- [ ] a\n\n- b')).toMatchObject([
      {
        ordered: false,
        start: null,
        spread: true,
        children: [{ checked: false, children: [paragraph('a')] }, { checked: null }],
      },
    ]);
    expect(blocks('- `[ ] a`\n- []')).toMatchObject([
      { children: [{ checked: null }, { checked: null, children: [paragraph('[]')] }] },
    ]);
  });

  it('make ragged tables regular and keep every cell', () => {
    const [table] = blocks('a | b\n:- | -:\n1\n2 | 3 | 4 | `5\\|6`\n');
    expect(table).toMatchObject({ type: 'table', align: ['left', 'right', null, null] });
    expect(plainText([table as Block])).toBe('a\tb\t\t\n1\t\t\t\n2\t3\t4\t5|6');
  });

  it('gather footnotes, wherever they stand', () => {
    expect(blocks('a[^N] b[^x]\n\n> q\n>\n> [^n]: c\n>     d\n\n[^n]: again')).toEqual([
      { type: 'paragraph', children: [text('a'), { type: 'footnoteReference', identifier: 'n' }, text(' b[^x]')] },
      { type: 'blockquote', children: [paragraph('q')] },
      paragraph('[^n]: again'),
      { type: 'footnoteDefinition', identifier: 'n', children: [paragraph('c d')] },
    ]);
    expect(blocks('[^a]: one\n\n    two\n\n    - three\n\nfour')).toEqual([
      paragraph('four'),
      expect.objectContaining({
        identifier: 'a',
        children: [paragraph('one'), paragraph('two'), expect.objectContaining({ type: 'list' })],
      }),
    ]);
  });

  it('read code', () => {
    expect(blocks('```c++ extra\n:::keep\n\n```\n\n    a\n      b')).toEqual([
      { type: 'code', lang: 'c++', value: ':::keep\n' },
      { type: 'code', lang: null, value: 'a\n  b' },
    ]);
  });

  it('read what is too deep as text', () => {
    expect(plainText(blocks(`${'> '.repeat(100)}a`))).toMatch(/^> > .* a$/);
  });
});

describe('what is not printed as it is written', () => {
  const found = (markdown: string) =>
    parseBlocks(markdown, prose).problems.map((problem) =>
      'written' in problem ? [problem.kind, problem.written] : [],
    );

  it.each([
    ['a definition that nothing uses', 'Asked.\n\n[A]: No.', 'unused-definition', '[A]: No.'],
    ['a definition in a list', '- Asked.\n\n  [A]: No.', 'unused-definition', '[A]: No.'],
    ['the second of two', '[a]\n\n[a]: https://e.org\n[A]: https://f.org', 'unused-definition', '[A]: https://f.org'],
    ['a footnote that nothing uses', 'Asked.\n\n[^A]: No *way*.', 'unused-definition', '[^a]: No way.'],
    ['the numbers of a list', '1. a\n3. b\n4. c', 'list-numbers', [1, 3, 4]],
    ['numbers that fall', '3) a\n2) b', 'list-numbers', [3, 2]],
    ['the numbers of a list in a list', '- a\n  1. b\n  3. c', 'list-numbers', [1, 3]],
    ['what single tildes strike out', 'H~2~O', 'single-tilde', '~2~'],
    ['signs between numbers', 'Costs 2*3*4.', 'lost-sign', '2*3*4'],
    ['a sign before a number', 'Costs 2.5*30* kronor', 'lost-sign', '2.5*30*'],
    ['a sign after a number', 'Costs *b 30*4,5 kronor', 'lost-sign', '*b 30*4,5'],
    ['a minus at the start of a line', '- 5 per cent', 'lost-sign', '- 5 per cent'],
    ['a plus at the start of a line', 'It fell.\n\n+ 5 per cent\n', 'lost-sign', '+ 5 per cent'],
    ['a sign of comparison', '> 5 per cent', 'lost-sign', '> 5 per cent'],
  ])('is found: %s', (_, markdown, kind, written) => {
    expect(found(markdown)).toEqual([[kind, written]]);
  });

  it.each([
    '[a] and [b][A]\n\n[a]: https://e.org\n[a]: https://e.org',
    '[^a]\n\n[^A]: A note.',
    'a ![picture][p]\n\n[p]: p.png',
    '1. a\n1. b\n1. c',
    '7. a\n8. b',
    '0. a\n0. b',
    '~~struck~~, ~5 and ~6, `~a~`',
    '[A]\\: No.',
    'a *3* b, **30** 4, x*3*y, 2 * 3 * 4, 2\\*3\\*4, `2*3*4`',
    '- 5 per cent\n- 6 per cent',
    '* 5 per cent',
    '- 2024 was dry\n  and cold',
    '- It fell',
    '> 5 per cent\n> of them',
    '> It fell',
  ])('is not found in %j', (markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});

describe('a citation of Pandoc that is not read', () => {
  const unread = (markdown: string) =>
    parseInline(markdown, prose).problems.flatMap((problem) =>
      problem.kind === 'unread-citation' ? [`${problem.written} → ${problem.key}`] : [],
    );

  it.each([
    ['known [see @press, p. 3; also @b, p. 4]', '[see @press, p. 3; also @b, p. 4] → press'],
    ['[-@press]', '[-@press] → press'],
    ['@press says so', '@press → press'],
    ['(@a:b-c.d).', '@a:b-c.d → a:b-c.d'],
  ])('is found: %s', (markdown, found) => {
    expect(unread(markdown)).toEqual([found]);
  });

  it.each(['[@press, p. 3; @b]', 'a@b.org', '\\@press', '`@press`', '[x](https://e.org/@press)', '@ press', '[note]'])(
    'is not found in %s',
    (markdown) => {
      expect(unread(markdown)).toEqual([]);
    },
  );
});
