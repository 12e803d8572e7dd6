/** The limits of a picture, whatever its format. */

/** A picture with more pixels than this is not meant for a page, and would need too much memory. */
export const MOST_PIXELS = 50_000_000;
/** Bytes of an SVG file without the bitmaps inside it. */
export const LARGEST_SVG = 2 * 1024 * 1024;
/** Bytes of an SVG file with them. */
export const LARGEST_SVG_WITH_BITMAPS = 32 * 1024 * 1024;
/** In points; anything larger is not meant for paper. */
export const LARGEST_SIDE = 20_000;
/** Far more elements than a figure needs. Also limits how many are drawn once every `use` is expanded. */
export const MOST_ELEMENTS = 20_000;
/** Nesting of groups once every `use` is expanded: PDF/A-3, 6.1.13 allows 28 graphics states. */
export const DEEPEST_GROUPS = 20;
/** How deeply elements may be nested in the file. */
export const DEEPEST_READ = 64;
