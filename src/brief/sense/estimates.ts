/** How likely something is, is said in the terms of one scale, and apart from how sure we are of it. */
import { warning } from '../../diagnostics/diagnostic.js';
import { languagesOf } from '../languages.js';
import { textsOf } from './citations.js';
import { ESTIMATIVE_WORDS, type EstimativeLanguage } from './estimative-words.js';
import type { Checked, Finding } from './finding.js';

type Scale = 'phia' | 'icd203';
const SCALE_NAMES: Readonly<Record<Scale, string>> = { phia: 'PHIA', icd203: 'ICD 203' };

/** Where our own estimates stand: in words of no scale nothing may be said here. */
const ESTIMATES = /^(?:judgements\[\d+\]\.text|openQuestions\[\d+\]\.assessment)$/;
/** Where estimates are repeated or argued for. */
const ABOUT_ESTIMATES = /^(?:summary|analysis|risks\[\d+\]\.text)$/;

export function checkEstimates({ brief, fields }: Checked): Finding[] {
  const scale = brief.likelihoodScale ?? 'phia';
  const [main] = languagesOf(brief);
  return fields.flatMap(({ path, value }) => {
    const isEstimate = ESTIMATES.test(path);
    if (!isEstimate && !ABOUT_ESTIMATES.test(path)) return [];
    return textsOf(path, value).flatMap(({ field, text, language }) => {
      const words = ESTIMATIVE_WORDS[primary(language ?? main)];
      if (words === undefined) return [];
      const own = ownWords(text);
      const passage = { field, text: own, language: language ?? main };
      return [...offScale(passage, words, scale, isEstimate), ...mixed(passage, words)];
    });
  });
}

interface Passage {
  readonly field: string;
  readonly text: string;
  readonly language: string;
}

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** What others say, code, addresses and citations; each is looked for over so many characters and no more. */
const OTHERS =
  /“[^”]{0,999}”|”[^”]{0,999}”|"[^"]{0,999}"|«[^»]{0,999}»|»[^«]{0,999}«|`[^`]{0,999}`|\]\([^)]{0,999}\)|\[@[^\]]{0,999}\]/g;

/** A text with blanks in their place. */
function ownWords(text: string): string {
  return text.replace(OTHERS, (other) => ' '.repeat(other.length));
}

/** Words of no scale, and terms of the scale that was not chosen. */
function offScale({ field, text }: Passage, words: EstimativeLanguage, scale: Scale, isEstimate: boolean): Finding[] {
  const chosen = words.scales[scale];
  const other = scale === 'phia' ? 'icd203' : 'phia';
  return phrasesIn(text, words).flatMap(({ found, kind, place }): Finding[] => {
    const term = chosen[place]?.[0] ?? '';
    if (kind === 'off' && isEstimate) {
      const message = `\`${field}\` says “${found}”, which is on no scale of likelihood.`;
      const hint = `The ${SCALE_NAMES[scale]} term that comes nearest is “${term}”; say it in \`likelihood\`, or here.`;
      return [{ ...warning('sense-estimative-word', message, { at: field, hints: [hint] }), words: found }];
    }
    if (kind !== other) return [];
    const message = `\`${field}\` says “${found}”, a term of ${SCALE_NAMES[other]}; the brief keeps to ${SCALE_NAMES[scale]}.`;
    const hint = `Say “${term}”, or choose the other scale in \`likelihoodScale\`.`;
    return [{ ...warning('sense-mixed-scales', message, { at: field, hints: [hint] }), words: found }];
  });
}

/** A sentence with a likelihood and a confidence in it. */
function mixed({ field, text, language }: Passage, words: EstimativeLanguage): Finding[] {
  const sure = patternOf(words.confidence);
  // Most texts say nothing of confidence, and finding sentences takes longer than seeing that.
  if (text.match(sure) === null) return [];
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...sentences].flatMap(({ segment }): Finding[] => {
    const [confidence] = segment.match(sure) ?? [];
    const [likelihood] = phrasesIn(segment, words);
    if (confidence === undefined || likelihood === undefined) return [];
    return [
      {
        ...warning(
          'sense-mixed-estimate',
          `\`${field}\` says “${confidence}” and “${likelihood.found}” in one sentence.`,
          {
            at: field,
            hints: ['How likely it is and how good our grounds are, are two things: say them in two sentences.'],
          },
        ),
        words: confidence,
      },
    ];
  });
}

interface Phrase {
  readonly found: string;
  readonly kind: 'both' | 'phia' | 'icd203' | 'off';
  /** The place of the term on a scale, from 0. */
  readonly place: number;
}

/** What a text says of likelihood, the longest words first: in `very unlikely` there is no `unlikely`. */
function phrasesIn(text: string, words: EstimativeLanguage): Phrase[] {
  const { known, pattern } = soughtIn(words);
  return [...text.matchAll(pattern)].flatMap(([found]) => {
    const phrase = known.get(key(found));
    return phrase === undefined ? [] : [{ found, ...phrase }];
  });
}

interface Sought {
  readonly known: ReadonlyMap<string, Omit<Phrase, 'found'>>;
  readonly pattern: RegExp;
}

const sought = new WeakMap<EstimativeLanguage, Sought>();

/** Made once a language: many texts are looked through. */
function soughtIn(words: EstimativeLanguage): Sought {
  const made = sought.get(words);
  if (made !== undefined) return made;
  const known = new Map<string, Omit<Phrase, 'found'>>();
  for (const [place, list] of words.offScale) for (const each of list) known.set(each, { kind: 'off', place });
  for (const scale of ['phia', 'icd203'] as const) {
    for (const [place, list] of words.scales[scale].entries()) {
      for (const each of list) {
        const isInBoth = known.has(each) && known.get(each)?.kind !== 'off';
        known.set(each, { kind: isInBoth ? 'both' : scale, place });
      }
    }
  }
  const fresh = { known, pattern: patternOf([...known.keys()]) };
  sought.set(words, fresh);
  return fresh;
}

function patternOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const written = longestFirst.map((phrase) => phrase.replaceAll("'", "['’]").replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${written.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
}

function key(found: string): string {
  return found.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}
