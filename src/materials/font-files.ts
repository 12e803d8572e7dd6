/**
 * The font files that come with the program: family, face, and where the file is from, as a module specifier for
 * `require.resolve`; the build copies them to `dist/assets/`, under the name at the specifier's end. A family without
 * italics (Frank Ruhl Libre) lists what it has; printing takes the nearest face for the others.
 *
 * Licences: all families but DejaVu are under the SIL Open Font License 1.1 and DejaVu under the Bitstream Vera licence,
 * its own changes in the public domain; THIRD-PARTY-LICENSES.md has both.
 */
export type FontFace = 'normal' | 'bold' | 'italics' | 'bolditalics';

const GOOGLE = '@expo-google-fonts';
const DEJAVU = 'dejavu-fonts-ttf/ttf';

/** The four faces of a family of @expo-google-fonts: `PREFIX_400Regular.ttf` and so on. */
function googleFaces(folder: string, prefix: string): Readonly<Record<FontFace, string>> {
  const file = (weight: string): string => `${GOOGLE}/${folder}/${weight}/${prefix}_${weight}.ttf`;
  return {
    normal: file('400Regular'),
    bold: file('700Bold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('700Bold_Italic'),
  };
}

export const FONT_FILES: Readonly<Record<string, Readonly<Partial<Record<FontFace, string>>>>> = {
  'Source Serif 4': googleFaces('source-serif-4', 'SourceSerif4'),
  'Source Sans 3': googleFaces('source-sans-3', 'SourceSans3'),
  'Source Code Pro': googleFaces('source-code-pro', 'SourceCodePro'),
  'Noto Serif': googleFaces('noto-serif', 'NotoSerif'),
  'Noto Sans': googleFaces('noto-sans', 'NotoSans'),
  Amiri: googleFaces('amiri', 'Amiri'),
  'Frank Ruhl Libre': {
    normal: `${GOOGLE}/frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf`,
    bold: `${GOOGLE}/frank-ruhl-libre/700Bold/FrankRuhlLibre_700Bold.ttf`,
  },
  'DejaVu Sans': {
    normal: `${DEJAVU}/DejaVuSans.ttf`,
    bold: `${DEJAVU}/DejaVuSans-Bold.ttf`,
    italics: `${DEJAVU}/DejaVuSans-Oblique.ttf`,
    bolditalics: `${DEJAVU}/DejaVuSans-BoldOblique.ttf`,
  },
  'DejaVu Serif': {
    normal: `${DEJAVU}/DejaVuSerif.ttf`,
    bold: `${DEJAVU}/DejaVuSerif-Bold.ttf`,
    italics: `${DEJAVU}/DejaVuSerif-Italic.ttf`,
    bolditalics: `${DEJAVU}/DejaVuSerif-BoldItalic.ttf`,
  },
  'DejaVu Sans Mono': {
    normal: `${DEJAVU}/DejaVuSansMono.ttf`,
    bold: `${DEJAVU}/DejaVuSansMono-Bold.ttf`,
    italics: `${DEJAVU}/DejaVuSansMono-Oblique.ttf`,
    bolditalics: `${DEJAVU}/DejaVuSansMono-BoldOblique.ttf`,
  },
};
