import {
  ALERT_KINDS,
  type Block,
  type Blockquote,
  type Directive,
  type List,
  type ListItem,
} from '../document/tree.js';
import { calloutMarkup } from './callouts.js';
import type { WebContext } from './context.js';
import { headingMarkup } from './headings.js';
import { inlineMarkup, wordsLanguage } from './inlines.js';
import { listMarkup } from './lists.js';
import { element, joined, type Markup, NOTHING, text } from './markup.js';
import { mastheadMarkup } from './masthead.js';
import { CONTENTS_SLOT } from './slots.js';
import { tableMarkup } from './tables.js';

type Case = (directive: Directive, context: WebContext) => Markup;

/** What a template may ask for and a page has in a form of its own; of everything else it has the content. */
const CASES: Readonly<Record<string, Case>> = {
  masthead: mastheadMarkup,
  kicker: group('kicker'),
  subtitle: group('subtitle'),
  fields: fieldsMarkup,
  'bottom-line': titled('bottom-line'),
  changes: titled('changes'),
  callout: calloutCase,
  columns: group('columns'),
  column: group('column'),
  facts: lists('facts'),
  sources: lists('sources'),
  options: lists('options'),
  quotation: quotationMarkup,
  table: tableCase,
  signature: signatureMarkup,
  small: group('small'),
  contact: group('small'),
  terms: group('small'),
  details: group('small'),
  contents: (directive, context) => joined(CONTENTS_SLOT, context.blocks(directive.children)),
  'page-break': () => NOTHING,
};

export function directiveMarkup(directive: Directive, context: WebContext): Markup {
  const chosen = Object.hasOwn(CASES, directive.name) ? CASES[directive.name] : undefined;
  return chosen ? chosen(directive, context) : context.blocks(directive.children);
}

function group(className: string): Case {
  return ({ children }, context) => element('div', { class: className }, context.blocks(children));
}

/** A section with a title of its own: a heading, so that a screen reader finds it. */
function titled(className: string): Case {
  return ({ attributes, children }, context) => {
    const title = attributes.title ?? '';
    const heading =
      title === ''
        ? NOTHING
        : headingMarkup({ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }, context);
    return element('div', { class: className }, heading, context.blocks(children));
  };
}

function lists(className: string): Case {
  return ({ children }, context) =>
    joined(
      children.map((child) =>
        child.type === 'list' ? listMarkup(child, context, className) : context.blocks([child]),
      ),
    );
}

function calloutCase({ attributes, children }: Directive, context: WebContext): Markup {
  const kind = ALERT_KINDS.find((known) => known === attributes.kind) ?? 'note';
  return calloutMarkup({ kind, title: attributes.title ?? '', content: context.blocks(children) }, context);
}

function tableCase({ attributes, children }: Directive, context: WebContext): Markup {
  const look = {
    rowHeads: attributes.rowheads === 'true',
    ...(attributes.summary && { summary: attributes.summary }),
  };
  return joined(
    children.map((child) => (child.type === 'table' ? tableMarkup(child, look, context) : context.blocks([child]))),
  );
}

/** Labels and their values. */
function fieldsMarkup({ children }: Directive, context: WebContext): Markup {
  const items = children.filter((child): child is List => child.type === 'list').flatMap((list) => list.children);
  const others = children.filter((child) => child.type !== 'list');
  const fields = items.flatMap((item) => fieldOf(item, context) ?? []);
  const plain = items.filter((item) => labelOf(item) === null).flatMap((item) => item.children);
  return joined(
    fields.length === 0 ? NOTHING : element('dl', { class: 'fields' }, fields),
    context.blocks([...plain, ...others]),
  );
}

/** The first strong words of an item are its label. */
function labelOf(item: ListItem) {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'strong') return null;
  const [label, ...value] = first.children;
  return { label, value, rest };
}

function fieldOf(item: ListItem, context: WebContext): Markup | null {
  const parts = labelOf(item);
  if (parts === null) return null;
  const value = joined(inlineMarkup(parts.value, context), context.blocks(parts.rest));
  const label = element('dt', {}, inlineMarkup(parts.label.children, context));
  return element('div', {}, label, element('dd', {}, value));
}

/** Somebody's words, their translations, and last who said them. */
function quotationMarkup({ children }: Directive, context: WebContext): Markup {
  const isQuote = (child: Block): child is Blockquote => child.type === 'blockquote';
  const quotes = children.filter(isQuote).map((quote, index) => {
    const className = index === 0 ? undefined : 'translation';
    return element('blockquote', { class: className }, context.blocks(quote.children));
  });
  const rest = children.filter((child) => !isQuote(child));
  const caption = rest.length === 0 ? NOTHING : element('figcaption', {}, context.blocks(rest));
  return element('figure', { class: 'quotation' }, quotes, caption);
}

function signatureMarkup({ attributes }: Directive, context: WebContext): Markup {
  const words = [attributes.label, attributes.date].filter((word) => word !== undefined && word !== '');
  const lines = words.map((word) => element('p', wordsLanguage(context), text(word ?? '')));
  return element('div', { class: 'signature' }, lines);
}
