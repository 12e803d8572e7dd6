import { ALIGNMENTS, PAPERS, TABLE_STYLES } from './theme-type.js';

/** What a field of a theme file may hold. */
export type Field =
  | { readonly kind: 'section'; readonly fields: Readonly<Record<string, Field>>; readonly orNull?: true }
  /** Any names as keys. */
  | { readonly kind: 'names'; readonly each: Field }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: 'colour' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly what: string; readonly maybeEmpty?: true }
  | { readonly kind: 'list'; readonly what: string };

const family: Field = { kind: 'text', what: 'the name of a font family' };
const families: Field = { kind: 'list', what: 'names of font families' };
const fontFile: Field = { kind: 'text', what: 'the path of a font file' };
const colour: Field = { kind: 'colour' };
const points = (min: number, max: number): Field => ({ kind: 'number', min, max, unit: 'pt' });
const millimetres = (min: number, max: number): Field => ({ kind: 'number', min, max, unit: 'mm' });
const section = (fields: Readonly<Record<string, Field>>): Field & { kind: 'section' } => ({ kind: 'section', fields });

/** The theme file: the same names as `Theme`. */
export const themeShape = section({
  fonts: section({
    body: family,
    title: family,
    heading: family,
    mono: family,
    fallback: section({ serif: families, sans: families, mono: families }),
  }),
  fontFiles: {
    kind: 'names',
    each: section({ normal: fontFile, bold: fontFile, italics: fontFile, bolditalics: fontFile }),
  },
  page: section({
    paper: { kind: 'choice', of: PAPERS },
    margins: section({
      left: millimetres(10, 60),
      top: millimetres(15, 60),
      right: millimetres(10, 60),
      bottom: millimetres(15, 60),
    }),
    rail: millimetres(0, 50),
  }),
  text: section({
    size: points(8, 16),
    leading: points(10, 28),
    alignment: { kind: 'choice', of: ALIGNMENTS },
    hyphenate: { kind: 'switch' },
  }),
  sizes: section({
    title: points(14, 48),
    subtitle: points(9, 28),
    lead: points(8, 20),
    heading2: points(9, 28),
    heading3: points(8, 20),
    heading4: points(8, 18),
    table: points(6.5, 14),
    small: points(6.5, 14),
    label: points(6, 12),
    code: points(6, 14),
    furniture: points(6, 12),
  }),
  colours: section({
    text: colour,
    muted: colour,
    accent: colour,
    link: colour,
    warning: colour,
    rule: colour,
    tint: colour,
    codeGround: colour,
    watermark: colour,
  }),
  table: section({ style: { kind: 'choice', of: TABLE_STYLES } }),
  logo: {
    kind: 'section',
    orNull: true,
    fields: {
      file: { kind: 'text', what: 'the path of a PNG, JPEG or SVG file' },
      width: millimetres(5, 120),
      alt: { kind: 'text', what: 'what the logo says', maybeEmpty: true },
    },
  },
  watermark: section({ opacity: { kind: 'number', min: 0.02, max: 0.3, unit: '' } }),
});
