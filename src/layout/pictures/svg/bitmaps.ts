import type { Bitmap } from '../bitmap.js';
import { readBitmap } from '../read-bitmap.js';

/** The bitmaps inside a picture; identical data count once. */
export class InnerBitmaps {
  private readonly keys = new Map<string, string>();
  readonly found: Record<string, Bitmap> = {};

  /** The address under which the page setter finds the bitmap of a `data:` address, or why it cannot be drawn. */
  keyOf(href: string): string | { readonly wrong: string } {
    const url = href.replace(/\s+/g, '');
    const known = this.keys.get(url);
    if (known !== undefined) return known;
    if (/^data:image\/svg/i.test(url)) return { wrong: 'an SVG inside it' };
    const bytes = bytesOf(url);
    if (bytes === null) return { wrong: /^data:/i.test(url) ? 'a bitmap that is broken' : 'a picture in another file' };
    const file = readBitmap(bytes);
    if (file.kind === 'unfit') return { wrong: `a bitmap that ${file.why}` };
    if (file.isAnimated === true) return { wrong: 'a bitmap that moves' };
    if (file.bitmap.kind === 'jpeg' && file.bitmap.orientation !== 1) return { wrong: 'a photo that is not upright' };
    const key = `bitmap-${this.keys.size + 1}`;
    this.keys.set(url, key);
    this.found[key] = file.bitmap;
    return key;
  }
}

function bytesOf(url: string): Uint8Array | null {
  const [, data] = /^data:[^,]*;base64,(.*)$/i.exec(url) ?? [];
  if (data === undefined) return null;
  try {
    return Uint8Array.from(atob(decodeURIComponent(data)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
