import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { shapelyBrief } from '../brief/arbitrary.js';
import { PdfFile } from '../pdf/file/file.js';
import { structureProblems } from '../pdf/structure.js';
import { letters, pagesOf, placingProblems } from './pages.js';
import { sensible } from './sensible.js';

const PACKS = ['policy-memo', 'read-ahead', 'submission', 'two-pager', 'assessment'] as const;
const LANGUAGES = ['en', 'sv', 'fr', 'de', 'ru', 'uk', 'mn'] as const;

/** What a pack needs beyond the shape. */
const NEEDED = {
  meeting: { at: '2024-10-01', purpose: 'To meet.', objectives: ['Met.'] },
  request: { kind: 'note' },
  judgements: [{ text: 'It will be so.' }],
  type: 'information-memo',
};

/** Everything is printed but the finer points of a source, and the words that tell where a quoted passage stands. */
const UNPRINTED = /^sources\[\]\.(?!title$)|\.(?:prefix|suffix)$/;

describe('any brief that the schema allows', () => {
  test.each(PACKS)('is printed by %s: whole, well structured, the same twice', async (template) => {
    await fc.assert(
      fc.asyncProperty(shapelyBrief, fc.constantFrom(...LANGUAGES), async (shapely, language) => {
        const { brief, texts } = sensible({ ...NEEDED, ...shapely }, language);
        const input = { text: JSON.stringify(brief), name: 'any.json', template };
        const made = await buildBriefing(input);
        expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        if (!made.ok) return;
        expect(await buildBriefing(input)).toEqual(made);
        const { pdf = new Uint8Array(), memo = '' } = made.value;
        expect(structureProblems(new PdfFile(pdf))).toEqual([]);
        const pages = await pagesOf(pdf);
        expect(placingProblems(pages)).toEqual([]);
        // A protective marking is in capitals, in the header.
        const printed = letters(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')).toLowerCase();
        const due = texts.filter(({ field }) => !UNPRINTED.test(field));
        expect(due.filter(({ mark }) => !printed.includes(mark))).toEqual([]);
        expect(due.filter(({ mark }) => !memo.toLowerCase().includes(mark))).toEqual([]);
      }),
      // To shrink a brief takes minutes; the seed finds it again.
      { numRuns: Number(process.env.FUZZ_RUNS ?? 5), endOnFailure: true },
    );
  });
});
