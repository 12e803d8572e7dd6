import type { Marked } from '../engine/node-shapes.js';
import type { TaggedDocument } from '../engine/tagged-document.js';
import { StructureElement } from '../structure/element.js';

/** Kinds of artifact (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'Layout' | 'Header' | 'Footer' | 'Watermark' | 'Repeated';

const PROPERTIES: Record<Artifact, string> = {
  Layout: '/Type /Layout',
  Header: '/Type /Pagination /Subtype /Header',
  Footer: '/Type /Pagination /Subtype /Footer',
  Watermark: '/Type /Pagination /Subtype /Watermark',
  Repeated: '/Type /Pagination',
};

/** Keeps exactly one marked content open around whatever is drawn. */
export class MarkedContent {
  private current: StructureElement | Artifact | null = null;

  constructor(private readonly document: TaggedDocument) {}

  open(target: StructureElement | Artifact): void {
    if (this.current === target) return;
    this.close();
    if (target instanceof StructureElement) {
      const mcid = this.document.tree.addContent(target, this.document.page.dictionary);
      this.document.addContent(`/${this.document.tree.nameOf(target)} <</MCID ${mcid}>> BDC`);
    } else {
      this.document.addContent(`/Artifact <<${PROPERTIES[target]}>> BDC`);
    }
    this.current = target;
  }

  close(): void {
    if (this.current !== null) this.document.addContent('EMC');
    this.current = null;
  }
}

/** What a picture, vector or word is: content of its element the first time, an artifact else. */
export function targetOf(item: Marked): StructureElement | Artifact {
  if (item.region !== undefined) return item.region;
  if (item.element === undefined) return 'Layout';
  if (item.once?.drawn) return 'Repeated';
  if (item.once) item.once.drawn = true;
  return item.element;
}
