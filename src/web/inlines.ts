import { dotsOf } from '../document/figures.js';
import { isRightToLeft } from '../document/right-to-left.js';
import type { Citation, CitationItem, FootnoteReference, Image, Inline, Link, Span } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import { idOf, type WebContext } from './context.js';
import { gaugeMarkup } from './gauge.js';
import { type Attributes, element, joined, type Markup, NOTHING, text } from './markup.js';
import { pictureMarkup } from './pictures.js';

export function inlineMarkup(inlines: readonly Inline[], context: WebContext): Markup {
  return joined(inlines.map((inline) => markupOf(inline, context)));
}

function markupOf(inline: Inline, context: WebContext): Markup {
  const inner = (children: readonly Inline[]) => inlineMarkup(children, context);
  switch (inline.type) {
    case 'text':
      return text(inline.value);
    case 'emphasis':
      return element('em', {}, inner(inline.children));
    case 'strong':
      return element('strong', {}, inner(inline.children));
    case 'delete':
      return element('del', {}, inner(inline.children));
    case 'inlineCode':
      return element('code', {}, text(inline.value));
    case 'break':
      return element('br', {});
    case 'link':
      return linkMarkup(inline, context);
    case 'image':
      return imageMarkup(inline, context);
    case 'footnoteReference':
      return noteMark(inline, context);
    case 'citation':
      return citationMarks(inline, context);
    case 'span':
      return spanMarkup(inline, context);
  }
}

/** A link to nothing is text. An address with nothing to see would be a link that nobody can follow. */
function linkMarkup(link: Link, context: WebContext): Markup {
  const words = inlineMarkup(link.children, context);
  const isEmpty = plainText(link.children).trim() === '';
  const title = link.title ?? undefined;
  if (!link.url.startsWith('#')) {
    return element('a', { href: link.url, title }, isEmpty ? text(link.url) : words);
  }
  const destination = context.targets.destination(link.url);
  if (destination === null || isEmpty) return words;
  const id = idOf(destination) ?? '';
  // The list of sources leads back to every place that names a source, whatever the style of citing is.
  const place = /^source-\d+$/.test(id) ? referTo(id, context) : undefined;
  return element('a', { href: fragment(id), title, id: place }, words);
}

/** An address within the page: everything that an address may not hold is percent-encoded. */
export function fragment(id: string): string {
  return `#${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
}

function imageMarkup(image: Image, context: WebContext): Markup {
  const picture = context.pictures.get(image.url);
  return picture === undefined ? text(image.alt) : pictureMarkup(picture, image.alt);
}

/** A name for a place that leads to `target`, from which there is a way back. */
function referTo(target: string, { references, targets }: WebContext): string {
  const place = targets.freshName(`${target}-from`);
  references.set(target, [...(references.get(target) ?? []), place]);
  return place;
}

function noteMark(reference: FootnoteReference, context: WebContext): Markup {
  const note = context.footnotes.refer(reference.identifier);
  if (note === null) return text(`[^${reference.identifier}]`);
  const target = `note-${note.number}`;
  const { footnotes: label } = context.document.words;
  const attributes = {
    href: fragment(target),
    id: referTo(target, context),
    role: 'doc-noteref',
    'aria-label': `${label} ${note.letter}`,
  };
  return element('sup', {}, element('a', attributes, text(note.letter)));
}

/** The raised numbers of the sources, each with the place in it, if the text names one. */
function citationMarks({ items }: Citation, context: WebContext): Markup {
  return joined(items.map((item, index) => joined(index === 0 ? NOTHING : text(' '), sourceMark(item, context))));
}

function sourceMark({ source, number, locator, spoken }: CitationItem, context: WebContext): Markup {
  const target = `source-${number}`;
  const isThere = number !== null && context.targets.destination(`#${target}`) !== null;
  const mark = text(number === null ? source : String(number));
  const attributes = isThere && {
    href: fragment(target),
    id: referTo(target, context),
    role: 'doc-biblioref',
    'aria-label': spoken,
  };
  const raised = element('sup', {}, attributes ? element('a', attributes, mark) : mark);
  return locator === null ? raised : joined(raised, text(`\u00a0(${locator.trim()})`));
}

function spanMarkup(span: Span, context: WebContext): Markup {
  const words = inlineMarkup(span.children, context);
  const attributes = { ...languageOf(span.lang, context), id: idOf(context.targets.name(span.id)) };
  const isPlain = attributes.id === undefined && !('lang' in attributes);
  if (span.role === undefined) return isPlain ? words : element('span', attributes, words);
  switch (span.role) {
    case 'term':
      return element('strong', attributes, words);
    case 'muted':
      return element('span', { ...attributes, class: 'aside' }, words);
    case 'sign':
      return element('span', { 'aria-hidden': 'true' }, words);
    case 'dots':
      return joined(
        element('span', { 'aria-hidden': 'true' }, text(`${dotsOf(span.shows?.dots ?? 0)}\u00a0`)),
        isPlain ? words : element('span', attributes, words),
      );
    case 'gauge':
      return gaugeMarkup(span, context);
    case 'absent':
      return element('span', { ...attributes, role: 'img', 'aria-label': context.document.words.notGiven }, words);
    case 'marking':
    case 'change':
      return element('span', { ...attributes, class: span.role }, words);
  }
}

/** The language of a passage and the way it runs, where either is not the document's. */
function languageOf(lang: string | undefined, { document }: WebContext): { lang?: string; dir?: string } {
  if (lang === undefined || lang === document.language) return {};
  const turns = isRightToLeft(lang) !== isRightToLeft(document.language);
  return turns ? { lang, dir: isRightToLeft(lang) ? 'rtl' : 'ltr' } : { lang };
}

/** The language of the program's own words, where that is not the document's. */
export function wordsLanguage(context: WebContext): Attributes {
  return languageOf(context.document.words.language, context);
}
