import { PdfDictionary, PdfName, PdfString, type PdfValue } from '../proof/pdf/objects.js';
import type { PdfFile } from '../proof/pdf/pdf-file.js';
import { textOfBytes } from '../proof/pdf/strings.js';

/** A file inside a PDF (ISO 32000-1, 7.11.4). */
export interface AttachedFile {
  readonly name: string;
  /** `Source`, `Alternative`, `Supplement`, `Data`. */
  readonly relationship: string;
  readonly bytes: Uint8Array;
}

/** The files inside a PDF, as an independent reader finds them; none in what is no PDF. */
export function attachedFiles(file: PdfFile): readonly AttachedFile[] {
  return [...file.objects.values()].flatMap((object): AttachedFile[] => {
    if (!(object instanceof PdfDictionary) || !hasName(object.get('Type'), 'Filespec')) return [];
    const stream = file.get(file.dictionary(object.get('EF')).get('F'));
    const name = file.get(object.get('UF'));
    const relationship = file.get(object.get('AFRelationship'));
    if (!(name instanceof PdfString)) return [];
    return [
      {
        name: textOfBytes(name.bytes),
        relationship: relationship instanceof PdfName ? relationship.text : '',
        bytes: new Uint8Array(Buffer.from(file.data(stream), 'latin1')),
      },
    ];
  });
}

function hasName(value: PdfValue, text: string): boolean {
  return value instanceof PdfName && value.text === text;
}
