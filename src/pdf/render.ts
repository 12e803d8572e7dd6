import type { Outcome } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import type { PdfResources, ReadyDefinition, RenderedPdf } from './resources.js';

export type {
  Attachment,
  Closeness,
  LaidOutDocument,
  LaidOutPages,
  PdfResources,
  ReadyDefinition,
  RenderedPdf,
} from './resources.js';

/**
 * Prints a definition as a PDF that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, or of another standard
 * where that is asked for. The same definition and resources give the same bytes. Diagnostics: `glyph-missing` (error) for a character that no font has,
 * `image-unsupported` (error) for a picture that cannot be read.
 */
export async function renderPdf(definition: PrintDefinition, resources: PdfResources): Promise<Outcome<RenderedPdf>> {
  const ready = await readyDefinition(definition, resources);
  if (!ready.ok) return ready;
  const laidOut = await ready.value.layOut();
  return laidOut.ok ? laidOut.value.print() : laidOut;
}

/** What a definition needs to be laid out, found once; it is then laid out with as much space as is wanted. */
export async function readyDefinition(
  definition: PrintDefinition,
  resources: PdfResources,
): Promise<Outcome<ReadyDefinition>> {
  // pdfmake takes a tenth of a second to load: only when there is something to print.
  const { ready } = await import('./print.js');
  return ready(definition, resources);
}
