/** What a reader sees for certain, and the declarations for which the rest is in doubt. */
export interface SureText {
  readonly text: string;
  readonly because: readonly string[];
}

/** The text of a kept copy, or why it has none, as the end of a sentence that begins with the name of the file. */
export type Extracted =
  | {
      readonly ok: true;
      /** What a reader sees, with the marks of structure.ts. */
      readonly text: string;
      /** The same, including what the page strikes out or does not show, if there is any. */
      readonly withUnseen?: string;
      readonly sure?: SureText;
    }
  | { readonly ok: false; readonly reason: string; readonly hint: string };
