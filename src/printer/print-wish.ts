import type { Range } from './ipp-message.js';

export const DUPLEX = ['long', 'short', 'off'] as const;
export const COLOURS = ['colour', 'grey'] as const;

/** What a person asks for; what is left out, the printer decides, but for both sides where it can. */
export interface PrintWish {
  readonly duplex?: (typeof DUPLEX)[number];
  readonly colour?: (typeof COLOURS)[number];
  readonly copies?: number;
  readonly pages?: readonly Range[];
}
