import { type Diagnostic, type Outcome, outcomeOf, success } from '../../../diagnostics/diagnostic.js';
import { impose } from '../../../imposition/impose.js';
import type { Imposition } from '../../../imposition/sheet-order.js';
import type { PrintOptions } from '../../options.js';
import { pageNumbers } from '../../page-ranges.js';
import type { Printable } from './printable.js';

export interface OnSheets {
  readonly documents: readonly Printable[];
  /** What is left to ask the printer for. */
  readonly options: PrintOptions;
}

/**
 * The documents as they go to a printer: with an imposition, two pages on each side of paper, of the pages that are asked
 * for. A booklet needs both sides, flipped on the short edge. What is registered of a copy is the copy, not its sheets.
 */
export async function ontoSheets(
  documents: readonly Printable[],
  imposition: Imposition | undefined,
  options: PrintOptions,
): Promise<Outcome<OnSheets>> {
  const { pages, ...rest } = options;
  if (imposition === undefined) return success({ documents, options });
  const problems: Diagnostic[] = [];
  const made: Printable[] = [];
  for (const document of documents) {
    const numbers = pages === undefined ? undefined : pageNumbers(pages);
    const wish = { as: imposition, file: document.name, ...(numbers && { pages: numbers }) };
    const sheets = await impose(document.bytes, wish);
    problems.push(...sheets.diagnostics);
    if (sheets.ok) made.push({ ...document, bytes: sheets.value.bytes });
  }
  const duplex = options.duplex ?? (imposition === 'booklet' ? 'short' : undefined);
  return outcomeOf({ documents: made, options: { ...rest, ...(duplex && { duplex }) } }, problems);
}

/** For whoever has it from the configuration, and does not think of it. */
export function sheetsWords(imposition: Imposition | undefined): string {
  if (imposition === undefined) return '';
  return imposition === 'booklet'
    ? 'As a booklet: two pages on each side, to be folded.\n'
    : 'Two pages on each side.\n';
}
