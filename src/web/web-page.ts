import type { Furniture, PrintDocument } from '../document/document.js';
import { isRightToLeft } from '../document/right-to-left.js';
import { Footnotes } from '../layout/footnotes.js';
import { HeadingLevels } from '../layout/heading-levels.js';
import { LinkTargets } from '../layout/link-targets.js';
import { facesOf } from '../layout/theme/faces.js';
import { blockMarkup } from './blocks.js';
import { idOf, type WebContext, type WebSetting } from './context.js';
import { wordsLanguage } from './inlines.js';
import { element, joined, type Markup, NOTHING, text, trusted } from './markup.js';
import { backSlot, withSlots } from './slots.js';
import { styleSheet } from './style-sheet.js';

/** No script, no frame, no form, and nothing from anywhere: also where a page is opened in a mail program. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A document as one page of HTML (Living Standard) that holds all it needs: style, pictures, drawings. The same document
 * gives the same bytes. It has the marking at its top and end, and passes WCAG 2.2 AA with the colours of any theme.
 */
export function webPage(document: PrintDocument, setting: WebSetting): string {
  const context = newContext(document, setting);
  const { root, language, furniture } = document;
  const [first, ...others] = root.children;
  const hasMasthead = first?.type === 'directive' && first.name === 'masthead';
  const head = hasMasthead ? context.blocks([first]) : NOTHING;
  const body = joined(context.blocks(hasMasthead ? others : root.children), notesMarkup(context));
  const main = element('main', { id: MAIN }, withSlots(head, body, context));
  const skip = element('a', { class: 'skip', href: `#${MAIN}`, ...wordsLanguage(context) }, text(document.words.skip));
  const attributes = { lang: language, dir: isRightToLeft(language) ? 'rtl' : undefined };
  const page = element(
    'html',
    attributes,
    headMarkup(document, setting),
    element('body', {}, skip, startMarkup(furniture, context), main, endMarkup(furniture, context)),
  );
  return `<!DOCTYPE html>\n${page.html}`;
}

const MAIN = 'main-text';

export function newContext(document: PrintDocument, setting: WebSetting): WebContext {
  const bare: Omit<WebContext, 'blocks'> = {
    ...setting,
    document,
    faces: facesOf(setting.theme, new Map()),
    targets: new LinkTargets(document.root),
    footnotes: new Footnotes(document.root),
    levels: new HeadingLevels(),
    sections: [],
    references: new Map(),
  };
  const context: WebContext = { ...bare, blocks: (blocks) => blockMarkup(blocks, context) };
  return context;
}

function headMarkup({ info }: PrintDocument, { theme }: WebSetting): Markup {
  const meta = (name: string, content: string | null) =>
    content === null || content === '' ? NOTHING : element('meta', { name, content });
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta('viewport', 'width=device-width, initial-scale=1'),
    element('title', {}, text(info.title)),
    meta('author', info.author),
    meta('description', info.subject),
    meta('keywords', info.keywords.join(', ')),
    meta('generator', 'Briefpress'),
    meta('robots', 'noindex'),
    meta('referrer', 'no-referrer'),
    element('style', {}, trusted(`\n${styleSheet(theme)}\n`)),
  );
}

function startMarkup(furniture: Furniture, context: WebContext): Markup {
  const { watermark } = furniture;
  const draft =
    watermark === null ? NOTHING : element('p', { class: 'draft', ...wordsLanguage(context) }, text(watermark));
  const parts = joined(markingMarkup(furniture), draft, labelMarkup(furniture));
  return parts.html === '' ? NOTHING : element('header', { class: 'furniture' }, parts);
}

function endMarkup(furniture: Furniture, context: WebContext): Markup {
  const { reference, asOf, restrictions } = furniture;
  const restricted = restrictions ? element('p', {}, element('strong', {}, text(restrictions))) : NOTHING;
  const named = reference === null ? NOTHING : element('p', {}, text(reference));
  const dated = element('p', wordsLanguage(context), text(asOf));
  return element(
    'footer',
    { class: 'furniture' },
    restricted,
    named,
    dated,
    labelMarkup(furniture),
    markingMarkup(furniture),
  );
}

function markingMarkup({ marking }: Furniture): Markup {
  return marking === null ? NOTHING : element('p', { class: 'protective' }, text(marking.toLocaleUpperCase('en')));
}

function labelMarkup({ tlp }: Furniture): Markup {
  if (tlp === null) return NOTHING;
  const colour = tlp.slice('TLP:'.length).toLowerCase().replace('+', '-');
  return element('p', { class: `tlp tlp-${colour}` }, text(tlp));
}

/** The notes of the text; one may hold the first reference to another. */
export function notesMarkup(context: WebContext): Markup {
  const notes: Markup[] = [];
  for (const { number, definition } of context.footnotes.inOrder()) {
    const id = `note-${number}`;
    const content = context.blocks(definition.children);
    notes.push(element('li', { id: idOf(id) }, content, backSlot(id)));
  }
  if (notes.length === 0) return NOTHING;
  const { footnotes } = context.document.words;
  const id = context.targets.freshName('section');
  context.sections.push({ id, title: footnotes });
  const { level } = context.levels.next(2);
  const title = element(`h${level}`, { id, ...wordsLanguage(context) }, text(footnotes));
  return element(
    'section',
    { role: 'doc-endnotes', 'aria-labelledby': id },
    title,
    element('ol', { class: 'notes', type: 'a' }, notes),
  );
}
