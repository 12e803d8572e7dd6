import { beforeAll, describe, expect, test } from 'vitest';
import { isMarked } from '../../src/briefing/picture-mark.js';
import { jpeg, png, svg } from '../layout/files.js';
import { pngWithAlpha } from '../layout/pictures/png-writer.js';
import { type Briefed, brief, briefpress } from './session.js';

const TEXT = `background: |
  A ![photo](photos/house%20of%20Nightjar.jpg "Seen from afar"), a ![chart](chart.png), and ![again](<photos/house of Nightjar.jpg>).

  ![A drawing](plan.svg)
`;
const PICTURES = {
  'photos/house of Nightjar.jpg': jpeg({ width: 30, height: 20, orientation: 6, density: 300 }),
  'chart.png': pngWithAlpha(),
  'plan.svg': svg('<rect width="10" height="5"/><text y="20">Plan</text>'),
};
const COPIES = ['output/a.picture-1.jpg', 'output/a.picture-2.png', 'output/a.picture-3.svg'];
const FILES = { 'a.yaml': brief(TEXT), ...PICTURES };

const build = (files: Record<string, Uint8Array | string>, ...options: string[]) =>
  briefpress(['build', 'a.yaml', ...options], { files });
const besideMemo = ({ files }: Briefed) => [...files.keys()].filter((path) => path.includes('.picture-')).sort();

let made: Briefed;
let before: Record<string, Uint8Array>;
beforeAll(async () => {
  made = await build(FILES);
  before = Object.fromEntries(made.files);
});

describe('the pictures of a memo', () => {
  test('lie beside it under names that tell nothing', () => {
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(besideMemo(made)).toEqual(COPIES);
    expect(made.text('output/a.md')).toContain(
      'A ![photo](a.picture-1.jpg "Seen from afar"), a ![chart](a.picture-2.png), and ![again](a.picture-1.jpg).',
    );
    expect(made.text('output/a.md')).toContain('![A drawing](a.picture-3.svg)');
    expect(made.text('output/a.md')).not.toContain('Nightjar');
    expect(made.stdout).toContain('with 3 pictures beside it');
  });

  test('are the same in the memo inside the PDF', async () => {
    const verified = await briefpress(['verify', 'output/a.pdf', '--from', '.'], { files: before });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('So is output/a.md.')]);
  });

  test('are named in the report for programs', async () => {
    const { stdout } = await build(FILES, '--json');
    const [{ outputs }] = JSON.parse(stdout).briefs;
    expect(outputs.map(({ pictures }: { pictures: string[] }) => pictures)).toEqual([[], COPIES]);
  });

  test('are left out where there is no memo', async () => {
    expect(besideMemo(await build(FILES, '--format', 'pdf'))).toEqual([]);
  });

  test('have a number of their own in each language', async () => {
    const texts = { title: '{ en: A visit, sv: Ett besök }', summary: '{ en: It was., sv: Det var. }' };
    const text =
      `languages: [en, sv]\n${brief().replace(/^(title|summary): .*/gm, (_, key: 'title') => `${key}: ${texts[key]}`)}`
        .replace('text: The visit took place.', 'text: { en: "![c](chart.png)", sv: "![d](plan.svg)" }')
        .replace('title: Report', 'title: Rapport');
    const run = await build({ ...FILES, 'a.yaml': text }, '--lang', 'all', '--format', 'md');
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(besideMemo(run)).toEqual(['output/a.picture-1.png', 'output/a.sv.picture-1.svg']);
    expect(run.text('output/a.sv.md')).toContain('](a.sv.picture-1.svg)');
  });

  test('have addresses that Markdown reads, whatever the brief is called', async () => {
    const files = { ...FILES, 'Besök (ny).yaml': FILES['a.yaml'] };
    const run = await briefpress(['build', 'Besök (ny).yaml', '--format', 'md'], { files });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.files.has('output/Besök (ny).picture-2.png')).toBe(true);
    expect(run.text('output/Besök (ny).md')).toMatch(/\]\(Bes%C3%B6k%20(?:\\?\(|%28)ny(?:\\?\)|%29)\.picture-2\.png\)/);
  });

  test.each([
    ['that is missing', {}, 'image-missing'],
    ['of another kind', { 'chart.png': 'GIF89a' }, 'image-unsupported'],
  ])('%s is an error in a memo alone, and told once', async (_what, changed: Record<string, string>, code) => {
    const { 'chart.png': _chart, ...others } = FILES;
    const alone = await build({ ...others, ...changed }, '--format', 'md');
    const both = await build({ ...others, ...changed });
    for (const run of [alone, both]) {
      expect([run.code, run.stderr.split(`[${code}]`).length]).toEqual([1, 2]);
      expect(besideMemo(run)).toEqual([]);
    }
  });
});

describe('an animated PNG', () => {
  const moving = png({ width: 9, height: 9, extra: [['acTL', new Uint8Array(8)]] });

  test.each(['pdf', 'md', 'html'])('is shown as one picture, with a warning that is told once: %s', async (format) => {
    const run = await build({ ...FILES, 'chart.png': moving }, '--format', format);
    expect([run.code, run.stderr.split('[image-animated]').length]).toEqual([0, 2]);
    expect(run.stderr).toContain('a.yaml:13:13: warning: The picture “chart.png” is animated');
  });

  test('that is a logo is told of as well', async () => {
    const theme = 'logo: { file: chart.png, alt: The lion, width: 30 }\n';
    const files = { 'a.yaml': brief('layout: { theme: t.yaml }\n'), 't.yaml': theme, 'chart.png': moving };
    const run = await build(files);
    expect([run.code, run.stderr.split('[image-animated]').length]).toEqual([0, 2]);
  });
});

describe('a picture that only the page for the web shows', () => {
  test('is an error there too, where it cannot be shown', async () => {
    const pack = (name: string, text: string) => [`own/${name}`, text] as const;
    const files = Object.fromEntries([
      pack('pack.yaml', 'title: Own\ndescription: A pack.\ntypes: []\nrequires: []\n'),
      pack('memo.md.hbs', '{{> masthead}}\n'),
      pack('print.md.hbs', '{{> masthead}}\n{{> background}}\n'),
      ...Object.entries(FILES),
    ]);
    const run = await build({ ...files, 'chart.png': 'GIF89a' }, '--template', './own', '--format', 'html');
    expect([run.code, run.stderr.split('[image-unsupported]').length]).toEqual([1, 2]);
    expect(run.files.has('output/a.html')).toBe(false);
  });
});

describe('what lies there already', () => {
  test('is written over where Briefpress wrote it, and taken away where no memo shows it any more', async () => {
    const run = await build({
      ...before,
      'a.yaml': brief('background: "![c](chart.png)"\n'),
      'chart.png': png({ width: 7, height: 9 }),
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(besideMemo(run)).toEqual(['output/a.picture-1.png']);
  });

  test.each(['output/a.picture-1.jpg', 'output/a.picture-2.png', 'output/a.picture-3.svg'])(
    'is kept where somebody drew in it: %s',
    async (path) => {
      const drawn = Buffer.concat([before[path] ?? Buffer.alloc(0), Buffer.from(' ')]);
      const files = {
        ...before,
        [path]: drawn,
        'plan.svg': svg('<rect width="1" height="5"/>'),
        'a.yaml': brief(TEXT, 'B'),
      };
      const changed = {
        ...files,
        'chart.png': png({ width: 7, height: 9 }),
        'photos/house of Nightjar.jpg': jpeg({ width: 31, height: 20 }),
      };
      const run = await build(changed);
      expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(`${path} is there already`)]);
      // Its documents belong together.
      expect(Buffer.from(run.files.get('output/a.md') ?? []).equals(Buffer.from(before['output/a.md'] ?? []))).toBe(
        true,
      );
      expect(Buffer.from(run.files.get(path) ?? []).equals(drawn)).toBe(true);
      const forced = await build(changed, '--force');
      expect([forced.code, isMarked(forced.files.get(path) ?? new Uint8Array())]).toEqual([0, true]);
    },
  );

  test('is never taken away where it is not ours, or another’s', async () => {
    const mine = png({ width: 2, height: 2 });
    const names = [
      'output/a.picture-9.png',
      'output/b.picture-1.png',
      'output/a.picture-2.gif',
      'output/a.picture.png',
    ];
    const files = { ...before, ...Object.fromEntries(names.map((name) => [name, mine])), 'a.yaml': brief() };
    const run = await build({ ...files, 'output/b.picture-2.png': before['output/a.picture-2.png'] ?? '' });
    expect(names.filter((name) => !run.files.has(name))).toEqual([]);
    expect(run.files.has('output/b.picture-2.png')).toBe(true);
    expect(run.files.has('output/a.picture-2.png')).toBe(false);
  });

  test('is not written over where the brief is made of it, whatever is forced', async () => {
    const files = { 'a.yaml': brief('background: "![c](a.picture-1.png)"\n'), 'a.picture-1.png': pngWithAlpha() };
    const run = await build(files, '-o', '.', '--force');
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('a.picture-1.png would be written over')]);
    expect(Buffer.from(run.files.get('a.picture-1.png') ?? []).equals(Buffer.from(pngWithAlpha()))).toBe(true);
  });

  test('and cannot be written over: the memo before stays', async () => {
    const run = await briefpress(['build', 'a.yaml', '--format', 'md'], {
      files: { ...before, 'a.yaml': brief(TEXT, 'B') },
      faults: { 'rename /desk/output/a.picture-2.png': 'ENOSPC' },
    });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('a.picture-2.png cannot be written')]);
    expect(run.text('output/a.md')).toContain('# A visit');
  });
});

describe('verify', () => {
  const verify = (files: Record<string, Uint8Array | string>) =>
    briefpress(['verify', 'output/a.pdf', '--from', '.'], { files });

  test('tells a picture that was changed', async () => {
    const run = await verify({ ...before, 'output/a.picture-2.png': pngWithAlpha(7) });
    expect([run.code, run.stdout]).toEqual([
      1,
      expect.stringContaining('The picture output/a.picture-2.png was changed.'),
    ]);
  });

  test('and one that is not there', async () => {
    const { 'output/a.picture-2.png': _gone, ...others } = before;
    const run = await verify(others);
    expect([run.code, run.stdout]).toEqual([
      1,
      expect.stringContaining('The picture a.picture-2.png, which the memo shows, is not beside it.'),
    ]);
  });

  test('asks nothing of pictures where there is no memo', async () => {
    const left = Object.entries(before).filter(([path]) => !/^output\/.*\.(?:md|png|jpg|svg)$/.test(path));
    expect((await verify(Object.fromEntries(left))).code).toBe(0);
  });
});

describe('an edition', () => {
  const edition = (drawn: string) => ({
    'a.yaml':
      `${brief(`marking: { tlp: AMBER }\nstakeholders:\n  - { name: Oriole Nightjar, kind: person }\n`)}editions:
  - id: public
    maxTlp: GREEN
    overrides: { title: A visit, summary: It was., background: "![A plan](plan.svg)" }
`
        .replace('id: press\n', 'id: press\n    tlp: GREEN\n')
        .replace('place.\n', 'place.\n    tlp: GREEN\n'),
    'plan.svg': svg(`<rect width="10" height="5"/>${drawn}`),
  });

  test('has its pictures beside its memo', async () => {
    const run = await build(edition('<text y="20">Plan</text>'), '--edition', 'public');
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(besideMemo(run)).toEqual(['output/a.public.picture-1.svg']);
    const verified = await briefpress(['verify', 'output/a.public.pdf', '--from', '.'], {
      files: Object.fromEntries(run.files),
    });
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('So is output/a.public.md.')]);
  });

  test.each([
    '<text y="20">Oriole Nightjar</text>',
    '<text y="20"><tspan>Oriole Night</tspan><tspan>jar</tspan></text>',
  ])('is not left where something withheld stands in one: %s', async (drawn) => {
    const first = await build(edition('<text y="20">Plan</text>'), '--edition', 'public');
    const run = await build(
      { ...Object.fromEntries(first.files), ...edition(drawn) },
      '--edition',
      'public',
      '--format',
      'md',
    );
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('a.public.picture-1.svg, in a drawing')]);
    expect([...run.files.keys()].filter((path) => path.endsWith('.md') || path.includes('.picture-'))).toEqual([]);
  });
});
