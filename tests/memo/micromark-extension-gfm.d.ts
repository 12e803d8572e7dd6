/** What the tests use of it: the grammar of GitHub, and how GitHub shows it. */
declare module 'micromark-extension-gfm' {
  import type { Options } from 'micromark';

  export function gfm(): NonNullable<Options['extensions']>[number];
  export function gfmHtml(): NonNullable<Options['htmlExtensions']>[number];
}
