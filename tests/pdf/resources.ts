import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FaceStyle } from '../../src/layout/definition.js';
import type { Attachment, PdfResources } from '../../src/pdf/render.js';

const require = createRequire(import.meta.url);

interface FontPackage {
  readonly name: string;
  readonly files: string;
  readonly faces: Readonly<Record<FaceStyle, string>>;
}
const LATIN_FACES = {
  normal: '400Regular',
  bold: '700Bold',
  italics: '400Regular_Italic',
  bolditalics: '700Bold_Italic',
};
const ONE_FACE = { normal: '400Regular', bold: '400Regular', italics: '400Regular', bolditalics: '400Regular' };
const PACKAGES: Readonly<Record<string, FontPackage>> = {
  'Source Serif 4': { name: 'source-serif-4', files: 'SourceSerif4', faces: LATIN_FACES },
  'Source Sans 3': { name: 'source-sans-3', files: 'SourceSans3', faces: LATIN_FACES },
  'Source Code Pro': { name: 'source-code-pro', files: 'SourceCodePro', faces: LATIN_FACES },
  'Noto Sans': { name: 'noto-sans', files: 'NotoSans', faces: LATIN_FACES },
  'Noto Serif': { name: 'noto-serif', files: 'NotoSerif', faces: LATIN_FACES },
  Amiri: { name: 'amiri', files: 'Amiri', faces: ONE_FACE },
  'Frank Ruhl Libre': { name: 'frank-ruhl-libre', files: 'FrankRuhlLibre', faces: ONE_FACE },
};

const read = new Map<string, Uint8Array>();

/** A font of the packages that the project is installed with. */
export function readFont(family: string, face: FaceStyle): Uint8Array | null {
  const font = PACKAGES[family];
  if (font === undefined) return null;
  const style = font.faces[face];
  const file = `@expo-google-fonts/${font.name}/${style}/${font.files}_${style}.ttf`;
  const bytes = read.get(file) ?? readFileSync(require.resolve(file));
  read.set(file, bytes);
  return bytes;
}

export function testResources(attachments: readonly Attachment[] = []): PdfResources {
  const pdfkit = dirname(require.resolve('pdfkit'));
  return {
    readFont,
    colorProfile: readFileSync(join(pdfkit, 'data', 'sRGB_IEC61966_2_1.icc')),
    attachments,
  };
}
