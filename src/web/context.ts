import type { PrintDocument } from '../document/document.js';
import type { Block } from '../document/tree.js';
import type { Footnotes } from '../layout/footnotes.js';
import type { HeadingLevels } from '../layout/heading-levels.js';
import type { LinkTargets } from '../layout/link-targets.js';
import type { Faces } from '../layout/theme/faces.js';
import type { Theme } from '../layout/theme/theme-type.js';
import type { Markup } from './markup.js';

/** A picture as it goes into a page: with nothing in it but what is seen. */
export interface WebPicture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly bytes: Uint8Array;
  /** CSS pixels, upright. */
  readonly width: number;
  readonly height: number;
}

export interface WebSetting {
  readonly theme: Theme;
  /** By the address that they have in the document. */
  readonly pictures: ReadonlyMap<string, WebPicture>;
  /** The theme's logo. */
  readonly logo: WebPicture | null;
}

/** What is known wherever one is in the document. */
export interface WebContext extends WebSetting {
  readonly document: PrintDocument;
  /** What drawings measure their words with. */
  readonly faces: Faces;
  readonly targets: LinkTargets;
  readonly footnotes: Footnotes;
  readonly levels: HeadingLevels;
  /** The sections so far, for the contents. */
  readonly sections: Section[];
  /** The places that lead to a source or a note, by its `id`: where its back-links go. */
  readonly references: Map<string, string[]>;
  blocks(blocks: readonly Block[]): Markup;
}

export interface Section {
  readonly id: string;
  /** Without links and marks. */
  readonly title: string;
}

/** An `id` may hold no blanks (HTML Living Standard, 3.2.6). */
export function idOf(name: string | undefined): string | undefined {
  return name?.replace(/\s/g, '-');
}
