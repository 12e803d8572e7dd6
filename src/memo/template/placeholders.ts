import type { Inline } from '../../document/tree.js';
import type { BlockText, EditionText } from '../../edition/text.js';

/** Nodes that a helper made, such as a formatted reference. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly nodes: readonly Inline[];
}

/** A section of the brief's own: its heading and its text. Alone on a line it becomes these. */
export interface PrintedSection {
  readonly kind: 'section';
  /** Target of `#id` links. */
  readonly id: string | null;
  readonly title: readonly Inline[];
  readonly body: BlockText;
}

/** What takes a placeholder's place: never Markdown, always a value with nodes of its own. */
export type Printable = string | EditionText | Phrase | PrintedSection;

/**
 * The two private-use characters that stand around a placeholder's number. The edition strips them from the brief, so
 * that no text of a brief can pass for a placeholder.
 */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';
const PLACEHOLDER = /\u{E000}(\d+)\u{E001}/gu;

export type Segment = { readonly text: string } | { readonly value: Printable };

/** The values printed by one run of one template, by the number of their placeholder. */
export class Placeholders {
  readonly #values: Printable[] = [];

  /**
   * The placeholder for a value. An empty one has a placeholder too: without it `**{{x}}**` would leave `****`, which
   * Markdown takes for a rule.
   */
  put(value: Printable | null | undefined): string {
    this.#values.push(value ?? '');
    return `${OPEN}${this.#values.length - 1}${CLOSE}`;
  }

  /** Text cut at its placeholders. */
  segments(text: string): Segment[] {
    const segments: Segment[] = [];
    let end = 0;
    for (const match of text.matchAll(PLACEHOLDER)) {
      if (match.index > end) segments.push({ text: text.slice(end, match.index) });
      const value = this.#values[Number(match[1])];
      if (value !== undefined) segments.push({ value });
      end = match.index + match[0].length;
    }
    if (end < text.length) segments.push({ text: text.slice(end) });
    return segments;
  }
}

export function hasPlaceholder(text: string): boolean {
  return text.includes(OPEN);
}

/** A template's output as a message quotes it: `…` for each value. */
export function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, '…');
}
