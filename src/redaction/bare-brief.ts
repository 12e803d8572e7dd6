import type { LoadedBrief } from '../brief/brief.js';

/**
 * A redacted brief without what was left out of it: whoever makes its documents is handed this alone, and cannot print a
 * withheld text, whatever fault it has. What was withheld is for the proof, and for the places of messages.
 */
export function bareOf(redacted: LoadedBrief): LoadedBrief {
  const known = bare.get(redacted) ?? madeBare(redacted);
  bare.set(redacted, known);
  return known;
}

/** Its documents in several languages are made of the same one. */
const bare = new WeakMap<LoadedBrief, LoadedBrief>();

function madeBare({ brief, id, file, text, placeOf, annexBodies, originals }: LoadedBrief): LoadedBrief {
  return { brief, id, file, text, placeOf, annexBodies, ...(originals && { originals }) };
}
