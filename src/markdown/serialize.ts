import type * as Mdast from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Handle, toMarkdown as mdastToMarkdown, type Options } from 'mdast-util-to-markdown';
import { type AlertNode, plainBlocks } from './plain.js';
import type { Root } from './tree.js';

/** Wider than this, in characters, a table is printed without padding: aligned, it would read worse than ragged. */
const WIDEST_ALIGNED_TABLE = 100;

/** Where an address, or code, stands for itself and is not read for Markdown. */
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

const emphasis: Handle = (node: Mdast.Emphasis, parent, state, info) => {
  // `_` reads better and stands apart from `**`, but inside a word only `*` makes emphasis.
  const inWord = /[\p{L}\p{N}]$/u.test(info.before) || /^[\p{L}\p{N}]/u.test(info.after);
  const before = state.options.emphasis;
  state.options.emphasis = inWord ? '*' : '_';
  const text = defaultHandlers.emphasis(node, parent, state, info);
  state.options.emphasis = before ?? '_';
  return text;
};
Object.assign(emphasis, { peek: () => '_' });

const alert: Handle = (node: AlertNode, _parent, state, info) => {
  const exit = state.enter('blockquote');
  const tracker = state.createTracker(info);
  tracker.move('> ');
  tracker.shift(2);
  const content = state.containerFlow({ ...node, type: 'blockquote' }, tracker.current());
  exit();
  return state.indentLines(`[!${node.kind.toUpperCase()}]\n${content}`, (line, _, blank) =>
    blank ? '>' : `> ${line}`,
  );
};

const padded = gfmTableToMarkdown({ tablePipeAlign: true });
const ragged = gfmTableToMarkdown({ tablePipeAlign: false });

const table: Handle = (node: Mdast.Table, parent, state, info) => {
  const aligned = padded.handlers?.table?.(node, parent, state, info) ?? '';
  if (aligned.indexOf('\n') <= WIDEST_ALIGNED_TABLE) return aligned;
  return ragged.handlers?.table?.(node, parent, state, info) ?? aligned;
};

const text: Handle = (node: Mdast.Text, _parent, state, info) => lighten(state.safe(node.value, info));

/** Takes back escapes that can do nothing where they stand. */
function lighten(markdown: string): string {
  return (
    markdown
      // An underscore between letters never opens or closes emphasis.
      .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
      // Brackets around a word or more are text, since a memo defines no link labels: `[the President] said`.
      .replace(/(?<![\\!\]])\\\[(?=[\p{L}\p{N}][^[\]\\<>`*_~!&]+\][^[(:\\])/gu, '[')
  );
}

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  strong: '*',
  extensions: [
    gfmAutolinkLiteralToMarkdown(),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    padded,
    gfmTaskListItemToMarkdown(),
  ],
  handlers: { alert, emphasis, table, text },
  unsafe: [
    // A line that would open a directive.
    { atBreak: true, character: ':', after: ':' },
    // GitHub sets what stands between dollar signs as mathematics.
    { character: '$', after: '\\S', inConstruct: 'phrasing', notInConstruct: [...LITERAL] },
  ],
};
