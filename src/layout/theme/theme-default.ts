import type { Theme } from './theme-type.js';

/** The base of every theme file. `templates/shared/theme.yaml` is the same in the user's format. */
export const defaultTheme: Theme = {
  fonts: {
    body: 'Source Serif 4',
    title: 'Source Serif 4',
    heading: 'Source Sans 3',
    mono: 'Source Code Pro',
    fallback: {
      serif: ['Noto Serif', 'Amiri', 'Frank Ruhl Libre', 'DejaVu Sans'],
      sans: ['Noto Sans', 'Amiri', 'Frank Ruhl Libre', 'DejaVu Sans'],
      mono: ['DejaVu Sans Mono', 'Noto Sans', 'Amiri', 'Frank Ruhl Libre', 'DejaVu Sans'],
    },
  },
  fontFiles: {},
  fontFolders: [],
  fontPackages: [],
  page: { paper: 'A4', margins: { left: 20, top: 21, right: 18, bottom: 20 }, rail: 39, density: 'normal' },
  text: { size: 10, leading: 13, alignment: 'ragged', hyphenate: true, smart: false, references: 'raised' },
  sizes: {
    title: 21,
    subtitle: 12,
    lead: 12,
    heading2: 12,
    heading3: 10,
    heading4: 10,
    table: 8.5,
    small: 8.5,
    note: 7.5,
    label: 7,
    code: 8.5,
    furniture: 8.5,
  },
  colours: {
    text: '#1c1e21',
    muted: '#575c66',
    accent: '#1f3f6e',
    link: '#1f3f6e',
    warning: '#8c2a1c',
    rule: '#b9bec7',
    tint: '#eef1f6',
    codeGround: '#f3f4f5',
    watermark: '#808791',
  },
  table: { style: 'ruled' },
  logo: null,
  watermark: { opacity: 0.1 },
};
