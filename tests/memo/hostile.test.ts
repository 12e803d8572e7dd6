import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Brief } from '../../src/brief/brief.js';
import type { Block } from '../../src/document/tree.js';
import { type AnyNode, plainText } from '../../src/document/walk.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { parseBlocks } from '../../src/markdown/parse.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { loaded, specimen } from '../edition/specimen.js';
import { compiledPack, edition, editionOfParts, pack } from './packs.js';

const created = { created: '2026-11-23T00:00:00Z' };
const memoPack = pack('policy-memo');

const HOSTILE = [
  '{{title}} {{{title}}} {{#each x}} {{> masthead}}',
  '| a | b |',
  '# not a heading',
  '* not a list',
  '1. not a list',
  '> not a quote',
  '---',
  '***',
  '```',
  '~~~',
  ':::keep',
  '::page-break',
  '::: {.x}',
  '<script>alert(1)</script>',
  '<!-- x',
  '&lt;b&gt;',
  '[^1]: x',
  '[x]: http://y',
  'a: b',
  '"quoted"',
  "it's",
  '\\',
  '\\|',
  'x\\',
  '`',
  '``',
  '**',
  '_',
  '~~',
  '[',
  '](',
  '![',
  '{#id}',
  '[ ] task',
  '[!NOTE]',
  '\u{E000}0\u{E001}',
  '\u{E000}1\u{E001}|',
  '=====',
  '- - -',
  '+ x',
  '0) x',
  '$x$',
  '@everyone',
  '#1',
  'https://x.org/a|b_c',
  '--- \n---\nevil: true',
  'a\n\n# b',
  '\t# x',
  '    code',
  'ends with \\',
  '\u202Ebidi',
  'a\u2028b',
  '%7C',
  '|',
  '||',
]; // prettier-ignore

/** The kinds of blocks and their nesting, without what is in them. */
function skeleton(nodes: readonly AnyNode[]): unknown[] {
  const isBlock = (node: AnyNode) =>
    ![
      'text',
      'emphasis',
      'strong',
      'delete',
      'inlineCode',
      'break',
      'link',
      'image',
      'footnoteReference',
      'citation',
      'span',
    ].includes(node.type); // prettier-ignore
  return nodes
    .filter((node) => isBlock(node) && node.type !== 'footnoteDefinition')
    .map((node) => [node.type, 'depth' in node ? node.depth : 0, skeleton('children' in node ? node.children : [])]);
}

/** A brief with a text in every field that is one line of prose or plain. */
function briefWith(text: string): Brief {
  const base = specimen();
  const swap = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => swap(each, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, swap(each, name)]));
    }
    return TEXTS.has(key) && typeof value === 'string' ? `x${text}x` : value;
  };
  return swap(base, '') as Brief;
}

const TEXTS = new Set([
  'title',
  'subtitle',
  'reference',
  'summary',
  'restrictions',
  'name',
  'role',
  'unit',
  'organisation',
  'by_',
  'comment',
  'timingReason',
  'recommendation',
  'label',
  'pros',
  'cons',
  'place',
  'purpose',
  'objectives',
  'attendees',
  'text',
  'assumptions',
  'indicators',
  'dissent',
  'interests',
  'ask',
  'speaker',
  'venue',
  'translator',
  'question',
  'why',
  'assessment',
  'owner',
  'answer',
  'event',
  'mitigation',
  'line',
  'term',
  'meaning',
  'container-title',
  'locator',
  'descriptor',
  'family',
  'literal',
]); // prettier-ignore

function compose(brief: Brief) {
  const resolved = resolveEdition(loaded(brief));
  if (!resolved.ok) return null;
  const print = composePrint(resolved.value, memoPack, created);
  const memo = composeMemo(resolved.value, memoPack);
  if (!print.ok || !memo.ok) throw new Error('a brief that resolves can be composed');
  return { root: print.value.root, memo: memo.value };
}

function memoBody(memo: string): { matter: unknown; blocks: Block[] } {
  const [, matter = '', ...body] = memo.split(/^---\n/m);
  return {
    matter: parse(matter),
    blocks: parseBlocks(body.join('---\n'), { directives: 'public', html: 'text' }).nodes,
  };
}

const plain = compose(briefWith('y'));
if (plain === null) throw new Error('the specimen resolves');
const printSkeleton = skeleton(plain.root.children);
const memoSkeleton = skeleton(memoBody(plain.memo).blocks);

describe('no text of a brief changes the structure of a document', () => {
  it.each(HOSTILE)('%j', (text) => {
    const made = compose(briefWith(text));
    // A paragraph break within a short field is a line break; everything else keeps the very same blocks.
    expect(made && skeleton(made.root.children)).toEqual(printSkeleton);
    expect(made && skeleton(memoBody(made.memo).blocks)).toEqual(memoSkeleton);
  });

  it('whatever the text is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.constantFrom(' ', '\n', '\n\n'),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (hostile) => {
        const made = compose(briefWith(hostile));
        if (made === null) return;
        expect(skeleton(made.root.children)).toEqual(printSkeleton);
        expect(skeleton(memoBody(made.memo).blocks)).toEqual(memoSkeleton);
      }),
      { numRuns: 60 },
    );
  });

  it('and every character of plain text is printed as it stands', () => {
    const words = '{{title}} *a* _b_ <i> | `c` [d](e) # & &amp; \\ ~~f~~ @g 1. - + > ![h] ---';
    const made = composePrint(edition({ reference: words }), memoPack, created);
    expect(made.ok && plainText(made.value.root.children)).toContain(words);
    const memo = composeMemo(edition({ reference: words }), memoPack);
    expect(memo.ok && plainText(memoBody(memo.value).blocks)).toContain(words);
  });
});

describe('front matter', () => {
  it.each([
    '---',
    'a: b',
    '- x',
    '"',
    "'",
    '#',
    '{a}',
    '[a]',
    '!!js/function x',
    '*a',
    '&a',
    'yes',
    '1.0',
    '~',
    'a\n---\nb: c',
    '%YAML',
    '`',
    '|',
    '>',
    '@x',
    '\\n',
    'é\u0000',
  ])('keeps %j a string', (text) => {
    const memo = composeMemo(edition({ reference: `${text}`, from: { name: text } }), memoPack);
    if (!memo.ok) throw new Error('unreachable');
    const matter = memoBody(memo.value).matter as Record<string, unknown>;
    const shown = text.replace(/\s+/g, ' ').replace('\u0000', '\u{FFFD}').trim();
    expect(matter.reference).toBe(shown);
    expect(matter.from).toBe(shown);
    expect(Object.keys(matter)).toEqual([
      'title',
      'subtitle',
      'reference',
      'id',
      'type',
      'status',
      'edition',
      'supersedes',
      'language',
      'as_of',
      'issued',
      'review_by',
      'marking',
      'from',
      'to',
      'cc',
    ]); // prettier-ignore
  });

  it('may be written by a template of its own, and says where it is not YAML', () => {
    const own = compiledPack(
      'x',
      {},
      '---\nabout: "{{title}}: {{reference}}"\nnothing: {{reviewBy}}\n---\n# {{title}}\n',
    );
    const memo = composeMemo(editionOfParts({ title: 'A: B', reviewBy: undefined as never }), own);
    expect(memo.ok && memo.value).toBe('---\nabout: "A: B: REF/2026/1"\n---\n\n# A: B\n');
    const broken = composeMemo(edition(), compiledPack('x', {}, '---\na: [\n---\nx'));
    expect(broken.diagnostics.map(({ code, place }) => [code, place?.file])).toEqual([
      ['template-syntax', 'mine/memo.md.hbs'],
    ]);
  });
});

describe('values in the places of a template', () => {
  const print = (template: string, change: Partial<Brief> = {}) => {
    const made = composePrint(editionOfParts(change), compiledPack(template), created);
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    return made.value.root.children;
  };

  it('a triple stash prints no more than a double one', () => {
    expect(print('{{{reference}}}', { reference: '# x' })).toEqual(print('{{reference}}', { reference: '# x' }));
    expect(print('{{&reference}}', { reference: '# x' })[0]?.type).toBe('paragraph');
  });

  it('an address is judged when it is complete', () => {
    const link = (url: string) =>
      print('{{#each sources}}[here]({{url}}){{/each}}', {
        sources: [{ id: 'press', type: 'book', title: 'T', URL: url }],
        summary: 's',
        keyFacts: [{ text: 't', sources: ['press'] }],
      }); // prettier-ignore
    expect(link('https://example.org/a b')).toMatchObject([
      { children: [{ type: 'link', url: 'https://example.org/a%20b' }] },
    ]);
    expect(link('javascript:alert(1)')).toMatchObject([{ children: [{ type: 'text', value: 'here' }] }]);
    expect(link('java\nscript:alert(1)')).toMatchObject([{ children: [{ type: 'text', value: 'here' }] }]);
    expect(link('https://e.org/"onclick=x')).toMatchObject([{ children: [{ type: 'link' }] }]);
  });

  it('attributes, code and headings take words alone', () => {
    const [callout, code, heading] = print(
      ':::callout{title="{{title}}"}\nx\n:::\n\n```\n{{reference}}\n```\n\n## {{title}}',
      { reference: '```\nx' },
    );
    expect(callout).toMatchObject({ attributes: { title: 'A title with emphasis' } });
    expect(code).toMatchObject({ type: 'code', value: '```\nx' });
    expect(heading).toMatchObject({ type: 'heading', depth: 2 });
  });

  it('long prose alone in a paragraph becomes blocks under the level of its section', () => {
    const blocks = print('# {{title}}\n\n## B\n\n{{background}}');
    expect(blocks.map((block) => [block.type, block.type === 'heading' ? block.depth : null])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 3],
      ['paragraph', null],
      ['heading', 4],
      ['table', null],
      ['footnoteDefinition', null],
    ]); // prettier-ignore
  });

  it('long prose in a cell becomes lines, with every word of it', () => {
    const [table] = print('| a |\n|---|\n| {{background}} |');
    expect(table?.type).toBe('table');
    expect(plainText(table === undefined ? [] : [table])).toContain(
      'A heading\nA paragraph.\nA deeper one\na · b\n1 · 2',
    );
  });

  it('footnotes of two fields stay apart', () => {
    const blocks = print('{{background}}\n\n{{analysis}}');
    const notes = blocks.filter((block) => block.type === 'footnoteDefinition');
    expect(notes.map((note) => [note.identifier, plainText([note])])).toEqual([
      ['a', 'A note.'],
      ['b', 'Another note.'],
    ]);
  });

  it('what is empty leaves nothing behind: no item, no heading, no second blank', () => {
    const bare = { subtitle: undefined as never };
    expect(print('## {{subtitle}}\n\n- {{subtitle}}\n\n**{{subtitle}}**', bare)).toEqual([]);
    expect(print('{{id}} {{subtitle}} {{id}}', bare)).toMatchObject([{ children: [{ value: 'specimen specimen' }] }]);
  });
});
