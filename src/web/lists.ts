import type { List, ListItem } from '../document/tree.js';
import { idOf, type WebContext } from './context.js';
import { inlineMarkup } from './inlines.js';
import { element, joined, type Markup, NOTHING, text } from './markup.js';
import { backSlot } from './slots.js';

export function listMarkup(list: List, context: WebContext, className?: string): Markup {
  const start = list.ordered && list.start !== null && list.start !== 1 ? list.start : undefined;
  const items = list.children.map((item) => itemMarkup(item, list.spread, context));
  return element(list.ordered ? 'ol' : 'ul', { class: className, start }, items);
}

/** In a list without blank lines, an item's words are no paragraph of their own. */
function itemMarkup(item: ListItem, isSpread: boolean, context: WebContext): Markup {
  const id = idOf(context.targets.name(item.id));
  const [first, ...rest] = item.children;
  const isTight = !isSpread && first?.type === 'paragraph';
  const content = isTight
    ? joined(inlineMarkup(first.children, context), context.blocks(rest))
    : context.blocks(item.children);
  const back = id === undefined ? NOTHING : backSlot(id);
  if (item.checked === null) return element('li', { id }, content, back);
  return element('li', { id, class: 'task' }, boxMarkup(item.checked, context), content, back);
}

function boxMarkup(isChecked: boolean, { document }: WebContext): Markup {
  const { boxChecked, boxEmpty } = document.words;
  const attributes = { class: 'box', role: 'img', 'aria-label': isChecked ? boxChecked : boxEmpty };
  return element('span', attributes, text(isChecked ? '☑' : '☐'));
}
