import { getDocumentProxy } from 'unpdf';

interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
}

/** Points: pieces whose base lines are further apart are on different lines. */
const SAME_LINE = 1;

function lineByLine(pieces: readonly Piece[]): string {
  let baseline = 0;
  return pieces
    .map(({ str, transform }) => {
      const isNew = Math.abs((transform[5] ?? 0) - baseline) > SAME_LINE;
      baseline = transform[5] ?? 0;
      return isNew ? `\n${str}` : str;
    })
    .join('');
}

/**
 * Everything that is written on each page of a PDF, in the order of its content and with all that stands in its margins;
 * null for what is not a PDF that can be read.
 */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, maxImageSize: 1 });
    try {
      const texts: string[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const { items } = await (await document.getPage(number)).getTextContent();
        texts.push(lineByLine(items.filter((item) => 'str' in item)));
      }
      return texts;
    } finally {
      await document.destroy();
    }
  } catch {
    // Whatever pdf.js throws is about the file.
    return null;
  }
}
