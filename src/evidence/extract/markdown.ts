import { plainText } from '../../document/walk.js';
import { parseBlocks } from '../../markdown/parse.js';

/** The words of a Markdown text, as a reader of what it becomes sees them. */
export function textOfMarkdown(markdown: string): string {
  const { nodes } = parseBlocks(markdown.replace(/^\uFEFF/, ''), { directives: 'public', html: 'text' });
  return plainText(nodes);
}
