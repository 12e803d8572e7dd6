import { readdirSync, readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../src/brief/schema/document.js';
import { parseTheme } from '../../src/layout/theme/theme.js';
import { brief, briefpress } from './session.js';

const FOLDER = new URL('../../templates/themes/', import.meta.url);
const NAMES = readdirSync(FOLDER).map((name) => name.replace(/\.yaml$/, ''));

const BRIEF = brief(`marking: { tlp: RED }
quotes: [{ text: We come., speaker: A. Example, source: press, date: 2024-09-03 }]
stakeholders:
  - { name: The ministry, interests: A court that is obeyed, influence: high, interest: low, position: supports, ask: Take it up }
background: |
  | A long head | Another long head | A third one | The fourth of them | The fifth |
  |---|---|---|---|---|
  | words | words and words | words | more of them | words |

  > [!WARNING]
  > Not so.

  A text with \`code\` and [a link](https://example.org/).
`);

async function built(theme: string, files: Readonly<Record<string, string>> = {}) {
  const run = await briefpress(
    ['build', 'visit.yaml', '--format', 'pdf', ...(theme === '' ? [] : ['--theme', theme])],
    {
      files: { 'visit.yaml': BRIEF, ...files },
    },
  );
  return { ...run, pdf: run.files.get('output/visit.pdf') ?? new Uint8Array() };
}

async function pagesOf(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
}

/** Colours that pages are painted with, by pdf.js: `#rrggbb`. */
async function coloursOf(pdf: Uint8Array): Promise<ReadonlySet<string>> {
  const colours = new Set<string>();
  for (const page of await pagesOf(pdf)) {
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operation, at) => {
      if (operation === OPS.setFillRGBColor || operation === OPS.setStrokeRGBColor)
        colours.add(String(argsArray[at][0]));
    });
  }
  return colours;
}

/** Of the labels of the Traffic Light Protocol. */
const STANDARD = ['#ff2b2b'];

describe('a theme that comes along', () => {
  test.each(NAMES)('%s is without fault, and explained', (name) => {
    expect(parseTheme(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'), name).diagnostics).toEqual([]);
    expect(readFileSync('docs/themes.md', 'utf8')).toContain(`| \`${name}\` | `);
  });

  test('large-print: nothing below 16 points', async () => {
    const { code, stderr, pdf } = await built('large-print');
    expect([code, stderr.match(/\[theme-\w+\]/)]).toEqual([0, null]);
    const sizes = new Map<string, number>();
    for (const page of await pagesOf(pdf)) {
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const size = Math.hypot(item.transform[0], item.transform[1]);
        sizes.set(item.str, Math.min(size, sizes.get(item.str) ?? size));
      }
    }
    const small = [...sizes].filter(([, size]) => size < 15.99);
    expect(small).toEqual([]);
    expect(sizes.size).toBeGreaterThan(20);
  });

  test('large-print: sources are cited in brackets, each a link, and the footer has the date whole', async () => {
    const reference = 'reference: DESK/2026/0042\n';
    const { pdf } = await built('large-print', { 'visit.yaml': `${BRIEF}${reference}` });
    const texts = await Promise.all(
      (await pagesOf(pdf)).map(async (page) =>
        (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''),
      ),
    );
    expect(texts.join('\n')).toMatch(/\S\s\[1\]/);
    for (const text of texts) expect(text).toMatch(/DESK\/2026\/0042\s*·\s*As of \d+ \w+ \d{4}/);
    const [first] = await pagesOf(pdf);
    expect((await first?.getAnnotations())?.some(({ dest }) => dest === 'source-1')).toBe(true);
  });

  test('greyscale: greys alone, apart enough to be told from each other', async () => {
    const [plain, grey] = [await built(''), await built('greyscale')];
    expect([grey.code, grey.stderr.match(/\[theme-\w+\]/)]).toEqual([0, null]);
    const own = [...(await coloursOf(grey.pdf))].filter((colour) => !STANDARD.includes(colour));
    expect(own.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
    expect([...(await coloursOf(plain.pdf))].some((colour) => !/^#(..)\1\1$/.test(colour))).toBe(true);
    const theme = parseTheme(readFileSync(new URL('greyscale.yaml', FOLDER), 'utf8'), 'greyscale');
    const { text, muted, accent, tint, rule } = theme.ok ? theme.value.colours : ({} as never);
    // Apart enough to be told from each other, from black to white.
    const greys = [text, accent, muted, rule, tint].map((colour) => Number.parseInt(String(colour).slice(1, 3), 16));
    const steps = greys.slice(1).map((each, at) => each - (greys[at] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(20);
  });

  test('may be named in the configuration; a file of that name comes first', async () => {
    const large = await built('large-print');
    const config = await built('', { 'briefpress.config.yaml': 'theme: large-print\n' });
    expect(Buffer.from(config.pdf).equals(Buffer.from(large.pdf))).toBe(true);
    const own = await built('large-print', { 'large-print': 'colours: { accent: "#123456" }\n' });
    expect(await coloursOf(own.pdf)).toContain('#123456');
  });

  test('may be named in the brief; what lies beside the brief under that name comes first', async () => {
    const plain = await coloursOf((await built('')).pdf);
    const layout = (name: string) => ({ 'visit.yaml': `${BRIEF}layout: { theme: ${name} }\n` });
    const large = await built('', layout('large-print'));
    expect([large.code, (await coloursOf(large.pdf)).has('#12305c'), plain.has('#12305c')]).toEqual([0, true, false]);
    const own = await built('', { ...layout('large-print'), 'large-print': 'colours: { accent: "#123456" }\n' });
    expect(await coloursOf(own.pdf)).toContain('#123456');
    const none = await built('', layout('huge-print'));
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('large-print, greyscale')]);
  });

  test('is known by its name', () => {
    expect([...THEMES].sort()).toEqual([...NAMES].sort());
  });

  test('of another name is not there', async () => {
    const { code, stderr } = await built('huge-print');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/huge-print[\s\S]*large-print, greyscale/)]);
    // A name is a name: nothing outside the folder is found by it, such as the theme that lies in one beside it.
    expect((await built('../themes/large-print')).code).toBe(2);
  });
});
