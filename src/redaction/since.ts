import type { LoadedBrief } from '../brief/brief.js';
import { marksIn, tierOf, withinLimit, withinTier } from '../brief/markings.js';
import { type Diagnostic, type Outcome, success, warning } from '../diagnostics/diagnostic.js';
import { markingOf } from './choose-redaction.js';

/** The edition before a brief, as far as its readers may know it. */
export interface Since {
  readonly since?: LoadedBrief;
}

/**
 * The edition before this one, if the document may say what has changed since. An edition that is marked higher, or
 * contains an item that is, is left out: what was removed from it would be printed in the box. A brief redacted for other
 * readers has none, since the edition that it supersedes was not redacted for them.
 */
export function sinceOf({ brief, superseded }: LoadedBrief): Outcome<Since> {
  if (superseded === undefined) return success({});
  const limit = markingOf(brief);
  const tier = tierOf(brief.marking);
  const marks = marksIn(superseded.brief);
  const all = (wanted: 'tlp' | 'tier') => marks.flatMap(({ name, mark }) => (name === wanted ? [mark] : []));
  const isWithinTier = [tierOf(superseded.brief.marking), ...all('tier')].every((each) => withinTier(each, tier));
  const isWithinLimit = [markingOf(superseded.brief), ...all('tlp')].every((mark) => withinLimit(mark, limit));
  if (isWithinTier && isWithinLimit) return success({ since: superseded });
  return success({}, [withheld(superseded, isWithinTier ? `TLP:${limit}` : 'its protective marking')]);
}

function withheld({ file, brief }: LoadedBrief, marking: string): Diagnostic {
  return warning(
    'supersedes-withheld',
    `What has changed since edition ${brief.edition ?? 1} is not printed: ${file} has something above ${marking}.`,
    { at: 'supersedes.file', hints: ['Mark this edition as high as the one before, or name no file in `supersedes`.'] },
  );
}
