import { Tokenizer, type Tokens } from 'marked';

/** Where the tokenizer finds the spans that a remainder of the source begins with. */
export interface SpanSource {
  linkAt(rest: string): Tokens.Link | Tokens.Image | undefined;
  markAt(rest: string): Tokens.Em | Tokens.Strong | Tokens.Del | undefined;
  codeAt(rest: string): Tokens.Codespan | undefined;
  /** Whether `rest` may begin with a bare e-mail address. */
  mayBeMail(rest: string): boolean;
  /** Whether the tag, comment or declaration that `rest` begins with can end. */
  mayEnd(rest: string): boolean;
  /** How much of `rest` stands before the next place where one may begin. */
  lengthBeforeMail(rest: string): number;
}

/** A bare address with its scheme, where marked looks for one. */
const BARE = /^(?:(?:https?|ftp):\/\/|www\.|(?:mailto|xmpp):)/i;

/** Text up to where something else may begin: marked's own pattern, without its search for e-mail addresses. */
const TEXT =
  /^(?:`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|[\s\S]*?(?:(?=[\\<![`*~_]|https?|ftp:\/\/|(?<![^\s*_~(])www\.|(?<![a-z0-9])(?:mailto|xmpp):|$)|[^ ](?= {2,}\n)))/i;

/** marked's tokenizer, mended where it would lose or change text that we print. */
export class BriefTokenizer extends Tokenizer<string, string> {
  /** Set by the lexer that owns it. */
  spans: SpanSource = {
    linkAt: () => undefined,
    markAt: () => undefined,
    codeAt: () => undefined,
    mayBeMail: () => true,
    mayEnd: () => true,
    lengthBeforeMail: (rest) => rest.length,
  };

  /** References stay as written: the tree builder resolves them all, the named ones included. */
  override inlineText(src: string): Tokens.Text | undefined {
    const raw = TEXT.exec(src.slice(0, Math.max(1, this.spans.lengthBeforeMail(src))))?.[0];
    if (raw === undefined) return undefined;
    return { type: 'text', raw, text: raw, escaped: false };
  }

  override url(src: string): Tokens.Link | undefined {
    return BARE.test(src) || this.spans.mayBeMail(src) ? super.url(src) : undefined;
  }

  /** HTML is text to us, so an open `<a>` or `<pre>` does not change how what follows it is read. */
  override tag(src: string): Tokens.Tag | undefined {
    const match = src.startsWith('<') && this.spans.mayEnd(src) ? this.rules.inline.tag.exec(src) : null;
    if (match === null) return undefined;
    return { type: 'html', raw: match[0], text: match[0], block: false, inLink: false, inRawBlock: false };
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    return /^!?\[/.test(src) ? this.spans.linkAt(src) : undefined;
  }

  /** `link` finds them all. */
  override reflink(): undefined {
    return undefined;
  }

  override emStrong(src: string): Tokens.Em | Tokens.Strong | undefined {
    const found = /^[*_]/.test(src) ? this.spans.markAt(src) : undefined;
    return found?.type === 'del' ? undefined : found;
  }

  override del(src: string): Tokens.Del | undefined {
    const found = src.startsWith('~') ? this.spans.markAt(src) : undefined;
    return found?.type === 'del' ? found : undefined;
  }

  override codespan(src: string): Tokens.Codespan | undefined {
    return src.startsWith('`') ? this.spans.codeAt(src) : undefined;
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
