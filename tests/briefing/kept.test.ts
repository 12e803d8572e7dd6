import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type BriefInput, type BuildChoices, buildBriefing } from '../../src/index.js';
import { dropKept } from '../../src/kept/kept.js';
import { brief } from '../cli/session.js';

/** Whatever is made of a text is frozen, so that whoever changes it throws. */
vi.mock('../../src/kept/kept.js', async (load) => {
  const { Kept, dropKept } = await load<typeof import('../../src/kept/kept.js')>();
  class Frozen<Made> extends Kept<Made> {
    override of(text: string, make: () => Made): Made {
      return super.of(text, () => frozen(make()));
    }
  }
  return { Kept: Frozen, dropKept };
});

function frozen<Made>(made: Made): Made {
  if (typeof made !== 'object' || made === null || Object.isFrozen(made) || ArrayBuffer.isView(made)) return made;
  Object.freeze(made);
  for (const value of Object.values(made)) frozen(value);
  return made;
}

type Asked = BriefInput & BuildChoices;

const FOLDER = join(import.meta.dirname, '../../briefs');
const FORMATS = { formats: ['pdf', 'md', 'html', 'txt'] } as const;
const FACTS = ['Ett *faktum* kostar 5 000 kr.', 'A fact – “quoted” – of 5 km, art. 3.', 'Un fait : 5 km.'];

const LANGUAGES = ['en', 'sv', 'fr'];

function briefOf(fact: string, language: string): Asked {
  const table = `  | A | B |\n  |---|---|\n  | ${fact} | 2 |\n`;
  return { text: brief(`status: cleared\nlanguages: [${language}]\nbackground: |\n  ${fact}\n\n${table}`), ...FORMATS };
}

/** Documents that have much in common: samples in a language or for a reader, and one brief with other facts. */
const anyDocument: fc.Arbitrary<Asked> = fc.oneof(
  fc.constantFrom<Asked>(
    { file: join(FOLDER, 'smallest.yaml'), ...FORMATS },
    { file: join(FOLDER, 'mongolia-icc.yaml'), language: 'en', ...FORMATS },
    { file: join(FOLDER, 'mongolia-icc.yaml'), language: 'sv', ...FORMATS },
    { file: join(FOLDER, 'mongolia-icc.yaml'), language: 'sv', edition: 'public', ...FORMATS },
    { file: join(FOLDER, 'two-pager-exercise.json'), ...FORMATS },
  ),
  fc.constantFrom(...FACTS).chain((fact) => fc.constantFrom(...LANGUAGES.map((language) => briefOf(fact, language)))),
);

async function made(asked: Asked) {
  const { ok, diagnostics, ...more } = await buildBriefing(asked);
  const { pdf, ...others } = 'value' in more ? more.value : {};
  return { ok, diagnostics, pdf: pdf && Buffer.from(pdf).toString('base64'), others };
}

describe('a document', () => {
  it('is the same whatever was made before it, and beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDocument, { minLength: 2, maxLength: 4 }), async (documents) => {
        dropKept();
        const [first = documents[0], ...others] = documents;
        const warm = [...(await Promise.all([first as Asked, others[0] as Asked].map(made)))];
        for (const each of others.slice(1)) warm.push(await made(each));
        for (const [at, document] of documents.entries()) {
          dropKept();
          const cold = await made(document);
          expect(cold).toMatchObject({ ok: true });
          expect(warm[at]).toEqual(cold);
        }
      }),
      // The same text in other languages, which have other rules.
      {
        examples: [[LANGUAGES.map((each) => briefOf('Un fait : 5 km.', each))]],
        numRuns: Number(process.env.FUZZ_RUNS ?? 4),
        endOnFailure: true,
      },
    );
  });
});
