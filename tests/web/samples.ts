/** Every page that the samples become: each brief and its editions, in each language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildBriefing } from '../../src/index.js';

const FOLDER = join(import.meta.dirname, '../../briefs');

export interface SamplePage {
  readonly name: string;
  readonly file: string;
  readonly language: string;
  readonly edition: string | null;
}

export const SAMPLE_PAGES: readonly SamplePage[] = readdirSync(FOLDER)
  .filter((name) => /\.(?:yaml|json)$/.test(name))
  .flatMap((name) => {
    const file = join(FOLDER, name);
    const { languages = ['en'], editions = [] } = parse(readFileSync(file, 'utf8')) as {
      languages?: string[];
      editions?: { id: string }[];
    };
    return languages.flatMap((language) =>
      [null, ...editions.map(({ id }) => id)].map((edition) => ({ name, file, language, edition })),
    );
  });

export async function pageOf({ file, language, edition }: Omit<SamplePage, 'name'>, formats = ['html'] as const) {
  const made = await buildBriefing({ file, language, formats, ...(edition !== null && { edition }) });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value.html ?? '';
}

/** The page of a brief that is written out; what is not said is that of a small one. */
export async function pageOfBrief(brief: object, more: object = {}): Promise<string> {
  const small = {
    briefpress: 1,
    title: 'A title',
    asOf: '2024-09-04',
    type: 'information-memo',
    status: 'cleared',
    summary: 'It is so.',
    sources: [{ id: 'law', type: 'legislation', title: 'A law' }],
    keyFacts: [{ text: 'A fact.', sources: ['law'] }],
  };
  const made = await buildBriefing({
    text: JSON.stringify({ ...small, ...brief }),
    name: 'a.json',
    formats: ['html'],
    ...more,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value.html ?? '';
}
