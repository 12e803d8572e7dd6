import { getDocumentProxy } from 'unpdf';

/** Width and height in points, of each page of a PDF as it is seen; null for what is not a PDF that can be read. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly (readonly [number, number])[] | null> {
  try {
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, maxImageSize: 1 });
    try {
      const sizes: (readonly [number, number])[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 });
        sizes.push([width, height]);
      }
      return sizes;
    } finally {
      await document.destroy();
    }
  } catch {
    // Whatever pdf.js throws is about the file.
    return null;
  }
}
