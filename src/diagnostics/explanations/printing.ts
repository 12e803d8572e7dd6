import type { Explanations } from './explanation.js';

/** What can be wrong with printing. */
export const PRINT = {
  'print-printer': {
    means:
      'The printer cannot be used: nothing says which, its address is wrong, it cannot be reached, does not answer in time, cannot prove who it is, or wants you to log in. A warning where a brief has a login in the address of a printer.',
    mend: 'Correct `--printer`, or look after the printer; copies that are printed are not printed twice.',
  },
  'print-unable': {
    means: 'What is asked for cannot be printed: the printer cannot do it, or there is no such thing to print.',
    mend: 'Ask for less, or name another printer.',
  },
  'print-attention': {
    means: 'The printer can be used, and somebody has to look after it: put in paper, close a door.',
    mend: 'Do as it says; what was sent waits there meanwhile.',
  },
  'print-ignored': {
    means: 'The printer has printed, but not all as it was asked to.',
    mend: 'Look at the paper; leave the option out, or name another printer.',
  },
  'print-refused': {
    means: 'The printer does not take a document, and says why.',
    mend: 'Do as it says and print again; copies that are printed are not printed twice.',
  },
  'print-cancelled': {
    means:
      'The printer took a document and did not print it to the end: somebody cancelled it, or the printer gave up.',
    mend: 'Destroy what came out of it, and print again.',
  },
  'print-unclear': {
    means:
      'A document was given to a printer, and what became of it is not known: it may come out yet. A numbered copy is not printed again by itself.',
    mend: 'Look at the printer and its queue; `--again` prints it once more.',
  },
  'print-earlier': {
    means:
      'A numbered copy of this edition is on paper already, from when the brief said something else. It is not printed again by itself.',
    mend: 'Give the brief a new `edition`, or destroy that paper and print it once more with `--again`.',
  },
  'print-register': {
    means: 'The folder that should hold the register of prints holds something else, or a file in it was changed.',
    mend: 'Put it right, or move it away; then nobody knows what was printed, and everything is printed.',
  },
  'impose-unreadable': {
    means:
      'The pages of a PDF cannot be put on sheets: it is encrypted, broken, or has not got the pages that are asked for.',
    mend: 'Name a PDF that opens without a password, such as one that `briefpress build` has made.',
  },
} as const satisfies Explanations;
