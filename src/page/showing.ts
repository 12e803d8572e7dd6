/** From the page to the text and back. */
import { page, type Target } from './model.js';

/** Goes to lines of the text. */
export function showInText(target: Target): void {
  page.set({ write: 'text', side: 'write', toText: { ...target } });
}

/** Brings what these lines say into sight on the pages. */
export function showOnPage(target: Target): void {
  page.set({ toPage: { ...target } });
}
