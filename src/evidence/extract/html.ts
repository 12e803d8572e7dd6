import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parse } from 'parse5';
import { ASIDE_BEGIN, ASIDE_END, BARRIER, withoutMarks } from '../structure.js';
import { Frame, isCover, isCurtain, isPlaced } from './covering.js';
import type { Declarations } from './css.js';
import { type CustomProperties, NO_PROPERTIES, withProperties } from './custom-properties.js';
import { edgesOf, isNavigationElement } from './edges.js';
import type { Extracted, SureText } from './extracted.js';
import { fontOf, type GeneratedSetting, generatedText } from './generated-content.js';
import { TooComplex } from './matching.js';
import { raisedText } from './notes.js';
import { doubtOf, forcedDirection, inShownOrder, isTakenOut, turned } from './shown-order.js';
import { StyleSheet } from './style-sheet.js';
import { isRead, isText, type Look, lookOf, PLAIN_LOOK } from './visibility.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

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
  readonly forced: 'ltr' | 'rtl' | null;
  /** The declaration by which its words may not be seen so. */
  readonly doubt: string | null;
}

/** A text that is seen. */
interface Seen extends Pick<Pending, 'frame' | 'doubt'> {
  readonly text: string;
}

/** Stands for a box that a style sheet adds, which is not an element of the page. */
const BOX = defaultTreeAdapter.createElement('span', names.NS.HTML, []);

/** How many characters before a raised number are needed to tell what it is. */
const TAIL = 12;

class PageReader {
  readonly #seen: Seen[] = [];
  readonly #all: string[] = [];
  readonly #styles = new StyleSheet();
  /** An explicit stack: how deeply a page is nested is up to its author. */
  readonly #pending: Pending[] = [];
  #hasUnseen = false;
  #tail = '';
  #isWhole = true;
  #hasCurtain = false;

  constructor(private readonly root: Node) {}

  read(): Extracted {
    this.#readStyles();
    const outside = {
      look: PLAIN_LOOK,
      isNavigation: false,
      properties: NO_PROPERTIES,
      frame: null,
      forced: null,
      doubt: null,
    };
    this.#pending.push({ ...outside, item: this.root });
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const { item } = next;
      if (typeof item === 'string') this.#write(item, next);
      else if (item.nodeName === '#text') this.#writeText(item as DefaultTreeAdapterTypes.TextNode, next);
      else if ('tagName' in item) this.#enter(item, next);
      else if ('childNodes' in item) this.#addAll(item.childNodes, next);
    }
    const seen = this.#uncovered();
    const text = seen.map((each) => each.text).join('');
    const sure = this.#sure(seen);
    return { ok: true, text, ...(this.#hasUnseen && { withUnseen: this.#all.join('') }), ...(sure && { sure }) };
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
  #uncovered(): readonly Seen[] {
    const covered = new Set(this.#seen.map(({ frame }) => frame).filter((frame) => frame?.isCovered()));
    if (covered.size === 0) return this.#seen;
    return this.#seen.map((each) => {
      if (!covered.has(each.frame)) return each;
      this.#hasUnseen ||= HAS_WORDS.test(each.text);
      return { ...each, text: '\n' };
    });
  }

  /** What no declaration puts in doubt, if any does. */
  #sure(seen: readonly Seen[]): SureText | null {
    const curtain = this.#hasCurtain ? 'position: fixed' : null;
    const doubts = seen.map(({ text, doubt }) => (HAS_WORDS.test(text) ? (doubt ?? curtain) : null));
    const because = [...new Set(doubts)].filter((each) => each !== null && each !== BEFORE_CURTAIN) as string[];
    const text = seen.map((each, index) => (because.includes(doubts[index] ?? '') ? BARRIER : each.text)).join('');
    return because.length === 0 ? null : { text, because };
  }

  #enter(element: Element, around: Pending): void {
    if (!isText(element)) return;
    const { declared, properties } = withProperties(this.#styles.declared(element), around.properties);
    const look = lookOf(element, declared, around.look, this.#isWhole);
    const frame = this.#frameOf(element, declared, { look, frame: around.frame });
    const forced = forcedDirection(element, declared);
    const doubt = around.doubt ?? this.#doubtOf(element, declared, look);
    const isNavigation = around.isNavigation || isNavigationElement(element);
    const inside = {
      look,
      isNavigation,
      properties,
      frame,
      doubt,
      forced: forced === undefined ? around.forced : forced,
    };
    const small = raisedText(element, declared, this.#tail);
    if (small?.kind === 'number') {
      this.#write(small.text, inside);
      return;
    }
    const isApart = isTakenOut(element, declared) || inside.forced !== null;
    const edges = isApart ? [BARRIER, BARRIER] : edgesOf(element, declared, inside.isNavigation);
    const [before = '', after = ''] = small === null ? edges : [ASIDE_BEGIN, ASIDE_END];
    const edge = { ...around, look: isRead(look) ? around.look : look };
    this.#write(before, { ...edge, frame });
    this.#pending.push({
      ...inside,
      item: after,
      look: edge.look,
      isNavigation: around.isNavigation,
      frame: around.frame,
    });
    const setting = { font: fontOf(declared) ?? '', isBlock: before !== '' };
    this.#pushGenerated('after', element, inside, setting);
    this.#addAll(this.#inShownOrder(element, declared), inside);
    this.#pushGenerated('before', element, inside, setting);
  }

  #inShownOrder({ childNodes }: Element, declared: Declarations): readonly (Node | string)[] {
    return inShownOrder(childNodes, declared, (child) => this.#styles.declared(child));
  }

  /** The words of a curtain are seen as long as it is there, and those that it covers once it is gone. */
  #doubtOf(element: Element, declared: Declarations, look: Look): string | null {
    const isDrawn = this.#isWhole && look.isSeen && look.isVisible && isCurtain(declared);
    this.#hasCurtain ||= isDrawn;
    return isDrawn ? BEFORE_CURTAIN : doubtOf(element, declared);
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

  #addAll(items: readonly (Node | string)[], inside: Omit<Pending, 'item'>): void {
    for (const item of items.toReversed()) this.#pending.push({ ...inside, item });
  }

  #frameOf(element: Element, declared: Declarations, { look, frame }: Pick<Pending, 'look' | 'frame'>): Frame | null {
    // The page itself is not covered for good by what a script takes away again.
    if (!isPlaced(declared) || ['html', 'body'].includes(element.tagName)) return frame;
    const at = this.#seen.length;
    if (look.isSeen && look.isVisible && this.#isWhole && isCover(declared)) frame?.addCover(at, declared);
    return new Frame(frame, at, declared);
  }

  #writeText({ value }: DefaultTreeAdapterTypes.TextNode, pending: Pending): void {
    const text = withoutMarks(value);
    this.#write(pending.forced === null ? text : turned(text, pending.forced), pending);
    if (isRead(pending.look)) this.#tail = (this.#tail + value.slice(-TAIL)).slice(-TAIL);
  }

  #write(text: string, { look, frame, doubt }: Pick<Pending, 'look' | 'frame' | 'doubt'>): void {
    if (text === '') return;
    this.#all.push(text);
    if (isRead(look)) this.#seen.push({ text, frame, doubt });
    else this.#hasUnseen ||= HAS_WORDS.test(text);
  }
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
/** What is in front of everything is not in doubt. */
const BEFORE_CURTAIN = 'before the curtain';

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
