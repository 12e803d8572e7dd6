import type { LoadedBrief } from '../brief/brief.js';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import { mapTree } from '../document/map.js';
import type { Image, Root } from '../document/tree.js';
import { walkTree } from '../document/walk.js';
import { pictureCopy } from '../layout/pictures/picture-copy.js';
import type { PictureFile, UnfitFile } from '../layout/pictures/picture-file.js';
import { pictureProblems } from '../layout/pictures/picture-problems.js';
import { readPicture } from '../layout/pictures/read-picture.js';
import type { BriefingMaterials } from './briefing-materials.js';
import type { MemoPicture } from './choices.js';
import { fieldOf, pathOf, readImages } from './images.js';
import { withMark } from './picture-mark.js';

interface PictureChoices {
  /** The memo's name without ending. */
  readonly name: string;
  readonly materials: BriefingMaterials;
  readonly originals: LoadedBrief['originals'];
  /** What is in the pictures that have been read. */
  readonly pictures: Map<Uint8Array, PictureFile>;
}

/**
 * The copies that lie beside a memo: a memo goes where the brief does not, and what a file of the brief is called, and
 * what it holds besides its picture, is nobody's business there.
 */
export class MemoPictures {
  readonly #copies = new Map<string, MemoPicture>();

  constructor(private readonly choices: PictureChoices) {}

  /** Every copy, in the order of the memo. */
  get copies(): readonly MemoPicture[] {
    return [...this.#copies.values()];
  }

  /** The memo with the addresses of its copies. */
  place(root: Root): Outcome<Root> {
    const { materials, originals } = this.choices;
    const images = readImages(root, materials.readFile, originals);
    if (!images.ok) return images;
    const problems: Diagnostic[] = [];
    walkTree(root.children, (node, ancestors) => {
      if (node.type !== 'image' || this.#copies.has(pathOf(node.url))) return;
      const bytes = images.value.get(node.url) ?? new Uint8Array();
      const file = this.#read(bytes);
      problems.push(...pictureProblems(node.url, file, fieldOf([node, ...ancestors.toReversed()])));
      if (file.kind !== 'unfit') this.#copies.set(pathOf(node.url), this.#copyOf(file));
    });
    const placed = mapTree(root, { inline: (node) => (node.type === 'image' ? [this.#placed(node)] : undefined) });
    return outcomeOf(placed, problems);
  }

  #read(bytes: Uint8Array): PictureFile {
    const { pictures, materials } = this.choices;
    const file = pictures.get(bytes) ?? readPicture(bytes, materials.theme.fonts.heading);
    pictures.set(bytes, file);
    return file;
  }

  #copyOf(file: Exclude<PictureFile, UnfitFile>): MemoPicture {
    const copy = pictureCopy(file);
    const name = `${this.choices.name}.picture-${this.#copies.size + 1}.${copy.ending}`;
    return { name, bytes: withMark(copy) };
  }

  #placed(image: Image): Image {
    const copy = this.#copies.get(pathOf(image.url));
    return copy === undefined ? image : { ...image, url: encodeURIComponent(copy.name) };
  }
}
