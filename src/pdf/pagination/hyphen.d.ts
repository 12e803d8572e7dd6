/** hyphen 1.14.1: Liang's algorithm, and the patterns of hyph-utf8 for it. */
declare module 'hyphen' {
  /** Levels, the patterns themselves, and words that are exceptions to them. */
  export type Patterns = readonly [levels: unknown, patterns: unknown, exceptions?: object];
  export default function createHyphenator(
    patterns: Patterns,
    options: { html: false; minWordLength: number; hyphenChar: string },
  ): (text: string) => string;
}
declare module 'hyphen/patterns/*.js' {
  import type { Patterns } from 'hyphen';

  const patterns: Patterns;
  export default patterns;
}
