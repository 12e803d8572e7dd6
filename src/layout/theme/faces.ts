import type { Theme } from './theme-type.js';
import { sizeNear } from './type-scale.js';
import { type Ascents, ascentOf, type Face, type Stretches } from './typeface.js';

/** All typefaces of a document: few sizes, three families, two weights. */
export interface Faces {
  readonly body: Face;
  readonly title: Face;
  readonly subtitle: Face;
  readonly lead: Face;
  readonly heading: readonly [Face, Face, Face, Face, Face, Face];
  /** Letterspaced capitals. */
  readonly label: Face;
  readonly kicker: Face;
  readonly field: Face;
  readonly numeral: Face;
  readonly table: Face;
  readonly tableHead: Face;
  readonly small: Face;
  readonly caption: Face;
  /** Sources, notes, and what stands in the rail beside the text. */
  readonly note: Face;
  readonly code: Face;
  readonly furniture: Face;
  /** A protective marking at the top and bottom of the page. */
  readonly marking: Face;
}

export function facesOf(theme: Theme, ascents: Ascents, stretches: Stretches = new Map()): Faces {
  const inFamily = (family: string): Pick<Face, 'family' | 'ascent' | 'stretch'> => {
    const stretch = stretches.get(family);
    return { family, ascent: ascentOf(family, ascents), ...(stretch && { stretch }) };
  };
  const { fonts, sizes, colours, text } = theme;
  const sans = (size: number, leading: number, colour: string): Face => ({
    ...inFamily(fonts.heading),
    size,
    leading,
    colour,
  });
  const serif = (size: number, leading: number): Face => ({
    ...inFamily(fonts.body),
    size,
    leading,
    colour: colours.text,
  });
  const heading = (size: number, colour: string): Face => ({ ...sans(size, size * 1.24, colour), bold: true });
  const title: Face = {
    ...inFamily(fonts.title),
    size: sizes.title,
    leading: sizes.title * 1.1,
    bold: true,
    colour: colours.text,
  };
  const lowest = heading(sizes.heading4, colours.muted);
  const label: Face = {
    ...sans(sizes.label, sizes.label * 1.45, colours.accent),
    bold: true,
    tracking: 80,
    capitals: true,
  };
  return {
    body: serif(text.size, text.leading),
    title,
    subtitle: sans(sizes.subtitle, sizes.subtitle * 1.22, colours.muted),
    lead: serif(sizes.lead, sizes.lead * 1.367),
    heading: [
      title,
      heading(sizes.heading2, colours.accent),
      heading(sizes.heading3, colours.text),
      heading(sizes.heading4, colours.text),
      lowest,
      lowest,
    ],
    label,
    kicker: { ...label, size: sizes.small, leading: sizes.small * 1.45, tracking: 80 },
    field: sans(sizes.table, sizes.table * 1.3, colours.text),
    numeral: { ...sans(sizes.heading3, text.leading, colours.accent), bold: true },
    table: sans(sizes.table, sizes.table * 1.3, colours.text),
    tableHead: { ...sans(sizes.small, sizes.table * 1.3, colours.accent), bold: true },
    small: serif(sizes.small, sizes.small * 1.36),
    caption: sans(sizes.small, sizes.small * 1.3, colours.muted),
    note: sans(sizes.note, sizes.note * 1.28, colours.text),
    code: {
      ...inFamily(fonts.mono),
      size: sizes.code,
      leading: sizes.code * 1.45,
      colour: colours.text,
    },
    furniture: sans(sizes.furniture, sizes.furniture * 1.4, colours.muted),
    marking: { ...sans(sizeNear(10, theme), 14, colours.text), bold: true, tracking: 60 },
  };
}

/** The face at `size` points, with its leading in proportion. */
export function resized(face: Face, size: number): Face {
  return { ...face, size, leading: (face.leading * size) / face.size };
}
