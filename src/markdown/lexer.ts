import { Lexer, type MarkedOptions, type Token, type Tokens, type TokensList } from 'marked';
import { AngleEnds } from './angle-ends.js';
import { sparing } from './block-rules.js';
import { readCitation } from './citations.js';
import { MailRuns } from './mail-runs.js';
import { type Scan, scanInlines } from './scan.js';
import { type DirectiveSet, splitSegments } from './segments.js';
import { BriefTokenizer, type SpanSource } from './tokenizer.js';
import {
  type CitationToken,
  type DirectiveToken,
  type FootnoteReferenceToken,
  type FootnoteToken,
  normalizeFootnote,
} from './tokens.js';

/** How deep blocks, and how deep inline spans, may be nested. What is deeper is text. */
const DEEPEST = 40;

/** A pattern that is nowhere found. */
const NOTHING = /(?!)/g;

/** The same for every lexer. */
let blockRules: ReturnType<typeof sparing> | null = null;

const NO_SPANS: Scan = { links: new Map(), marks: new Map(), codes: new Map() };

/**
 * marked's lexer with directives, footnotes and citations, and with limits on nesting.
 *
 * Directives and footnote definitions are cut out of a container's source before marked sees it, rather than added as
 * block extensions: an extension cannot interrupt a list, a table or a setext heading.
 */
export class BriefLexer extends Lexer<string, string> implements SpanSource {
  readonly footnotes = new Set<string>();
  /** The labels of the definitions of links, and of footnotes, that the text uses. */
  readonly used = { links: new Set<string>(), footnotes: new Set<string>() };
  /** The stretch of inline source that is being read. */
  private run: Run = { scan: NO_SPANS, mails: new MailRuns(''), angles: new AngleEnds(''), start: 0, length: 0 };
  private nextRun: Run | null = null;
  private blockDepth = 0;
  private inlineDepth = 0;

  constructor(private readonly directives: DirectiveSet) {
    const tokenizer = new BriefTokenizer();
    super(lexerOptions(tokenizer));
    tokenizer.spans = this;
    // marked resolves escapes in addresses and titles but leaves references; both must be resolved in one pass, so
    // marked is given a pattern that finds nothing and the tree builder does both.
    // The other two serve marked's own search for links and marks, which the scan replaces.
    const nothing = { anyPunctuation: NOTHING, anyPunctuationOutsideCode: NOTHING, reflinkSearch: NOTHING };
    const { block, inline, other } = tokenizer.rules;
    blockRules ??= sparing(block);
    tokenizer.rules = { other, block: blockRules, inline: { ...inline, ...nothing, blockSkip: NOTHING } };
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
        const { name, attributes, closed } = segment;
        const token: DirectiveToken = { type: 'directive', raw: '', name, attributes, closed, tokens: children };
        tokens.push(token);
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
    const run = this.nextRun ?? this.runOf(src);
    this.nextRun = null;
    if (this.inlineDepth >= DEEPEST) {
      tokens.push({ type: 'text', raw: src, text: src });
      return tokens;
    }
    const outer = this.run;
    this.run = run;
    this.inlineDepth++;
    super.inlineTokens(src, tokens);
    this.inlineDepth--;
    this.run = outer;
    return tokens;
  }

  /** The link that `rest`, a remainder of the run that is being read, begins with. */
  linkAt(rest: string): Tokens.Link | Tokens.Image | undefined {
    const start = this.position(rest);
    const found = this.run.scan.links.get(start);
    if (found === undefined) return undefined;
    const text = rest.slice(found.labelStart - start, found.labelEnd - start);
    const inLink = this.state.inLink;
    this.state.inLink = true;
    const tokens = this.inside(text, found.labelStart);
    this.state.inLink = inLink;
    const { href, title } = found;
    return { type: found.image ? 'image' : 'link', raw: rest.slice(0, found.end - start), href, title, text, tokens };
  }

  /** The emphasis, strong emphasis or strikethrough that `rest` begins with. */
  markAt(rest: string): Tokens.Em | Tokens.Strong | Tokens.Del | undefined {
    const start = this.position(rest);
    const found = this.run.scan.marks.get(start);
    if (found === undefined) return undefined;
    const text = rest.slice(found.textStart - start, found.textEnd - start);
    const tokens = this.inside(text, found.textStart);
    return { type: found.type, raw: rest.slice(0, found.end - start), text, tokens };
  }

  /** The code span that `rest` begins with. */
  codeAt(rest: string): Tokens.Codespan | undefined {
    const start = this.position(rest);
    const end = this.run.scan.codes.get(start);
    if (end === undefined) return undefined;
    const raw = rest.slice(0, end - start);
    const inside = raw.replace(/^`+|`+$/g, '').replaceAll('\n', ' ');
    // One blank on either side only parts the code from its backticks.
    const text = /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside;
    return { type: 'codespan', raw, text };
  }

  mayBeMail(rest: string): boolean {
    return this.run.mails.mayBeginAt(this.position(rest));
  }

  mayEnd(rest: string): boolean {
    return this.run.angles.mayEnd(this.position(rest));
  }

  lengthBeforeMail(rest: string): number {
    const start = this.position(rest);
    return this.run.mails.nextAfter(start) - start;
  }

  /** How long a citation or footnote reference is that `text` begins with; 0 if it begins with none. */
  measureNote(text: string): number {
    const label = /^\[\^([^\]\s]+)\]/.exec(text);
    if (label !== null) return this.footnotes.has(normalizeFootnote(label[1] ?? '')) ? label[0].length : 0;
    return readCitation(text)?.raw.length ?? 0;
  }

  private scan(source: string): Scan {
    const rules = this.options.tokenizer?.rules;
    if (rules === undefined || !/[*_~[`]/.test(source)) return NO_SPANS;
    return scanInlines(source, {
      rules,
      links: this.tokens.links,
      used: this.used.links,
      measureNote: (text) => this.measureNote(text),
    });
  }

  private runOf(source: string): Run {
    const found = { mails: new MailRuns(source), angles: new AngleEnds(source) };
    return { scan: this.scan(source), ...found, start: 0, length: source.length };
  }

  private position(rest: string): number {
    return this.run.start + this.run.length - rest.length;
  }

  private inside(text: string, start: number): Token[] {
    this.nextRun = { ...this.run, start, length: text.length };
    return this.inlineTokens(text, []);
  }
}

/** A part of a scanned source: where it begins there, and how long it is. */
interface Run {
  readonly scan: Scan;
  readonly mails: MailRuns;
  readonly angles: AngleEnds;
  readonly start: number;
  readonly length: number;
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
          if (!src.startsWith('[^') || !(this.lexer instanceof BriefLexer) || this.lexer.state.inLink) return undefined;
          const raw = src.slice(0, this.lexer.measureNote(src.slice(0, 1000)));
          if (raw === '') return undefined;
          const label = raw.slice(2, -1);
          this.lexer.used.footnotes.add(normalizeFootnote(label));
          return { type: 'footnoteReference', raw, label } satisfies FootnoteReferenceToken;
        },
      ],
    },
  };
}
