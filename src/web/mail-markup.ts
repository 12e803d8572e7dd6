import type { MailStyles } from './mail-styles.js';
import { type Markup, trusted } from './markup.js';

/** Elements that old mail programs do not know, and what they have in their place. */
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  header: 'div',
  footer: 'div',
  main: 'div',
  section: 'div',
  nav: 'div',
  figure: 'div',
  figcaption: 'div',
  dl: 'table',
  dt: 'td',
  dd: 'td',
};

/** Boxes are tables of one cell: Outlook gives no other element a ground and room around its text. */
const BOXES = new Set(['bottom-line', 'changes', 'callout']);
const KEPT = new Set(['href', 'lang', 'dir', 'start', 'type', 'scope', 'title']);
const VOID = new Set(['br', 'hr']);
const PRESENTATION = ' role="presentation" cellpadding="0" cellspacing="0" border="0"';

interface Open {
  readonly name: string;
  /** What ends it. */
  readonly end: string;
  /** Whether nothing in it is shown. */
  readonly isHidden: boolean;
  readonly isBox: boolean;
}

/**
 * Markup of ours as mail programs of any age show it: each element has its style in itself, boxes and fields are tables,
 * and what leads to another place of the same page is its words. Read by its signs alone, since every `<` and `>` of a
 * text is escaped.
 */
export function forMail({ html }: Markup, styles: MailStyles): Markup {
  const open: Open[] = [];
  let written = '';
  for (const [piece, slash, name = '', rest = ''] of html.matchAll(PIECES)) {
    const around = open.at(-1);
    if (name === '') {
      if (!around?.isHidden && !piece.startsWith('<!--')) written += piece;
    } else if (slash === '/') {
      const closed = open.pop();
      written += closed?.end ?? '';
    } else if (VOID.has(name)) {
      if (!around?.isHidden) written += `<${name}${styleOf(name, [], styles)}>`;
    } else {
      const { start, ...element } = elementOf(name, rest, { around, styles });
      if (!element.isHidden) written += start;
      open.push(element);
    }
  }
  return trusted(written);
}

const PIECES = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g;

interface Setting {
  readonly around: Open | undefined;
  readonly styles: MailStyles;
}

function elementOf(name: string, rest: string, { around, styles }: Setting): Open & { readonly start: string } {
  const attributes = [...rest.matchAll(/([a-z-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const classes = (attributes.find(([key]) => key === 'class')?.[1] ?? '').split(' ').filter((each) => each !== '');
  const isHidden = around?.isHidden === true || name === 'caption' || classes.includes('unseen');
  const plain = { name, isHidden, isBox: false };
  const href = attributes.find(([key]) => key === 'href')?.[1];
  const isWithin = name === 'a' && (href === undefined || href.startsWith('#'));
  if (isHidden || isWithin) return { ...plain, start: '', end: '' };
  const kept = attributes.filter(([key]) => KEPT.has(key)).map(([key, value]) => ` ${key}="${value}"`);
  if (classes.some((each) => BOXES.has(each))) {
    const cell = `<td${kept.join('')}${styleOf('div', classes, styles)}>`;
    const start = `<table${PRESENTATION} width="100%" style="margin:0 0 20px"><tr>${cell}`;
    return { ...plain, isBox: true, start, end: '</td></tr></table>\n' };
  }
  const shown = name === 'div' && around?.name === 'dl' ? 'tr' : (KNOWN_NAMES[name] ?? name);
  const table = name === 'table' ? ' cellpadding="0" cellspacing="0" border="0" width="100%"' : '';
  const look =
    around?.isBox && /^h[1-6]$/.test(name) ? styleOf('', ['box-head'], styles) : styleOf(name, classes, styles);
  // What stands below a word begins a line of its own, also where a program knows no other block than a paragraph.
  const before = classes.includes('aside') ? '<br>' : '';
  const start = `${before}<${shown}${name === 'dl' ? PRESENTATION : table}${kept.join('')}${look}>`;
  return { ...plain, start, end: `</${shown}>${/^(?:td|span|a|em|strong|b|code|sup|del)$/.test(shown) ? '' : '\n'}` };
}

function styleOf(name: string, classes: readonly string[], styles: MailStyles): string {
  const found = [name, ...classes.map((each) => `.${each}`)].flatMap((each) => styles[each] ?? []);
  return found.length === 0 ? '' : ` style="${found.join(';')}"`;
}
