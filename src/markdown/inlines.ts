import type { Token, Tokens } from 'marked';
import { isLocalAddress, linkAddress } from '../document/address.js';
import { joinTexts, trimInlines } from '../document/texts.js';
import type { Inline } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import { decodeReferences, decodeString, foldLines } from './characters.js';
import { findUnreadCitations } from './citations.js';
import type { MarkdownProblem } from './problem.js';
import { type CitationToken, type FootnoteReferenceToken, normalizeFootnote } from './tokens.js';

/** The content of a table's cell. `<br>` is the only way to break a line in it, and GitHub does. */
export function readCell(tokens: readonly Token[], problems: MarkdownProblem[]): Inline[] {
  return joinTexts(
    splitAtBreaks(tokens).flatMap((part, index): Inline[] => {
      const nodes = trimInlines(readInlines(part, problems));
      return index === 0 ? nodes : [{ type: 'break' }, ...nodes];
    }),
  );
}

function splitAtBreaks(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'html' && /^<br\s*\/?>$/i.test(token.raw)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Raw HTML without its comments. Each comment is a problem, since it is not printed. */
export function withoutComments(html: string, problems: MarkdownProblem[]): string {
  // Behind the last end of a comment nothing is looked for: each of many beginnings would read to the end.
  const end = html.lastIndexOf('->') + 2;
  const commented = html.slice(0, end).replace(/<!---?>|<!--[\s\S]*?-->/g, (comment) => {
    problems.push({ kind: 'html-comment', comment, ends: true });
    return '';
  });
  const text = commented + html.slice(end);
  if (text.includes('<!--'))
    problems.push({ kind: 'html-comment', comment: text.slice(text.indexOf('<!--')), ends: false });
  return text;
}

/** marked's inline tokens as nodes. Forbidden addresses are added to `problems`. */
export function readInlines(tokens: readonly Token[], problems: MarkdownProblem[]): Inline[] {
  const nodes: Inline[] = [];
  // A reference may be spread over several text tokens, so they are decoded together.
  let written = '';
  const flush = (): void => {
    if (written !== '') {
      findUnreadCitations(written, problems);
      nodes.push({ type: 'text', value: decodeReferences(foldLines(written)) });
    }
    written = '';
  };
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'text') {
      written += token.raw;
    } else {
      findLostSign(tokens, index, problems);
      flush();
      nodes.push(...readInline(token, problems));
    }
  }
  flush();
  return joinTexts(nodes);
}

/** `2*3*4` has a number in emphasis, and no sign of multiplication any more. */
function findLostSign(tokens: readonly Token[], index: number, problems: MarkdownProblem[]): void {
  const [before = '', own = '', after = ''] = [index - 1, index, index + 1].map((at) => tokens[at]?.raw);
  if (!/^(?:em|strong)$/.test(tokens[index]?.type ?? '') || !own.startsWith('*')) return;
  const [start] = /\d$/.exec(before) && /^\*+\d/.test(own) ? (/\d+(?:[.,]\d+)*$/.exec(before) ?? []) : [];
  const [end] = /\d\*+$/.test(own) ? (/^\d+(?:[.,]\d+)*/.exec(after) ?? []) : [];
  if (start === undefined && end === undefined) return;
  problems.push({ kind: 'lost-sign', written: `${start ?? ''}${own}${end ?? ''}`, sign: '*' });
}

function readInline(token: Token, problems: MarkdownProblem[]): Inline[] {
  switch (token.type) {
    case 'escape':
      return [{ type: 'text', value: (token as Tokens.Escape).text }];
    case 'em':
      return [{ type: 'emphasis', children: readInlines(token.tokens ?? [], problems) }];
    case 'strong':
      return [{ type: 'strong', children: readInlines(token.tokens ?? [], problems) }];
    case 'del':
      if (!token.raw.startsWith('~~')) problems.push({ kind: 'single-tilde', written: token.raw });
      return [{ type: 'delete', children: readInlines(token.tokens ?? [], problems) }];
    case 'codespan':
      return [{ type: 'inlineCode', value: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ type: 'break' }];
    case 'link':
      return readLink(token as Tokens.Link, problems);
    case 'image':
      return readImage(token as Tokens.Image, problems);
    case 'citation':
      return [{ type: 'citation', items: (token as CitationToken).items }];
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: normalizeFootnote((token as FootnoteReferenceToken).label) }];
    case 'checkbox':
      return [];
    case 'html': {
      const value = foldLines(withoutComments(token.raw, problems));
      return value === '' ? [] : [{ type: 'text', value }];
    }
    default:
      // Whatever marked may come to know: the text as it is written.
      return [{ type: 'text', value: foldLines(token.raw) }];
  }
}

/** Placeholders that the template engine printed for values. */
const PLACEHOLDERS = /\uE000\d+\uE001/g;

/** A value may complete an address, which is then judged once more; alone it may be any. */
function addressOf(written: string): string | null {
  const completed = written.replace(PLACEHOLDERS, 'x');
  if (completed === written) return linkAddress(written);
  return completed === 'x' || linkAddress(completed) !== null ? written : null;
}

function readLink(token: Tokens.Link, problems: MarkdownProblem[]): Inline[] {
  // The text of an autolink is literal; marked wraps it in one text token.
  const children: Inline[] = token.autolink
    ? [{ type: 'text', value: token.text }]
    : readInlines(token.tokens, problems);
  const written = token.autolink ? token.href : decodeString(token.href);
  const url = addressOf(written);
  if (url === null) {
    problems.push({ kind: 'forbidden-link', url: written });
    return children;
  }
  // A link without text could not be seen, let alone followed on paper.
  const shown: Inline[] = children.length > 0 ? children : [{ type: 'text', value: url }];
  return [{ type: 'link', url, title: readTitle(token.title), children: shown }];
}

function readImage(token: Tokens.Image, problems: MarkdownProblem[]): Inline[] {
  const url = decodeString(token.href).trim();
  const alt = plainText(readInlines(token.tokens, []));
  if (isLocalAddress(url) && url !== '') return [{ type: 'image', url, alt, title: readTitle(token.title) }];
  problems.push({ kind: 'forbidden-link', url });
  return alt === '' ? [] : [{ type: 'text', value: alt }];
}

function readTitle(title: string | null | undefined): string | null {
  const decoded = foldLines(decodeString(title ?? ''));
  return decoded === '' ? null : decoded;
}
