import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/tree.js';
import { plainText } from '../../src/document/walk.js';
import { parseBlocks } from '../../src/markdown/parse.js';

/** The tree in short: `keep(p)`. */
function outline(nodes: readonly Block[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'directive') return `${node.name}(${outline(node.children)})`;
      if (node.type === 'list') return `list(${node.children.map((item) => outline(item.children)).join('|')})`;
      if (node.type === 'blockquote') return `quote(${outline(node.children)})`;
      return node.type === 'paragraph' ? plainText([node]) : node.type;
    })
    .join(',');
}

const all = (markdown: string): string => outline(parseBlocks(markdown, { directives: 'all', html: 'text' }).nodes);
const inProse = (markdown: string): string =>
  outline(parseBlocks(markdown, { directives: 'public', html: 'text' }).nodes);

describe('directives', () => {
  const cases: [string, string, string][] = [
    [
      'stand in each other by longer fences',
      '::::columns\n:::column\na\n:::\n:::column\nb\n:::\n::::\nc',
      'columns(column(a),column(b)),c',
    ],
    ['stand in each other by equal fences', ':::columns\n:::column\na\n:::\n:::\nb', 'columns(column(a)),b'],
    ['close what is open inside', '::::columns\n:::column\na\n::::\nb', 'columns(column(a)),b'],
    ['end with the text', ':::keep\na\n\nb', 'keep(a,b)'],
    ['end with their container', '> :::keep\n> a\n\nb', 'quote(keep(a)),b'],
    ['need no blank lines', 'a\n:::keep\nb\n:::\nc\n::page-break\nd', 'a,keep(b),c,page-break(),d'],
    [
      'end a list and a table',
      '- a\n::page-break\n- b\n\n|a|\n|-|\n:::keep\nc\n:::',
      'list(a),page-break(),list(b),table,keep(c)',
    ],
    ['stand in list items', '- a\n\n  :::keep\n  b\n  :::\n- c', 'list(a,keep(b)|c)'],
    [
      'are code in code',
      '```\n:::keep\n```\na\n\n- ```\n  :::keep\n  ```\n\n:::keep\nb\n:::',
      'code,a,list(code),keep(b)',
    ],
    ['do not end in code', ':::keep\n```\n:::\n```\na\n:::\nb', 'keep(code,a),b'],
    ['may be empty', ':::keep\n:::\na', 'keep(),a'],
  ];
  for (const [name, markdown, tree] of cases) {
    it(name, () => {
      expect(all(markdown)).toBe(tree);
      expect(inProse(markdown)).toBe(tree);
    });
  }

  it('have attributes', () => {
    const { nodes } = parseBlocks(
      ':::callout{kind="tip" title=\'a "b" }\' width=2 open .x}\n:::\n\n:::callout {kind="tip" #id t="&amp;"}\n:::',
      {
        directives: 'all',
        html: 'text',
      },
    );
    expect(nodes).toMatchObject([
      { type: 'paragraph' },
      { type: 'directive', attributes: { kind: 'tip', id: 'id', t: '&' } },
    ]);
  });

  it('of a template are text in prose', () => {
    expect(inProse(':::masthead\na\n:::\n\n::signature{label="b"}\n\n::keep\n\n:::page-break')).toBe(
      ':::masthead a :::,::signature{label="b"},::keep,:::page-break',
    );
    expect(all(':::masthead\na\n:::\n\n::signature{label="b"}')).toBe('masthead(a),signature()');
  });

  it('that prose may not use do not close those that it may', () => {
    expect(inProse(':::keep\n:::masthead\na\n:::\nb\n:::\nc')).toBe('keep(:::masthead a ::: b),c');
  });

  for (const line of [
    '::: keep',
    ':::',
    ':::keep text',
    '::',
    ':keep',
    ':::keep{',
    ':::keep{a="}',
    'a :::keep',
    '\\:::keep',
  ]) {
    it(`leave ${line} alone`, () => expect(all(line)).toBe(line.replace('\\', '')));
  }
});

describe('targets', () => {
  const parse = (markdown: string, directives: 'all' | 'public') =>
    parseBlocks(markdown, { directives, html: 'text' }).nodes;

  it('stand after headings and items of a template', () => {
    expect(parse('# A *b* {#x-1}', 'all')).toMatchObject([
      { id: 'x-1', children: [{ value: 'A ' }, { type: 'emphasis' }] },
    ]);
    expect(parse('A\n=== \n\n1. a {#source-1}\n2. b', 'all')).toMatchObject([
      {},
      { children: [{ id: 'source-1' }, { checked: null }] },
    ]);
  });

  it('are text when escaped, and in prose', () => {
    expect(plainText(parse('# A \\{#x}', 'all'))).toBe('A {#x}');
    expect(plainText(parse('# A {#x}', 'public'))).toBe('A {#x}');
  });
});

describe('a fence without its other end', () => {
  const problems = (markdown: string, directives: 'all' | 'public') =>
    parseBlocks(markdown, { directives, html: 'text' }).problems;

  it('is reported, however deep it stands, and once', () => {
    for (const markdown of [
      ':::keep\na',
      '> :::keep\n> a\n\nb',
      '- a\n\n  :::keep\n  b',
      '::::column\n:::keep\na\n::::',
    ])
      expect(problems(markdown, 'public'), markdown).toEqual([
        { kind: 'unclosed-directive', name: 'keep', attributes: {} },
      ]);
  });

  it('is reported where colons close nothing', () => {
    expect(problems('a\n\n:::\n', 'public')).toEqual([{ kind: 'stray-fence', line: ':::' }]);
    expect(problems(':::keep\na\n:::\n:::', 'public')).toEqual([{ kind: 'stray-fence', line: ':::' }]);
  });

  it('is reported in a template also where the colons end a line', () => {
    expect(problems(':::keep\n**a.**:::\n', 'all')).toEqual([
      { kind: 'unclosed-directive', name: 'keep', attributes: {} },
      { kind: 'stray-fence', line: '**a.**:::' },
    ]);
    expect(problems('**a.**:::', 'public')).toEqual([]);
  });

  it('is not reported in code, nor where it is closed', () => {
    for (const markdown of ['```\n:::\n```', '    :::', ':::keep\na\n:::', '::page-break', '`:::`'])
      expect(problems(markdown, 'all'), markdown).toEqual([]);
  });
});
