import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it stands on a page, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The element it is marked as: `P`, `H2`, `Artifact` … */
  readonly tag: string;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** The pages as pdf.js sees them: a reader that shares nothing with the printer. */
export async function pagesOf(pdf: Uint8Array): Promise<Page[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const pieces: Piece[] = [];
    const open: string[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        // The types of pdf.js leave the tag out.
        else open.push('tag' in item ? String(item.tag) : '');
      } else if (item.str.trim() !== '') {
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
        pieces.push({ text: item.str, x, y, width: item.width, size: Math.hypot(a, b), tag: open[0] ?? '' });
      }
    }
    pages.push({ width, height, pieces });
    page.cleanup();
  }
  await document.destroy();
  return pages;
}

/** Blanks are the page setter's; a soft hyphen is none of the text. */
export const letters = (text: string): string => text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200F\uFEFF]/g, '');

/** What the pages say, outside header, footer and watermark, without blanks. */
export function contentOf(pages: readonly Page[]): string {
  return letters(pages.flatMap(({ pieces }) => pieces.filter(({ tag }) => tag !== 'Artifact').map(textOf)).join(''));
}

const textOf = ({ text }: Piece) => text;

/** What is wrong with how the text stands: it leaves the page, or a heading is the last thing on one. */
export function placingProblems(pages: readonly Page[]): string[] {
  return pages.flatMap((page, index) => [
    ...page.pieces.filter((piece) => leaves(piece, page)).map(({ text }) => `page ${index + 1}: "${text}" leaves it`),
    ...lonelyHeading(page, pages[index + 1]).map((text) => `page ${index + 1}: the heading "${text}" is last`),
  ]);
}

function leaves({ x, y, width, size, text, tag }: Piece, page: Page): boolean {
  // A watermark runs across the page, and what is read from the right has its origin where pdf.js wants it.
  if (tag === 'Artifact' || /[\u0590-\u08ff]/.test(text)) return false;
  return x < 0 || x + width > page.width + 0.5 || y - size * 0.3 < 0 || y + size * 0.8 > page.height;
}

/** A heading at the foot of a page whose text is on the next. One that has no text, as in an annex, stands as it must. */
function lonelyHeading(page: Page, next: Page | undefined): string[] {
  const last = contentPieces(page).at(-1);
  const follows = next === undefined ? undefined : contentPieces(next)[0];
  if (last === undefined || follows === undefined || !isHeading(last)) return [];
  return isHeading(follows) && follows.tag <= last.tag ? [] : [last.text];
}

function contentPieces({ pieces }: Page): readonly Piece[] {
  return pieces.filter(({ tag }) => tag !== 'Artifact');
}

function isHeading({ tag }: Piece): boolean {
  return /^H\d$/.test(tag);
}
