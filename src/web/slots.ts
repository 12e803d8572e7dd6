import type { WebContext } from './context.js';
import { fragment, wordsLanguage } from './inlines.js';
import { element, joined, type Markup, NOTHING, text, trusted } from './markup.js';

/**
 * What is known only when the whole document is written: its contents, and the places that lead to a source. A comment
 * keeps the place; no text of a brief can look like one, since its signs are escaped.
 */
export const CONTENTS_SLOT: Markup = trusted('<!--contents-->');

/** Where the ways back from `id` go. */
export function backSlot(id: string): Markup {
  return trusted(`<!--back ${encodeURIComponent(id)}-->`);
}

/** Fewer sections are seen at a glance. */
const FEWEST = 4;

/** The document with its contents, where its template wants them or else between `head` and `body`, and its ways back. */
export function withSlots(head: Markup, body: Markup, context: WebContext): Markup {
  const isAsked = (head.html + body.html).includes(CONTENTS_SLOT.html);
  const hasContents = isAsked || context.sections.length >= FEWEST;
  const contents = hasContents ? contentsMarkup(context).html : '';
  let isGiven = false;
  const html = (isAsked ? joined(head, body) : joined(head, CONTENTS_SLOT, body)).html;
  return trusted(
    html.replace(/<!--(contents|back (\S+))-->/g, (_, kind: string, id: string | undefined) => {
      if (kind !== 'contents') return backLinks(decodeURIComponent(id ?? ''), context).html;
      const first = isGiven ? '' : contents;
      isGiven = true;
      return first;
    }),
  );
}

function contentsMarkup(context: WebContext): Markup {
  const { contents } = context.document.words;
  const links = context.sections.map(({ id, title }) =>
    element('li', {}, element('a', { href: fragment(id) }, text(title))),
  );
  const label = { 'aria-label': contents, ...wordsLanguage(context) };
  return element('nav', label, element('p', { class: 'label' }, text(contents)), element('ul', {}, links));
}

/** The ways back from a source or a note to where the text names it, numbered where there are several. */
function backLinks(id: string, context: WebContext): Markup {
  const places = context.references.get(id) ?? [];
  if (places.length === 0) return NOTHING;
  const { back } = context.document.words;
  const language = wordsLanguage(context);
  const links = places.map((place, index) => {
    const isOnly = places.length === 1;
    const label = isOnly ? back : `${index + 1}: ${back}`;
    const attributes = { href: fragment(place), role: 'doc-backlink', 'aria-label': label, ...language };
    return joined(text(' '), element('a', attributes, text(isOnly ? '↩' : String(index + 1))));
  });
  return element('span', { class: 'back' }, places.length > 1 ? text(' ↩') : NOTHING, links);
}
