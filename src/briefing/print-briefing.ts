import type { BriefLayout } from '../brief/brief.js';
import type { Outcome } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import type { Paper } from '../document/paper.js';
import type { CopyMark } from '../layout/copies.js';
import type { PictureFile } from '../layout/pictures/picture-file.js';
import { isFamilyKnown, usualWidth } from '../layout/text/text-width.js';
import type { Ascents, Stretches } from '../layout/theme/typeface.js';
import type { Standard } from '../pdf/document/standard.js';
import { advancesOf } from '../pdf/fonts/advances.js';
import { ascentOf } from '../pdf/fonts/ascent.js';
import type { Attachment, LaidOutPages, PdfResources, RenderedPdf } from '../pdf/resources.js';
import type { BriefingMaterials } from './briefing-materials.js';
import { readImages } from './images.js';

export interface PrintChoices {
  readonly materials: BriefingMaterials;
  /** What is in the pictures that the memo has too. */
  readonly pictures: Map<Uint8Array, PictureFile>;
  readonly attachments: readonly Attachment[];
  readonly paper: Paper;
  readonly standard: Standard;
  /** The numbered copies to make of it. */
  readonly copies?: readonly CopyMark[] | undefined;
  /** What the brief says of its pages. */
  readonly layout: BriefLayout | undefined;
  /** The pages that the template is made for; null where there may be any number. */
  readonly usualPages?: number | null;
  readonly isDraft: boolean;
  /** To lay the pages out alone, where writing them can find nothing wrong. */
  readonly isCheck?: boolean;
  /** The names of files in an edition for other readers → their paths in the brief's folder. */
  readonly originals?: ReadonlyMap<string, string> | undefined;
}

/** A printed document, or its pages where no file of them was needed. */
export type PrintedPages = LaidOutPages & Partial<Pick<RenderedPdf, 'bytes' | 'copies'>>;

/** Sets a document with its pictures, and prints it within its page budget. */
export async function printBriefing(document: PrintDocument, choices: PrintChoices): Promise<Outcome<PrintedPages>> {
  const { materials, pictures, attachments, paper, standard, layout, usualPages = null, isDraft, originals } = choices;
  const images = readImages(document.root, materials.readFile, originals);
  if (!images.ok) return images;
  // The page setter and the printer take a tenth of a second to load: only when there is something to print.
  const { setWithinBudget } = await import('./page-budget.js');
  const { theme, logo, scriptFamilies = [], colorProfile, isOwnFont } = materials;
  const setting = {
    theme,
    paper,
    images: images.value,
    pictures,
    logo,
    ascents: ascentsOf(materials),
    stretches: stretchesOf(materials),
    binding: layout?.binding,
    rightHand: layout?.rightHandPages,
    ...(choices.copies && { copies: choices.copies }),
  };
  let areFontsOwn = true;
  const readFont: PdfResources['readFont'] = (family, face) => {
    const bytes = materials.readFont(family, face);
    areFontsOwn &&= bytes === null || isOwnFont?.(bytes) === true;
    return bytes;
  };
  const resources = { readFont, scriptFamilies, colorProfile, attachments, standard };
  const laidOut = await setWithinBudget(document, { setting, resources, budget: layout, usualPages, isDraft });
  // Whether a font of the user's can be drawn with and cut down is found when that is done.
  return !laidOut.ok || (choices.isCheck && areFontsOwn) ? laidOut : laidOut.value.print();
}

/** The layout touches no font file: what it has to know of one is read here. */
function ascentsOf({ theme, readFont }: BriefingMaterials): Ascents {
  const { body, title, heading, mono } = theme.fonts;
  const ascents = [...new Set([body, title, heading, mono])].map((family) => {
    const bytes = FACE_STYLES.map((face) => readFont(family, face)).find((file) => file !== null);
    return [family, bytes == null ? null : ascentOf(bytes)] as const;
  });
  return new Map(ascents.flatMap(([family, ascent]) => (ascent === null ? [] : [[family, ascent] as const])));
}

/** Letters of small and of great width; capitals by themselves, since in some fonts they alone are wide. */
const SAMPLES = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789'];

/** How wide the letters of families are that the layout does not know; the widest sample decides. */
export function stretchesOf({ theme, readFont }: Pick<BriefingMaterials, 'theme' | 'readFont'>): Stretches {
  const { body, title, heading } = theme.fonts;
  const stretchIn = (bytes: Uint8Array | null): number | null => {
    const found = SAMPLES.map((letters) => (bytes === null ? null : advancesOf(bytes, letters)));
    const shares = SAMPLES.flatMap((letters, i) => (found[i] == null ? [] : [found[i] / usualWidth(letters)]));
    return shares.length === 0 ? null : Math.max(...shares);
  };
  const families = [...new Set([body, title, heading])].filter((family) => !isFamilyKnown(family));
  return new Map(
    families.flatMap((family) => {
      const regular = stretchIn(readFont(family, 'normal'));
      if (regular === null) return [];
      const bold = stretchIn(readFont(family, 'bold')) ?? regular;
      return [[family, { regular, bold: Math.max(regular, bold) }] as const];
    }),
  );
}

const FACE_STYLES = ['normal', 'bold', 'italics', 'bolditalics'] as const;
