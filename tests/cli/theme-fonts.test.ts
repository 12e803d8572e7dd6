import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../src/briefing/print-briefing.js';
import { textWidth } from '../../src/layout/text/text-width.js';
import { defaultTheme } from '../../src/layout/theme/theme.js';
import { fontNames } from '../../src/materials/font-names.js';
import { advancesOf } from '../../src/pdf/fonts/advances.js';
import { PdfDictionary, PdfName } from '../../src/proof/pdf/objects.js';
import { PdfFile } from '../../src/proof/pdf/pdf-file.js';
import { surfacesOfPdf } from '../../src/proof/surfaces.js';
import { brief, briefpress } from './session.js';

const require = createRequire(import.meta.url);
const font = (path: string) => new Uint8Array(readFileSync(require.resolve(path)));
const dejavu = (face: string) => font(`dejavu-fonts-ttf/ttf/DejaVu${face}.ttf`);
const CONDENSED = {
  'house/fonts/a.ttf': dejavu('SansCondensed'),
  'house/fonts/more/b.ttf': dejavu('SansCondensed-Bold'),
  'house/fonts/c.TTF': dejavu('SansCondensed-Oblique'),
  'house/fonts/note.txt': 'not a font',
  'house/fonts/broken.otf': 'neither',
};

/** The names of the fonts in the PDF of a brief that is built with a theme. */
async function fontsWith(theme: string, files: Record<string, Uint8Array | string>, ...options: string[]) {
  const run = await briefpress(['build', 'a.yaml', '--format', 'pdf', '--attach', 'none', ...options], {
    files: { 'a.yaml': brief('background: "**Bold** and _slanted_."\n'), 'house/theme.yaml': theme, ...files },
  });
  const objects = [...new PdfFile(run.files.get('output/a.pdf') ?? new Uint8Array()).objects.values()];
  const names = objects.flatMap((each) => {
    const name = each instanceof PdfDictionary ? each.get('FontName') : null;
    return name instanceof PdfName ? [name.text.replace(/^[A-Z]{6}\+/, '')] : [];
  });
  return { ...run, names: [...new Set(names)].sort() };
}
const withTheme = (theme: string, files: Record<string, Uint8Array | string> = {}) =>
  fontsWith(theme, files, '--theme', 'house/theme.yaml');

describe('what a font file says of itself', () => {
  test.each([
    ['Sans', ['DejaVu Sans'], 400, false],
    ['Sans-Bold', ['DejaVu Sans'], 700, false],
    ['SansCondensed-BoldOblique', ['DejaVu Sans', 'DejaVu Sans Condensed'], 700, true],
  ])('%s', (face, families, weight, isItalic) => {
    expect(fontNames(dejavu(face))).toMatchObject({ weight, isItalic });
    expect(fontNames(dejavu(face))?.families).toEqual(expect.arrayContaining(families.slice(-1)));
  });

  test('is nothing where it is no font, or cut off anywhere', () => {
    expect(fontNames(new TextEncoder().encode('not a font at all'))).toBeNull();
    const whole = dejavu('SansMono');
    for (let length = 0; length < 2000; length += 7) expect(() => fontNames(whole.subarray(0, length))).not.toThrow();
  });
});

describe('a theme takes fonts', () => {
  const theme = 'fontFolders: fonts\nfonts: { body: DejaVu Sans Condensed, heading: DejaVu Sans Condensed }\n';

  test('from a folder, whatever its files are called', async () => {
    const { code, stderr, names } = await withTheme(theme, CONDENSED);
    expect([code, stderr]).toEqual([0, '']);
    expect(names).toEqual(['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold', 'DejaVuSansCondensed-Oblique']);
  });

  test('from --fonts in the same way', async () => {
    const { stderr, names } = await fontsWith(
      'fonts: { body: DejaVu Sans Condensed, heading: DejaVu Sans Condensed }',
      CONDENSED,
      ...['--theme', 'house/theme.yaml', '--fonts', 'house/fonts'],
    );
    expect([stderr, names.length]).toEqual(['', 3]);
  });

  test('from a package that is installed', async () => {
    const { code, stderr, names } = await withTheme(
      'fontPackages: [house-fonts]\nfonts: { body: DejaVu Sans Condensed }',
      {
        'node_modules/house-fonts/package.json': '{}',
        'node_modules/house-fonts/files/x.ttf': dejavu('SansCondensed'),
      },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(names).toContain('DejaVuSansCondensed');
  });

  test('and sets the title in the font of the text', async () => {
    const { names } = await withTheme(theme, CONDENSED);
    expect(names.filter((name) => name.startsWith('SourceSerif'))).toEqual([]);
  });

  test('inside the folder of the brief, where the brief names it', async () => {
    const files = { ...CONDENSED, 'out/x.ttf': dejavu('SansCondensed') };
    const build = (folder: string) =>
      briefpress(['build', 'briefs/a.yaml', '--format', 'pdf'], {
        files: {
          ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.replace('house', 'briefs'), bytes])),
          'briefs/a.yaml': brief('layout: { theme: theme.yaml }\n'),
          'briefs/theme.yaml': `fontFolders: ["${folder}"]\nfonts: { body: DejaVu Sans Condensed }\n`,
        },
      });
    expect((await build('fonts')).stderr).toBe('');
    expect((await build('../out')).stderr).toContain('The folder `../out` has no font files in it');
  });
});

describe('a font that cannot be had is named where the theme names it', () => {
  test.each([
    ['fonts:\n  body: Noto Serfi', 2, 'Did you mean `Noto Serif`?'],
    ['# a\nfonts:\n  heading: Nota', 3, 'There are: '],
    ['fontFolders: [nix]', 1, 'The folder `nix` has no font files in it that can be read.'],
    ['fontPackages:\n  - nix', 1, 'Install it: npm i nix'],
    ['fontPackages: [web-fonts]', 1, 'has no TrueType or OpenType files'],
    ['fontPackages: ["../x"]', 1, 'the name of a package'],
  ])('%j', async (theme, line, words) => {
    const { code, stderr } = await withTheme(theme, { 'node_modules/web-fonts/a.woff2': 'x' });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`house/theme.yaml:${line}:`)]);
    expect(stderr).toContain(words);
  });
});

test.each(['DejaVu Sans', 'DejaVu Serif', 'Noto Sans'])(
  'in %s, which is wide, a label of the traffic light is one line',
  async (family) => {
    const run = await briefpress(['build', 'a.yaml', '--format', 'pdf', '--theme', 'wide.yaml'], {
      files: {
        'a.yaml': brief('marking: { tlp: AMBER+STRICT }\n'),
        'wide.yaml': `fonts: { body: ${family}, heading: ${family} }\n`,
      },
    });
    const [page] = surfacesOfPdf(run.files.get('output/a.pdf') ?? new Uint8Array());
    // Above the page, in the masthead and below the page.
    expect(page?.text.match(/TLP:AMBER\+STRICT/g)).toHaveLength(3);
  },
);

test('the layout makes room for the letters of a font that it does not know', () => {
  const fonts = { ...defaultTheme.fonts, heading: 'House' };
  const readFont = (_: string, face: string) => dejavu(face === 'bold' ? 'Sans-Bold' : 'Sans');
  const stretch = stretchesOf({ theme: { ...defaultTheme, fonts }, readFont }).get('House');
  const face = {
    family: 'House',
    size: 10,
    leading: 12,
    ascent: 1,
    colour: '#000000',
    bold: true,
    ...(stretch && { stretch }),
  };
  for (const words of ['TLP:AMBER+STRICT', 'Westminster', '2026']) {
    const real = (advancesOf(dejavu('Sans-Bold'), words) ?? 0) * 10;
    expect(textWidth(words, face)).toBeGreaterThan(real * 0.98);
    expect(textWidth(words, { ...face, family: 'Source Sans 3', stretch: undefined } as never)).toBeLessThan(real);
  }
});

test('the widths of letters are those of the font', () => {
  expect(advancesOf(dejavu('SansMono'), 'abcABC123')).toBeCloseTo(9 * 0.602, 2);
  expect(advancesOf(dejavu('Sans'), 'i')).toBeCloseTo(0.278, 2);
  expect(advancesOf(dejavu('Sans'), '\ue123')).toBeNull();
  expect(advancesOf(new Uint8Array(40), 'a')).toBeNull();
});
