import type { BriefLayout } from '../brief/brief.js';
import type { Outcome } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import type { PictureFile } from '../layout/pictures/picture-file.js';
import type { Paper } from '../layout/theme/theme-type.js';
import type { Ascents } from '../layout/theme/typeface.js';
import { ascentOf } from '../pdf/fonts/ascent.js';
import type { Attachment, RenderedPdf } from '../pdf/resources.js';
import type { BriefingMaterials } from './briefing-materials.js';
import { readImages } from './images.js';

export interface PrintChoices {
  readonly materials: BriefingMaterials;
  /** What is in the pictures that the memo has too. */
  readonly pictures: Map<Uint8Array, PictureFile>;
  readonly attachments: readonly Attachment[];
  readonly paper: Paper;
  /** What the brief says of its pages. */
  readonly layout: BriefLayout | undefined;
  /** The pages that the template is made for; null where there may be any number. */
  readonly usualPages?: number | null;
  readonly isDraft: boolean;
  /** The names of files in an edition for other readers → their paths in the brief's folder. */
  readonly originals?: ReadonlyMap<string, string> | undefined;
}

/** Sets a document with its pictures, and prints it within its page budget. */
export async function printBriefing(document: PrintDocument, choices: PrintChoices): Promise<Outcome<RenderedPdf>> {
  const { materials, pictures, attachments, paper, layout, usualPages = null, isDraft, originals } = choices;
  const images = readImages(document.root, materials.readFile, originals);
  if (!images.ok) return images;
  // The page setter and the printer take a tenth of a second to load: only when there is something to print.
  const { printWithinBudget } = await import('./page-budget.js');
  const { theme, logo, readFont, scriptFamilies = [], colorProfile } = materials;
  const setting = { theme, paper, images: images.value, pictures, logo, ascents: ascentsOf(materials) };
  const resources = { readFont, scriptFamilies, colorProfile, attachments };
  return printWithinBudget(document, { setting, resources, budget: layout, usualPages, isDraft });
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

const FACE_STYLES = ['normal', 'bold', 'italics', 'bolditalics'] as const;
