import type { Standard } from '../document/standard.js';
import { pdfString } from '../document/strings.js';
import type { StructureElement } from './element.js';

/** The attribute objects of an element (ISO 32000-1, 14.8.5). */
export function attributesOf(element: StructureElement, standard: Standard): Record<string, unknown>[] {
  const { scope, colSpan, rowSpan, summary, bbox } = element.attributes;
  const objects: Record<string, unknown>[] = [];
  const table: Record<string, unknown> = {};
  if (scope !== undefined) table.Scope = scope;
  if (colSpan !== undefined && colSpan > 1) table.ColSpan = colSpan;
  if (rowSpan !== undefined && rowSpan > 1) table.RowSpan = rowSpan;
  if (summary !== undefined && summary !== '') table.Summary = pdfString(summary);
  if (Object.keys(table).length > 0) objects.push({ O: 'Table', ...table });
  const numbering = numberingOf(element, standard);
  if (numbering !== undefined) objects.push({ O: 'List', ListNumbering: numbering });
  if (element.type === 'Note' && standard === 'ua2') objects.push({ O: 'FENote', NoteType: 'Endnote' });
  if (bbox !== undefined) objects.push({ O: 'Layout', Placement: 'Block', BBox: bbox });
  return objects;
}

/** PDF/UA-2, 8.2.5.25: a list with labels of its own is not one without: they are boxes, or words that its items describe. */
function numberingOf(list: StructureElement, standard: Standard): string | undefined {
  const { listNumbering } = list.attributes;
  if (listNumbering !== 'None' || standard === 'ua1') return listNumbering;
  const labels = list.kids.flatMap((item) => (item.kind === 'element' ? item.kids : [])).filter(isLabel);
  if (labels.length === 0) return listNumbering;
  return labels.some(isBox) ? 'Unordered' : 'Description';
}

type Kid = StructureElement['kids'][number];

function isLabel(kid: Kid): kid is StructureElement {
  return kid.kind === 'element' && kid.type === 'Lbl';
}

/** A box to tick says its state instead of a number. */
function isBox({ attributes, kids }: StructureElement): boolean {
  const says = attributes.alt ?? attributes.actualText;
  return says !== undefined || kids.some((kid) => kid.kind === 'element' && isBox(kid));
}
