import type { WebPicture } from './context.js';
import { element, type Markup } from './markup.js';

/** Within the page, so that nothing is ever fetched. */
export function pictureMarkup({ mediaType, bytes, width, height }: WebPicture, alt: string): Markup {
  return element('img', {
    src: `data:${mediaType};base64,${base64Of(bytes)}`,
    alt: alt.trim(),
    width: Math.round(width),
    height: Math.round(height),
  });
}

/** Bytes at a time: an argument list has a limit. */
const PIECE = 0x6000;

function base64Of(bytes: Uint8Array): string {
  let written = '';
  // A multiple of three, so that the pieces can be put together.
  for (let at = 0; at < bytes.length; at += PIECE) {
    written += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return written;
}
