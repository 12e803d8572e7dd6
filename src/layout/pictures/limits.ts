/** The limits of a picture, whatever its format. */

/** More pixels than this are not for a page, and need more memory than a desk has to spare. */
export const MOST_PIXELS = 50_000_000;
/** Bytes of an SVG file without the bitmaps inside it. */
export const LARGEST_SVG = 2 * 1024 * 1024;
/** Bytes of an SVG file with them. */
export const LARGEST_SVG_WITH_BITMAPS = 32 * 1024 * 1024;
/** Points; what is larger is not meant for paper. */
export const LARGEST_SIDE = 20_000;
/** More elements than a figure needs, by far. Also the most that are drawn once every `use` is followed. */
export const MOST_ELEMENTS = 20_000;
/** Groups within groups, once every `use` is followed: PDF/A-3, 6.1.13 allows 28 graphics states. */
export const DEEPEST_GROUPS = 20;
/** How deep elements may be nested in the file. */
export const DEEPEST_READ = 64;
