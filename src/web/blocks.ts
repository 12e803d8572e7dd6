import type { Alert, Block, Code, Paragraph } from '../document/tree.js';
import { calloutMarkup } from './callouts.js';
import type { WebContext } from './context.js';
import { directiveMarkup } from './directives.js';
import { figureMarkup } from './figures.js';
import { headingMarkup } from './headings.js';
import { inlineMarkup } from './inlines.js';
import { listMarkup } from './lists.js';
import { element, joined, type Markup, NOTHING, text } from './markup.js';
import { tableMarkup } from './tables.js';

export function blockMarkup(blocks: readonly Block[], context: WebContext): Markup {
  return joined(blocks.map((block) => markupOf(block, context)));
}

function markupOf(block: Block, context: WebContext): Markup {
  switch (block.type) {
    case 'heading':
      return headingMarkup(block, context);
    case 'paragraph':
      return paragraphMarkup(block, context);
    case 'blockquote':
      return element('blockquote', {}, context.blocks(block.children));
    case 'list':
      return listMarkup(block, context);
    case 'code':
      return codeMarkup(block);
    case 'thematicBreak':
      return element('hr', {});
    case 'table':
      return tableMarkup(block, {}, context);
    case 'alert':
      return alertMarkup(block, context);
    case 'directive':
      return directiveMarkup(block, context);
    case 'figure':
      return figureMarkup(block, context);
    // They stand at the end.
    case 'footnoteDefinition':
      return NOTHING;
  }
}

/** A paragraph that is a picture is a figure, with the picture's title below. */
function paragraphMarkup({ children }: Paragraph, context: WebContext): Markup {
  const words = inlineMarkup(children, context);
  const [only, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (more.length > 0 || only?.type !== 'image' || !context.pictures.has(only.url)) return element('p', {}, words);
  const title = only.title?.trim() ?? '';
  const caption = title === '' ? NOTHING : element('figcaption', {}, text(title));
  return element('figure', {}, words, caption);
}

function codeMarkup({ value }: Code): Markup {
  return element('pre', {}, element('code', {}, text(value)));
}

function alertMarkup({ kind, children }: Alert, context: WebContext): Markup {
  return calloutMarkup({ kind, title: '', content: context.blocks(children) }, context);
}
