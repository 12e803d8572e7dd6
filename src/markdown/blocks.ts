import type { Token, Tokens } from 'marked';
import { joinTexts, trimInlines } from '../document/texts.js';
import {
  ALERT_KINDS,
  type Alert,
  type AlertKind,
  type Block,
  type Blockquote,
  type Directive,
  type FootnoteDefinition,
  type Heading,
  type Inline,
  type List,
  type ListItem,
  type Paragraph,
  type Table,
  type TableRow,
} from '../document/tree.js';
import { decodeString } from './characters.js';
import { readCell, readInlines, withoutComments } from './inlines.js';
import type { MarkdownProblem } from './problem.js';
import type { DirectiveSet } from './segments.js';
import { type DirectiveToken, type FootnoteToken, normalizeFootnote } from './tokens.js';

/** Reads marked's block tokens, and gathers what belongs to the whole text. */
export class BlockReader {
  readonly problems: MarkdownProblem[] = [];
  /** By label; a label's first definition wins. */
  readonly footnotes = new Map<string, FootnoteDefinition>();
  readonly definitions: Tokens.Def[] = [];

  constructor(private readonly directives: DirectiveSet) {}

  readBlocks(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token) => this.readBlock(token));
  }

  private readBlock(token: Token): Block[] {
    switch (token.type) {
      case 'space':
      case 'checkbox':
        return [];
      case 'def':
        this.definitions.push(token as Tokens.Def);
        return [];
      case 'heading':
        return this.readHeading(token as Tokens.Heading);
      case 'hr':
        return [{ type: 'thematicBreak' }];
      case 'code':
        return [readCode(token as Tokens.Code)];
      case 'blockquote':
        return [this.readQuote(token as Tokens.Blockquote)];
      case 'list':
        return [this.readList(token as Tokens.List)];
      case 'table':
        return [this.readTable(token as Tokens.Table)];
      case 'directive':
        return [this.readDirective(token as DirectiveToken)];
      case 'footnoteDefinition':
        return this.readFootnote(token as FootnoteToken);
      case 'html':
        return literalParagraphs(withoutComments(token.raw, this.problems));
      default:
        this.findStrayFence(token.raw);
        return paragraph(this.inlines(token));
    }
  }

  private readDirective({ name, attributes, closed, tokens }: DirectiveToken): Directive {
    if (!closed) this.problems.push({ kind: 'unclosed-directive', name, attributes });
    return { type: 'directive', name, attributes, children: this.readBlocks(tokens) };
  }

  /** A fence that closes nothing is text, and a problem: it was meant as something else. */
  private findStrayFence(written: string): void {
    const stray = this.directives === 'all' ? /^.*:{3,}[ \t]*$/m : /^[ \t]*:{3,}[ \t]*$/m;
    const line = stray.exec(written)?.[0].trim();
    if (line !== undefined) this.problems.push({ kind: 'stray-fence', line });
  }

  private inlines(token: { tokens?: Token[] | undefined; raw: string }): Inline[] {
    return token.tokens === undefined
      ? [{ type: 'text', value: token.raw }]
      : trimInlines(readInlines(token.tokens, this.problems));
  }

  private readHeading(token: Tokens.Heading): Block[] {
    this.findStrayFence(token.raw);
    const children = this.inlines(token);
    const depth = token.depth as Heading['depth'];
    const target = this.directives === 'all' ? cutTarget(token.text, children) : null;
    if (target !== null) return [{ type: 'heading', depth, id: target.id, children: target.children }];
    return children.length === 0 ? [] : [{ type: 'heading', depth, children }];
  }

  private readQuote(token: Tokens.Blockquote): Blockquote | Alert {
    this.findLostSign(token.raw, /^\s*(>)[ \t]*\d[^\n]*\n?$/);
    const children = this.readBlocks(token.tokens);
    const [first, ...rest] = children;
    const written = token.tokens.find((child) => child.type !== 'space');
    const kind = written?.type === 'paragraph' ? alertKind((written as Tokens.Paragraph).text) : null;
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (kind === null || first?.type !== 'paragraph' || text?.type !== 'text') return { type: 'blockquote', children };
    const value = text.value.replace(/^\[![a-z]+\]/i, '');
    const firstLline = paragraph(trimInlines([{ ...text, value }, ...first.children.slice(1)]));
    // A mark with nothing under it is not an alert on GitHub either.
    if (firstLline.length + rest.length === 0) return { type: 'blockquote', children };
    return { type: 'alert', kind, children: [...firstLline, ...rest] };
  }

  private readList(token: Tokens.List): List {
    const start = token.ordered ? Number(token.start === '' ? 1 : token.start) : null;
    if (token.ordered) this.findOtherNumbers(token.items);
    else if (token.items.length === 1) this.findLostSign(token.raw, /^\s*([-+])[ \t]+\d[^\n]*\n?$/);
    const items = token.items.map((item) => this.readItem(item, token.loose));
    return { type: 'list', ordered: token.ordered, start, spread: token.loose, children: items };
  }

  /** A line that begins with a sign and a number, and is neither one of a list nor a quotation. */
  private findLostSign(written: string, form: RegExp): void {
    const sign = form.exec(written)?.[1];
    if (sign !== undefined) this.problems.push({ kind: 'lost-sign', written: written.trim(), sign });
  }

  /** One number before every item is a way to write a list; any others that do not count on were meant. */
  private findOtherNumbers(items: readonly Tokens.ListItem[]): void {
    const written = items.map(({ raw }) => Number(/^\s*(\d+)/.exec(raw)?.[1]));
    const [first = 1] = written;
    if (written.every((number, index) => number === first + index)) return;
    if (!written.every((number) => number === first)) this.problems.push({ kind: 'list-numbers', written });
  }

  private readItem(token: Tokens.ListItem, spread: boolean): ListItem {
    const checked = token.task ? (token.checked ?? false) : null;
    const children = this.readBlocks(token.tokens);
    const [first, ...rest] = children;
    const written = token.tokens.find((child) => child.type === 'text' || child.type === 'paragraph');
    const item = { type: 'listItem', checked, spread } as const;
    if (this.directives !== 'all' || first?.type !== 'paragraph' || written === undefined) return { ...item, children };
    const target = cutTarget((written as Tokens.Paragraph).text, first.children);
    if (target === null) return { ...item, children };
    return { ...item, id: target.id, children: [{ ...first, children: target.children }, ...rest] };
  }

  private readTable(token: Tokens.Table): Table {
    const row = (cells: readonly Tokens.TableCell[]): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({
        type: 'tableCell',
        children: trimInlines(readCell(cell.tokens, this.problems)),
      })),
    });
    const align = token.header.map((_, column) => token.align[column] ?? null);
    return { type: 'table', align, children: [row(token.header), ...token.rows.map(row)] };
  }

  /** Definitions are gathered. A second one of the same label would never be printed, so it stays as the text it is. */
  private readFootnote(token: FootnoteToken): Block[] {
    const identifier = normalizeFootnote(token.label);
    const children = this.readBlocks(token.tokens);
    if (!this.footnotes.has(identifier)) {
      this.footnotes.set(identifier, { type: 'footnoteDefinition', identifier, children });
      return [];
    }
    const [first, ...rest] = children;
    const label: Inline = { type: 'text', value: `[^${token.label}]: ` };
    if (first?.type !== 'paragraph') return [...paragraph(trimInlines([label])), ...children];
    return [{ ...first, children: joinTexts([label, ...first.children]) }, ...rest];
  }
}

function paragraph(children: readonly Inline[]): Paragraph[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function alertKind(text: string): AlertKind | null {
  const name = /^\[!([a-z]+)\][ \t]*(?:\n|$)/i.exec(text)?.[1]?.toLowerCase();
  return ALERT_KINDS.find((kind) => kind === name) ?? null;
}

function readCode(token: Tokens.Code): Block {
  const lang = decodeString(token.lang ?? '')
    .trim()
    .split(/\s/)[0];
  // marked leaves one line end too many: all of them after indented code, one after a fenced block's blank last line.
  const value = token.text.replace(token.codeBlockStyle === 'indented' ? /\n+$/ : /\n$/, '');
  return { type: 'code', lang: lang === undefined || lang === '' ? null : lang, value };
}

/** Text that is not read as Markdown: its lines as they stand, and a paragraph for each group of them. */
export function literalParagraphs(text: string): Paragraph[] {
  return text.split(/\n[ \t]*(?:\n[ \t]*)+/).flatMap((group) => {
    const lines = group
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const children = lines.flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ type: 'break' } as const]),
      { type: 'text', value: line },
    ]);
    return paragraph(children);
  });
}

/** A trailing `{#id}`, cut off; null if there is none. `written` is the source: there, an escaped brace is not a target. */
function cutTarget(written: string, children: readonly Inline[]): { id: string; children: Inline[] } | null {
  const id = /(?:^|[ \t])\{#([^\s{}]+)\}[ \t]*$/.exec(written)?.[1];
  const last = children.at(-1);
  if (id === undefined || last?.type !== 'text' || !last.value.endsWith(`{#${id}}`)) return null;
  const value = last.value.slice(0, -`{#${id}}`.length);
  return { id, children: trimInlines([...children.slice(0, -1), { ...last, value }]) };
}
