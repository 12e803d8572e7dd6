import type { Brief, Tlp } from '../brief/brief.js';
import { changes } from './changes-shape.js';
import * as items from './item-shapes.js';
import type { LikelihoodScale } from './likelihood.js';
import {
  block,
  date,
  flag,
  inline,
  likelihood,
  list,
  number,
  optional,
  plain,
  record,
  type ValueOf,
  word,
} from './shape.js';
import { source } from './source-shape.js';

const supersedes = record('supersedes', 'the edition before this one', {
  edition: number('its number'),
  file: optional(plain('its file')),
});

const marking = record('marking', 'how the document may travel; every page bears it whatever the template', {
  tlp: optional(word<`TLP:${Tlp}`>('the TLP 2.0 label, such as `TLP:GREEN`; never translated')),
  protective: optional(plain('the protective marking, composed, in capitals')),
  restrictions: optional(plain('restrictions in words')),
  chathamHouse: flag('under the Chatham House Rule'),
});
export type Marking = ValueOf<typeof marking>;

const portion = record('portion', 'a portion and its mark', {
  path: word('the field of the brief that it marks, such as `keyFacts[2]`'),
  mark: word('its mark, such as `TLP:AMBER`'),
});
export type Portion = ValueOf<typeof portion>;

/**
 * The fields of an edition: one brief for one reader in one language, everything resolved and numbered. This is what a
 * template sees, so an optional thing is null or an empty list, never absent: an unknown name in a template can then be
 * told from an empty one.
 */
export const editionShape = record('edition', 'the brief', {
  id: word('the stable name of the brief'),
  edition: number('the number of this edition, from 1'),
  language: word('the language of this document, a BCP 47 tag'),
  languages: list('every language the brief is written in, the main one first', word('a BCP 47 tag')),
  type: word('`information-memo`, `submission`, …; in words: `{{term "type" type}}`'),
  status: word<NonNullable<Brief['status']>>(
    '`draft`, `cleared`, `issued`, `withdrawn`; in words: `{{term "status" status}}`',
  ),
  title: inline('the title'),
  subtitle: optional(inline('the subtitle')),
  reference: optional(plain('the registry or file number')),
  asOf: date('what the brief knows, it knows as of then'),
  issuedAt: optional(date('the day of issue')),
  reviewBy: optional(date('the day by which it is to be looked at again')),
  supersedes: optional(supersedes),
  changes: optional(changes),
  marking: optional(marking),
  portions: list(
    'the marks of single items, where the brief has them printed: they stand before each item whatever the template',
    portion,
  ),
  from: optional(items.party('who writes')),
  to: list('whom it is for', items.party('a reader')),
  cc: list('who else gets it', items.party('a reader')),
  clearances: list('who has cleared it', items.clearance),
  summary: inline('the bottom line'),
  request: optional(items.request),
  meeting: optional(items.meeting),
  keyFacts: list('what we know', items.keyFact),
  judgements: list('what we think', items.judgement),
  yardstick: list('the terms of the likelihood scale, the least likely first', likelihood('a term and its range')),
  likelihoodScale: word<LikelihoodScale>('`phia` or `icd203`'),
  citationStyle: word<NonNullable<Brief['citationStyle']>>(
    '`notes`, `author-date` or `numeric`; `cite` and `reference` follow it',
  ),
  stakeholders: list('who has a stake', items.stakeholder),
  quotes: list('what was said', items.quote),
  openQuestions: list('what we do not know', items.openQuestion),
  timeline: list('what happened when, in order of time', items.timelineEntry),
  background: optional(block('background: paragraphs, lists, tables')),
  analysis: optional(block('analysis: paragraphs, lists, tables')),
  figures: list(
    "charts and matrices of the brief's own data; each is printed where a text of the brief asks for it",
    items.figure,
  ),
  risks: list('what may go wrong', items.risk),
  speakingPoints: list('all speaking points', items.speakingPoint),
  toRaise: list('the speaking points to raise', items.speakingPoint),
  ifRaised: list('the speaking points for when others raise the subject', items.speakingPoint),
  defensives: list('hard questions and the line to take', items.defensive),
  nextSteps: list('what is to be done, by whom and by when', items.nextStep),
  sections: list(
    'the brief\'s own sections; each is printed once: where `{{section "its-id"}}` asks for it, or where the brief says',
    items.section,
  ),
  glossary: list('terms and what they mean', items.glossaryEntry),
  annexes: list('annexes', items.annex),
  sources: list('the sources, numbered in the order in which the memo cites them', source),
  distribution: list('numbered copies', items.copy),
});

export type Edition = ValueOf<typeof editionShape>;
