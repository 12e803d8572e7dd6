/** What an element parts: lines, cells and items, or nothing. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { aside, BARRIER } from '../structure.js';
import type { Declarations } from './css.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements that separate the words before them from those after them. All others, unknown ones too, are inline. */
const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'center',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'fieldset',
  'figure',
  'footer',
  'form',
  'header',
  'hgroup',
  'html',
  'main',
  'menu',
  'multicol',
  'nav',
  'ol',
  'optgroup',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
  'xmp',
]); // prettier-ignore

/** Elements whose words do not form a sentence with those beside them. */
const APART: ReadonlySet<string> = new Set([
  'aside',
  'caption',
  'dd',
  'dt',
  'figcaption',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'legend',
  'li',
  'menu',
  'nav',
  'option',
  'td',
  'th',
]); // prettier-ignore

/** What stands before and after the text of an element. */
export function edgesOf(
  { tagName }: Element,
  declared: Declarations,
  isNavigation: boolean,
): readonly [string, string] {
  // A browser shows these marks, but leaves them out when text is copied.
  if (tagName === 'q') return [aside('“'), aside('”')];
  const display = declared.get('display') ?? '';
  if (/^inline/.test(display)) return ['', ''];
  const isCell = /^(?:table-cell|list-item)$/.test(display);
  if (APART.has(tagName) || isCell || (tagName === 'a' && isNavigation)) return [BARRIER, BARRIER];
  return BLOCKS.has(tagName) || /^(?:block|flex|grid|table|flow-root)/.test(display) ? ['\n', '\n'] : ['', ''];
}

export function isNavigationElement({ tagName, attrs }: Element): boolean {
  return tagName === 'nav' || attrs.some(({ name, value }) => name === 'role' && value === 'navigation');
}
