import type { Brief, Section } from '../brief/brief.js';
import { aroundItems, type Redaction } from './choose-redaction.js';
import { mayShow } from './tlp.js';

/**
 * The sections of a brief without references to withheld ones. A section placed after a withheld section moves to where
 * the withheld one was placed, so that no id of it is left behind.
 */
export function sectionsInPlace(brief: Brief, redaction: Redaction): readonly Section[] | undefined {
  const { sections } = brief;
  const own = aroundItems(brief, redaction);
  const hidden = new Map(
    (sections ?? []).flatMap((each) =>
      each.id === undefined || mayShow(each, own, redaction) ? [] : [[each.id, each.after] as const],
    ),
  );
  return sections?.map((section) => {
    let { after } = section;
    for (let steps = 0; after !== undefined && hidden.has(after) && steps <= hidden.size; steps++) {
      after = hidden.get(after);
    }
    const { after: _, ...rest } = section;
    return after === undefined || hidden.has(after) ? rest : { ...rest, after };
  });
}
