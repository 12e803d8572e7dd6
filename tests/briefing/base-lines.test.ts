import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { printBriefing } from '../../src/briefing/print-briefing.js';
import { defaultTheme, type Theme } from '../../src/layout/theme/theme.js';
import { blocksOf, documentOf } from '../layout/setting.js';
import { testResources } from '../pdf/resources.js';
import { type Piece, pagesOf } from './pages.js';

const require = createRequire(import.meta.url);
const EXPO = '@expo-google-fonts';
const DEBIAN = '/usr/share/fonts';

/** Fonts whose measures differ as much as those of fonts do; some are only on machines that have them installed. */
const FONTS: Readonly<Record<string, string>> = {
  'Source Serif': `${EXPO}/source-serif-4/400Regular/SourceSerif4_400Regular.ttf`,
  'DejaVu Sans': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'Frank Ruhl Libre': `${EXPO}/frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular.ttf`,
  Amiri: `${EXPO}/amiri/400Regular/Amiri_400Regular.ttf`,
  'Liberation Serif': `${DEBIAN}/truetype/liberation/LiberationSerif-Regular.ttf`,
  Carlito: `${DEBIAN}/truetype/crosextra/Carlito-Regular.ttf`,
  Caladea: `${DEBIAN}/truetype/crosextra/Caladea-Regular.ttf`,
  'URW Bookman': `${DEBIAN}/opentype/urw-base35/URWBookman-Light.otf`,
};

const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen ';
/** Letters that none of the fonts above but DejaVu has, in the middle of the lines. */
const FOREIGN = 'one two three ✔ ⇒ four five six seven ⚠ eight nine ten ♻ eleven twelve ';

const MARKDOWN = `# T

${FOREIGN.repeat(9)}

- ${WORDS.repeat(4)}

## ${WORDS.repeat(4)}

Text.

| a | b |
|---|---|
| two | ${FOREIGN.repeat(5)} |

> [!NOTE]
> ${WORDS.repeat(4)}

A word with a number[^1] and \`code\`. ${WORDS.repeat(3)}

[^1]: ${WORDS.repeat(4)}
`;

function bytesOf(font: string): Uint8Array | null {
  const path = FONTS[font] ?? '';
  if (path.startsWith('/')) return existsSync(path) ? readFileSync(path) : null;
  return readFileSync(require.resolve(path));
}

async function piecesIn(font: string, leading: number): Promise<Piece[]> {
  const theme: Theme = {
    ...defaultTheme,
    fonts: {
      body: 'Tried',
      title: 'Tried',
      heading: 'Tried',
      mono: 'Tried',
      fallback: { serif: ['DejaVu Sans'], sans: ['DejaVu Sans'], mono: ['DejaVu Sans'] },
    },
    text: { ...defaultTheme.text, leading },
  };
  const readFont = (family: string, face: string) => {
    if (face !== 'normal') return null;
    return bytesOf(family === 'Tried' ? font : family);
  };
  const { colorProfile } = testResources();
  const made = await printBriefing(documentOf(blocksOf(MARKDOWN)), {
    materials: {
      theme,
      logo: null,
      readFont,
      colorProfile,
      readFile: () => ({ ok: false, reason: 'missing' }),
    } as never,
    attachments: [],
    paper: 'A4',
    standard: 'ua1',
    layout: undefined,
    isDraft: false,
    pictures: new Map(),
  });
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  const pages = await pagesOf(made.value.bytes ?? new Uint8Array());
  return pages.flatMap(({ pieces }, page) => pieces.map((piece) => ({ ...piece, y: piece.y - page * 10_000 })));
}

/** The distances from base line to base line of the words of one size, where they are lines of one block. */
function distances(pieces: readonly Piece[], size: number, tag: string): number[] {
  const lines = pieces.filter((piece) => piece.tag === tag && Math.abs(piece.size - size) < 0.01).map(({ y }) => y);
  const distinct = [...new Set(lines.map((y) => Math.round(y * 100)))].sort((a, b) => b - a).map((y) => y / 100);
  return distinct.slice(1).map((y, index) => (distinct[index] ?? 0) - y);
}

/** How often each distance occurs, to a twentieth of a point. */
function commonest(all: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of all) counts.set(Math.round(each * 20) / 20, (counts.get(Math.round(each * 20) / 20) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

describe.each(Object.keys(FONTS))('the base lines of %s', (font) => {
  it.skipIf(bytesOf(font) === null)('stand as far apart as the theme asks, in every block', async () => {
    const { sizes, text } = defaultTheme;
    const pieces = await piecesIn(font, 13.4);
    const body = distances(pieces, text.size, 'P');
    // The first paragraph has words of another font in each of its lines.
    expect(body.slice(0, 5).map((each) => Math.round(each * 20) / 20)).toEqual([13.4, 13.4, 13.4, 13.4, 13.4]);
    expect(commonest(distances(pieces, text.size, 'LBody'))).toBeCloseTo(13.4, 1);
    expect(commonest(distances(pieces, sizes.heading2, 'H2'))).toBeCloseTo(sizes.heading2 * 1.24, 1);
    expect(commonest(distances(pieces, sizes.table, 'TD'))).toBeCloseTo(sizes.table * 1.3, 1);
    expect(commonest(distances(pieces, sizes.note, 'P'))).toBeCloseTo(sizes.note * 1.28, 1);
  });

  it.skipIf(bytesOf(font) === null)('follow the theme', async () => {
    // What ends on a nearly empty page is set closer: a length that no font comes to the end of a page with.
    const pieces = await piecesIn(font, 17);
    expect(commonest(distances(pieces, defaultTheme.text.size, 'P'))).toBeCloseTo(17, 1);
  });
});
