import { type Diagnostic, error } from '../../diagnostics/diagnostic.js';
import type { FaceStyle } from '../../layout/definition.js';
import { described, shortened } from './missing.js';

/** A font file that cannot be used. */
export interface UnusableFont {
  readonly family: string;
  readonly face: FaceStyle;
  /** Completes the sentence "The file cannot be used: …". */
  readonly reason: string;
}

export function unusableFont({ family, face, reason }: UnusableFont): Diagnostic {
  return error('theme-invalid', `The file of the font “${family}” (${face}) cannot be used: ${reason}.`, {
    hints: ['Put a whole copy of it into the fonts folder, or name another font in the theme.'],
  });
}

/** A font that is good for other texts; `text` is one character where one alone cannot be drawn. */
export function unreadableText({ family, face }: Pick<UnusableFont, 'family' | 'face'>, text: string): Diagnostic {
  const [first = '', ...others] = text;
  const what = others.length === 0 ? described(first) : `“${shortened(text, first)}”`;
  return error('theme-invalid', `The font “${family}” (${face}) cannot draw ${what}: its glyph cannot be read.`, {
    hints: ['Name another font in the theme, or write it differently.'],
  });
}
