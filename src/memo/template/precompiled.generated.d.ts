/** The templates that come with the program, compiled by scripts/precompile.mjs. */

/** Name of the pack → its templates, as Handlebars writes them when it compiles. */
export declare const packs: Readonly<
  Record<string, { readonly print: unknown; readonly memo: unknown; readonly mail: unknown }>
>;
/** Path below templates/ → the partial. */
export declare const partials: Readonly<Record<string, unknown>>;
/** Path below templates/ → the text that was compiled. */
export declare const texts: Readonly<Record<string, string>>;
