import type { Run } from '../../layout/print-nodes.js';
import type { Division } from '../engine/node-shapes.js';
import type { Context } from './conversion.js';
import { lessReady, readinessOf } from './readiness.js';

/** How the words of a run are divided; `undefined`: not at all. */
export function divisionOf(run: Run, { inherited, conversion }: Context): Division | undefined {
  const ready = lessReady(inherited.ready, readinessOf(run.role));
  if (ready === 'never' || run.noHyphen === true || run.sup || run.sub || conversion.region !== undefined) return;
  // Replaced text is said whole, and on one line.
  if (run.actualText !== undefined) return;
  const language = run.lang ?? inherited.lang;
  conversion.languages.add(language);
  return { language, onlyIfTooWide: ready === 'if-too-wide' };
}
