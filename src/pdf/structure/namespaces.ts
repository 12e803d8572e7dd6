import type { Standard } from '../document/standard.js';
import type { StructureType } from './element.js';

/** PDF 2.0 has two sets of standard types (ISO 32000-2, 14.8.6): its own, and what only PDF 1.7 has. */
export type NamespaceName = 'http://iso.org/pdf2/ssn' | 'http://iso.org/pdf/ssn';

/** Types that PDF 2.0 knows, but has not taken into its own set. */
const OLD: ReadonlySet<StructureType> = new Set([
  'Art',
  'BlockQuote',
  'Code',
  'Quote',
  'Reference',
  'TOC',
  'TOCI',
] satisfies StructureType[]);

/** What a type is called in the file: PDF/UA-2, 8.2.5.14 has FENote for Note. */
export function typeName(type: StructureType, standard: Standard): string {
  return standard === 'ua2' && type === 'Note' ? 'FENote' : type;
}

export function namespaceOf(type: StructureType): NamespaceName {
  return OLD.has(type) ? 'http://iso.org/pdf/ssn' : 'http://iso.org/pdf2/ssn';
}
