import { trimInlines } from '../document/texts.js';
import type { Block, Inline } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import { Kept } from '../kept/kept.js';
import { BlockReader, literalParagraphs } from './blocks.js';
import { cleanText, foldLines } from './characters.js';
import { readInlines } from './inlines.js';
import { BriefLexer } from './lexer.js';
import type { MarkdownProblem } from './problem.js';
import type { DirectiveSet } from './segments.js';

export type { MarkdownProblem } from './problem.js';
export type { DirectiveSet } from './segments.js';

export interface ParseOptions {
  /** The brief's field that the text comes from; the nodes returned bear it, their descendants inherit it. */
  readonly origin?: string;
  /** `public`: the directives that a brief's prose may use. `all`: any name, and `{#id}` after headings and items. */
  readonly directives: DirectiveSet;
  /** Raw HTML is text. The one policy there is; named so that a caller sees it. */
  readonly html: 'text';
}

/** A text of a brief is read to check it, and once for each document; what a template prints is the same for most briefs. */
const keptBlocks = new Kept<Parsed<Block[]>>(1_000_000);
const keptInlines = new Kept<Parsed<Inline[]>>(300_000);

function keyOf(markdown: string, { origin = '', directives }: ParseOptions): string {
  return `${directives} ${origin}\n${markdown}`;
}

/** Nodes are never changed, but the list of them is the caller's. */
function copied<T>({ nodes, problems }: Parsed<T[]>): Parsed<T[]> {
  return { nodes: [...nodes], problems };
}

export interface Parsed<T> {
  readonly nodes: T;
  readonly problems: readonly MarkdownProblem[];
}

/**
 * Block Markdown as a tree: CommonMark 0.31 and GitHub's extensions, with citations and directives. Footnote
 * definitions come last, in their order. Any text parses; nothing throws.
 */
export function parseBlocks(markdown: string, options: ParseOptions): Parsed<Block[]> {
  return copied(keptBlocks.of(keyOf(markdown, options), () => blocksOf(markdown, options)));
}

function blocksOf(markdown: string, options: ParseOptions): Parsed<Block[]> {
  const source = cleanText(markdown);
  return guarded(
    () => {
      const lexer = new BriefLexer(options.directives);
      const reader = new BlockReader(options.directives);
      const blocks = reader.readBlocks(lexer.lex(source));
      return {
        nodes: withOrigin([...blocks, ...reader.footnotes.values()], options.origin),
        problems: [...reader.problems, ...unusedDefinitions(reader, lexer)],
      };
    },
    () => withOrigin<Block>(literalParagraphs(source), options.origin),
  );
}

/**
 * Inline Markdown as nodes. Block syntax is text: `# x`, `- x`, `1. x`, `> x` and the like print their characters, and
 * a line end is a space unless it is a hard break. Footnotes and link definitions are not read.
 */
export function parseInline(markdown: string, options: ParseOptions): Parsed<Inline[]> {
  return copied(keptInlines.of(keyOf(markdown, options), () => inlinesOf(markdown, options)));
}

function inlinesOf(markdown: string, options: ParseOptions): Parsed<Inline[]> {
  const source = cleanText(markdown)
    .trim()
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{2,}/g, '\n');
  return guarded(
    () => {
      const problems: MarkdownProblem[] = [];
      const tokens = new BriefLexer(options.directives).inlineTokens(source);
      return { nodes: withOrigin(trimInlines(readInlines(tokens, problems)), options.origin), problems };
    },
    () => withOrigin<Inline>([{ type: 'text', value: foldLines(source) }], options.origin),
  );
}

/**
 * The inline Markdown of a short text. Such a text has no paragraphs; an empty line in it becomes a line break.
 */
export function parseShortText(markdown: string, options: ParseOptions): Parsed<Inline[]> {
  const parts = cleanText(markdown)
    .trim()
    .split(/\n[ \t]*\n/)
    .map((part) => parseInline(part.trim(), options));
  return {
    nodes: parts.flatMap(({ nodes }, index) => (index === 0 ? nodes : [{ type: 'break' }, ...nodes])),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** What is defined and stands nowhere else on the page, though it may have been meant as text: `[A]: No.` */
function unusedDefinitions({ definitions, footnotes }: BlockReader, lexer: BriefLexer): MarkdownProblem[] {
  const first = new Map<string, { href: string; title: string | undefined }>();
  const unused = definitions.filter(({ tag, href, title }) => {
    const before = first.get(tag);
    first.set(tag, before ?? { href, title });
    return !lexer.used.links.has(tag) || (before !== undefined && (before.href !== href || before.title !== title));
  });
  const notes = [...footnotes.values()].filter(({ identifier }) => !lexer.used.footnotes.has(identifier));
  return [
    ...unused.map(({ raw }): MarkdownProblem => ({ kind: 'unused-definition', written: raw.trim() })),
    ...notes.map((note): MarkdownProblem => {
      return { kind: 'unused-definition', written: `[^${note.identifier}]: ${plainText(note.children)}` };
    }),
  ];
}

/** marked gives up on some texts that nobody writes (a regular expression's stack); they are printed as they stand. */
function guarded<T>(parse: () => Parsed<T>, literally: () => T): Parsed<T> {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.message.startsWith('Infinite loop'))) {
      return { nodes: literally(), problems: [] };
    }
    throw error;
  }
}

function withOrigin<T extends Block | Inline>(nodes: readonly T[], origin: string | undefined): T[] {
  return origin === undefined ? [...nodes] : nodes.map((node) => ({ ...node, origin }));
}
