import type { AlertKind } from '../document/tree.js';
import type { WebContext } from './context.js';
import { wordsLanguage } from './inlines.js';
import { element, type Markup, NOTHING, text } from './markup.js';

interface Callout {
  readonly kind: AlertKind;
  readonly title: string;
  readonly content: Markup;
}

export function calloutMarkup({ kind, title, content }: Callout, context: WebContext): Markup {
  const label = element('p', { class: 'label', ...wordsLanguage(context) }, text(context.document.words.alerts[kind]));
  const head = title === '' ? NOTHING : element('p', { class: 'title' }, text(title));
  return element('div', { class: `callout ${kind}`, role: 'note' }, label, head, content);
}
