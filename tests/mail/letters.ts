import PostalMime from 'postal-mime';
import type { Letter } from '../../src/mail/message.js';

/** A small mail; what is not said is that. */
export function letter(more: Partial<Letter> = {}): Letter {
  return {
    from: { name: 'Eurasia desk', address: 'desk@ministry.example' },
    to: [{ name: 'Anna Berg', address: 'anna@partner.example' }],
    cc: [],
    subject: 'TLP:GREEN – A visit',
    language: 'en',
    text: 'TLP:GREEN\n\nThe visit took place.\n',
    html: '<!DOCTYPE html><html lang="en"><head><title>A</title></head><body><p>TLP:GREEN</p></body></html>',
    attachments: [{ name: 'visit.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7') }],
    ...more,
  };
}

/** A mail as a reader that is not ours has it. */
export function readMail(bytes: Uint8Array) {
  return PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' });
}

export interface Part {
  readonly type: string;
  readonly head: string;
  readonly parts: readonly Part[];
}

/** The parts of a mail by their boundaries alone: RFC 2046, 5.1. */
export function partsOf(text: string): Part {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const type = /^content-type: ([^;\s]+)/im.exec(unfolded)?.[1] ?? '';
  const boundary = /boundary="([^"]+)"/i.exec(unfolded)?.[1];
  if (boundary === undefined) return { type, head: unfolded, parts: [] };
  const pieces = `\r\n${rest.join('\r\n\r\n')}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { type, head: unfolded, parts: pieces.map((piece) => partsOf(piece.replace(/^\r\n/, ''))) };
}
