import type { FigureData } from './figures.js';

/**
 * The document tree: the shapes of mdast (https://github.com/syntax-tree/mdast, GFM included), closed, plus what a
 * briefing needs: citations, alerts, directives, passages in another language. Plain data; nothing here is a class.
 */

/** Where in the brief a passage comes from, as a field path such as `keyFacts[2].text`; its descendants inherit it. */
export type FieldPath = string;

interface Node {
  readonly origin?: FieldPath;
}

export type Block =
  | Heading
  | Paragraph
  | Blockquote
  | List
  | Code
  | ThematicBreak
  | Table
  | Alert
  | FootnoteDefinition
  | Directive
  | Figure;

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Delete
  | InlineCode
  | Break
  | Link
  | Image
  | FootnoteReference
  | Citation
  | Span;

export interface Root {
  readonly type: 'root';
  readonly children: readonly Block[];
}

export interface Heading extends Node {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Target of `#id` links, from a trailing `{#id}` in a template. */
  readonly id?: string;
  readonly children: readonly Inline[];
}
export interface Paragraph extends Node {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
export interface Blockquote extends Node {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}
export interface List extends Node {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number | null;
  /** Loose: blank lines between its items. */
  readonly spread: boolean;
  readonly children: readonly ListItem[];
}
export interface ListItem extends Node {
  readonly type: 'listItem';
  /** A task list's box; null: no box. */
  readonly checked: boolean | null;
  readonly spread: boolean;
  /** Target of `#id` links (set on items of numbered source lists and facts). */
  readonly id?: string;
  readonly children: readonly Block[];
}
export interface Code extends Node {
  readonly type: 'code';
  readonly lang: string | null;
  readonly value: string;
}
export interface ThematicBreak extends Node {
  readonly type: 'thematicBreak';
}
export type Align = 'left' | 'right' | 'center' | null;
export interface Table extends Node {
  readonly type: 'table';
  readonly align: readonly Align[];
  /** The first row is the head. Every row has as many cells as the head. */
  readonly children: readonly TableRow[];
}
export interface TableRow extends Node {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}
export interface TableCell extends Node {
  readonly type: 'tableCell';
  readonly children: readonly Inline[];
}
export const ALERT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
/** A GitHub alert: a block quote that begins with `[!NOTE]` and its like. */
export interface Alert extends Node {
  readonly type: 'alert';
  readonly kind: AlertKind;
  readonly children: readonly Block[];
}
export interface FootnoteDefinition extends Node {
  readonly type: 'footnoteDefinition';
  readonly identifier: string;
  readonly children: readonly Block[];
}
/** `:::name{key="value"}` … `:::`, or `::name{…}` alone on a line (then without children). */
export interface Directive extends Node {
  readonly type: 'directive';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Block[];
}

/** Something drawn from the brief's data, in print only. */
export interface Figure extends Node {
  readonly type: 'figure';
  readonly figure: FigureData;
  /** What the figure says, whole, for a reader who does not see it. */
  readonly alt: string;
  /** Over it; none where the section's heading says what it shows. */
  readonly title?: readonly Inline[];
  readonly caption: readonly Inline[];
  /** What is printed instead where there is no room to draw it. */
  readonly children: readonly Block[];
}

export interface Text extends Node {
  readonly type: 'text';
  readonly value: string;
}
export interface Emphasis extends Node {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
export interface Strong extends Node {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
export interface Delete extends Node {
  readonly type: 'delete';
  readonly children: readonly Inline[];
}
export interface InlineCode extends Node {
  readonly type: 'inlineCode';
  readonly value: string;
}
export interface Break extends Node {
  readonly type: 'break';
}
export interface Link extends Node {
  readonly type: 'link';
  /** `http:`, `https:`, `mailto:` or `#id`; every other address was turned into text before. */
  readonly url: string;
  readonly title: string | null;
  readonly children: readonly Inline[];
}
export interface Image extends Node {
  readonly type: 'image';
  readonly url: string;
  readonly alt: string;
  readonly title: string | null;
}
export interface FootnoteReference extends Node {
  readonly type: 'footnoteReference';
  readonly identifier: string;
}
export interface CitationItem {
  /** A source's id. */
  readonly source: string;
  readonly locator: string | null;
  /** The field the locator comes from, where the brief has it apart from its prose. */
  readonly origin?: FieldPath;
  /** The source's number in the list of sources of this edition; null until the edition numbers it. */
  readonly number: number | null;
  /** What the mark is called where it is not seen: `Source 4: Rome Statute, art. 86`. */
  readonly spoken?: string;
}
/** `[@source-id, art. 87(7); @other]` */
export interface Citation extends Node {
  readonly type: 'citation';
  readonly items: readonly CitationItem[];
}
/** A passage in another language than what surrounds it (BCP 47), or with a print role of its own. */
export interface Span extends Node {
  readonly type: 'span';
  readonly lang?: string;
  /**
   * `change`: the word that marks what is new or has changed. `absent`: the dash of a cell that has nothing else. `sign`: a
   * sign before words that say the same; `dots`: words with so many dots before them; `gauge`: a drawing under words that
   * say the same.
   */
  readonly role?: 'term' | 'marking' | 'muted' | 'change' | 'absent' | 'sign' | 'dots' | 'gauge';
  /** What `dots` and `gauge` show: a range of per cent, and how many dots of three. */
  readonly shows?: Shown;
  /** Target of `#id` links to what it marks. */
  readonly id?: string;
  /** Words of the program's own: they do not decide which way their paragraph runs, whatever language they are in. */
  readonly isLabel?: true;
  readonly children: readonly Inline[];
}
export interface Shown {
  readonly range: readonly [low: number, high: number] | null;
  readonly dots: number | null;
}
