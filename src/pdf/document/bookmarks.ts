import type { Bookmark } from '../engine/node-shapes.js';
import type { DocumentPage, EngineDocument, Outline } from '../engine/pdfkit-shapes.js';
import { decimal } from './strings.js';

/** Bookmarks that open at their heading; pdfkit's open at the top of the page and count only direct children. */
export class Bookmarks {
  /** The latest bookmark of every level that is still open for children. */
  private readonly path: { level: number; outline: Outline }[] = [];

  constructor(private readonly document: EngineDocument) {}

  /** `y` in points from the top of the page. */
  add(bookmark: Bookmark, page: DocumentPage, y: number): Outline {
    while ((this.path.at(-1)?.level ?? 0) >= bookmark.level) this.path.pop();
    const parent = this.path.at(-1)?.outline ?? this.document.outline;
    const outline = parent.addItem(bookmark.text, { expanded: false });
    outline.outlineData.Dest = [page.dictionary, 'XYZ', null, decimal(page.height - y), null];
    this.path.push({ level: bookmark.level, outline });
    return outline;
  }

  /** The first level is open, those below are closed (ISO 32000-1, table 153: a closed one counts negatively). */
  count(): void {
    const { outline } = this.document;
    if (outline.children.length === 0) return;
    const visible = outline.children.length + outline.children.reduce((sum, child) => sum + child.children.length, 0);
    outline.outlineData.Count = visible;
    for (const child of outline.children) countBelow(child, true);
  }
}

function countBelow(outline: Outline, open: boolean): void {
  for (const child of outline.children) countBelow(child, false);
  if (outline.children.length > 0)
    outline.outlineData.Count = open ? outline.children.length : -outline.children.length;
}
