/** Finished pages → sheets of paper with two of them on each side. For paper alone: what a page is for a screen reader is lost. */
import {
  type PDFDocument as Document,
  degrees,
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFName,
  type PDFPage,
} from 'pdf-lib';
import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { type Imposition, sidesOf } from './sheet-order.js';

export interface Imposed {
  readonly bytes: Uint8Array;
  /** Sides of paper, with two pages on each. */
  readonly sides: number;
  readonly pages: number;
}

export interface ImposeWish {
  readonly as: Imposition;
  /** For messages. */
  readonly file: string;
  /** The numbers of the pages to take, in order; all without it. */
  readonly pages?: readonly number[];
}

/**
 * Two pages on a side of a sheet as large as one of them, turned: A5 on A4. The same pages give the same bytes. Links, tags,
 * attachments and signatures are left behind. Error: `impose-unreadable`.
 */
export async function impose(bytes: Uint8Array, { as, file, pages }: ImposeWish): Promise<Outcome<Imposed>> {
  const source = await open(bytes);
  if (typeof source === 'string') return failure([unreadable(file, source)]);
  try {
    const all = source.getPages();
    const chosen = pages?.flatMap((number) => all[number - 1] ?? []) ?? all;
    const made = await sheetsOf(source, chosen, as);
    // So that whoever looks for the producer finds it.
    const bytes = await made.save({ useObjectStreams: false });
    return success({ bytes, sides: made.getPageCount(), pages: chosen.length });
  } catch {
    // Whatever pdf-lib throws is about the file.
    return failure([unreadable(file, 'something in it is broken')]);
  }
}

async function open(bytes: Uint8Array): Promise<Document | string> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return source.getPageCount() === 0 ? 'it has no pages' : source;
  } catch (fault) {
    // One whose tables are encrypted as well is broken to pdf-lib.
    const isLocked =
      fault instanceof EncryptedPDFError || new TextDecoder('latin1').decode(bytes).includes('/Encrypt ');
    return isLocked ? 'it is encrypted' : 'it is not a PDF, or something in it is broken';
  }
}

async function sheetsOf(source: Document, pages: readonly PDFPage[], as: Imposition): Promise<Document> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const title = source.getTitle();
  if (title !== undefined) made.setTitle(title);
  made.setProducer('Briefpress');
  const [short, long] = paperOf(pages);
  // One by one: a page that is blank has nothing to embed.
  const leaves: (Leaf | null)[] = [];
  for (const each of pages) {
    const turn = ((each.getRotation().angle % 360) + 360) % 360;
    leaves.push(each.node.Contents() === undefined ? null : { page: await made.embedPage(each), turn });
  }
  for (const side of sidesOf(pages.length, { as, isRightToLeft: readsLeftwards(source) })) {
    const sheet = made.addPage([long, short]);
    side.forEach((index, half) => {
      const leaf = index === null ? null : leaves[index];
      if (leaf) place(sheet, leaf, half);
    });
  }
  return made;
}

/** The shorter and the longer side of the first page, which all are put on. */
function paperOf([first]: readonly PDFPage[]): readonly [number, number] {
  const { width, height } = first?.getSize() ?? { width: 595.28, height: 841.89 };
  return [Math.min(width, height), Math.max(width, height)];
}

interface Leaf {
  readonly page: PDFEmbeddedPage;
  /** Degrees clockwise by which it is seen turned: ISO 32000-1, 7.7.3.3. */
  readonly turn: number;
}

/** In the middle of its half, as large as it can be, and upright. */
function place(sheet: PDFPage, { page, turn }: Leaf, half: number): void {
  const sheetSize = sheet.getSize();
  const isAside = turn === 90 || turn === 270;
  const [seenWidth, seenHeight] = isAside ? [page.height, page.width] : [page.width, page.height];
  const scale = Math.min(sheetSize.width / 2 / seenWidth, sheetSize.height / seenHeight);
  const [width, height] = [page.width * scale, page.height * scale];
  const [wide, high] = isAside ? [height, width] : [width, height];
  const left = (half * sheetSize.width) / 2 + (sheetSize.width / 2 - wide) / 2;
  const bottom = (sheetSize.height - high) / 2;
  // It is turned about its own lower left corner, which then stands somewhere else.
  const x = turn === 180 || turn === 270 ? left + wide : left;
  const y = turn === 90 || turn === 180 ? bottom + high : bottom;
  sheet.drawPage(page, { x, y, width, height, rotate: degrees(-turn) });
}

/** ISO 32000-1, 12.2: a document whose pages follow each other from right to left is bound on the right. */
function readsLeftwards(source: Document): boolean {
  const preferences = source.catalog.lookup(PDFName.of('ViewerPreferences'));
  return preferences instanceof PDFDict && preferences.lookup(PDFName.of('Direction')) === PDFName.of('R2L');
}

function unreadable(file: string, why: string) {
  return error('impose-unreadable', `The pages of ${file} cannot be put on sheets: ${why}.`, {
    hints: ['Name a PDF that opens without a password, such as one that `briefpress build` has made.'],
  });
}
