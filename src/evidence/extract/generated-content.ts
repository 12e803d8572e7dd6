/** The words that a style sheet puts before or after the text of an element: https://www.w3.org/TR/css-content-3/ */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Declarations, unescaped } from './css.js';

type Element = DefaultTreeAdapterTypes.Element;

/** A string, `attr(name)`, or the text that stands for a picture or a number, which nobody knows. */
const PART = /"([^"]*)"|\battr\(\s*([\w-]+)[^)]*\)|(\/)|[\w-]+(?:\([^)]*\))?/g;

/** Fonts whose letters are drawings. */
const ICONS = /ico(?:n|moon)|awesome|glyph|symbol|ding(?:bat|s)|fontello/;

/** What changes the meaning of the number or the word beside it. */
const SIGN = /[\p{L}\p{N}\p{Sc}%‰°§+\u2212-]/u;

/**
 * The text of `content`, as a reader sees it. Empty for ornaments: bullets, arrows, quotation marks and icons are in no
 * sentence, and at the edge of a block (`isBlock`) neither are signs.
 */
export function generatedText(element: Element, declared: Declarations, { font, isBlock }: GeneratedSetting): string {
  const content = declared.get('content');
  if (content === undefined || ICONS.test(fontOf(declared) ?? font)) return '';
  const parts: string[] = [];
  for (const [, text, attribute, alternative] of content.matchAll(PART)) {
    // What follows is said instead of it, and not seen.
    if (alternative !== undefined) break;
    if (text !== undefined) parts.push(unescaped(text));
    if (attribute !== undefined) parts.push(attributeOf(element, attribute.toLowerCase()));
  }
  const seen = parts.join('').replace(/\p{Co}/gu, '');
  return (isBlock ? /[\p{L}\p{N}]/u : SIGN).test(seen) ? seen : '';
}

/** The font that is declared, in lower case. */
export function fontOf(declared: Declarations): string | undefined {
  return declared.get('font-family') ?? declared.get('font');
}

export interface GeneratedSetting {
  /** The font of the element. */
  readonly font: string;
  readonly isBlock: boolean;
}

function attributeOf({ attrs }: Element, wanted: string): string {
  return attrs.find(({ name }) => name === wanted)?.value ?? '';
}
