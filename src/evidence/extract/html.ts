import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parse } from 'parse5';
import type { Extracted } from './extracted.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements within a line; every other one parts the words before it from those after it. */
const WITHIN_A_LINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'nobr',
  'q',
  'rb',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]); // prettier-ignore

/** What a reader of the page does not see as its text. */
const UNSEEN: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'rp',
  'rt',
  'select',
  'textarea',
  'title',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
  'svg',
  'math',
]); // prettier-ignore

/** Beyond these it is no page but an attack: a parser of HTML takes ever more time for what nests ever deeper. */
const MAX_DEPTH = 1000;
const MAX_ELEMENTS = 1_000_000;

class TooComplex extends Error {}

/** The text that a reader of the page sees, read by the rules of the HTML standard. */
export function textOfHtml(html: string): Extracted {
  try {
    return { ok: true, text: textIn(parse(html, { treeAdapter: watchedAdapter() })) };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return { ok: false, reason: 'nests too deep to be a page', hint: 'Keep its text in a file of its own.' };
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

/** Without recursion: how deep a page nests is up to whoever wrote it. */
function textIn(root: Node): string {
  const parts: string[] = [];
  const pending: (Node | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    else if ('childNodes' in node && !isUnseen(node)) {
      const isApart = 'tagName' in node && !WITHIN_A_LINE.has(node.tagName);
      if (isApart) {
        parts.push('\n');
        pending.push('\n');
      }
      for (const child of node.childNodes.toReversed()) pending.push(child);
    }
  }
  return parts.join('');
}

function isUnseen(node: Node): boolean {
  if (!('tagName' in node)) return false;
  const { tagName, attrs, namespaceURI } = node as Element;
  if (UNSEEN.has(tagName) || namespaceURI !== names.NS.HTML) return true;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)),
  );
}

/** The encoding that a page declares: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding="([\w-]+)"/.exec(head)?.[1];
  // A page that says UTF-16 in a text that can be read as ASCII is in UTF-8, says the standard.
  return declared !== undefined && /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
