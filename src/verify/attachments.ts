import { visibleName } from '../diagnostics/printers/cells.js';
import { bytesOf } from '../proof/pdf/bytes.js';
import { PdfDictionary, PdfName, PdfString, type PdfValue } from '../proof/pdf/objects.js';
import type { PdfFile } from '../proof/pdf/pdf-file.js';
import { textOfBytes } from '../proof/pdf/strings.js';

/** Characters of a name that anybody needs to read. */
const LONGEST_NAME = 200;

/** A file inside a PDF (ISO 32000-1, 7.11.4). */
export interface AttachedFile {
  /** In one line, without anything that would act on a terminal. */
  readonly name: string;
  /** `Source`, `Alternative`, `Supplement`, `Data`. */
  readonly relationship: string;
  readonly bytes: Uint8Array;
}

/** The files inside a PDF, as an independent reader finds them; none in what is not a PDF. */
export function attachedFiles(file: PdfFile): readonly AttachedFile[] {
  return [...file.objects.values()].flatMap((object): AttachedFile[] => {
    if (!(object instanceof PdfDictionary) || !hasName(object.get('Type'), 'Filespec')) return [];
    const stream = file.get(file.dictionary(object.get('EF')).get('F'));
    const name = file.get(object.get('UF'));
    const relationship = file.get(object.get('AFRelationship'));
    if (!(name instanceof PdfString)) return [];
    return [
      {
        name: visibleName(textOfBytes(name.bytes)).slice(0, LONGEST_NAME),
        relationship: relationship instanceof PdfName ? relationship.text : '',
        bytes: bytesOf(file.data(stream)),
      },
    ];
  });
}

function hasName(value: PdfValue, text: string): boolean {
  return value instanceof PdfName && value.text === text;
}
