import type { Explanations } from './explanation.js';

/** The codes of mails: who gets one, and what a server says of it. */
export const MAIL = {
  'mail-address': {
    means: 'What should be an e-mail address is not one: one name, an @, and the name of a domain.',
    mend: 'Write `anna@example.org`, or `Anna Berg <anna@example.org>`, one address an option.',
  },
  'mail-edition': {
    means: 'A mail would go to a reader who may not have what is in it: the brief gives that reader another edition.',
    mend: 'Send the edition that is meant for the reader, or take the address off the mail.',
  },
  'mail-sender': {
    means: 'A mail cannot be sent, since nothing says from whom it is.',
    mend: 'Give `--from`, or `email` in the `from` of the brief.',
  },
  'mail-server': {
    means:
      'The mail server cannot be used: its address is wrong or has a password in it, it does not answer, it cannot prove who it is, or it lets you send nothing.',
    mend: 'Correct `--smtp`, the certificate or the password. What was sent stands in the register, and is not sent again.',
  },
  'mail-refused': {
    means: 'The mail server does not take a mail for this address, now or later.',
    mend: 'Correct the address and send again; the others do not get it twice.',
  },
  'mail-later': {
    means: 'The mail server wants to be asked again later: many do so with everyone they do not know yet.',
    mend: 'Give the same command again in some minutes.',
  },
  'mail-unclear': {
    means:
      'A mail was handed over, and the answer never came: the reader may have it, or not. It is not sent again by itself.',
    mend: 'Ask the reader, or the log of the server; `--again` sends it once more.',
  },
  'mail-earlier': {
    means: 'A reader has got this edition already, when the brief said something else. It is not sent again by itself.',
    mend: 'Give the brief a new `edition`, or send it once more with `--again`.',
  },
  'mail-register': {
    means: 'The folder that should hold the register of mails holds something else, or a file in it was changed.',
    mend: 'Put it right, or move it away; then nobody knows who has got what, and `--again` sends to all.',
  },
} as const satisfies Explanations;
