import { getDocumentProxy } from 'unpdf';
import type { Extracted } from './extracted.js';

/** The letters that a PDF may hold as one glyph: no editor types them. */
const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};

/** The text of a PDF in the order of its content, a line for each line on paper. */
export async function textOfPdf(bytes: Uint8Array): Promise<Extracted> {
  let pages: string[];
  try {
    // It is given a copy: pdf.js takes the bytes for its own.
    pages = await pagesOf(bytes.slice());
  } catch (error) {
    // Whatever pdf.js throws, it is about the file: broken, or encrypted.
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return isLocked
      ? { ok: false, reason: 'is a PDF that opens with a password alone', hint: 'Keep a copy without one.' }
      : { ok: false, reason: 'is no PDF that can be read', hint: 'Fetch it again, or keep its text.' };
  }
  const text = pages.join('\n').replace(/[\uFB00-\uFB06]/g, (ligature) => LIGATURES[ligature] ?? ligature);
  if (/\p{L}/u.test(text)) return { ok: true, text };
  return {
    ok: false,
    reason: 'is a PDF without text, such as a scan',
    hint: 'Recognise its text first (OCR), or keep the text that you read in a file of its own.',
  };
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return pages;
  } finally {
    await document.destroy();
  }
}
