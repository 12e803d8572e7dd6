import { PAPERS } from '../../document/paper.js';
import { section } from '../../syntax/setting-shape.js';
import { ALIGNMENTS, DENSITIES, REFERENCES, TABLE_STYLES } from './theme-type.js';

const family = { kind: 'text', what: 'the name of a font family' } as const;
const families = { kind: 'list', what: 'names of font families', each: family } as const;
const fontFile = { kind: 'text', what: 'the path of a font file' } as const;
const colour = {
  kind: 'text',
  what: 'a colour such as "#1f3f6e" (in quotation marks)',
  read: (text: string) => (/^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null),
} as const;
const points = (min: number, max: number) => ({ kind: 'number', min, max, unit: 'pt' }) as const;
const millimetres = (min: number, max: number) => ({ kind: 'number', min, max, unit: 'mm' }) as const;

const packageName = {
  kind: 'text',
  what: 'the name of a package, such as @fonts/house',
  read: (text: string) => (/^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(text) ? text : null),
} as const;

/** The shape of a theme file; it has the same names as `Theme`. */
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
    what: 'a map of font families, each with its files',
    each: section({ normal: fontFile, bold: fontFile, italics: fontFile, bolditalics: fontFile }),
  },
  fontFolders: { kind: 'list', what: 'folders with font files', each: { kind: 'text', what: 'a folder' }, orOne: true },
  fontPackages: { kind: 'list', what: 'names of packages', each: packageName, orOne: true },
  page: section({
    paper: { kind: 'choice', of: PAPERS },
    margins: section({
      left: millimetres(10, 60),
      top: millimetres(15, 60),
      right: millimetres(10, 60),
      bottom: millimetres(15, 60),
    }),
    rail: millimetres(0, 50),
    density: { kind: 'choice', of: DENSITIES },
  }),
  text: section({
    size: points(8, 28),
    leading: points(10, 48),
    alignment: { kind: 'choice', of: ALIGNMENTS },
    hyphenate: { kind: 'switch' },
    smart: { kind: 'switch' },
    references: { kind: 'choice', of: REFERENCES },
  }),
  sizes: section({
    title: points(14, 48),
    subtitle: points(9, 28),
    lead: points(8, 32),
    heading2: points(9, 36),
    heading3: points(8, 32),
    heading4: points(8, 30),
    table: points(6.5, 24),
    small: points(6.5, 24),
    note: points(6.5, 24),
    label: points(6, 20),
    code: points(6, 24),
    furniture: points(6, 20),
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
      alt: { kind: 'text', what: 'what the logo says', maybeEmpty: true, isProse: true },
    },
  },
  watermark: section({ opacity: { kind: 'number', min: 0.02, max: 0.3, unit: '' } }),
});
