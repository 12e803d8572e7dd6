import type { FaceStyle } from '../definition.js';

/** How a document looks: everything a desk may want to change without touching a template. See docs/themes.md. */
export interface Theme {
  readonly fonts: ThemeFonts;
  /** Own font files by family and face: paths relative to the theme's file, read by the caller. */
  readonly fontFiles: Readonly<Record<string, FontFaces>>;
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
  /** Headings, labels, tables, furniture. */
  readonly heading: string;
  readonly mono: string;
  /** Families tried in turn for a character that the family above lacks. */
  readonly fallback: {
    readonly serif: readonly string[];
    readonly sans: readonly string[];
    readonly mono: readonly string[];
  };
}

export const PAPERS = ['A4', 'LETTER'] as const;
export type Paper = (typeof PAPERS)[number];

/** Lengths in millimetres. */
export interface ThemePage {
  readonly paper: Paper;
  readonly margins: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** The column left of the text, into which headings, numerals and wide tables hang. */
  readonly rail: number;
  /** How much space there is between blocks and in tables; the brief's own wish goes before it. */
  readonly density: Density;
}

export const DENSITIES = ['airy', 'normal', 'dense'] as const;
export type Density = (typeof DENSITIES)[number];

export const ALIGNMENTS = ['ragged', 'justified'] as const;

export interface ThemeText {
  /** Points. */
  readonly size: number;
  /** From base line to base line, in points. Every distance on the page is a part or a multiple of it. */
  readonly leading: number;
  readonly alignment: (typeof ALIGNMENTS)[number];
  /** Whether words are divided at line ends. */
  readonly hyphenate: boolean;
  /** Whether straight quotation marks, hyphens between blanks and three dots in prose become typographic ones. */
  readonly smart: boolean;
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
  /** The ground of the bottom line and of call-outs. */
  readonly tint: string;
  /** The ground of code. */
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
