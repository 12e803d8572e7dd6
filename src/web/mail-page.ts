import type { Furniture, PrintDocument } from '../document/document.js';
import { mapTree } from '../document/map.js';
import type { Block, Figure, Root } from '../document/tree.js';
import { isRightToLeft } from '../layout/text/right-to-left.js';
import type { Theme } from '../layout/theme/theme-type.js';
import type { WebContext } from './context.js';
import { wordsLanguage } from './inlines.js';
import { forMail } from './mail-markup.js';
import { mailStyles } from './mail-styles.js';
import { element, joined, type Markup, NOTHING, text } from './markup.js';
import { newContext, notesMarkup } from './web-page.js';

/**
 * A document as the HTML text of a mail, for programs from Outlook to Thunderbird: no style sheet, picture or script,
 * nothing to fetch, and the marking at its top and end. The same document gives the same bytes.
 */
export function mailPage(document: PrintDocument, theme: Theme): string {
  const plain = { ...document, root: withoutDrawings(document.root) };
  const context = newContext(plain, { theme, pictures: new Map(), logo: null });
  const { language, furniture, info } = plain;
  const content = joined(context.blocks(plain.root.children), notesMarkup(context));
  const direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  const letter = element(
    'div',
    { class: 'letter', lang: language, dir: direction },
    markingMarkup(furniture, context),
    content,
    endMarkup(furniture, context),
  );
  const shown = forMail(letter, mailStyles(theme, direction === 'rtl'));
  const page = element(
    'html',
    { lang: language, dir: direction },
    element('head', {}, HEAD, element('title', {}, text(info.title))),
    element('body', { style: 'margin:0;padding:0;background:#ffffff' }, shown),
  );
  return `<!DOCTYPE html>\n${page.html}`;
}

const HEAD = joined(
  element('meta', { charset: 'utf-8' }),
  element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  element('meta', { name: 'color-scheme', content: 'light' }),
);

/** A mail program shows neither drawings nor pictures that are part of the text: what they say is there. */
function withoutDrawings(root: Root): Root {
  return mapTree(root, {
    block: (block) => (block.type === 'figure' ? wordsOf(block) : undefined),
    inline: (node) => {
      if (node.type === 'image') return [{ type: 'text', value: node.alt === '' ? '' : `[${node.alt}]` }];
      // The words that it draws stand before it.
      return node.type === 'span' && node.role === 'gauge' ? [] : undefined;
    },
  });
}

function wordsOf({ title, caption, children }: Figure): readonly Block[] {
  const head: readonly Block[] =
    title && title.length > 0 ? [{ type: 'paragraph', children: [{ type: 'strong', children: title }] }] : [];
  const foot: readonly Block[] = caption.length > 0 ? [{ type: 'paragraph', children: caption }] : [];
  return [...head, ...children, ...foot];
}

function markingMarkup({ marking, tlp, watermark }: Furniture, context: WebContext): Markup {
  const protective =
    marking === null ? NOTHING : element('p', { class: 'protective' }, text(marking.toLocaleUpperCase('en')));
  const draft =
    watermark === null ? NOTHING : element('span', { class: 'draft', ...wordsLanguage(context) }, text(watermark));
  const line = joined(labelMarkup(tlp), draft);
  const parts = joined(protective, line.html === '' ? NOTHING : element('p', { class: 'label' }, line));
  return parts.html === '' ? NOTHING : element('div', { class: 'furniture' }, parts);
}

function labelMarkup(tlp: Furniture['tlp']): Markup {
  if (tlp === null) return NOTHING;
  return element('span', { class: 'tlp' }, element('span', { class: tlp }, text(tlp)));
}

function endMarkup(furniture: Furniture, context: WebContext): Markup {
  const { reference, asOf, restrictions } = furniture;
  const words = [reference, asOf].filter((word) => word !== null && word !== '').join(' · ');
  const end = element(
    'div',
    { class: 'furniture' },
    restrictions ? element('p', {}, element('strong', {}, text(restrictions))) : NOTHING,
    element('p', wordsLanguage(context), text(words)),
  );
  return joined(element('hr', {}), end, markingMarkup(furniture, context));
}
