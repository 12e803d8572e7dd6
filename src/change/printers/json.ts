import type { Changes } from '../changes.js';

/**
 * The changes for a program: `older`, `newer` (`edition`, `asOf`), `language`, `fields` and `items`, each as
 * docs/changes.md describes it. Fields are only ever added to this form.
 */
export function printJson(changes: Changes): string {
  return `${JSON.stringify({ version: 1, ...changes }, null, 2)}\n`;
}
