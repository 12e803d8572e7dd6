import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parse } from 'parse5';
import { ASIDE_BEGIN, ASIDE_END, aside, BARRIER, withoutMarks } from '../structure.js';
import { Frame, isCover, isPlaced } from './covering.js';
import type { Declarations } from './css.js';
import { type CustomProperties, NO_PROPERTIES, withProperties } from './custom-properties.js';
import type { Extracted } from './extracted.js';
import { fontOf, type GeneratedSetting, generatedText } from './generated-content.js';
import { TooComplex } from './matching.js';
import { raisedText } from './notes.js';
import { StyleSheet } from './style-sheet.js';
import { isRead, isText, type Look, lookOf, PLAIN_LOOK } from './visibility.js';

type Node = DefaultTreeAdapterTypes.Node;
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

/** A page that exceeds these is an attack: the deeper a page is nested, the longer an HTML parser takes. */
const MAX_DEPTH = 1000;
const MAX_ELEMENTS = 1_000_000;

/** The text that a reader of the page sees, read by the rules of the HTML standard. */
export function textOfHtml(html: string): Extracted {
  try {
    return new PageReader(parse(html, { treeAdapter: watchedAdapter() })).read();
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, reason: 'is nested too deeply for a page', hint: 'Keep its text in a file of its own.' };
  }
}

function watchedAdapter(): typeof defaultTreeAdapter {
  let [depth, count] = [0, 0];
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      count += 1;
      if (depth > MAX_DEPTH || count > MAX_ELEMENTS) throw new TooComplex();
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** Text still to be written, or a node still to be read; how it looks, and whether it is inside a navigation. */
interface Pending {
  readonly item: Node | string;
  readonly look: Look;
  readonly isNavigation: boolean;
  readonly properties: CustomProperties;
  /** The nearest box around it that others may be placed over. */
  readonly frame: Frame | null;
}

/** Stands for a box that a style sheet adds, which is not an element of the page. */
const BOX = defaultTreeAdapter.createElement('span', names.NS.HTML, []);

/** How many characters before a raised number are needed to tell what it is. */
const TAIL = 12;

class PageReader {
  readonly #seen: string[] = [];
  /** Of each text that is seen. */
  readonly #frames: (Frame | null)[] = [];
  readonly #all: string[] = [];
  readonly #styles = new StyleSheet();
  /** An explicit stack: how deeply a page is nested is up to its author. */
  readonly #pending: Pending[] = [];
  #hasUnseen = false;
  #tail = '';
  #isWhole = true;

  constructor(private readonly root: Node) {}

  read(): Extracted {
    this.#readStyles();
    const outside = { look: PLAIN_LOOK, isNavigation: false, properties: NO_PROPERTIES, frame: null };
    this.#pending.push({ ...outside, item: this.root });
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const { item } = next;
      if (typeof item === 'string') this.#write(item, next.look, next.frame);
      else if (item.nodeName === '#text') this.#writeText(item as DefaultTreeAdapterTypes.TextNode, next);
      else if ('tagName' in item) this.#enter(item, next);
      else if ('childNodes' in item) this.#addChildren(item.childNodes, next);
    }
    const text = this.#uncovered().join('');
    return { ok: true, text, ...(this.#hasUnseen && { withUnseen: this.#all.join('') }) };
  }

  /** The styles of a page apply wherever they are in it. */
  #readStyles(): void {
    const pending: Node[] = [this.root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if ('tagName' in node && node.tagName === 'style' && !isForPrint(node)) this.#styles.add(contentOf(node));
      if ('tagName' in node && node.tagName === 'link') this.#isWhole &&= !isStyleLink(node);
      if ('childNodes' in node) for (const child of node.childNodes.toReversed()) pending.push(child);
    }
  }

  /** What lies under nothing. */
  #uncovered(): readonly string[] {
    const covered = new Set(this.#frames.filter((frame) => frame?.isCovered()));
    if (covered.size === 0) return this.#seen;
    const isCovered = (_: string, index: number) => covered.has(this.#frames[index] ?? null);
    this.#hasUnseen ||= this.#seen.filter(isCovered).some((text) => /[\p{L}\p{N}]/u.test(text));
    return this.#seen.map((text, index) => (isCovered(text, index) ? '\n' : text));
  }

  #enter(element: Element, { look: around, isNavigation, properties: inherited, frame: outer }: Pending): void {
    if (!isText(element)) return;
    const { declared, properties } = withProperties(this.#styles.declared(element), inherited);
    const look = lookOf(element, declared, around, this.#isWhole);
    const frame = this.#frameOf(element, declared, { look, frame: outer });
    const inside = { look, isNavigation: isNavigation || isNavigationElement(element), properties, frame };
    const small = raisedText(element, declared, this.#tail);
    if (small?.kind === 'number') {
      this.#write(small.text, look, frame);
      return;
    }
    const [before, after] = small === null ? edgesOf(element, declared, inside.isNavigation) : [ASIDE_BEGIN, ASIDE_END];
    const edge = isRead(look) ? around : look;
    this.#write(before, edge, frame);
    this.#pending.push({ ...inside, item: after, look: edge, isNavigation, frame: outer });
    const setting = { font: fontOf(declared) ?? '', isBlock: before !== '' };
    this.#pushGenerated('after', element, inside, setting);
    this.#addChildren(element.childNodes, inside);
    this.#pushGenerated('before', element, inside, setting);
  }

  /** The words of a style sheet before or after those of the element. */
  #pushGenerated(
    box: 'before' | 'after',
    element: Element,
    inside: Omit<Pending, 'item'>,
    setting: GeneratedSetting,
  ): void {
    const { declared } = withProperties(this.#styles.declaredFor(box, element), inside.properties);
    if (declared.size === 0 || declared.get('display') === 'none') return;
    const own = new Map([...declared].filter(([name]) => name !== 'content'));
    const look = lookOf(BOX, own, inside.look, this.#isWhole);
    const frame = this.#frameOf(BOX, own, { look, frame: inside.frame });
    const text = withoutMarks(generatedText(element, declared, setting));
    if (text !== '') this.#pending.push({ ...inside, item: text, look, frame });
  }

  #addChildren(children: readonly Node[], inside: Omit<Pending, 'item'>): void {
    for (const item of children.toReversed()) this.#pending.push({ ...inside, item });
  }

  #frameOf(element: Element, declared: Declarations, { look, frame }: Pick<Pending, 'look' | 'frame'>): Frame | null {
    // The page itself is not covered for good by what a script takes away again.
    if (!isPlaced(declared) || ['html', 'body'].includes(element.tagName)) return frame;
    const at = this.#seen.length;
    if (look.isSeen && look.isVisible && this.#isWhole && isCover(declared)) frame?.addCover(at, declared);
    return new Frame(frame, at, declared);
  }

  #writeText({ value }: DefaultTreeAdapterTypes.TextNode, { look, frame }: Pending): void {
    this.#write(withoutMarks(value), look, frame);
    if (isRead(look)) this.#tail = (this.#tail + value.slice(-TAIL)).slice(-TAIL);
  }

  #write(text: string, look: Look, frame: Frame | null): void {
    if (text === '') return;
    this.#all.push(text);
    if (isRead(look)) {
      this.#seen.push(text);
      this.#frames.push(frame);
    } else this.#hasUnseen ||= /[\p{L}\p{N}]/u.test(text);
  }
}

/** What stands before and after the text of an element. */
function edgesOf({ tagName }: Element, declared: Declarations, isNavigation: boolean): readonly [string, string] {
  // A browser shows these marks, but leaves them out when text is copied.
  if (tagName === 'q') return [aside('“'), aside('”')];
  const display = declared.get('display') ?? '';
  if (/^inline/.test(display)) return ['', ''];
  const isCell = /^(?:table-cell|list-item)$/.test(display);
  if (APART.has(tagName) || isCell || (tagName === 'a' && isNavigation)) return [BARRIER, BARRIER];
  return BLOCKS.has(tagName) || /^(?:block|flex|grid|table|flow-root)/.test(display) ? ['\n', '\n'] : ['', ''];
}

function isNavigationElement({ tagName, attrs }: Element): boolean {
  return tagName === 'nav' || attrs.some(({ name, value }) => name === 'role' && value === 'navigation');
}

function isForPrint({ attrs }: Element): boolean {
  const media = attrs.find(({ name }) => name === 'media')?.value ?? 'all';
  return !/\b(?:all|screen)\b/i.test(media) || media.includes('(');
}

function isStyleLink({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'rel' && /\bstylesheet\b/i.test(value));
}

function contentOf({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
