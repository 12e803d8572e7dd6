import fc from 'fast-check';
import { joinTexts, trimInlines } from '../../src/document/texts.js';
import type { Block, Inline, ListItem, TableCell } from '../../src/document/tree.js';

/** Text made of what Markdown reads as syntax, between letters. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...['a', 'Bc', 'é', '1', ' ', ' ', ' ', 'word', '*', '**', '_', '`', '``', '[', ']', '(', ')', '[x](y)', '[^1]'],
      ...['<', '>', '<b>', '</p>', '<!--', '|', '#', '##', '-', '---', '+', '.', '1.', '2)', '!', '![', '~', '~~', ':'],
      ...[':::keep', '::page-break', '$', '$x$', '&', '&amp;', '&#35;', '\\', '\\\\', '"', "'", '=', '===', '{#id}'],
      ...[
        '[@a]',
        '[ ] ',
        '[x] ',
        '[!NOTE]',
        'http://a.b',
        'www.a.b',
        'a@b.cd',
        '```',
        '\u00a0',
        '\u200b',
        '…',
        '“',
        '😀',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/ {2,}/g, ' '));

const text = hostile.map((value): Inline => ({ type: 'text', value }));
const code = fc
  .array(fc.constantFrom('a', ' ', '`', '``', '*', '<b>', '&amp;', '|', '\\', '[x]'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .map((value): Inline => ({ type: 'inlineCode', value: value.trim() === '' ? 'a' : value }));
const url = fc.constantFrom(
  'https://a.b/c_d',
  'http://a.b/?x=1&copy=2',
  'mailto:a@b.cd',
  '#id',
  'https://a.b/(c)',
  'https://a.b/x)',
);
const image = fc.record({ alt: hostile, url: fc.constantFrom('a.png', 'b c.jpg', 'd(e.svg') });

/** Inline content as a parser makes it: texts joined, no mark in a mark of its kind, no two of a kind side by side. */
export function inlines(inside: readonly string[] = [], depth = 2): fc.Arbitrary<Inline[]> {
  const leaf: fc.Arbitrary<Inline>[] = [
    text,
    text,
    code,
    fc.constant<Inline>({ type: 'break' }),
    image.map(
      ({ alt, url: address }): Inline => ({ type: 'image', url: address, alt: alt.trim() || 'x', title: null }),
    ),
  ];
  if (depth > 0) {
    for (const type of ['emphasis', 'strong', 'delete'] as const) {
      if (inside.includes(type)) continue;
      leaf.push(inlines([...inside, type], depth - 1).map((children): Inline => ({ type, children })));
    }
    if (!inside.includes('link')) {
      leaf.push(
        fc.constantFrom('1', 'note-b').map((identifier): Inline => ({ type: 'footnoteReference', identifier })),
      );
      const children = inlines([...inside, 'link'], depth - 1);
      const title = fc.option(hostile.map((value) => value.trim() || 't'));
      leaf.push(fc.record({ url, title, children }).map((link): Inline => ({ type: 'link', ...link })));
    }
  }
  const nodes = fc.array(fc.oneof(...leaf), { minLength: 1, maxLength: 4 });
  return nodes.map((all) => trimInlines(joinTexts(apart(all)))).filter((all) => all.length > 0);
}

/** Only the first of neighbours of one kind. */
function apart(nodes: readonly Inline[]): Inline[] {
  return nodes.filter((node, i) => node.type === 'text' || node.type === 'link' || nodes[i - 1]?.type !== node.type);
}

const paragraph = inlines().map((children): Block => ({ type: 'paragraph', children }));
const depths = fc.constantFrom(1 as const, 2 as const, 3 as const, 6 as const);
/** What can stand where a line end cannot. */
const line = inlines().filter((children) => !JSON.stringify(children).includes('"type":"break"'));
const heading = fc.record({ depth: depths, children: line }).map((h): Block => ({ type: 'heading', ...h }));
const codeBlock = fc
  .record({
    lang: fc.constantFrom(null, 'js', 'c++', 'a`b', '&amp;'),
    value: fc.array(fc.constantFrom('a', '  b', '```', '~~~', ':::keep', '[^1]: x', '', '    c', '&amp;', '> x'), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ lang, value }): Block => ({ type: 'code', lang, value: value.join('\n') }));

const cell = fc
  .oneof(line, fc.constant<Inline[]>([]))
  .filter((children) => !JSON.stringify(children).includes('"type":"inlineCode"'))
  .map((children): TableCell => ({ type: 'tableCell', children }));
const table = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.record({
      align: fc.array(fc.constantFrom(null, 'left' as const, 'right' as const, 'center' as const), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
    }),
  )
  .map(
    ({ align, rows }): Block => ({
      type: 'table',
      align,
      children: rows.map((children) => ({ type: 'tableRow', children })),
    }),
  );

/** Definitions of the labels that footnote references here have. */
export const footnotes = fc.tuple(
  ...['1', 'note-b'].map((identifier) =>
    fc
      .array(paragraph, { minLength: 1, maxLength: 2 })
      .map((children): Block => ({ type: 'footnoteDefinition', identifier, children })),
  ),
);

export function blocks(depth = 2): fc.Arbitrary<Block[]> {
  const kinds: fc.Arbitrary<Block>[] = [
    paragraph,
    paragraph,
    heading,
    codeBlock,
    table,
    fc.constant({ type: 'thematicBreak' }),
  ];
  if (depth > 0) {
    kinds.push(
      blocks(depth - 1).map((children): Block => ({ type: 'blockquote', children })),
      blocks(depth - 1).map((children): Block => ({ type: 'alert', kind: 'note', children })),
      list(depth - 1),
    );
  }
  return fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 });
}

function list(depth: number): fc.Arbitrary<Block> {
  const first = fc.oneof(paragraph, codeBlock);
  const children = depth > 0 ? fc.tuple(first, blocks(depth - 1)).map(([a, b]) => [a, ...b]) : first.map((a) => [a]);
  const body = fc.record({ children, checked: fc.constantFrom(null, null, true, false) });
  return fc
    .record({
      start: fc.constantFrom(null, 1, 3),
      items: fc.array(body, { minLength: 2, maxLength: 3 }),
      loose: fc.boolean(),
    })
    .map(({ start, items, loose }): Block => {
      // A tight list cannot hold two paragraphs in a row.
      const spread = loose || items.some((item) => item.children.length > 1);
      const made = items.map(
        ({ children: inner, checked }): ListItem => ({
          type: 'listItem',
          checked: inner[0]?.type === 'paragraph' ? checked : null,
          spread,
          children: inner,
        }),
      );
      return { type: 'list', ordered: start !== null, start, spread, children: made };
    });
}
