/** The templates that come with the program, compiled by scripts/precompile.mjs. */

/** Name of the pack → its templates, as Handlebars writes them when it compiles. */
export declare const packs: Readonly<Record<string, { print(): unknown; memo(): unknown; mail(): unknown }>>;
/** Path below templates/ → the partial. */
export declare const partials: Readonly<Record<string, () => unknown>>;
/** Folder below templates/ → path below templates/ → the text that was compiled. */
export declare const texts: Readonly<Record<string, () => Readonly<Record<string, string>>>>;
