import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from '../../src/colour/colour.js';
import { defaultTheme } from '../../src/layout/theme/theme-default.js';
import { styleSheet } from '../../src/web/style-sheet.js';

const colour = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 })
  .map((channels) => `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`);

/** The colours of one of the two palettes of a style sheet. */
function palettes(css: string): readonly Readonly<Record<string, string>>[] {
  return [...css.matchAll(/--ground:[^}\n]*/g)].map(([rules]) =>
    Object.fromEntries(
      [...rules.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );
}

describe('the colours of a page', () => {
  test('there are two palettes, one of them dark', () => {
    const [day, night] = palettes(styleSheet(defaultTheme));
    expect(contrastRatio(day?.ground ?? '', '#ffffff')).toBe(1);
    expect(contrastRatio(night?.ground ?? '', '#ffffff')).toBeGreaterThan(15);
    expect(day?.text).toBe(defaultTheme.colours.text);
  });

  test('the name of a family cannot end the style sheet', () => {
    const fonts = { ...defaultTheme.fonts, heading: 'Nice"}\\</style><script>' };
    const css = styleSheet({ ...defaultTheme, fonts });
    expect(css).toContain('"Nice}/stylescript"');
    expect(css).not.toContain('<');
  });

  test('whatever the theme, text can be read on the page and in its boxes, by day and by night', () => {
    fc.assert(
      fc.property(
        fc.array(colour, { minLength: 5, maxLength: 5 }),
        fc.constantFrom('#ffffff', '#eef1f6', '#fff4d6'),
        (inks, tint) => {
          const [text = '', muted = '', accent = '', link = '', warning = ''] = inks;
          const colours = { ...defaultTheme.colours, text, muted, accent, link, warning, tint };
          for (const palette of palettes(styleSheet({ ...defaultTheme, colours }))) {
            for (const ground of [palette.ground ?? '', palette.tint ?? '']) {
              for (const name of ['text', 'muted', 'accent', 'link', 'warning']) {
                expect(contrastRatio(ground, palette[name] ?? ''), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
              }
            }
          }
        },
      ),
    );
  });
});
