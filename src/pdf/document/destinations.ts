import type { EngineRef, Outline } from '../engine/pdfkit-shapes.js';
import type { StructureElement, StructureType } from '../structure/element.js';
import { decimal, pdfString } from './strings.js';

/** Where something is, on paper and in the structure. */
export interface Place {
  readonly page: EngineRef;
  /** In points from the bottom of the page. */
  readonly top: number;
  /** The element that begins there, when everything has been drawn; `null` where nothing is read. */
  readonly element: () => StructureElement | null;
}

/** Where the structure leads when no element begins at a place, and what it takes. */
export interface DestinationSetting {
  readonly root: StructureElement;
  readonly addName: (name: string, destination: unknown) => void;
}

/**
 * Structure destinations (ISO 32000-2, 12.3.2.3), which PDF/UA-2, 8.8 asks for inside a document: a link leads to an
 * element of the structure, and to its place on the page for readers that know only that. They are written when the
 * structure is whole; notes and contents learn on the way who refers to them.
 */
export class StructureDestinations {
  private readonly names = new Map<string, Place>();
  private readonly bookmarks: { outline: Outline; place: Place }[] = [];
  private readonly links: { annotation: EngineRef; element: StructureElement; name: string }[] = [];

  constructor(private readonly setting: DestinationSetting) {}

  addName(name: string, place: Place): void {
    this.names.set(name, place);
  }

  addBookmark(outline: Outline, place: Place): void {
    this.bookmarks.push({ outline, place });
  }

  /** The annotation is finished by settle(). */
  addLink(annotation: EngineRef, element: StructureElement, name: string): void {
    this.links.push({ annotation, element, name });
  }

  /** Before the tree is written, and after it knows what is in it. */
  settle(): void {
    for (const [name, place] of this.names) this.setting.addName(name, this.destination(place));
    for (const { outline, place } of this.bookmarks) {
      const { D, SD } = this.destination(place);
      delete outline.outlineData.Dest;
      outline.outlineData.SE = SD[0];
      outline.outlineData.A = { S: 'GoTo', D, SD };
    }
    for (const { annotation, element, name } of this.links) {
      const place = this.names.get(name);
      if (place === undefined) throw new Error(`a link leads to ${name}, which is on no page`);
      annotation.data.A = { S: 'GoTo', D: pdfString(name), SD: this.destination(place).SD };
      annotation.end();
      tellReference(element, place.element());
    }
  }

  private destination({ page, top, element }: Place): { D: unknown[]; SD: unknown[] } {
    const at = ['XYZ', null, decimal(top), null];
    return { D: [page, ...at], SD: [blockOf(element()) ?? this.setting.root.ref, ...at] };
  }
}

const INLINE: ReadonlySet<StructureType> = new Set(['Span', 'Link', 'Reference', 'Quote', 'Code', 'Lbl']);

/** The nearest element around that is in the file and is more than a few words. */
function blockOf(element: StructureElement | null): EngineRef | null {
  for (let around = element; around !== null; around = around.parent) {
    if (around.ref !== null && !INLINE.has(around.type)) return around.ref;
  }
  return null;
}

/** PDF/UA-2, 8.2.5.8 and 8.2.5.14: an entry of a table of contents names what it leads to, a note and its mark each other. */
function tellReference(link: StructureElement, target: StructureElement | null): void {
  if (target === null) return;
  const entry = around(link, 'TOCI');
  if (entry !== null) entry.refers.add(target);
  const note = around(target, 'Note');
  if (note === null || around(link, 'Note') === note) return;
  const mark = around(link, 'Reference') ?? link;
  mark.refers.add(note);
  note.refers.add(mark);
}

function around(element: StructureElement, type: StructureType): StructureElement | null {
  for (let each: StructureElement | null = element; each !== null; each = each.parent)
    if (each.type === type) return each;
  return null;
}
