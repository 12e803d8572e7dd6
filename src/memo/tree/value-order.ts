import { isLetterFromTheRight, isRightToLeft } from '../../document/right-to-left.js';
import type { Inline, Text } from '../../document/tree.js';

const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

/**
 * The inlines of a paragraph, with a mark of direction where a name or a title that runs the other way would draw the
 * next number, or the next name, into its own run: after an Arabic name, `, 15 November` would be read as `15 ,` and the
 * name between them (UAX #9, rule W2). Within one text of the brief nothing is added: its author sees it as it will be.
 */
export function keepValueOrder(nodes: readonly Inline[], language: string): Inline[] {
  return new ValueOrder(language).inlines(nodes, undefined);
}

class ValueOrder {
  readonly #rightToLeft: boolean;
  /** The text of the brief that was passed last, and whether its last letter runs the other way. */
  #value: unknown;
  #isTurned = false;

  constructor(language: string) {
    this.#rightToLeft = isRightToLeft(language);
  }

  inlines(nodes: readonly Inline[], value: unknown): Inline[] {
    return nodes.flatMap((node) => this.#inline(node, value));
  }

  #inline(node: Inline, value: unknown): Inline[] {
    switch (node.type) {
      case 'text':
        return [this.#text(node, node.origin ?? value)];
      case 'citation':
      case 'footnoteReference':
        return this.#isTurned ? [this.#mark(), node] : [node];
      case 'inlineCode':
      case 'image':
      case 'break':
        this.#isTurned = false;
        return [node];
      case 'span':
        return [{ ...node, children: this.inlines(node.children, ownValue(node) ?? value) }];
      default:
        return [{ ...node, children: this.inlines(node.children, node.origin ?? value) }];
    }
  }

  #text(node: Text, value: unknown): Text {
    const text = this.#isTurned && value !== this.#value ? this.#marked(node.value) : node.value;
    const last = lastLetter(node.value);
    this.#value = value;
    if (last !== undefined) this.#isTurned = value !== undefined && this.#runsTheOtherWay(last);
    return text === node.value ? node : { ...node, value: text };
  }

  /** The mark stands before what would be drawn in; letters of the document's own direction need none. */
  #marked(text: string): string {
    const at = text.search(/[\p{L}\p{Nd}]/u);
    if (at === -1) return text;
    this.#isTurned = false;
    const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const staysByItself = /\p{L}/u.test(first) && !this.#runsTheOtherWay(first);
    return staysByItself ? text : text.slice(0, at) + this.#mark().value + text.slice(at);
  }

  #mark(): Text {
    this.#isTurned = false;
    return { type: 'text', value: this.#rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK };
  }

  #runsTheOtherWay(letter: string): boolean {
    return isLetterFromTheRight(letter) !== this.#rightToLeft;
  }
}

/** A title in another language is a text of its own; a label that falls back to English is not. */
function ownValue(node: Inline & { readonly type: 'span' }): unknown {
  return node.origin ?? (node.lang === undefined || node.isLabel ? undefined : node);
}

function lastLetter(text: string): string | undefined {
  for (let at = text.length - 1; at >= 0; at--) {
    const isLowSurrogate = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isLowSurrogate) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (/\p{L}/u.test(character)) return character;
  }
  return undefined;
}
