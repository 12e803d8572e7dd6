/** The dates that a brief gives itself, against the day on which it is built. */
import { type Diagnostic, diagnostic, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';
import type { LoadedBrief } from './brief.js';
import { isLater } from './sense/calendar.js';

/**
 * The brief, and what the day says of it: facts that were to be looked at again, a review that is due, an `asOf` that has
 * not come. Only dates of the brief's own count; there is no age at which a brief is old. For a brief that is issued
 * these are errors, for one that is withdrawn they are nothing any more. The documents do not depend on the day.
 *
 * @param today the day of the build, ISO 8601
 */
export function checkStaleness(today: string, read: Outcome<LoadedBrief>): Outcome<LoadedBrief> {
  return read.ok ? outcomeOf(read.value, [...read.diagnostics, ...staleOn(today, read.value)]) : read;
}

function staleOn(today: string, { brief, placeOf }: LoadedBrief): readonly Diagnostic[] {
  const { status = 'draft', keyFacts, reviewBy, asOf } = brief;
  if (status === 'withdrawn') return [];
  const severity = status === 'issued' ? 'error' : 'warning';
  const found: Diagnostic[] = keyFacts.flatMap(({ staleAfter }, index) => {
    // Before the day the brief is as of, it was stale when it was written; the check of its sense has said so.
    if (staleAfter === undefined || !isLater(today, staleAfter) || isLater(asOf, staleAfter)) return [];
    const message = `\`keyFacts[${index}]\` was to be looked at again after ${staleAfter}; today is ${today}.`;
    const hints = ['Check that it still holds, and move `staleAfter`.'];
    return [diagnostic(severity, 'stale-fact', message, { at: `keyFacts[${index}].staleAfter`, hints })];
  });
  if (reviewBy !== undefined && isLater(today, reviewBy)) {
    const message = `The brief was to be looked at again by ${reviewBy}; today is ${today}.`;
    const hints = ['Look at it again, and move `reviewBy`.'];
    found.push(diagnostic(severity, 'stale-review', message, { at: 'reviewBy', hints }));
  }
  if (isLater(asOf, today)) {
    const message = `The brief is as of ${asOf}, and today is ${today}.`;
    const hints = ['It knows nothing of days to come: correct `asOf`.'];
    found.push(diagnostic(severity, 'stale-as-of', message, { at: 'asOf', hints }));
  }
  return placedBy(placeOf, found);
}
