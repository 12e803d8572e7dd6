import { Lexer, type MarkedOptions, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';
import { readCitation } from './citations.js';
import { type DirectiveSet, splitSegments } from './segments.js';
import type { CitationItem } from './tree.js';

/** How deep blocks, and how deep inline spans, may stand in each other. What is deeper is text. */
const DEEPEST = 40;

/** The tokens that marked does not know. */
export interface DirectiveToken {
  type: 'directive';
  raw: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  tokens: Token[];
}
export interface FootnoteToken {
  type: 'footnoteDefinition';
  raw: string;
  label: string;
  tokens: Token[];
}
export interface CitationToken {
  type: 'citation';
  raw: string;
  items: readonly CitationItem[];
}
export interface FootnoteReferenceToken {
  type: 'footnoteReference';
  raw: string;
  label: string;
}

/** Footnote labels are compared as link labels are: without regard to case. */
export function normalizeFootnote(label: string): string {
  return label.toLowerCase();
}

/**
 * marked's lexer with directives, footnotes and citations, and with limits on nesting.
 *
 * Directives and footnote definitions are cut out of a container's source before marked sees it, rather than added as
 * block extensions: an extension cannot interrupt a list, a table or a setext heading.
 */
export class BriefLexer extends Lexer<string, string> {
  readonly footnotes = new Set<string>();
  /** A link's text as it was written, for the next run of inline tokens; see `BriefTokenizer.link`. */
  writtenLabel: string | null = null;
  private blockDepth = 0;
  private inlineDepth = 0;

  constructor(private readonly directives: DirectiveSet) {
    const tokenizer = new BriefTokenizer();
    super(lexerOptions(tokenizer));
    // marked resolves escapes in addresses and titles but leaves references; both must be resolved in one pass, so
    // marked is given a pattern that finds nothing and the tree builder does both.
    tokenizer.rules = { ...tokenizer.rules, inline: { ...tokenizer.rules.inline, anyPunctuation: /(?!)/g } };
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.blockDepth >= DEEPEST) {
      tokens.push({ type: 'paragraph', raw: src, text: src, tokens: this.inline(src) });
      return tokens;
    }
    this.blockDepth++;
    const top = this.state.top;
    let clipped = lastParagraphClipped;
    for (const segment of splitSegments(src, this.directives)) {
      this.state.top = segment.kind === 'markdown' ? top : true;
      if (segment.kind === 'markdown') {
        super.blockTokens(segment.text, tokens, clipped);
      } else if (segment.kind === 'directive') {
        const children = segment.text === null ? [] : this.blockTokens(segment.text, []);
        const { name, attributes } = segment;
        tokens.push({ type: 'directive', raw: '', name, attributes, tokens: children } satisfies DirectiveToken);
      } else {
        this.footnotes.add(normalizeFootnote(segment.label));
        const children = this.blockTokens(segment.text, []);
        const token: FootnoteToken = { type: 'footnoteDefinition', raw: '', label: segment.label, tokens: children };
        tokens.push(token);
      }
      clipped = false;
    }
    this.state.top = true;
    this.blockDepth--;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    const source = this.writtenLabel ?? src;
    this.writtenLabel = null;
    if (this.inlineDepth >= DEEPEST) {
      tokens.push({ type: 'text', raw: source, text: source });
      return tokens;
    }
    this.inlineDepth++;
    super.inlineTokens(source, tokens);
    this.inlineDepth--;
    return tokens;
  }
}

function lexerOptions(tokenizer: BriefTokenizer): MarkedOptions<string, string> {
  return {
    gfm: true,
    tokenizer,
    extensions: {
      renderers: {},
      childTokens: {},
      inline: [
        function citation(src) {
          if (this.lexer.state.inLink) return undefined;
          const found = readCitation(src);
          return found === null ? undefined : ({ type: 'citation', ...found } satisfies CitationToken);
        },
        function footnoteReference(src) {
          const match = /^\[\^([^\]\s]+)\]/.exec(src);
          const label = match?.[1];
          if (match === null || label === undefined || !(this.lexer instanceof BriefLexer)) return undefined;
          if (!this.lexer.footnotes.has(normalizeFootnote(label))) return undefined;
          return { type: 'footnoteReference', raw: match[0], label } satisfies FootnoteReferenceToken;
        },
      ],
    },
  };
}

/** marked's tokenizer, mended where it would lose or change text that we print. */
class BriefTokenizer extends Tokenizer<string, string> {
  /** References stay as written: the tree builder resolves them all, the named ones included. */
  override inlineText(src: string): Tokens.Text | undefined {
    const token = super.inlineText(src);
    return token && { ...token, text: token.raw, escaped: false };
  }

  /** HTML is text to us, so an open `<a>` or `<pre>` does not change how what follows it is read. */
  override tag(src: string): Tokens.Tag | undefined {
    const match = this.rules.inline.tag.exec(src);
    if (match === null) return undefined;
    return { type: 'html', raw: match[0], text: match[0], block: false, inLink: false, inRawBlock: false };
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    if (!/^!?\[/.test(src) || !this.lexer.state.linkParenPossible) return undefined;
    this.keepLabel(src, this.rules.inline.link);
    const token = super.link(src);
    this.forgetLabel();
    return token;
  }

  override reflink(src: string, links: TokensList['links']): Tokens.Link | Tokens.Image | Tokens.Text | undefined {
    if (!/^!?\[/.test(src)) return undefined;
    this.keepLabel(src, this.rules.inline.reflink, this.rules.inline.nolink);
    const token = super.reflink(src, links);
    this.forgetLabel();
    return token;
  }

  /**
   * marked drops the backslashes of `\[` and `\]` in a link's text before it reads that text, so that `[\[x\](y)](z)`
   * would hold a link. The lexer is handed the text as written instead.
   */
  private keepLabel(src: string, ...rules: readonly RegExp[]): void {
    if (!src.includes('\\[') && !src.includes('\\]')) return;
    if (!(this.lexer instanceof BriefLexer)) return;
    for (const rule of rules) {
      const label = rule.exec(src)?.[1];
      if (label !== undefined) {
        this.lexer.writtenLabel = label;
        return;
      }
    }
  }

  private forgetLabel(): void {
    if (this.lexer instanceof BriefLexer) this.lexer.writtenLabel = null;
  }

  /** GitHub drops the cells that a row has beyond its head. We print them, under an empty head. */
  override table(src: string): Tokens.Table | undefined {
    const token = super.table(src);
    if (token === undefined) return undefined;
    const lines = token.raw.split('\n');
    const widest = Math.max(...lines.slice(2).map((line) => countCells(line)));
    const missing = Math.min(widest, 200) - token.header.length;
    if (missing <= 0) return token;
    const [head = '', delimiter = '', ...rows] = lines;
    const closed = (line: string): string => line.trimEnd().replace(/(?<!\\)\|$/, '');
    const source = [`${closed(head)}${'| '.repeat(missing)}|`, `${closed(delimiter)}${'|-'.repeat(missing)}|`, ...rows];
    const wide = super.table(source.join('\n'));
    return wide && { ...wide, raw: token.raw };
  }
}

function countCells(line: string): number {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return (cells.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0) + 1;
}
