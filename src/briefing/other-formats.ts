import { type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import { pictureCopy } from '../layout/pictures/picture-copy.js';
import { readPicture } from '../layout/pictures/read-picture.js';
import type { WebPicture } from '../web/context.js';
import { readImages } from './images.js';
import type { PrintChoices } from './print-briefing.js';

/** A document as a page for the web, with clean copies of its pictures in it. */
export async function pageOf(document: PrintDocument, choices: PrintChoices): Promise<Outcome<string>> {
  const { materials, originals, pictures: read } = choices;
  const images = readImages(document.root, materials.readFile, originals);
  if (!images.ok) return images;
  const { theme, logo } = materials;
  const picture = (bytes: Uint8Array): WebPicture | null => {
    const file = read.get(bytes) ?? readPicture(bytes, theme.fonts.heading);
    read.set(bytes, file);
    if (file.kind === 'unfit') return null;
    const copy = pictureCopy(file);
    const scale = file.kind === 'svg' ? PIXELS : 1;
    return { bytes: copy.bytes, mediaType: TYPES[copy.ending], width: file.width * scale, height: file.height * scale };
  };
  const pictures = new Map(
    [...images.value].flatMap(([address, bytes]) => {
      const made = picture(bytes);
      return made === null ? [] : [[address, made] as const];
    }),
  );
  const { webPage } = await import('../web/web-page.js');
  return outcomeOf(webPage(document, { theme, pictures, logo: logo && picture(logo) }), []);
}

/** CSS pixels in a point. */
const PIXELS = 4 / 3;
const TYPES = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** A document as plain text. */
export async function textOf(document: PrintDocument): Promise<string> {
  const { plainText } = await import('../plain/plain-text.js');
  return plainText(document);
}
