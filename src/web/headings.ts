import type { Heading } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import { idOf, type WebContext } from './context.js';
import { inlineMarkup } from './inlines.js';
import { element, type Markup } from './markup.js';

/** Headings skip no level, and each section has a name for the contents. */
export function headingMarkup(heading: Heading, context: WebContext): Markup {
  const { level } = context.levels.next(heading.depth);
  const name = idOf(context.targets.nameOfHeading(heading));
  const id = name ?? (level === 2 ? context.targets.freshName('section') : undefined);
  if (level === 2 && id !== undefined) context.sections.push({ id, title: plainText(heading.children) });
  return element(`h${level}`, { id }, inlineMarkup(heading.children, context));
}
