import type { Paper } from '../../document/paper.js';
import type { FaceStyle } from '../definition.js';

/** How a document looks: everything that can be changed without touching a template. See docs/themes.md. */
export interface Theme {
  readonly fonts: ThemeFonts;
  /** Font files of the theme, by family and face: paths relative to the theme file, read by the caller. */
  readonly fontFiles: Readonly<Record<string, FontFaces>>;
  /** Folders with font files, relative to the theme file; read by the caller. */
  readonly fontFolders: readonly string[];
  /** Installed packages with font files, found by the caller. */
  readonly fontPackages: readonly string[];
  readonly page: ThemePage;
  readonly text: ThemeText;
  readonly sizes: ThemeSizes;
  readonly colours: ThemeColours;
  readonly table: { readonly style: TableStyle };
  readonly logo: ThemeLogo | null;
  readonly watermark: { readonly opacity: number };
}

export type FontFaces = Readonly<Partial<Record<FaceStyle, string>>>;

export interface ThemeFonts {
  readonly body: string;
  readonly title: string;
  /** For headings, labels, tables, headers and footers. */
  readonly heading: string;
  readonly mono: string;
  /** Families that are tried in order for a character that the family above lacks. */
  readonly fallback: {
    readonly serif: readonly string[];
    readonly sans: readonly string[];
    readonly mono: readonly string[];
  };
}

/** All lengths are in millimetres. */
export interface ThemePage {
  readonly paper: Paper;
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** The column to the left of the text, into which headings, numerals and wide tables extend. */
  readonly rail: number;
  /** How much space there is between blocks and in tables; the brief's own wish goes before it. */
  readonly density: Density;
}

export const DENSITIES = ['airy', 'normal', 'dense'] as const;
export type Density = (typeof DENSITIES)[number];

export const REFERENCES = ['raised', 'bracketed'] as const;

export const ALIGNMENTS = ['ragged', 'justified'] as const;

export interface ThemeText {
  /** Points. */
  readonly size: number;
  /** From base line to base line, in points. Every distance on the page is a fraction or a multiple of it. */
  readonly leading: number;
  readonly alignment: (typeof ALIGNMENTS)[number];
  /** Whether words are hyphenated. */
  readonly hyphenate: boolean;
  /** Whether straight quotation marks, hyphens between spaces and three dots in prose become typographic. */
  readonly smart: boolean;
  /** The numbers of sources and the letters of notes: small and raised, or in brackets at the size of the text. */
  readonly references: (typeof REFERENCES)[number];
}

/** Points. */
export interface ThemeSizes {
  readonly title: number;
  readonly subtitle: number;
  /** The bottom line and quotations. */
  readonly lead: number;
  readonly heading2: number;
  readonly heading3: number;
  readonly heading4: number;
  readonly table: number;
  readonly small: number;
  /** Sources, notes, and what stands in the rail. */
  readonly note: number;
  /** Letterspaced capitals. */
  readonly label: number;
  readonly code: number;
  readonly furniture: number;
}

/** `#rrggbb` */
export interface ThemeColours {
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly link: string;
  readonly warning: string;
  /** Hairlines. */
  readonly rule: string;
  /** The background of the bottom line and of call-outs. */
  readonly tint: string;
  /** The background of code. */
  readonly codeGround: string;
  readonly watermark: string;
}

export const TABLE_STYLES = ['ruled', 'grid', 'plain'] as const;
export type TableStyle = (typeof TABLE_STYLES)[number];

export interface ThemeLogo {
  /** PNG, JPEG or SVG; relative to the theme's file, read by the caller. */
  readonly file: string;
  /** Millimetres. */
  readonly width: number;
  readonly alt: string;
}
