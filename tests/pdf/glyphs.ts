import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text as pdf.js puts it on a page: pieces in drawing order, the characters of each from left to right. */
export interface Drawn {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** From the foot of the page. */
  readonly y: number;
}

interface Glyph {
  readonly unicode: string;
}

/** What each operator shows, glyph by glyph from left to right, whatever order it is meant to be read in. */
export async function shownGlyphs(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const shown: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    fnArray.forEach((operator, at) => {
      if (operator !== OPS.showText) return;
      const [glyphs] = argsArray[at] as [(Glyph | number)[]];
      shown.push(glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join(''));
    });
  }
  await document.destroy();
  return shown;
}

/** The text of the first page as pdf.js hands it to whoever copies it, with its place. */
export async function copiedText(pdf: Uint8Array): Promise<Drawn[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  await document.destroy();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, y = 0] = item.transform as number[];
    return [{ text: item.str.trim(), left, right: left + item.width, y }];
  });
}
