import type { BriefLayout } from '../brief/brief.js';
import type { PrintDocument } from '../document/document.js';
import type { Edition } from '../edition/edition.js';
import { defaultTheme } from '../layout/theme/theme-default.js';
import { composePrintAsListed } from '../memo/compose.js';
import type { TemplatePack } from '../memo/pack.js';
import { isCommonText, isOfCommonLetters } from '../pdf/fonts/common-text.js';
import type { BriefingMaterials } from './briefing-materials.js';

/** What a document would be printed with. */
interface Printing {
  readonly materials: Pick<BriefingMaterials, 'theme' | 'own'>;
  readonly layout: BriefLayout | undefined;
  readonly usualPages?: number | null;
  readonly copies?: readonly unknown[] | undefined;
}

interface EditionPrinting extends Printing {
  readonly pack: TemplatePack;
}

/**
 * Whether printing can find nothing wrong with a document, so that who only asks what is wrong need not print it. Most
 * documents are such, and to print one takes longer than all else. What printing can find, and why it cannot here:
 *
 * - A font that is missing or cannot be read (`theme-invalid`): all fonts come with the program.
 * - A character that no font has (`glyph-missing`): every text of the document, and all that the layout makes of it or adds,
 *   is of characters that those fonts have.
 * - A picture or a logo that is missing or cannot be shown (`image-…`, `file-…`): there is none.
 * - Too many pages (`page-overflow`): there may be any number.
 *
 * Where one of these is not plain to see, the answer is no, and the document is laid out.
 */
export function isSurelyPrintable(document: PrintDocument, printing: Printing): boolean {
  const { root, furniture, words } = document;
  return (
    hasUsualFonts(printing) &&
    mayHaveAnyLength(printing) &&
    // A copy bears the name of its reader.
    printing.copies === undefined &&
    // A watermark is drawn in one font.
    isOfCommonLetters(furniture.watermark ?? '') &&
    [root, furniture, words].every((part) => isPlain(part, 0))
  );
}

/**
 * Whether nothing can be wrong with any document of an edition, as far as the edition is sound: known from the tree of the
 * printed document alone. What a memo can say that this does not, and why it cannot here:
 *
 * - A fault of its template, or words that it lacks in a language: template and labels come with the program, which have all
 *   words of a language or none; and where there are none, the printed document says so.
 * - A picture that is missing, in a field that only the memo has: there is none in the edition.
 * - A link that leads nowhere: none leads to a place in the document.
 *
 * A page for the web is made of the same tree, and pictures are all that can be wrong with it.
 */
export function isSurelySound(edition: Edition, { pack, ...printing }: EditionPrinting): boolean {
  // First what is soon seen.
  const mayBe =
    printing.materials.own?.length === 0 &&
    hasUsualFonts(printing) &&
    mayHaveAnyLength(printing) &&
    isPlain(edition, 0) &&
    !hasLinkWithin(edition);
  if (!mayBe) return false;
  const document = composePrintAsListed(edition, pack, { created: '' });
  return document.ok && document.diagnostics.length === 0 && isSurelyPrintable(document.value, printing);
}

/** A link to a heading of the same document: which there are differs between documents. */
function hasLinkWithin(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('url' in part && typeof part.url === 'string' && part.url.startsWith('#')) return true;
  return Object.values(part).some(hasLinkWithin);
}

function hasUsualFonts({ materials: { theme, own }, layout }: Printing): boolean {
  const isShipped = layout?.theme === undefined && own?.every((each) => each === 'labels') === true;
  // Typographic marks depend on the language. What is installed may have been changed.
  return isShipped && theme.logo === null && !theme.text.smart && areSame(theme.fonts, defaultTheme.fonts);
}

function areSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function mayHaveAnyLength({ layout, usualPages = null }: Printing): boolean {
  return layout?.maxPages === undefined && usualPages === null;
}

/** Levels of data in each other: a document that is nested deeper may be more than can be laid out. */
const DEEPEST = 100;

/** No picture in it, no numbers that would be written by a rule of their language, and characters that all fonts have. */
function isPlain(part: unknown, depth: number): boolean {
  if (typeof part === 'string') return isCommonText(part);
  if (typeof part !== 'object' || part === null) return true;
  if (depth > DEEPEST || isPictureOrChart(part)) return false;
  return Object.values(part).every((each) => isPlain(each, depth + 1));
}

function isPictureOrChart(part: object): boolean {
  return ('type' in part && part.type === 'image') || ('kind' in part && part.kind === 'chart');
}
