import type { Explanations } from './explanation.js';

/** The codes of what happens to finished documents: who gets what. */
export const DELIVERY = {
  'delivery-clearance': {
    means: 'A reader on the distribution list may not have the edition that is meant for them, or any at all.',
    mend: 'Name an edition that the reader may have, add one to `editions`, or take the reader off the list.',
  },
  'delivery-address': {
    means: 'A copy goes by e-mail, and the brief has no address for it.',
    mend: 'Add `email` to the copy, or write `medium: print`.',
  },
  'delivery-nobody': {
    means: 'Nobody is to get anything, or the copy that was asked for is not on the distribution list.',
    mend: 'List the copies in `distribution`, with their readers.',
  },
  'delivery-twice': {
    means: 'Two numbered copies of the same document go to one address.',
    mend: 'Take one of them off the list, or correct its address.',
  },
} as const satisfies Explanations;
