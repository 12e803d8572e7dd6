/** From the page to the text or the form, and back. */

import type { TextRange } from '../preview/protocol.js';
import type { Path } from '../preview/protocol-editing.js';
import { stepsOf } from '../syntax/places.js';
import { page, type Target } from './model.js';

/** Goes to lines of the text. */
export function showInText(target: Target): void {
  page.set({ write: 'text', side: 'write', toText: { ...target } });
}

/** Goes to a place of the brief where the person writes: a field of the form, or lines of the text. */
export function showPlace({ field, range }: { readonly field: string | null; readonly range: TextRange | null }): void {
  // What is of the brief as a whole, such as a field that there is none of, stands in no field of the form.
  if (page.value.write !== 'text' && field !== null && field !== '')
    page.set({ write: 'form', side: 'write', toField: { path: stepsOf(field) } });
  else if (range !== null) showInText(range);
}

/** Brings what a field says into sight on the pages. */
export function showOnPage(path: Path): void {
  if (path.length > 0) page.set({ toPage: { path } });
}
