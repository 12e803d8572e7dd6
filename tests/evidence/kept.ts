import { createHash } from 'node:crypto';
import { readBrief } from '../../src/brief/read.js';
import type { FileRead } from '../../src/diagnostics/unread.js';
import { checkEvidence } from '../../src/evidence/check-evidence.js';
import { contextOf } from '../brief/reading.js';

export type Files = Readonly<Record<string, Uint8Array | FileRead>>;

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a brief and checks its evidence. */
export async function evidenceOf(brief: string, files: Files = {}) {
  const loaded = readBrief(brief, contextOf());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return checkEvidence(loaded.value, (path) => {
    const found = files[path];
    if (found === undefined) return { ok: false, reason: 'missing' };
    return found instanceof Uint8Array ? { ok: true, bytes: found } : found;
  });
}

/** A PDF of one page with these lines, in the fewest words that PDF allows; readers mend the missing table. */
export function pdfWith(lines: readonly string[]): Uint8Array {
  return pdfOf([`BT /F1 12 Tf 14 TL 50 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`]);
}

/** A PDF whose pages have these contents; `/F1` is Helvetica, `/Clear` paints nothing, `/Picture` is grey. */
export function pdfOf(pages: readonly string[]): Uint8Array {
  const resources = '<< /ExtGState << /Clear << /ca 0 >> >> /Font << /F1 3 0 R >> /XObject << /Picture 4 0 R >> >>';
  const gray = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${gray} /Length 4 >>\nstream\naaaa\nendstream`,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${6 + 2 * i} 0 R /Resources ${resources} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  const file = `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
