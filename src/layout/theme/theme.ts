import { contrastRatio } from '../../colour/colour.js';
import {
  type Diagnostic,
  error,
  type Outcome,
  outcomeOf,
  type Place,
  warning,
  wholeFile,
} from '../../diagnostics/diagnostic.js';
import type { SettingShape } from '../../syntax/setting-shape.js';
import { readSettings } from '../../syntax/settings.js';
import { defaultTheme } from './theme-default.js';
import { themeShape } from './theme-shape.js';
import type { Theme } from './theme-type.js';

export { defaultTheme } from './theme-default.js';
export type { Theme } from './theme-type.js';

/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
const LOGO_DEFAULTS = { width: 30, alt: '' };

type PlaceOf = (...steps: readonly string[]) => Place | null;

/**
 * Reads a theme file (YAML), which contains only what differs from `base`. Every problem is a `theme-invalid`;
 * text that is hard to read on its background (contrast below 4.5:1) is a warning.
 */
export function parseTheme(text: string, file: string, base: Theme = defaultTheme): Outcome<Theme> {
  const about = { file, code: 'theme-invalid', what: 'A theme' } as const;
  const { value, placeOf, problems } = readSettings(text, themeShape, about);
  const laid = laidOver(base, withProportions(withTitleFont(value), base), themeShape) as Theme;
  const theme = laid.logo === null ? laid : { ...laid, logo: { ...LOGO_DEFAULTS, ...laid.logo } };
  if (theme.logo !== null && theme.logo.file === undefined) {
    problems.push(
      error('theme-invalid', '`logo` has no file.', {
        at: placeOf('logo') ?? wholeFile(file),
        hints: ['Add `file`, or write `logo: null`.'],
      }),
    );
  }
  return outcomeOf(theme, problems.length > 0 ? problems : contrastWarnings(theme, placeOf));
}

/** The title is in the font of the text, where a theme sets that and says nothing of the title. */
function withTitleFont<Value extends { readonly fonts?: { readonly body?: string; readonly title?: string } }>(
  value: Value,
): Value {
  const { fonts } = value;
  if (fonts?.body === undefined || fonts.title !== undefined) return value;
  return { ...value, fonts: { ...fonts, title: fonts.body } };
}

const FOLLOWING = ['lead', 'heading2', 'heading3', 'heading4'] as const;

interface GivenSizes {
  readonly text?: Partial<Theme['text']>;
  readonly sizes?: Partial<Theme['sizes']>;
}

/** What goes with the running text grows and shrinks with it, where a theme sets its size alone. */
function withProportions<Value extends GivenSizes>(value: Value, base: Theme): Value {
  const { text, sizes } = value;
  if (text?.size === undefined) return value;
  const factor = text.size / base.text.size;
  const scaled = (size: number) => Math.round(size * factor * 10) / 10;
  const following = Object.fromEntries(FOLLOWING.map((name) => [name, scaled(base.sizes[name])]));
  return {
    ...value,
    text: { leading: scaled(base.text.leading), ...text },
    sizes: { ...following, ...sizes },
  };
}

/** Where a setting stands in a theme file; null for one that the file does not have. */
export function placeInTheme(text: string, file: string, steps: readonly string[]): Place | null {
  return readSettings(text, themeShape, { file, code: 'theme-invalid', what: 'A theme' }).placeOf(...steps);
}

/** Merges a file into its base: sections field by field, everything else as a whole. */
function laidOver(base: unknown, value: unknown, shape: SettingShape): unknown {
  if (value === null || (shape.kind !== 'section' && shape.kind !== 'names')) return value;
  const under = (base ?? {}) as Readonly<Record<string, unknown>>;
  const over = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, content]) => {
    const inner = shape.kind === 'section' ? shape.fields[name] : undefined;
    return [name, inner === undefined ? content : laidOver(under[name], content, inner)];
  });
  return { ...under, ...Object.fromEntries(over) };
}

function contrastWarnings(theme: Theme, placeOf: PlaceOf): Diagnostic[] {
  const { colours } = theme;
  const pairs: [name: keyof Theme['colours'], ground: string, groundName: string][] = [
    ['text', '#ffffff', 'white'],
    ['muted', '#ffffff', 'white'],
    ['accent', '#ffffff', 'white'],
    ['link', '#ffffff', 'white'],
    ['warning', '#ffffff', 'white'],
    ['text', colours.tint, 'colours.tint'],
    ['accent', colours.tint, 'colours.tint'],
    ['warning', colours.tint, 'colours.tint'],
    ['text', colours.codeGround, 'colours.codeGround'],
  ];
  return pairs.flatMap(([name, ground, groundName]): Diagnostic[] => {
    const ratio = contrastRatio(colours[name], ground);
    if (ratio >= LEAST_CONTRAST) return [];
    const place = placeOf('colours', name) ?? placeOf(...groundName.split('.'));
    // A pair that this file does not change is checked with its base.
    if (place === null) return [];
    const message = `\`colours.${name}\` on ${groundName} has a contrast of ${ratio.toFixed(1)}:1; text needs 4.5:1.`;
    return [warning('theme-invalid', message, { at: place, hints: ['Take a darker colour for text.'] })];
  });
}
