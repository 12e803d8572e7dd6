import type { Outcome } from '../diagnostics/diagnostic.js';
import type { PrintDefinition } from '../layout/definition.js';
import type { LaidOutPages, PdfResources, RenderedPdf } from './resources.js';

export type { Attachment, LaidOutPages, PdfResources, RenderedPdf } from './resources.js';

/**
 * Prints a definition as a PDF that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, or of another standard
 * where that is asked for. The same definition and resources give the same bytes. Diagnostics: `glyph-missing` (error) for a character that no font has,
 * `image-unsupported` (error) for a picture that cannot be read.
 */
export async function renderPdf(definition: PrintDefinition, resources: PdfResources): Promise<Outcome<RenderedPdf>> {
  // pdfmake takes a tenth of a second to load: only when there is something to print.
  const { printDefinition } = await import('./print.js');
  return printDefinition(definition, resources);
}

/** The pages of a definition without the file: what is on each, in about half the time. */
export async function layOutPages(
  definition: PrintDefinition,
  resources: PdfResources,
): Promise<Outcome<LaidOutPages>> {
  const { printDefinition } = await import('./print.js');
  return printDefinition(definition, { ...resources, attachments: [] }, 'pages');
}
