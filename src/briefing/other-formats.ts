import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import { walkTree } from '../document/walk.js';
import { pictureCopy } from '../layout/pictures/picture-copy.js';
import type { PictureFile } from '../layout/pictures/picture-file.js';
import { pictureProblems } from '../layout/pictures/picture-problems.js';
import { readPicture } from '../layout/pictures/read-picture.js';
import type { WebPicture } from '../web/context.js';
import { fieldOf, readImages } from './images.js';
import { PICTURE_TYPES } from './picture-types.js';
import type { PrintChoices } from './print-briefing.js';

/** A document as a page for the web, with clean copies of its pictures in it. */
export async function pageOf(document: PrintDocument, choices: PrintChoices): Promise<Outcome<string>> {
  const { materials, originals, pictures: read } = choices;
  const images = readImages(document.root, materials.readFile, originals);
  if (!images.ok) return images;
  const { theme, logo } = materials;
  const fileOf = (bytes: Uint8Array): PictureFile => {
    const file = read.get(bytes) ?? readPicture(bytes, theme.fonts.heading);
    read.set(bytes, file);
    return file;
  };
  const problems = new Map<string, readonly Diagnostic[]>();
  walkTree(document.root.children, (node, ancestors) => {
    const bytes = node.type === 'image' ? images.value.get(node.url) : undefined;
    if (node.type !== 'image' || bytes === undefined || problems.has(node.url)) return;
    problems.set(node.url, pictureProblems(node.url, fileOf(bytes), fieldOf([node, ...ancestors.toReversed()])));
  });
  const pictures = new Map(
    [...images.value].flatMap(([address, bytes]) => {
      const made = webPicture(fileOf(bytes));
      return made === null ? [] : [[address, made] as const];
    }),
  );
  const { webPage } = await import('../web/web-page.js');
  const page = webPage(document, { theme, pictures, logo: logo && webPicture(fileOf(logo)) });
  return outcomeOf(page, [...problems.values()].flat());
}

/** A clean copy; null for what cannot be shown. */
function webPicture(file: PictureFile): WebPicture | null {
  if (file.kind === 'unfit') return null;
  const copy = pictureCopy(file);
  const scale = file.kind === 'svg' ? PIXELS : 1;
  return {
    bytes: copy.bytes,
    mediaType: PICTURE_TYPES[copy.ending],
    width: file.width * scale,
    height: file.height * scale,
  };
}

/** CSS pixels in a point. */
const PIXELS = 4 / 3;

/** A document as plain text. */
export async function textOf(document: PrintDocument): Promise<string> {
  const { plainText } = await import('../plain/plain-text.js');
  return plainText(document);
}
