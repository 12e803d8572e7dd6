import type { Directive } from '../document/tree.js';
import type { WebContext } from './context.js';
import { element, joined, type Markup, NOTHING } from './markup.js';
import { pictureMarkup } from './pictures.js';

/** The head of the document: what it is, its title, and who writes to whom about what date. */
export function mastheadMarkup({ children }: Directive, context: WebContext): Markup {
  const { logo, theme } = context;
  const picture = logo === null ? NOTHING : element('p', { class: 'logo' }, pictureMarkup(logo, theme.logo?.alt ?? ''));
  return element('div', { class: 'masthead' }, joined(picture, context.blocks(children)));
}
