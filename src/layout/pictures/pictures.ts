import { error } from '../../diagnostics/diagnostic.js';
import { type Frame, fromField, type LayoutContext } from '../context.js';
import type { ImageNode, PrintNode, SvgNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import type { PicturePiece } from '../text/inlines.js';
import { rounded, styleOf } from '../theme/typeface.js';
import type { PictureFile, UnfitFile } from './picture-file.js';
import { pictureProblems } from './picture-problems.js';
import { readPicture } from './read-picture.js';

/** Pixels per inch if a file does not say, or says the default of screenshots. */
const USUAL_DENSITY = 120;
const [LEAST_DENSITY, GREATEST_DENSITY] = [97, 1200];
/** The largest height of a picture, as a share of the text area. */
const HIGHEST = 0.62;

/** A picture, as large as its pixels allow at a good density and never enlarged, with its title below. */
export function setPicture(piece: PicturePiece, frame: Frame, context: LayoutContext): PrintNode[] {
  const { image } = piece;
  const origin = piece.origin ?? frame.origin;
  const bytes = context.images.get(image.url);
  if (bytes === undefined) {
    context.problems.push(error('image-missing', `The picture “${image.url}” was not found.`, { at: origin }));
    return [];
  }
  const file = pictureFile(bytes, context);
  context.problems.push(...pictureProblems(image.url, file, origin));
  if (file.kind === 'unfit') return [];
  const room = {
    width: frame.width,
    height: HIGHEST * (context.page.height - context.page.margins[1] - context.page.margins[3]),
  };
  const node = pictureNode(file, cleanText(image.alt).trim(), room);
  return [fromField(captioned(node, piece, context), origin)];
}

/** The picture with its caption, kept together. The address of a link is printed too, since paper cannot be clicked. */
function captioned(node: ImageNode | SvgNode, piece: PicturePiece, context: LayoutContext): PrintNode {
  const { title } = piece.image;
  const face = context.faces.caption;
  const lines: PrintNode[] = [];
  let picture: PrintNode = node;
  if (title !== null && title.trim() !== '') {
    const caption: PrintNode = { ...styleOf(face), role: 'Caption', text: cleanText(title), margin: [0, 4, 0, 0] };
    picture = { role: 'Figure', stack: [node, caption], unbreakable: true };
  }
  if (piece.link !== null && !piece.link.startsWith('#')) {
    const address = { text: piece.link, link: piece.link, color: context.theme.colours.link };
    lines.push({ ...styleOf(face), text: [address], margin: [0, 2, 0, 0] });
  }
  return lines.length === 0 ? picture : { stack: [picture, ...lines], unbreakable: true };
}

interface Room {
  readonly width: number;
  readonly height: number;
}

/** A picture as a node that fits in `room` (points). */
export function pictureNode(file: Exclude<PictureFile, UnfitFile>, alt: string, room: Room): ImageNode | SvgNode {
  if (file.kind === 'svg') {
    const bitmaps = Object.keys(file.bitmaps).length === 0 ? {} : { bitmaps: file.bitmaps };
    return { svg: file.text, ...bitmaps, ...within(file.width, file.height, room), alt };
  }
  const points = 72 / density(file.density);
  return { image: file.bitmap, ...within(file.width * points, file.height * points, room), alt };
}

/** A picture that is printed twice is read once and stored in the file once. */
export function pictureFile(bytes: Uint8Array, context: Pick<LayoutContext, 'pictures' | 'theme'>): PictureFile {
  const known = context.pictures.get(bytes);
  if (known !== undefined) return known;
  const file = readPicture(bytes, context.theme.fonts.heading);
  context.pictures.set(bytes, file);
  return file;
}

function density(stated: number | null): number {
  return stated !== null && stated >= LEAST_DENSITY && stated <= GREATEST_DENSITY ? stated : USUAL_DENSITY;
}

function within(width: number, height: number, room: Room): Room {
  const scale = Math.min(1, room.width / width, room.height / height);
  // At least as thick as a hairline, so that a picture one pixel high is still drawn.
  return { width: Math.max(0.1, rounded(width * scale)), height: Math.max(0.1, rounded(height * scale)) };
}
