import { describe, expect, test } from 'vitest';
import { buildBriefing, checkBrief } from '../../src/index.js';
import { briefpress } from '../cli/session.js';
import { SPECIMEN } from './specimen.js';

const QUIET = ['--quiet', '--format', 'md'];
const files = { 'harbour.yaml': SPECIMEN };

async function outputs(...options: string[]): Promise<{ code: number; stderr: string; made: string[] }> {
  const { code, stderr, files: all } = await briefpress(['build', 'harbour.yaml', ...QUIET, ...options], { files });
  return {
    code,
    stderr,
    made: [...all.keys()].filter((path) => path.startsWith('output/')).map((path) => path.slice(7)),
  };
}

describe('briefpress build', () => {
  test.each<[string[], string[]]>([
    [[], ['harbour.md']],
    [['--edition', 'public'], ['harbour.public.md']],
    [
      ['--edition', 'public', '--edition', 'partners'],
      ['harbour.partners.md', 'harbour.public.md'],
    ],
    [['--edition', 'public', '--lang', 'sv'], ['harbour.public.sv.md']],
    [['--edition', 'partners', '--lang', 'all'], ['harbour.partners.md']],
    [
      ['--edition', 'public', '--lang', 'all'],
      ['harbour.public.md', 'harbour.public.sv.md'],
    ],
    [['--all-editions'], ['harbour.md', 'harbour.partners.md', 'harbour.public.md']],
    [['--max-tlp', 'tlp:green'], ['harbour.green.md']],
    [['--max-tlp', 'AMBER+STRICT'], ['harbour.amber-strict.md']],
    [['--audience', 'partners', '--max-tlp', 'GREEN'], ['harbour.green-partners.md']],
    [['--audience', 'partners'], ['harbour.partners.md']],
  ])('%j makes %j', async (options, expected) => {
    const { code, made } = await outputs(...options);
    expect(made.toSorted()).toEqual(expected);
    expect(code).toBe(0);
  });

  test.each([
    ['--edition', 'public', '--max-tlp', 'GREEN'],
    ['--all-editions', '--audience', 'partners'],
    ['--edition', 'public', '--all-editions'],
    ['--max-tlp', 'BLUE'],
  ])('%s %s %s %s is wrong usage', async (...options) => {
    const { code, made } = await outputs(...options.filter((each) => each !== undefined));
    expect(code).toBe(2);
    expect(made).toEqual([]);
  });

  test('one edition that cannot be made costs no other document', async () => {
    const broken = SPECIMEN.replace(/^editions:\n/m, 'editions:\n  - id: nobody\n    maxTlp: CLEAR\n');
    const run = await briefpress(['build', 'harbour.yaml', ...QUIET, '--all-editions'], {
      files: { 'harbour.yaml': broken },
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('edition-override-missing');
    const made = [...run.files.keys()].filter((path) => path.startsWith('output/'));
    expect(made.toSorted()).toEqual(['output/harbour.md', 'output/harbour.partners.md', 'output/harbour.public.md']);
  });

  test('an edition that a brief does not have, and one that cannot be made: nothing is made', async () => {
    const unknown = await outputs('--edition', 'publik');
    expect(unknown).toMatchObject({ code: 1, made: [] });
    expect(unknown.stderr).toContain('edition-unknown');
    const bare = await outputs('--max-tlp', 'CLEAR');
    expect(bare).toMatchObject({ code: 1, made: [] });
    expect(bare.stderr).toContain('edition-override-missing');
  });

  describe('a leak', () => {
    const picture = (words: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="5" y="20" font-size="12">${words}</text></svg>`;
    const leaking = SPECIMEN.replace(
      'sv: Besöket ägde rum. }\n  - id: partners',
      'sv: Besöket ägde rum. }\n      background: { en: "![A map](map.svg)", sv: "![Karta](map.svg)" }\n  - id: partners',
    );
    const argv = ['build', 'harbour.yaml', '--edition', 'public', '--quiet'];
    const leak = (before: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) =>
      briefpress([...argv, ...more], {
        files: { ...before, 'harbour.yaml': leaking, 'map.svg': picture('Secret talks went on at the villa.') },
      });
    const outputsOf = ({ files: all }: Awaited<ReturnType<typeof leak>>) =>
      [...all.keys()].filter((path) => path.startsWith('output/')).toSorted();

    test('leaves nothing on the disk, in no format, not even what was there before', async () => {
      expect(leaking).not.toBe(SPECIMEN);
      const before = await briefpress([...argv, '--format', 'pdf,md,html,txt', '--imposition', 'booklet'], {
        files: { 'harbour.yaml': leaking, 'map.svg': picture('Here it is.'), 'output/harbour.pdf': 'of others' },
      });
      expect([before.code, outputsOf(before)]).toEqual([
        0,
        [
          'output/harbour.pdf',
          ...['booklet.pdf', 'html', 'md', 'pdf', 'picture-1.svg', 'txt'].map(
            (each) => `output/harbour.public.${each}`,
          ),
        ],
      ]);
      const run = await leak(Object.fromEntries(before.files), '--format', 'pdf');
      expect(run.stderr).toContain('edition-leak');
      expect(run.stderr).toContain('`text` of the 2nd key fact');
      expect(run.stderr).toContain('harbour.public.pdf, on page 1');
      expect([run.code, outputsOf(run)]).toEqual([1, ['output/harbour.pdf']]);
    });

    test('leaves what Briefpress did not make, and says so; --force takes it too', async () => {
      const before = { 'output/harbour.public.pdf': '%PDF-1.7 mine', 'output/harbour.public.booklet.pdf': 'mine' };
      const run = await leak(before);
      expect([run.code, outputsOf(run)]).toEqual([2, Object.keys(before).toSorted()]);
      expect(run.stderr).toContain('output/harbour.public.pdf is there already, and Briefpress did not make it');
      expect(run.stderr).toContain('output/harbour.public.booklet.pdf is there already');
      expect(outputsOf(await leak(before, '--force'))).toEqual([]);
    });
  });
});

describe('briefpress check', () => {
  test('says what is wrong with every edition, though none is built', async () => {
    const text = SPECIMEN.replace('basis: [visit]', 'basis: [secret-talks]');
    const run = await briefpress(['check', 'harbour.yaml'], { files: { 'harbour.yaml': text } });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('The edition "public" keeps the 1st item of `basis` of the 1st judgement');
    expect(run.stderr).toContain('The edition "partners" keeps');
    const found = await checkBrief({ text });
    expect(found.filter(({ code }) => code === 'edition-refers-to-withheld')).toHaveLength(2);
  });

  test('a text that an edition has in none of the languages it is in', async () => {
    const text = SPECIMEN.replace('title: { en: The harbour, sv: Hamnen }', 'title: The harbour');
    const found = await checkBrief({ text });
    const lineOf = text.split('\n').findIndex((line) => line.includes('      title: The harbour')) + 1;
    expect(found.filter(({ severity }) => severity === 'error')).toContainEqual(
      expect.objectContaining({ code: 'sense-language-missing', place: expect.objectContaining({ line: lineOf }) }),
    );
  });
});

describe('as a library', () => {
  const build = (choice: object) => buildBriefing({ text: SPECIMEN, name: 'harbour.yaml', formats: ['md'], ...choice });

  test.each([
    [{ edition: 'public', language: 'sv' }, 'harbour.public.sv'],
    [{ maxTlp: 'GREEN' }, 'harbour.green'],
    [{ audiences: ['partners'] }, 'harbour.partners'],
    [{}, 'harbour'],
  ])('%j', async (choice, name) => {
    const made = await build(choice);
    expect(made.ok && made.value.name).toBe(name);
  });

  test('a label that nobody knows shows nothing', async () => {
    expect((await build({ maxTlp: 'BLUE' })).ok).toBe(false);
    expect((await build({ maxTlp: '__proto__' })).ok).toBe(false);
  });
});
