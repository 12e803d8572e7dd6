import type { PrintDefinition } from '../../src/layout/definition.js';
import type { PdfResources, RenderedPdf } from '../../src/pdf/render.js';
import { renderPdf } from '../../src/pdf/render.js';
import { testResources } from './resources.js';

/** The definition as a PDF; a diagnostic that stops it is an error of the test. */
export async function rendered(
  definition: PrintDefinition,
  { attachments = [], standard }: Partial<Pick<PdfResources, 'attachments' | 'standard'>> = {},
): Promise<RenderedPdf> {
  const outcome = await renderPdf(definition, { ...testResources(attachments), ...(standard && { standard }) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2));
  return outcome.value;
}
