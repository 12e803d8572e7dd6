import type { Block, Inline } from '../../document/tree.js';
import { parseBlocks } from '../../markdown/parse.js';
import type { Extracted } from './extracted.js';
import { textOfHtml } from './html.js';

/**
 * The words of a Markdown text as a reader of the resulting page sees them. The text is turned into that page, so that
 * HTML in it, struck-out words, cells and list items are read as in any page.
 */
export function textOfMarkdown(markdown: string): Extracted {
  const text = withoutFrontMatter(markdown);
  const { nodes } = parseBlocks(text, { directives: 'public', html: 'text' });
  return textOfHtml(`<!doctype html><body>${nodes.map(htmlOf).join('')}`);
}

/** Removes the metadata that static site generators expect at the beginning of a page. */
function withoutFrontMatter(markdown: string): string {
  const lines = markdown.split(/\r?\n/);
  const fence = lines[0]?.trimEnd() ?? '';
  if (fence !== '---' && fence !== '+++') return markdown;
  const end = lines.findIndex(
    (line, at) => at > 0 && (line.trimEnd() === fence || (fence === '---' && line === '...')),
  );
  const isData = end > 0 && lines.slice(1, end).some((line) => /^[\w"'-]+\s*[:=]/.test(line));
  return isData ? lines.slice(end + 1).join('\n') : markdown;
}

type Node = Block | Inline;

function htmlOf(node: Node): string {
  switch (node.type) {
    case 'text':
      return withTags(node.value);
    case 'inlineCode':
      return escaped(node.value);
    case 'code':
      return `<pre>${escaped(node.value)}</pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'image':
    case 'footnoteReference':
    case 'citation':
      return '';
    case 'delete':
      return `<del>${inside(node.children)}</del>`;
    case 'heading':
      return `<h${node.depth}>${inside(node.children)}</h${node.depth}>`;
    case 'paragraph':
      return `<p>${inside(node.children)}</p>`;
    case 'list':
      return node.children.map((item) => `<li>${inside(item.children)}</li>`).join('');
    case 'footnoteDefinition':
      return `<li>${inside(node.children)}</li>`;
    case 'table':
      return `<table>${node.children.map((row) => `<tr>${row.children.map((cell) => `<td>${inside(cell.children)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'blockquote':
    case 'alert':
    case 'directive':
    case 'figure':
      return `<div>${inside(node.children)}</div>`;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'span':
      return inside(node.children);
  }
}

function inside(nodes: readonly Node[]): string {
  return nodes.map(htmlOf).join('');
}

/** Raw HTML is text in the tree; a `<` that does not begin a tag is a character. */
function withTags(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/<(?![A-Za-z/!?])/g, '&lt;');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
