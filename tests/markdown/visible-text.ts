import type { DefaultTreeAdapterMap } from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['node'];

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'blockquote', 'ul', 'ol', 'li']);

/** What a browser would show: text, and the alternative text of images. */
export function visibleText(node: HtmlNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (node.nodeName === 'img') {
    return (node as DefaultTreeAdapterMap['element']).attrs.find(({ name }) => name === 'alt')?.value ?? '';
  }
  if (node.nodeName === 'br') return '\n';
  const text = 'childNodes' in node ? node.childNodes.map(visibleText).join('') : '';
  return BLOCKS.has(node.nodeName) ? `\n${text}\n` : text;
}

/** The text without the comments of its HTML, which are left out: each where it first stands, before any in code. */
export function withoutComments(text: string, html: string): string {
  const comments = html.match(/<!---?>|<!--[\s\S]*?-->/g) ?? [];
  return comments.reduce((rest, comment) => rest.replace(comment, ''), text);
}
