/** The files of settings that come with the program, read by scripts/precompile.mjs: text → value, in JSON. */
export declare const known: ReadonlyMap<string, string>;
