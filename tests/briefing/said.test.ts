import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildBriefing, checkBrief } from '../../src/index.js';
import { PdfFile } from '../pdf/file/file.js';
import { readingOf } from '../pdf/reading.js';
import { structureProblems } from '../pdf/structure.js';
import { type Section, sectionsHeard, sectionsWritten, wordsOf } from './said.js';

const ROOT = join(import.meta.dirname, '../..');
const BRIEFS = readdirSync(join(ROOT, 'briefs'))
  .filter((name) => /\.(yaml|json)$/.test(name))
  .map((name) => ({ name, file: join(ROOT, 'briefs', name) }));

/** Every sample in each of its languages. */
const SAMPLES = BRIEFS.flatMap(({ name, file }) => {
  const { languages = ['en'] } = parse(readFileSync(file, 'utf8')) as { languages?: string[] };
  return languages.map((language) => ({ name, file, language }));
});

/** What the first has more often than the second. */
function surplus(first: readonly string[], second: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of second) left.set(word, (left.get(word) ?? 0) + 1);
  return first.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

interface LabelFile {
  readonly labels: Readonly<Record<string, string>>;
  readonly terms: Readonly<Record<'alert' | 'confidence' | 'confidenceSentence', Readonly<Record<string, string>>>>;
}

function labelsIn(language: string): LabelFile {
  return parse(readFileSync(join(ROOT, `templates/shared/labels/${language}.yaml`), 'utf8'));
}

function changesTitle(language: string): string {
  return labelsIn(language).labels.changesShort?.replace('{edition}', '1') ?? '';
}

/** What a screen reader says for dashes and for boxes to tick. */
function marksIn(language: string): string[] {
  const { labels } = labelsIn(language);
  return ['notGiven', 'boxEmpty', 'boxChecked'].flatMap((key) => labels[key] ?? []);
}

function alertTitles(kinds: readonly string[], language: string): string[] {
  return kinds.flatMap((kind) => wordsOf(labelsIn(language).terms.alert[kind] ?? ''));
}

interface Estimate {
  readonly likelihood?: unknown;
  readonly confidence?: string;
}

/** What each of the two documents may have more: beside a judgement, words of an estimate stand without their sentence. */
interface Framing {
  readonly printed: readonly string[];
  readonly written: readonly string[];
}

const UNFRAMED: Framing = { printed: [], written: [] };

/** For one judgement: the word that stands before a confidence on paper, and what frames the sentences of the memo. */
function framing({ likelihood, confidence }: Estimate, language: string): Framing {
  const { labels, terms } = labelsIn(language);
  const sentences = likelihood === undefined ? [] : [labels.likelihoodSentence?.replace(/\{.*?\}/, '') ?? ''];
  if (confidence === undefined) return { printed: [], written: sentences.flatMap(wordsOf) };
  const sentence = terms.confidenceSentence[confidence] ?? '';
  const frame = surplus(wordsOf(sentence), wordsOf(terms.confidence[confidence] ?? ''));
  const label = wordsOf(labels.confidence ?? '');
  // A word that both have is said as often in both.
  return { printed: surplus(label, frame), written: [...sentences.flatMap(wordsOf), ...surplus(frame, label)] };
}

/** The framing in each section: only that of the judgements has any, as often as there are estimates. */
function framings(file: string, language: string): (section: Section) => Framing {
  const { judgements = [] } = parse(readFileSync(file, 'utf8')) as { judgements?: Estimate[] };
  const each = judgements.map((judgement) => framing(judgement, language));
  const all = { printed: each.flatMap(({ printed }) => printed), written: each.flatMap(({ written }) => written) };
  const { judgements: heading, keyJudgements } = labelsIn(language).labels;
  return (section) => ([heading, keyJudgements].includes(section.heading) ? all : UNFRAMED);
}

/** Nothing missing, nothing twice; what is drawn may take the place of a table that says it. */
function differences(heard: Section, written: Section, language: string, framed: Framing): object | null {
  const said = [...written.words, ...alertTitles(written.alerts, language)];
  const more = surplus(surplus(heard.words, said), framed.printed);
  const drawn = [...heard.drawn, ...written.heads];
  const less = surplus(surplus(said, heard.words), framed.written).filter((word) => !drawn.includes(word));
  return more.length + less.length === 0 ? null : { section: heard.heading, onlyPrinted: more, onlyWritten: less };
}

describe('what a screen reader says is what the memo says', () => {
  test('the samples are there', () => expect(SAMPLES.length).toBeGreaterThan(6));

  test.each(SAMPLES)('$name in $language', async ({ file, language }) => {
    expect((await checkBrief({ file })).filter(({ severity }) => severity === 'error')).toEqual([]);
    const made = await buildBriefing({ file, language });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    const pdf = new PdfFile(made.value.pdf ?? new Uint8Array());
    const heard = sectionsHeard(readingOf(pdf), marksIn(language));
    const { sources = '', sourcesAtEnd = '' } = labelsIn(language).labels;
    const written = sectionsWritten(made.value.memo ?? '', { heading: sources, note: sourcesAtEnd });
    // The heading of a box is in capitals.
    const named = ({ heading }: Section) => heading.toLowerCase();
    const changed = changesTitle(language).toLowerCase();
    const box = heard.findIndex((section) => named(section) === changed);
    const headings = written.map((section, index) => (index === box ? changed : named(section)));
    expect(heard.map(named)).toEqual(headings);
    // The head of each document has a form of its own: below.
    const framed = framings(file, language);
    const found = heard.slice(2).flatMap((section, index) => {
      if (index + 2 === box) return [];
      const other = written[index + 2];
      const difference = other && differences(section, other, language, framed(other));
      return difference ? [difference] : [];
    });
    expect(found).toEqual([]);
    const headWords = heard.slice(0, 2).flatMap(({ heading, words }) => [...wordsOf(heading), ...words]);
    const memoHead = written.slice(0, 2).flatMap(({ heading, words }) => [...wordsOf(heading), ...words]);
    expect([...new Set(memoHead)].filter((word) => !headWords.includes(word))).toEqual([]);
    // What has changed is counted on paper: every word of it is one of the memo's, or says how many there are.
    const counts = wordsOf(labelsIn(language).labels.andMore ?? '');
    const known = new Set([...(written[box]?.words ?? []), ...counts]);
    expect(heard[box]?.words.filter((word) => !known.has(word) && !/^\d+$/.test(word)) ?? []).toEqual([]);
    expect(structureProblems(pdf)).toEqual([]);
  });
});
