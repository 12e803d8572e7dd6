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
  'register-invalid': {
    means: 'The register of copies in the folder is another program’s, another brief’s, or damaged.',
    mend: 'Move it away, or choose another folder with `--output`.',
  },
  'register-busy': {
    means: 'Another run is writing copies to the same folder.',
    mend: 'Wait until it has ended; if none is running, remove the file that the message names.',
  },
  'trace-unknown': {
    means: 'No register has the document, and nothing in it says which copy it is.',
    mend: 'Name the register with `--register`; it lies beside the copies, as `copies.json`.',
  },
} as const satisfies Explanations;
