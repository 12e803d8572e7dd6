import type { EngineDocument } from '../engine/pdfkit-shapes.js';
import { compareByBytes, pdfName, pdfString } from './strings.js';

/** A file inside the file. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  readonly relationship: 'Source' | 'Alternative' | 'Supplement' | 'Data';
  /** ISO 8601. */
  readonly modified: string;
}

/** Associated files (PDF/A-3, 6.8): each says what it is to the document, its type and when it was changed. */
export function addAttachments(
  document: EngineDocument,
  files: readonly EmbeddedFile[],
  names: Record<string, unknown>,
): void {
  if (files.length === 0) return;
  const sorted = [...files].sort((a, b) => compareByBytes(a.name, b.name));
  const specifications = sorted.map((file) => {
    const stream = document.ref({
      Type: 'EmbeddedFile',
      Subtype: pdfName(file.mediaType),
      Params: { Size: file.bytes.length, ModDate: new Date(file.modified) },
    });
    stream.end(file.bytes);
    const specification = document.ref({
      Type: 'Filespec',
      F: pdfString(file.name),
      UF: pdfString(file.name),
      Desc: pdfString(file.description),
      AFRelationship: file.relationship,
      EF: { F: stream, UF: stream },
    });
    specification.end();
    return specification;
  });
  names.EmbeddedFiles = { Names: sorted.flatMap((file, at) => [pdfString(file.name), specifications[at]]) };
  document._root.data.AF = specifications;
}
