import type * as Mdast from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import {
  defaultHandlers,
  type Handle,
  type Info,
  toMarkdown as mdastToMarkdown,
  type Options,
  type State,
} from 'mdast-util-to-markdown';
import type { Root } from '../document/tree.js';
import { Kept } from '../kept/kept.js';
import { emphasis, strikethrough, strong } from './attention.js';
import { lighten, withPlainAmpersands } from './needless-escapes.js';
import { type AlertNode, plainBlocks } from './plain.js';

/** Wider than this, in characters, a table is printed without padding: aligned, it would read worse than ragged. */
const WIDEST_ALIGNED_TABLE = 100;

/** Where an address or code is copied as it is, and not read as Markdown. */
const LITERAL = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
] as const;

/**
 * The tree as GitHub-flavoured Markdown that reads well raw and gives the same tree again when it is parsed. Ends with
 * a line end. What Markdown has no form for is printed as its content: directives, spans, heading ids; a citation
 * that was not made a footnote is `[1, art. 87(7)]`.
 */
export function toMarkdown(root: Root): string {
  return mdastToMarkdown({ type: 'root', children: plainBlocks(root.children) }, OPTIONS);
}

const alert: Handle = (node: AlertNode, _parent, state, info) => {
  const exit = state.enter('blockquote');
  const tracker = state.createTracker(info);
  tracker.move('> ');
  tracker.shift(2);
  const content = state.containerFlow({ ...node, type: 'blockquote' }, tracker.current());
  exit();
  // A rule under the mark's line would make a heading of it.
  const gap = node.children[0]?.type === 'paragraph' ? '\n' : '\n\n';
  return state.indentLines(`[!${node.kind.toUpperCase()}]${gap}${content}`, (line, _, blank) =>
    blank ? '>' : `> ${line}`,
  );
};

/** GitHub's task lists, numbered ones included. */
const listItem: Handle = (node: Mdast.ListItem, parent, state, info) => {
  const item = defaultHandlers.listItem(node, parent, state, info);
  if (typeof node.checked !== 'boolean' || node.children[0]?.type !== 'paragraph') return item;
  return item.replace(/^(?:[-*+]|\d+[.)]) /, (marker) => `${marker}[${node.checked ? 'x' : ' '}] `);
};

const padded = gfmTableToMarkdown({ tablePipeAlign: true });
const ragged = gfmTableToMarkdown({ tablePipeAlign: false });

const table: Handle = (node: Mdast.Table, parent, state, info) => {
  const aligned = padded.handlers?.table?.(node, parent, state, info) ?? '';
  if (aligned.indexOf('\n') <= WIDEST_ALIGNED_TABLE) return aligned;
  return ragged.handlers?.table?.(node, parent, state, info) ?? aligned;
};

/** An address reads as it is: `?a=1&b=2`. */
function withPlainAddress(handle: Handle & { peek?: Handle }): Handle {
  const plain: Handle = (node, parent, state, info) => {
    const written: string = handle(node, parent, state, info);
    const address = written.lastIndexOf('](');
    return address === -1 ? written : written.slice(0, address) + withPlainAmpersands(written.slice(address));
  };
  return Object.assign(plain, { peek: handle.peek });
}

const kept = new Kept<string>(500_000);

/** Of a block whose text depends on nothing but itself and what it is in: where it stands in the memo changes no character. */
function rememberedBlock(handle: Handle | undefined): Handle {
  return (node, parent, state, info) => {
    const key = JSON.stringify([state.stack, info.before, info.after, node]);
    return kept.of(key, () => handle?.(node, parent, state, info) ?? '');
  };
}

const text: Handle = (node: Mdast.Text, parent, state, info) => {
  // Its last character may become a reference when a mark follows, and then a backslash before it would escape that.
  const safe = lighten(escapeText(node.value, state, info), info, node.data?.alone).replace(
    /(?<!\\)(?:\\\\)*\\(?=[^!-/:-@[-`{-~]$)/,
    '$&\\',
  );
  // After a footnote's mark a colon would make its definition.
  const apart = info.before === ']' && safe.startsWith(':') ? `\\${safe}` : safe;
  // Parsers trim more blanks than ASCII's from a block.
  const opened = parent?.children[0] === node ? apart.replace(/^[^\S ]/, blankReference) : apart;
  return parent?.children.at(-1) === node ? opened.replace(/[^\S ]$/, blankReference) : opened;
};

/** Escapes a text piece by piece: the stock function's time grows with the square of what it escapes. */
function escapeText(value: string, state: State, info: Info): string {
  let escaped = '';
  for (let start = 0; start < value.length; start += PIECE) {
    const end = start + PIECE;
    const before = start === 0 ? info.before : value.slice(start - CONTEXT, start);
    const after = end >= value.length ? info.after : value.slice(end, end + CONTEXT);
    escaped += state.safe(value.slice(start, end), { ...info, before, after });
  }
  return escaped;
}

/** How much text is escaped at once, and how much of the text around it an escape may depend on, in characters. */
const PIECE = 1000;
const CONTEXT = 20;

function blankReference(blank: string): string {
  return `&#x${(blank.codePointAt(0) ?? 32).toString(16).toUpperCase()};`;
}

const OPTIONS: Options = {
  bullet: '-',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  extensions: [gfmAutolinkLiteralToMarkdown(), gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), padded],
  handlers: {
    alert,
    delete: strikethrough,
    emphasis,
    heading: rememberedBlock(defaultHandlers.heading),
    image: withPlainAddress(defaultHandlers.image),
    link: withPlainAddress(defaultHandlers.link),
    listItem,
    paragraph: rememberedBlock(defaultHandlers.paragraph),
    strong,
    table: rememberedBlock(table),
    text,
  },
  unsafe: [
    // A code block's language may hold what looks like a character reference.
    { character: '&', after: '[#A-Za-z]', inConstruct: ['codeFencedLangGraveAccent', 'codeFencedLangTilde'] },
    // A line that would open a directive.
    { atBreak: true, character: ':', after: ':' },
    // GitHub sets what stands between dollar signs as mathematics.
    { character: '$', after: '\\S', inConstruct: 'phrasing', notInConstruct: [...LITERAL] },
  ],
};
