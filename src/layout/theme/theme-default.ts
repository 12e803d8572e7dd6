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
  page: { paper: 'A4', margins: { left: 22, top: 21, right: 22, bottom: 22.5 }, rail: 22 },
  text: { size: 10, leading: 13.4, alignment: 'ragged', hyphenate: true, smart: false },
  sizes: {
    title: 25,
    subtitle: 13.5,
    lead: 11.75,
    heading2: 13.5,
    heading3: 11,
    heading4: 10.5,
    table: 8.75,
    small: 8,
    label: 7.5,
    code: 8.5,
    furniture: 8,
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
