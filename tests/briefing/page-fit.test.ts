import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildBriefing } from '../../src/index.js';
import { brief } from '../cli/session.js';
import { pagesOf } from './pages.js';

const FOLDER = join(import.meta.dirname, '../../briefs');
const sentence = 'Words of it that fill the line. ';
const paragraphs = (count: number) =>
  `background: |\n${Array.from({ length: count }, (_, i) => `  Paragraph ${i}. ${sentence.repeat(11)}\n\n`).join('')}`;

async function build(fields: string, more: object = {}) {
  const made = await buildBriefing({ text: brief(`status: cleared\n${fields}`), formats: ['pdf'], ...more });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return { ...made.value, notes: made.diagnostics };
}

/** How far down its page the last line of text stands: 0 is the top of the page. */
async function lastLine(pdf: Uint8Array | undefined): Promise<number> {
  const pages = await pagesOf(pdf ?? new Uint8Array());
  const { pieces = [], height = 842 } = (pages.at(-1) ?? {}) as {
    pieces?: { y: number; tag: string }[];
    height?: number;
  };
  const text = pieces.filter(({ tag }) => tag !== 'Artifact').map(({ y }) => y);
  return 1 - Math.min(...text) / height;
}

describe('a document that would end on a nearly empty page', () => {
  it('is set closer and ends on the page before, and says so', async () => {
    const found = new Set<string>();
    for (let count = 7; count <= 11; count++) {
      const { pages, notes } = await build(paragraphs(count));
      const [note] = notes;
      found.add(`${pages} ${note?.code ?? 'as it is'}`);
      if (note !== undefined) {
        expect(note).toMatchObject({ severity: 'info', code: 'page-fit' });
        expect(note.message).toMatch(/blocks have (?:50|60|70|85|115|130|145|160) % of the usual space/);
      }
    }
    // One page, one page by giving way, and two where that would not be enough.
    expect([...found]).toEqual(expect.arrayContaining(['1 as it is', '1 page-fit', '2 as it is']));
  });

  it('keeps its type, and its lines nearly so', async () => {
    const sizes = async (count: number) => {
      const [page] = await pagesOf((await build(paragraphs(count))).pdf ?? new Uint8Array());
      // Sources are not on the first page of all of them.
      return new Set(page?.pieces.map(({ size }) => size).filter((size) => size !== 7.5));
    };
    expect(await sizes(9)).toEqual(await sizes(3));
  });
});

describe('a document whose other pages can take in the last', () => {
  it('has a page less, though that one would be more than half full', async () => {
    const found: string[] = [];
    for (let count = 30; count <= 36; count++) {
      const { pages, notes } = await build(`${paragraphs(count)}`);
      found.push(`${pages} ${notes.map(({ message }) => message).join(' ')}`);
    }
    expect(found.some((each) => /^\d So that the last page is not nearly empty/.test(each))).toBe(true);
  });

  it('stays as it is where it is long: nobody misses one of so many pages', async () => {
    const { pages, notes } = await build(paragraphs(400));
    expect(pages).toBeGreaterThan(40);
    expect(notes).toEqual([]);
  });
});

describe('layout.density', () => {
  it('scales space, not type', async () => {
    const at = async (density: string) => {
      const { pdf } = await build(`${paragraphs(4)}layout: { density: ${density} }\n`);
      return lastLine(pdf);
    };
    const [airy, normal, dense] = [await at('airy'), await at('normal'), await at('dense')];
    expect(airy).toBeGreaterThan(normal);
    expect(normal).toBeGreaterThan(dense);
    expect(normal).toBe(await lastLine((await build(paragraphs(4))).pdf));
  });
});

describe('a template that is made for so many pages', () => {
  it('keeps to them where less space is enough, and warns where it is not', async () => {
    const two = async (count: number) => {
      const { pages, notes } = await build(paragraphs(count), { template: 'two-pager' });
      return `${pages} ${notes.map(({ severity, code }) => `${severity} ${code}`).join()}`;
    };
    const found: string[] = [];
    for (const count of [10, 18, 19, 20, 21, 22, 30]) found.push(await two(count));
    expect(found[0]).toMatch(/^2 (?:info page-fit)?$/);
    expect(found).toContain('2 info page-overflow');
    expect(found.at(-1)).toMatch(/^[34] warning page-overflow$/);
  });

  it('leaves the pages to the brief that says how many it may have', async () => {
    const { notes } = await build(`${paragraphs(30)}layout: { maxPages: 9 }\n`, { template: 'two-pager' });
    expect(notes.map(({ code }) => code)).not.toContain('page-overflow');
  });
});

const PAPERS = ['A4', 'LETTER'] as const;

interface Sample {
  readonly languages?: readonly string[];
  readonly editions?: readonly { readonly id: string }[];
  readonly type?: string;
  readonly judgements?: unknown;
}

/** Each sample in each language, whole and in its editions, and in each template that has what it needs. */
const SAMPLES = readdirSync(FOLDER)
  .filter((name) => /\.(?:yaml|json)$/.test(name))
  .flatMap((name) => {
    const sample = parse(readFileSync(join(FOLDER, name), 'utf8')) as Sample;
    const { languages = ['en'], editions = [], type = 'policy-memo' } = sample;
    const own = [{ edition: null, template: null }, ...editions.map(({ id }) => ({ edition: id, template: null }))];
    const suited = ['policy-memo', 'two-pager', ...('judgements' in sample ? ['assessment'] : [])];
    const others = suited.filter((template) => template !== (type === 'information-memo' ? 'policy-memo' : type));
    return languages.flatMap((language, i) => [
      ...own.map((look) => ({ name, language, ...look, papers: PAPERS })),
      // Each of these on one paper: every document is made several times until it fits.
      ...others.map((template) => ({ name, language, edition: null, template, papers: [PAPERS[i] ?? 'A4'] })),
    ]);
  });

const isFullEnough = ([, line]: [string, number]) => line > 0.25;

describe('the samples', () => {
  it.each(SAMPLES)(
    '$name in $language, edition $edition, template $template, ends on a page that is a quarter full',
    async ({ name, language, edition, template, papers }) => {
      const chosen = { ...(edition && { edition }), ...(template && { template }) };
      for (const paper of papers) {
        const made = await buildBriefing({ file: join(FOLDER, name), language, paper, formats: ['pdf'], ...chosen });
        if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
        if (made.value.pages > 1) expect([paper, await lastLine(made.value.pdf)]).toSatisfy(isFullEnough);
      }
    },
  );

  it('take the pages that they are meant to take', async () => {
    const pages = async (name: string) => {
      const made = await buildBriefing({ file: join(FOLDER, name), formats: ['pdf'] });
      return made.ok ? made.value.pages : 0;
    };
    expect(await pages('mongolia-icc.yaml')).toBeLessThanOrEqual(4);
    for (const name of ['read-ahead-exercise.yaml', 'submission-exercise.yaml', 'assessment-exercise.yaml']) {
      expect([name, await pages(name)]).toEqual([name, 2]);
    }
    expect(await pages('two-pager-exercise.json')).toBe(2);
  });

  const sheets = [
    ['en', 'A4'],
    ['sv', 'A4'],
    ['en', 'LETTER'],
    ['sv', 'LETTER'],
  ] as const;

  it.each(sheets)(
    'the first has every fact on its first page, and four pages, in %s on %s',
    async (language, paper) => {
      const file = join(FOLDER, 'mongolia-icc.yaml');
      const made = await buildBriefing({ file, language, paper, formats: ['pdf'] });
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      expect(made.value.pages).toBeLessThanOrEqual(4);
      const [first] = await pagesOf(made.value.pdf ?? new Uint8Array());
      const text = first?.pieces.map((piece) => piece.text).join('') ?? '';
      const { keyFacts } = parse(readFileSync(file, 'utf8')) as { keyFacts: { text: { en: string; sv: string } }[] };
      expect(keyFacts.length).toBeGreaterThan(10);
      const bare = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
      for (const fact of keyFacts) expect(bare(text)).toContain(bare(fact.text[language].slice(0, 20)));
    },
  );

  it('the two-pager fills its second page, the read-ahead no third, on either paper', async () => {
    for (const paper of PAPERS) {
      const built = (name: string) => buildBriefing({ file: join(FOLDER, name), paper, formats: ['pdf'] });
      const [full, short] = [await built('two-pager-exercise.json'), await built('read-ahead-exercise.yaml')];
      if (!full.ok || !short.ok) throw new Error('not made');
      expect([full.value.pages, short.value.pages]).toEqual([2, 2]);
      expect(await lastLine(full.value.pdf)).toBeGreaterThan(0.75);
    }
  });

  it('have at most eight sizes of type, none under seven points', async () => {
    for (const name of ['mongolia-icc.yaml', 'read-ahead-exercise.yaml']) {
      const made = await buildBriefing({ file: join(FOLDER, name), formats: ['pdf'] });
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      const pages = await pagesOf(made.value.pdf ?? new Uint8Array());
      const sizes = new Set(pages.flatMap(({ pieces }) => pieces.map(({ size }) => Math.round(size * 10) / 10)));
      expect([name, sizes.size <= 8, Math.min(...sizes) >= 7]).toEqual([name, true, true]);
    }
  });
});
