/** What is in a picture's file. */
export type PictureFile =
  | { readonly kind: 'bitmap'; readonly width: number; readonly height: number; readonly density: number | null }
  | { readonly kind: 'svg' }
  /** `why` completes the sentence "The picture x …". */
  | { readonly kind: 'unfit'; readonly why: string; readonly hint?: string };
