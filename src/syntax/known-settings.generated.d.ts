/** The files of settings that come with the program, read by scripts/precompile.mjs. */
export declare const settings: readonly {
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  read(): {
    readonly text: string;
    /** In JSON. */
    readonly value: string;
  };
}[];
