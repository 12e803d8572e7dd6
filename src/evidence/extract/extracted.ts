/** The text of a kept copy, or why it has none, as the end of a sentence that begins with its name. */
export type Extracted =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string; readonly hint: string };
