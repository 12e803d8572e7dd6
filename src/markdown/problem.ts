/** What a text says in Markdown that is not printed as its writer will have meant it. */
export type MarkdownProblem =
  /** A link that may not be printed as one; its text was kept. `url` is the address as it was understood, decoded. */
  | { readonly kind: 'forbidden-link'; readonly url: string }
  /** A directive that no fence closes: it reaches to the end of what it stands in. */
  | {
      readonly kind: 'unclosed-directive';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** Colons that close nothing, and are printed: `:::` alone on a line, or in a template also at the end of one. */
  | { readonly kind: 'stray-fence'; readonly line: string }
  /** An HTML comment, which is left out; one that never ends is text. */
  | { readonly kind: 'html-comment'; readonly comment: string; readonly ends: boolean }
  /** A citation of Pandoc's in a form that is not read, such as `[see @id]`; it is printed as text. */
  | { readonly kind: 'unread-citation'; readonly written: string; readonly key: string }
  /** A definition of a link or a footnote that nothing uses, or the second of its name: it is not printed. */
  | { readonly kind: 'unused-definition'; readonly written: string }
  /** The numbers of a list that are not printed as they were written: a list counts on from its first number. */
  | { readonly kind: 'list-numbers'; readonly written: readonly number[] }
  /** Words between single tildes, which strike them out as two do, and mean other things elsewhere (`H~2~O`, `~5`). */
  | { readonly kind: 'single-tilde'; readonly written: string }
  /** A sign before or between numbers that is read as markup, and so is not printed: `2*3*4`, a line `- 5 per cent`. */
  | { readonly kind: 'lost-sign'; readonly written: string; readonly sign: string };
