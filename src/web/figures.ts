import type { Figure } from '../document/tree.js';
import { drawFigure, figureStyle } from '../layout/figures/draw-figure.js';
import type { WebContext } from './context.js';
import { inlineMarkup, wordsLanguage } from './inlines.js';
import { element, joined, type Markup, NOTHING, text, trusted } from './markup.js';

/** Points: as wide as the text of a page on a usual screen. */
const WIDTH = 520;

/** A drawing with its words for whoever does not see it, and what it shows as a table below. */
export function figureMarkup(figure: Figure, context: WebContext): Markup {
  const { theme, document } = context;
  const style = figureStyle(WIDTH, {
    theme,
    faces: context.faces,
    language: document.language,
    wordLanguage: document.words.language,
  });
  const drawn = drawFigure(figure.figure, style);
  if (drawn === null) return context.blocks(figure.children);
  const image = trusted(drawn.svg.replace('<svg ', `<svg role="img" aria-label="${text(figure.alt).html}" `));
  const title =
    figure.title && figure.title.length > 0
      ? element('p', { class: 'title' }, inlineMarkup(figure.title, context))
      : NOTHING;
  // What stands in its place where it cannot be drawn may be another drawing of the same.
  const table = context.blocks(figure.children.filter(({ type }) => type !== 'figure'));
  const summary = element('summary', wordsLanguage(context), text(document.words.asTable));
  const data = table.html === '' ? NOTHING : element('details', {}, summary, table);
  const words = joined(inlineMarkup(figure.caption, context), data);
  const caption = words.html === '' ? NOTHING : element('figcaption', {}, words);
  return element('figure', {}, title, element('div', { class: 'drawing', tabindex: 0 }, image), caption);
}
