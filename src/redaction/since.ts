import type { LoadedBrief, Tlp } from '../brief/brief.js';
import { withinLimit, withinTier } from '../brief/markings.js';
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
  const marks = [markingOf(superseded.brief), ...itemMarks(superseded.brief)];
  const isWithinTier = withinTier(superseded.brief.marking?.gscp, brief.marking?.gscp);
  if (isWithinTier && marks.every((mark) => withinLimit(mark, limit))) return success({ since: superseded });
  return success({}, [withheld(superseded, isWithinTier ? `TLP:${limit}` : 'its protective marking')]);
}

function itemMarks(value: unknown): Tlp[] {
  if (Array.isArray(value)) return value.flatMap(itemMarks);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'tlp' ? [inner as Tlp] : itemMarks(inner)));
}

function withheld({ file, brief }: LoadedBrief, marking: string): Diagnostic {
  return warning(
    'supersedes-withheld',
    `What has changed since edition ${brief.edition ?? 1} is not printed: ${file} has something above ${marking}.`,
    { at: 'supersedes.file', hints: ['Mark this edition as high as the one before, or name no file in `supersedes`.'] },
  );
}
